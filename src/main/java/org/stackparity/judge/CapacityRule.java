package org.stackparity.judge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stackparity.model.Case;
import org.stackparity.model.Cause;
import org.stackparity.model.Finding;
import org.stackparity.model.NodeRef;
import org.stackparity.model.Role;

/**
 * A process has less to work with. Predicts slower pages of the same nodes where that is less than one processor: a request
 * works on one at a time, so that more of them make no single request faster.
 */
final class CapacityRule implements CauseRule {
    private static final String CAPACITY = "LAT-07";

    @Override
    public List<Cause> explain(Claims claims) {
        List<Cause> causes = new ArrayList<>();
        claims.unclaimedByNodes(CAPACITY, any -> true)
                .forEach((nodes, findings) -> byCase(findings)
                        .forEach((subject, ofProcess) -> causes.add(cause(subject, nodes, ofProcess, claims))));
        return causes;
    }

    private static Map<Case, List<Finding>> byCase(List<Finding> findings) {
        Map<Case, List<Finding>> byCase = new LinkedHashMap<>();
        findings.forEach(finding -> byCase.computeIfAbsent(finding.subject(), any -> new ArrayList<>())
                .add(finding));
        return byCase;
    }

    private static Cause cause(Case subject, List<NodeRef> nodes, List<Finding> ofProcess, Claims claims) {
        boolean isScarce = ofProcess.stream().anyMatch(CapacityRule::isLessThanOneProcessor);
        List<Finding> explained = claims.claim(finding -> ofProcess.contains(finding)
                || isScarce
                        && finding.findFact("ratio").isPresent()
                        && !finding.nodes().isEmpty()
                        && nodes.containsAll(finding.nodes()));
        boolean onFailover = nodes.stream().allMatch(node -> node.role() == Role.FAILOVER);
        String fact = Wording.nodes(nodes) + Wording.number(nodes, " has ", " have ")
                + (onFailover ? "less" : "another amount")
                + subject.find("process").map(process -> " for " + process).orElse("") + ": "
                + Wording.inPlaceOf(ofProcess)
                + (explained.size() > ofProcess.size() ? "; pages wait for it" : "");
        return new Cause(
                "capacity",
                fact,
                Wording.worst(explained),
                nodes,
                Advice.of(ofProcess.get(0).check()),
                explained);
    }

    private static boolean isLessThanOneProcessor(Finding finding) {
        return finding.path().equals("processors")
                && finding.failover()
                        .filter(value -> value.matches("[0-9]{1,4}(\\.[0-9]{1,4})?"))
                        .filter(value -> new BigDecimal(value).compareTo(BigDecimal.ONE) < 0)
                        .isPresent();
    }
}
