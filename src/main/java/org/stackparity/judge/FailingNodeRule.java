package org.stackparity.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stackparity.model.Cause;
import org.stackparity.model.Fault;
import org.stackparity.model.Finding;
import org.stackparity.model.NodeRef;

/**
 * A node fails most of its requests, or does not reach a server that it depends on. Predicts failing requests on that node,
 * whatever was asked, and where customers enter in front of it, no more often than on the node.
 */
final class FailingNodeRule implements CauseRule {
    private static final String ROUND_TRIPS = "LAT-02";
    private static final String SMOKE = "FUN-02";
    private static final String TRAFFIC = "NET-02";
    /** From this share of failing requests on, single paths that fail say nothing of their own. */
    private static final double MOST = 0.5;

    @Override
    public List<Cause> explain(Claims claims) {
        List<Cause> causes = new ArrayList<>();
        for (Finding unreachable : claims.unclaimed(ROUND_TRIPS)) {
            boolean isServer = unreachable.isFault("unreachable")
                    && unreachable.subject().find("dependency").isPresent();
            if (isServer) {
                causes.add(withoutServer(unreachable, claims));
            }
        }
        failing(claims).forEach((kinds, nodes) -> failing(kinds, nodes, claims).ifPresent(causes::add));
        return causes;
    }

    private static Cause withoutServer(Finding unreachable, Claims claims) {
        List<NodeRef> nodes = unreachable.nodes();
        String who = Wording.nodes(nodes);
        String server = unreachable.subject().get("dependency");
        double rate = rate(nodes, claims);
        List<Finding> explained = claims.claim(finding ->
                finding.equals(unreachable) || isFailure(finding, nodes, rate) || isSoak(finding, unreachable));
        return new Cause(
                "unreachable-dependency",
                who + Wording.number(nodes, " does", " do") + " not reach " + server + ": "
                        + Wording.clause(unreachable.reason())
                        + (rate > 0 ? "; " + share(rate) + " fail" : ""),
                Wording.worst(explained),
                nodes,
                "Look at firewall, address, password and connection limit of " + server + " for " + who
                        + "; from there, a connection has to open.",
                explained);
    }

    /** Empty where every finding is of other nodes as well, which fail in other ways. */
    private static Optional<Cause> failing(Set<String> kinds, List<NodeRef> nodes, Claims claims) {
        String who = Wording.nodes(nodes);
        double rate = rate(nodes, claims);
        List<Finding> explained = claims.claim(finding -> isFailure(finding, nodes, rate));
        if (explained.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Cause(
                "failing-node",
                who + Wording.number(nodes, " fails ", " fail ") + share(rate) + " " + kinds,
                Wording.worst(explained),
                nodes,
                "Look whether the application runs on " + who + ", and into its log for the time of the run.",
                explained));
    }

    /** The nodes that fail most requests, by the kinds of their faults: those that fail in the same ways are one cause. */
    private static Map<Set<String>, List<NodeRef>> failing(Claims claims) {
        Set<NodeRef> nodes = new LinkedHashSet<>();
        rates(claims)
                .filter(finding -> FailedRequests.rate(finding) >= MOST)
                .flatMap(finding -> finding.nodes().stream())
                .filter(node -> !node.node().equals(NodeRef.SITE))
                .forEach(nodes::add);
        Map<Set<String>, List<NodeRef>> alike = new LinkedHashMap<>();
        for (NodeRef node : nodes) {
            Set<String> kinds = claims.unclaimed().stream()
                    .filter(finding -> finding.nodes().contains(node))
                    .flatMap(finding -> finding.findFact("fault").stream())
                    .filter(Fault::failsTheRequest)
                    .collect(Collectors.toCollection(TreeSet::new));
            alike.computeIfAbsent(kinds, any -> new ArrayList<>()).add(node);
        }
        return alike;
    }

    /** The highest rate at which any of the nodes fails; 0 where none is known. */
    private static double rate(List<NodeRef> nodes, Claims claims) {
        return rates(claims)
                .filter(finding -> finding.nodes().stream().anyMatch(nodes::contains))
                .mapToDouble(FailedRequests::rate)
                .max()
                .orElse(0);
    }

    /** What is left of the error rates of requests. */
    private static Stream<Finding> rates(Claims claims) {
        return claims.unclaimed().stream()
                .filter(finding -> finding.check().value().equals(SMOKE)
                        || finding.check().value().equals(TRAFFIC))
                .filter(finding -> FailedRequests.isOf(finding) && FailedRequests.isRate(finding));
    }

    private static boolean isFailure(Finding finding, List<NodeRef> nodes, double rate) {
        if (!FailedRequests.isOf(finding) || finding.nodes().isEmpty()) {
            return false;
        }
        return nodes.containsAll(finding.nodes())
                || (FailedRequests.isAtEntrance(finding)
                        && finding.isOfStacksOf(nodes)
                        && FailedRequests.rate(finding) <= rate
                        && (FailedRequests.isRate(finding)
                                || finding.findFact("sporadic").isPresent()));
    }

    /** The soak of the same link, which found it closed. */
    private static boolean isSoak(Finding finding, Finding unreachable) {
        return finding.check().value().equals(TRAFFIC)
                && finding.subject()
                        .find("dependency")
                        .equals(unreachable.subject().find("dependency"))
                && unreachable.nodes().containsAll(finding.nodes());
    }

    private static String share(double rate) {
        return String.format(Locale.ROOT, "%.0f %% of requests", 100 * rate);
    }
}
