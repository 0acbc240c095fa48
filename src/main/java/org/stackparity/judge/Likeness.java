package org.stackparity.judge;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.NodeRef;

/**
 * What makes two findings one. For faults of a page the page itself, whatever check and locale saw it; for a step that
 * several journeys take its request; for a name or an amount in the place of another, like a host in all links, these
 * two; otherwise path and values.
 */
record Likeness(
        String path, FindingKind kind, Optional<String> primary, Optional<String> failover, List<NodeRef> nodes) {
    static Likeness of(Finding finding) {
        Optional<String> fault = finding.findFact("fault");
        Optional<String> request = finding.findFact("request");
        if (request.isPresent()) {
            return new Likeness(fault.orElse(""), finding.kind(), request, Optional.of("request"), finding.nodes());
        }
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
                    finding.path().replaceFirst("\\.(p[0-9.]+|location)$", ""),
                    finding.kind(),
                    Optional.of("ratio"),
                    Optional.of(magnitude(excess.get())),
                    finding.nodes());
        }
        Optional<Amounts> amounts = Amounts.of(finding);
        if (amounts.isPresent()) {
            // a number that says little by itself is one in the same place of a page, whatever its language
            String where = amounts.get().isTelling()
                    ? "amount"
                    : finding.findFact("landmark").orElse(finding.path()) + " of "
                            + finding.subject().find("page").orElse("" + finding.subject());
            return new Likeness(
                    where,
                    finding.kind(),
                    Optional.of(amounts.get().primary()),
                    Optional.of(amounts.get().failover()),
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
