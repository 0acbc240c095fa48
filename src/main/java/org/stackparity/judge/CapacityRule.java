package org.stackparity.judge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stackparity.model.Case;
import org.stackparity.model.Cause;
import org.stackparity.model.Finding;
import org.stackparity.model.NodeRef;

/**
 * A process has less to work with. Predicts slower pages of the same nodes where that is less than one processor, and half
 * of what the primary has at most: a request works on one at a time, so that more of them make no single request faster.
 * LIMIT: which process serves pages is not known; where a host runs several, the scarce one may be another one.
 */
final class CapacityRule implements CauseRule {
    private static final String CAPACITY = "LAT-07";
    private static final BigDecimal HALF = new BigDecimal("0.5");

    @Override
    public List<Cause> explain(Claims claims) {
        Map<Case, List<Finding>> byProcess = new LinkedHashMap<>();
        claims.unclaimed(CAPACITY)
                .forEach(finding -> byProcess
                        .computeIfAbsent(finding.subject(), any -> new ArrayList<>())
                        .add(finding));
        List<Cause> causes = new ArrayList<>();
        byProcess.forEach((subject, findings) -> causes.add(cause(subject, findings, claims)));
        return causes;
    }

    private static Cause cause(Case subject, List<Finding> ofProcess, Claims claims) {
        List<NodeRef> scarce = Wording.nodesOf(
                ofProcess.stream().filter(CapacityRule::isScarce).toList());
        List<Finding> explained = claims.claim(finding -> ofProcess.contains(finding)
                || finding.findFact("ratio").isPresent()
                        && !finding.nodes().isEmpty()
                        && scarce.containsAll(finding.nodes()));
        List<NodeRef> nodes = Wording.nodesOf(ofProcess);
        String fact = Wording.nodes(nodes) + Wording.number(nodes, " has", " have") + " less"
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

    private static boolean isScarce(Finding finding) {
        Optional<BigDecimal> here = finding.failover().flatMap(CapacityRule::processors);
        Optional<BigDecimal> primary = finding.primary().flatMap(CapacityRule::processors);
        return finding.path().equals("processors")
                && here.isPresent()
                && primary.isPresent()
                && here.get().compareTo(BigDecimal.ONE) < 0
                && here.get().compareTo(primary.get().multiply(HALF)) <= 0;
    }

    private static Optional<BigDecimal> processors(String value) {
        return Optional.of(value)
                .filter(text -> text.matches("[0-9]{1,4}(\\.[0-9]{1,4})?"))
                .map(BigDecimal::new);
    }
}
