package org.stackparity.compare;

import java.util.List;
import org.stackparity.model.Finding;

/**
 * What comparing said.
 *
 * @param findings sorted by check, case and path; one {@code SAME} per case without anything else to say
 * @param open what further passes should ask, sorted by check and case
 */
public record ComparisonResult(List<Finding> findings, List<OpenCase> open) {
    public ComparisonResult {
        findings = List.copyOf(findings);
        open = List.copyOf(open);
    }
}
