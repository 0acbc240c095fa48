package org.stackparity.model;

import java.util.List;

/**
 * What follows from the findings of a run.
 *
 * @param rulings one per question, in the order of {@link Question}
 * @param causes the heaviest first
 * @param findings all of them, sorted by check, case and path; what a known difference names is {@code ACCEPTED}
 * @param promises the counts that stand beside the verdict
 * @param notes further things a reader has to know: unused known differences, age of the evidence
 */
public record Judgement(
        List<Ruling> rulings, List<Cause> causes, List<Finding> findings, Promises promises, List<String> notes) {
    public Judgement {
        rulings = List.copyOf(rulings);
        causes = List.copyOf(causes);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    public Ruling ruling(Question question) {
        return rulings.stream()
                .filter(ruling -> ruling.question() == question)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No ruling for [" + question.word() + "]."));
    }

    /**
     * How many promises (a check and a case) stand where.
     *
     * @param kept at parity; an accepted difference is not kept
     * @param total all that the contract and the suite could cover
     * @param drillOnly of the total, those that only a drill proves
     * @param notCovered of the total, those that the contract or a filter leaves out; a check without cases counts one
     */
    public record Promises(int kept, int total, int drillOnly, int notCovered) {}
}
