package org.stackparity.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stackparity.model.Cause;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.NodeRef;

/**
 * A link or a node fails now and then. Predicts failing requests on the same nodes and where customers enter in front of
 * them, no more frequent than a few uses of the link per request explain, and never in every answer. A rate that requests
 * make which fail each time is theirs, and one of the entrance alone that of what lets customers in.
 */
final class SporadicErrorsRule implements CauseRule {
    private static final String ERRORS = "NET-02";
    /** A request uses a link at most so often. */
    private static final double MOST_USES = 6;
    /** A journey fails as a whole when one of its requests does; it has at most so many. */
    private static final double MOST_STEPS = 10;

    /** Walks once a pass, and a walk fails as a whole. */
    private static final String JOURNEYS = "FUN-05";

    @Override
    public List<Cause> explain(Claims claims) {
        List<Cause> causes = new ArrayList<>();
        for (Finding link : claims.unclaimed(ERRORS)) {
            if (link.subject().find("dependency").isPresent() && FailedRequests.isRate(link)) {
                String name = link.subject().get("dependency");
                List<NodeRef> nodes = suspects(link, claims);
                causes.add(cause(
                        link,
                        nodes,
                        "sporadic errors between " + Wording.nodes(nodes) + " and " + name + ": " + counts(link)
                                + " connections are reset",
                        "Look at the switch, cable, firewall and connection limits between " + Wording.nodes(nodes)
                                + " and its " + name
                                + "; a single probe passes, so repeat: parity run PAIR --check NET-02.",
                        claims));
            }
        }
        Map<List<NodeRef>, Finding> requests = new LinkedHashMap<>();
        claims.unclaimed(ERRORS).stream()
                .filter(FailedRequests::isRate)
                .filter(finding -> !FailedRequests.isAtEntrance(finding))
                .filter(finding -> FailedRequests.rate(finding) < 0.5)
                .filter(finding -> !FailedRequests.isMadeOfLasting(finding))
                .forEach(finding -> requests.putIfAbsent(finding.nodes(), finding));
        requests.forEach((nodes, finding) -> causes.add(cause(
                finding,
                nodes,
                "sporadic errors on " + Wording.nodes(nodes) + ": " + counts(finding) + " requests fail"
                        + ofThem(FailedRequests.lasting(finding))
                        + behind(finding, claims),
                "Read the error log of " + Wording.nodes(nodes) + " for the time of the run; the report lists when.",
                claims)));
        return causes;
    }

    /**
     * The dependency whose connections are reset more often than is accepted of all these nodes together, where those of a
     * single node prove nothing yet; empty text where there is none. The one with the most errors of several.
     */
    private static String behind(Finding requests, Claims claims) {
        double acceptable = requests.findNumber("acceptable").orElse(0.0);
        Map<String, List<Finding>> links = claims.all()
                .filter(SporadicErrorsRule::isUnprovenLink)
                .filter(link -> link.isAmong(requests.nodes()))
                .collect(Collectors.groupingBy(
                        link -> link.subject().get("dependency"), TreeMap::new, Collectors.toList()));
        return links.entrySet().stream()
                .map(link -> new Link(
                        link.getKey(),
                        sum(link.getValue(), FailedRequests::errors),
                        sum(link.getValue(), FailedRequests::samples)))
                .filter(link -> link.errors() > FailedRequests.mostOf(link.connects() * acceptable))
                .max(Comparator.comparingDouble(Link::errors))
                .map(link -> "; " + share(link.errors(), link.connects()) + " connections to " + link.dependency()
                        + " are reset")
                .orElse("");
    }

    private static boolean isUnprovenLink(Finding finding) {
        return finding.kind() == FindingKind.NOT_PROVEN
                && finding.check().value().equals(ERRORS)
                && finding.subject().find("dependency").isPresent()
                && FailedRequests.errors(finding) > 0;
    }

    private static double sum(List<Finding> findings, ToDoubleFunction<Finding> count) {
        return findings.stream().mapToDouble(count).sum();
    }

    /** Connections to a dependency, from several nodes together. */
    private record Link(String dependency, double errors, double connects) {}

    /** The nodes whose link fails too often, and those of the same stack that saw it fail but not often enough to prove. */
    private static List<NodeRef> suspects(Finding link, Claims claims) {
        Stream<NodeRef> unproven = claims.all()
                .filter(finding -> isUnprovenLink(finding) && finding.subject().equals(link.subject()))
                .flatMap(finding -> finding.nodes().stream())
                .filter(node -> link.isOf(node.role()));
        return Stream.concat(link.nodes().stream(), unproven)
                .sorted()
                .distinct()
                .toList();
    }

    private static Cause cause(Finding link, List<NodeRef> nodes, String fact, String advice, Claims claims) {
        Set<NodeRef> affected = new HashSet<>(nodes);
        nodes.forEach(node -> affected.add(new NodeRef(node.role(), NodeRef.SITE)));
        List<Finding> explained = claims.claim(finding -> finding.equals(link)
                || (finding.isAmong(affected)
                        && (isUnbounded(finding, FailedRequests.rate(link))
                                || (FailedRequests.isOf(finding)
                                        && isSporadic(finding)
                                        && isExplained(finding, FailedRequests.rate(link))))));
        return new Cause("sporadic-errors", fact, Wording.worst(explained), nodes, advice, explained);
    }

    private static boolean isSporadic(Finding finding) {
        return finding.findFact("sporadic").isPresent()
                || FailedRequests.isRate(finding)
                // one answer cannot tell what always fails from what met the faulty link
                || FailedRequests.samples(finding) == 1
                || (finding.check().value().equals(JOURNEYS)
                        && FailedRequests.samples(finding) < FailedRequests.TELLING_ANSWERS);
    }

    /**
     * A quantile of times without a bound, since what fails counts as slower than all else, where the link may fail as often
     * as that: more than one in twenty for p95.
     */
    private static boolean isUnbounded(Finding finding, double rate) {
        Optional<Double> quantile = finding.findNumber("quantile");
        if (quantile.isEmpty()
                || finding.findNumber("excessMillis")
                        .filter(excess -> excess.isInfinite())
                        .isEmpty()) {
            return false;
        }
        double samples = FailedRequests.samples(finding);
        double expected = samples * (1 - Math.pow(1 - rate, MOST_USES));
        return samples * (1 - quantile.get()) <= FailedRequests.mostOf(expected);
    }

    /** No more errors than so many uses of the link give, but for three standard deviations. */
    private static boolean isExplained(Finding finding, double rate) {
        double uses = finding.check().value().equals(JOURNEYS) ? MOST_USES * MOST_STEPS : MOST_USES;
        double expected = FailedRequests.samples(finding) * (1 - Math.pow(1 - rate, uses));
        return FailedRequests.errors(finding) <= FailedRequests.mostOf(expected) + 1;
    }

    private static String ofThem(double lasting) {
        return lasting == 0
                ? ""
                : String.format(Locale.ROOT, "; %.0f of them are requests that fail each time", lasting);
    }

    private static String counts(Finding finding) {
        return share(FailedRequests.errors(finding), FailedRequests.samples(finding));
    }

    private static String share(double errors, double samples) {
        return String.format(Locale.ROOT, "%.1f %% (%.0f of %.0f) of", 100 * errors / samples, errors, samples);
    }
}
