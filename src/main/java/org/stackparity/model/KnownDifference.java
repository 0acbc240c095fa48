package org.stackparity.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A difference of the failover that somebody accepts, with a reason and an end. A fault is none: it is accepted only by
 * its very words, as {@code value}. Never accepts what a node of the primary shows.
 *
 * @param subject the case, exactly
 * @param path the path, exactly; that of a median stands for the middle of its pairs too
 * @param value where given, the failover's value that is accepted; any other value is not
 * @param source where it is written, as {@code file:line}
 */
public record KnownDifference(
        CheckId check,
        Case subject,
        String path,
        Optional<String> value,
        String reason,
        String owner,
        LocalDate expires,
        String source) {
    private static final String MEDIAN = ".p50";
    private static final String MIDDLE = ".location";

    /** Whether it no longer holds on the day; it holds on the day that it names. */
    public boolean isExpired(LocalDate asOf) {
        return asOf.isAfter(expires);
    }

    /** Whether it names the finding: check, case and path, and the value where it gives one. */
    public boolean names(Finding finding) {
        return check.equals(finding.check())
                && subject.equals(finding.subject())
                && (path.equals(finding.path()) || isMiddleOf(finding.path()))
                && !finding.isOf(Role.PRIMARY)
                && value.map(accepted ->
                                finding.failover().filter(accepted::equals).isPresent())
                        .orElse(finding.kind() != FindingKind.UNHEALTHY);
    }

    /** Whether a path is the middle of the pairs whose median is accepted: one of them shows that times are longer. */
    private boolean isMiddleOf(String other) {
        return path.endsWith(MEDIAN) && other.equals(path.substring(0, path.length() - MEDIAN.length()) + MIDDLE);
    }
}
