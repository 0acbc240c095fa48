package org.stackparity.model;

import java.util.List;

/**
 * One fact that explains several findings.
 *
 * @param rule the word of the rule that found it, like {@code clock-offset}
 * @param fact what is the matter, as one sentence that names role, node and values
 * @param severity the worst of its findings
 * @param nodes where, sorted
 * @param advice what to do, one or two sentences
 * @param findings what it explains, in order of check, case and path; never empty
 */
public record Cause(
        String rule, String fact, Severity severity, List<NodeRef> nodes, String advice, List<Finding> findings) {
    public Cause {
        nodes = nodes.stream().sorted().distinct().toList();
        findings = List.copyOf(findings);
    }
}
