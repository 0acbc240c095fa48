package org.stackparity.judge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.stackparity.model.EvidenceHeader;
import org.stackparity.model.Finding;
import org.stackparity.model.KnownDifference;
import org.stackparity.model.Plan;

/**
 * Everything that a judgement rests on.
 *
 * @param findings of the comparison
 * @param plan what the failover was asked; the primary's may be of another night
 * @param oneRun whether both evidences have to be of one run; false for comparisons over time
 * @param primary whose evidence
 * @param failover whose evidence
 * @param now when the question is asked; evidence must not be older than {@code fresh}
 */
public record Docket(
        List<Finding> findings,
        Plan plan,
        boolean oneRun,
        Side primary,
        Side failover,
        List<KnownDifference> knownDifferences,
        LocalDate asOf,
        Instant now,
        Duration fresh) {
    /** How old a primary's last evidence may be by default: a night and a little. */
    public static final Duration FRESH = Duration.ofHours(26);

    public Docket {
        findings = List.copyOf(findings);
        knownDifferences = List.copyOf(knownDifferences);
    }

    /**
     * One evidence.
     *
     * @param complete whether its recording finished
     * @param end when it finished, or when it began if it did not
     * @param machines node to a digest of machine and boot; empty where no host told
     */
    public record Side(
            EvidenceHeader header, boolean complete, Instant end, java.util.SortedMap<String, String> machines) {}
}
