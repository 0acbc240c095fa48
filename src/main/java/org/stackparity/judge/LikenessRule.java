package org.stackparity.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stackparity.model.Cause;
import org.stackparity.model.Finding;
import org.stackparity.model.NodeRef;

/** Folds what no fact explains: the same values at the same path on the same nodes, or one page that fails everywhere. */
final class LikenessRule implements CauseRule {
    static final String NAME = "likeness";
    private static final int MOST_CASES = 3;

    @Override
    public List<Cause> explain(Claims claims) {
        List<Finding> rates = claims.unclaimed().stream()
                .filter(finding -> FailedRequests.isOf(finding) && FailedRequests.isRate(finding))
                .filter(rate -> FailedRequests.isMadeOfLasting(rate, claims.unclaimed()))
                .toList();
        Map<Likeness, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : claims.claim(any -> true)) {
            if (!rates.contains(finding)) {
                groups.computeIfAbsent(Likeness.of(finding), any -> new ArrayList<>())
                        .add(finding);
            }
        }
        rates.forEach(rate -> makers(groups.values(), rate).add(rate));
        List<Cause> causes = new ArrayList<>();
        groups.values().forEach(group -> causes.add(cause(group)));
        return causes;
    }

    /** The group whose requests fail each time and make the most of the rate; there is one, or the rate would be sporadic. */
    private static List<Finding> makers(Collection<List<Finding>> groups, Finding rate) {
        return groups.stream()
                .max(Comparator.comparingDouble(group -> FailedRequests.lastingErrors(rate, group)))
                .orElseThrow();
    }

    private static Cause cause(List<Finding> group) {
        Finding first = group.get(0);
        List<NodeRef> nodes = Wording.nodesOf(group);
        return new Cause(NAME, fact(group, first, nodes), Wording.worst(group), nodes, Advice.of(first.check()), group);
    }

    private static String fact(List<Finding> group, Finding first, List<NodeRef> nodes) {
        String where = first.subject().dimensions().isEmpty() ? "" : " at " + cases(group);
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

    /** All where they are few. A rate has come to what made it, and is no case of its own. */
    private static String cases(List<Finding> group) {
        List<String> cases = group.stream()
                .filter(finding -> finding.check().equals(group.get(0).check()) || !FailedRequests.isRate(finding))
                .map(finding -> finding.subject().toString())
                .distinct()
                .toList();
        return cases.size() <= MOST_CASES
                ? String.join(", ", cases)
                : cases.get(0) + " and " + (cases.size() - 1) + " more";
    }

    private static String value(Optional<String> value) {
        return value.map(Wording::shortly).orElse("missing");
    }
}
