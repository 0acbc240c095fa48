package org.stackparity.model;

import java.util.List;

/**
 * The verdict on one question.
 *
 * @param reasons one sentence each, the heaviest first; never empty
 */
public record Ruling(Question question, Verdict verdict, List<String> reasons) {
    public Ruling {
        reasons = List.copyOf(reasons);
    }
}
