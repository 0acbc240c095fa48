package org.stackparity.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stackparity.model.Cause;
import org.stackparity.model.Finding;
import org.stackparity.model.NodeRef;

/** Folds what no fact explains: the same values at the same path on the same nodes, or one page that fails everywhere. */
final class LikenessRule implements CauseRule {
    static final String NAME = "likeness";

    @Override
    public List<Cause> explain(Claims claims) {
        List<Finding> rates = ratesOfLasting(claims.unclaimed());
        Map<Likeness, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : claims.claim(finding -> !rates.contains(finding))) {
            groups.computeIfAbsent(Likeness.of(finding), any -> new ArrayList<>())
                    .add(finding);
        }
        for (Finding rate : claims.claim(any -> true)) {
            makers(groups.values(), rate)
                    .orElseGet(() -> groups.computeIfAbsent(Likeness.of(rate), any -> new ArrayList<>()))
                    .add(rate);
        }
        List<Cause> causes = new ArrayList<>();
        groups.values().forEach(group -> causes.add(cause(group)));
        return causes;
    }

    /** The rates that requests make which fail each time, on nodes and where customers enter in front of these. */
    private static List<Finding> ratesOfLasting(List<Finding> open) {
        List<Finding> rates = open.stream()
                .filter(finding -> FailedRequests.isOf(finding) && FailedRequests.isRate(finding))
                .toList();
        List<Finding> lasting =
                rates.stream().filter(FailedRequests::isMadeOfLasting).toList();
        return rates.stream()
                .filter(rate ->
                        lasting.contains(rate) || lasting.stream().anyMatch(behind -> isInFrontOf(rate, behind)))
                .toList();
    }

    /** Whether customers meet at the entrance what nodes behind it always fail, no more often than there. */
    private static boolean isInFrontOf(Finding entrance, Finding behind) {
        Set<String> failing = FailedRequests.requests(entrance);
        return FailedRequests.isAtEntrance(entrance)
                && entrance.isOfStacksOf(behind.nodes())
                && !failing.isEmpty()
                && FailedRequests.requests(behind).containsAll(failing)
                && FailedRequests.rate(entrance) <= FailedRequests.rate(behind);
    }

    /** The group with the most answers that failed each time on nodes of the rate, which make it; the largest of several. */
    private static Optional<List<Finding>> makers(Collection<List<Finding>> groups, Finding rate) {
        return groups.stream()
                .filter(group -> errors(group, rate) > 0)
                .max(Comparator.comparingDouble(group -> errors(group, rate)));
    }

    private static double errors(List<Finding> group, Finding rate) {
        return group.stream()
                .filter(FailedRequests::isLasting)
                .filter(finding -> FailedRequests.isAtEntrance(rate)
                        ? finding.isOfStacksOf(rate.nodes())
                        : finding.isAmong(rate.nodes()))
                .mapToDouble(FailedRequests::errors)
                .sum();
    }

    private static Cause cause(List<Finding> group) {
        // a rate has come to what made it, and says nothing of its own beside it
        List<Finding> telling = group.stream()
                .filter(finding -> !FailedRequests.isRate(finding))
                .toList();
        List<Finding> own = telling.isEmpty() ? group : telling;
        List<NodeRef> nodes = Wording.nodesOf(own);
        return new Cause(
                NAME,
                fact(own, nodes),
                Wording.worst(group),
                nodes,
                Advice.of(own.get(0).check()),
                group);
    }

    private static String fact(List<Finding> group, List<NodeRef> nodes) {
        Finding first = group.get(0);
        String where = first.subject().dimensions().isEmpty() ? "" : " at " + Wording.cases(group);
        String who = Wording.nodes(nodes);
        String what = first.path().isEmpty() ? "" : " " + Wording.shortly(first.path());
        return who + where + what + ": "
                + switch (first.kind()) {
                    case MISSING_ON_FAILOVER -> "missing [" + value(first.primary()) + "]";
                    case MISSING_ON_PRIMARY -> "has [" + value(first.failover()) + "], the primary has not";
                    case DIFFERENT ->
                        first.findFact("ratio").isPresent()
                                ? first.reason()
                                : "is [" + value(first.failover()) + "], agreed is [" + value(first.primary()) + "]"
                                        + (first.findFact("varying").isPresent() ? "; " + first.reason() : "");
                    case UNHEALTHY -> first.reason();
                    case SAME, NOT_PROVEN, NOT_OBSERVED, NOT_AUTHORISED, NOT_APPLICABLE, NOISE, ACCEPTED ->
                        throw new IllegalArgumentException("A cause explains open findings only, not " + first.kind());
                };
    }

    private static String value(Optional<String> value) {
        return value.map(Wording::shortly).orElse("missing");
    }
}
