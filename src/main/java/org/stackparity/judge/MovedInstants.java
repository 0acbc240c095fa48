package org.stackparity.judge;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stackparity.model.Finding;

/**
 * The next instants of one job that differ, on the primary and on the nodes that deviate.
 *
 * @param primary by their number in the list of the job
 * @param failover the same of those that deviate
 */
record MovedInstants(SortedMap<Integer, Instant> primary, SortedMap<Integer, Instant> failover) {
    static final String SCHEDULES = "SUB-03";
    private static final Pattern LISTED = Pattern.compile("next\\[[0-9]{4}-[0-9]{2} #([0-9]+)\\]");

    static MovedInstants of(Collection<Finding> ofJob) {
        return new MovedInstants(listed(ofJob, Finding::primary), listed(ofJob, Finding::failover));
    }

    /** Whether a finding is about the instants for which a job is scheduled. */
    static boolean isOfSchedule(Finding finding) {
        return finding.check().value().equals(SCHEDULES);
    }

    static boolean isListed(Finding finding) {
        return LISTED.matcher(finding.path()).matches();
    }

    /** By how many minutes the deviating instant of a finding is later than the primary's. */
    static Optional<Long> minutes(Finding finding) {
        return finding.primary()
                .flatMap(MovedInstants::instant)
                .flatMap(from ->
                        finding.failover().flatMap(MovedInstants::instant).map(to -> minutes(from, to)));
    }

    /** Whether a finding is no count of instants, or one that differs by so many at most. */
    static boolean isCountKept(Finding finding, int most) {
        if (!finding.path().endsWith("count")) {
            return true;
        }
        try {
            return Math.abs(Long.parseLong(finding.primary().orElse(""))
                            - Long.parseLong(finding.failover().orElse("")))
                    <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /**
     * Whether the failover's instants are the primary's, each moved by one of the shifts, in minutes. A shift may bring
     * another instant to the front, so that the first of one side is the second of the other.
     */
    boolean isBy(Set<Long> shifts) {
        for (int lag = -primary.size(); lag <= primary.size(); lag++) {
            int pairs = 0;
            boolean all = true;
            for (Map.Entry<Integer, Instant> entry : primary.entrySet()) {
                Instant other = failover.get(entry.getKey() + lag);
                if (other != null) {
                    pairs++;
                    all &= shifts.contains(minutes(entry.getValue(), other));
                }
            }
            // one pair alone would fit by chance, unless there is only one
            if (all && pairs > 0 && (lag == 0 || pairs >= 2)) {
                return true;
            }
        }
        return false;
    }

    /** The smallest shift in minutes by which all are moved; empty where no single one does. */
    Optional<Long> shift() {
        Set<Long> candidates =
                new TreeSet<>(Comparator.<Long>comparingLong(Math::abs).thenComparing(Comparator.naturalOrder()));
        if (!primary.isEmpty()) {
            Instant first = primary.get(primary.firstKey());
            failover.values().forEach(other -> candidates.add(minutes(first, other)));
        }
        return candidates.stream()
                .filter(shift -> shift != 0 && isBy(Set.of(shift)))
                .findFirst();
    }

    private static long minutes(Instant from, Instant to) {
        return Duration.between(from, to).toMinutes();
    }

    private static SortedMap<Integer, Instant> listed(
            Collection<Finding> ofJob, Function<Finding, Optional<String>> side) {
        SortedMap<Integer, Instant> instants = new TreeMap<>();
        for (Finding finding : ofJob) {
            Matcher listed = LISTED.matcher(finding.path());
            if (listed.matches()) {
                side.apply(finding)
                        .flatMap(MovedInstants::instant)
                        .ifPresent(at -> instants.put(Integer.valueOf(listed.group(1)), at));
            }
        }
        return instants;
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
