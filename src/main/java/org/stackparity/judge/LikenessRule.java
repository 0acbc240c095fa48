package org.stackparity.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.stackparity.model.Cause;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.NodeRef;

/** Folds what no fact explains: the same values at the same path on the same nodes, or one page that fails everywhere. */
final class LikenessRule implements CauseRule {
    static final String NAME = "likeness";

    @Override
    public List<Cause> explain(Claims claims) {
        Map<Likeness, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : claims.claim(any -> true)) {
            groups.computeIfAbsent(Likeness.of(finding), any -> new ArrayList<>())
                    .add(finding);
        }
        List<Cause> causes = new ArrayList<>();
        groups.values().forEach(group -> causes.add(cause(group)));
        return causes;
    }

    private static Cause cause(List<Finding> group) {
        Finding first = group.get(0);
        List<NodeRef> nodes = Wording.nodesOf(group);
        return new Cause(NAME, fact(group, first, nodes), Wording.worst(group), nodes, Advice.of(first.check()), group);
    }

    private static String fact(List<Finding> group, Finding first, List<NodeRef> nodes) {
        TreeSet<String> cases = new TreeSet<>();
        group.forEach(finding -> cases.add(finding.subject().toString()));
        String where = first.subject().dimensions().isEmpty()
                ? ""
                : " at " + first.subject() + (cases.size() > 1 ? " and " + (cases.size() - 1) + " more" : "");
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

    /**
     * What makes two findings one. For faults of a page the page itself, whatever check and locale saw it; for a name in the
     * place of another, like a host in all links, these two; otherwise path and values.
     */
    private record Likeness(
            String path, FindingKind kind, Optional<String> primary, Optional<String> failover, List<NodeRef> nodes) {
        static Likeness of(Finding finding) {
            Optional<String> fault = finding.findFact("fault");
            if (fault.isPresent()) {
                Optional<String> page = page(finding);
                return new Likeness(
                        fault.get(),
                        finding.kind(),
                        Optional.of(page.orElse(finding.check() + " " + finding.path())),
                        page.isPresent() ? Optional.empty() : Optional.of(finding.reason()),
                        finding.nodes());
            }
            Optional<String> excess = finding.findFact("excessMillis");
            if (excess.isPresent()) {
                return new Likeness(
                        finding.path().replaceFirst("\\.p[0-9.]+$", ""),
                        finding.kind(),
                        Optional.of("ratio"),
                        Optional.of(magnitude(excess.get())),
                        finding.nodes());
            }
            Optional<Renaming> renaming = Renaming.of(finding);
            if (renaming.isPresent()) {
                return new Likeness(
                        "renamed",
                        finding.kind(),
                        Optional.of(renaming.get().primary()),
                        Optional.of(renaming.get().failover()),
                        finding.nodes());
            }
            return new Likeness(
                    finding.findFact("landmark").map(landmark -> "@" + landmark).orElse(finding.path()),
                    finding.kind(),
                    finding.primary(),
                    finding.failover(),
                    finding.nodes());
        }

        /** Delays of one order of magnitude, in powers of four, may have one cause; a page slow by seconds has its own. */
        private static String magnitude(String millis) {
            double excess = Math.abs(Double.parseDouble(millis));
            return Double.isFinite(excess)
                    ? Long.toString(Math.round(Math.log(Math.max(1, excess)) / Math.log(4)))
                    : "unbounded";
        }

        /** The page that a fault spoils altogether, where the case names one. */
        private static Optional<String> page(Finding finding) {
            for (String dimension : List.of("page", "route", "path", "endpoint", "smoke")) {
                Optional<String> value = finding.subject().find(dimension);
                if (value.isPresent() && finding.path().isEmpty()) {
                    return Optional.of(value.get().replaceFirst("^[A-Z]+ ", ""));
                }
            }
            return Optional.empty();
        }
    }

    /** What stands in one value in the place of something else, where all around it is the same. */
    private record Renaming(String primary, String failover) {
        /** A shorter piece is no name: 11 stands in the place of 12 in many places, for as many reasons. */
        private static final int SHORTEST = 4;

        static Optional<Renaming> of(Finding finding) {
            String primary = finding.primary().orElse("");
            String failover = finding.failover().orElse("");
            int before = inCommon(primary, failover);
            String restOfPrimary = primary.substring(before);
            String restOfFailover = failover.substring(before);
            int after = inCommon(reverse(restOfPrimary), reverse(restOfFailover));
            Renaming renaming = new Renaming(
                    restOfPrimary.substring(0, restOfPrimary.length() - after),
                    restOfFailover.substring(0, restOfFailover.length() - after));
            return before + after > 0 && renaming.primary.length() >= SHORTEST && renaming.failover.length() >= SHORTEST
                    ? Optional.of(renaming)
                    : Optional.empty();
        }

        /** How many characters two texts have in common at their beginning. */
        private static int inCommon(String one, String other) {
            int mismatch = Arrays.mismatch(one.toCharArray(), other.toCharArray());
            return mismatch < 0 ? one.length() : mismatch;
        }

        private static String reverse(String text) {
            return new StringBuilder(text).reverse().toString();
        }
    }
}
