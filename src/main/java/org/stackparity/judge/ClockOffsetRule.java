package org.stackparity.judge;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.stackparity.model.Cause;
import org.stackparity.model.Finding;
import org.stackparity.model.NodeRef;

/**
 * A host's offset from UTC differs. Predicts that its schedules fire that much later or earlier, instant by instant, and
 * that what falls due within the run is charged late or not at all.
 */
final class ClockOffsetRule implements CauseRule {
    private static final String SCHEDULES = "SUB-03";

    @Override
    public List<Cause> explain(Claims claims) {
        Map<Shift, List<NodeRef>> shifts = new LinkedHashMap<>();
        claims.unclaimed("SUB-01").stream()
                .filter(finding -> finding.path().equals("offset"))
                .forEach(finding -> shift(finding)
                        .ifPresent(shift -> shifts.computeIfAbsent(shift, any -> new ArrayList<>())
                                .addAll(finding.nodes())));
        List<Cause> causes = new ArrayList<>();
        shifts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparingLong(shift -> -Math.abs(shift.minutes()))))
                .forEach(entry -> causes.add(cause(entry.getKey(), entry.getValue(), claims)));
        return causes;
    }

    private static Cause cause(Shift shift, List<NodeRef> nodes, Claims claims) {
        List<Finding> schedules = claims.unclaimed(SCHEDULES).stream()
                .filter(finding -> nodes.containsAll(finding.nodes()))
                .toList();
        List<Finding> explained = new ArrayList<>(claims.claim(finding -> isOffset(finding, shift, nodes)));
        explained.addAll(claims.claim(finding -> isShiftedSchedule(finding, shift, nodes, schedules)));
        boolean late = shift.minutes() > 0;
        explained.addAll(claims.claim(finding -> late && isMissedCharge(finding)));
        TreeSet<String> jobs = new TreeSet<>();
        explained.stream()
                .filter(finding -> finding.check().value().equals(SCHEDULES))
                .forEach(finding -> finding.subject().find("job").ifPresent(jobs::add));
        String zones = "offset of " + Wording.nodes(nodes) + " is [" + zone(shift.failover()) + "], primary ["
                + zone(shift.primary()) + "]";
        String effect = (late ? " later" : " earlier") + ": ";
        String fact = jobs.isEmpty()
                ? "scheduled work runs " + Wording.hours(shift.minutes()) + effect + zones
                : "failover runs " + String.join(", ", jobs) + " " + Wording.hours(shift.minutes()) + effect + zones;
        return new Cause(
                "clock-offset",
                fact,
                Wording.worst(explained),
                nodes,
                "Set the zone of " + Wording.nodes(nodes)
                        + " to the primary's (/etc/localtime, TZ of the service), then"
                        + " restart its scheduler: a running daemon keeps the old zone.",
                explained);
    }

    private static Optional<Shift> shift(Finding finding) {
        try {
            return finding.primary().isPresent() && finding.failover().isPresent()
                    ? Optional.of(new Shift(
                            ZoneOffset.of(finding.primary().get()),
                            ZoneOffset.of(finding.failover().get())))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Offsets of the same two zones, also at the other times of the year, and layers that disagree for that reason. */
    private static boolean isOffset(Finding finding, Shift shift, List<NodeRef> nodes) {
        if (!finding.check().value().equals("SUB-01") || !nodes.containsAll(finding.nodes())) {
            return false;
        }
        return finding.findFact("fault")
                .map("layers-disagree"::equals)
                .orElseGet(() -> shift(finding)
                        .map(other -> Math.abs(other.minutes() - shift.minutes()) <= 60)
                        .orElse(false));
    }

    /** Every instant is moved by the shift; count and digest of the instants follow only where all listed ones are. */
    private static boolean isShiftedSchedule(
            Finding finding, Shift shift, List<NodeRef> nodes, List<Finding> schedules) {
        if (!finding.check().value().equals(SCHEDULES) || !nodes.containsAll(finding.nodes())) {
            return false;
        }
        List<Finding> instants = schedules.stream()
                .filter(other -> other.subject().equals(finding.subject()))
                .filter(other -> moved(other).isPresent())
                .toList();
        boolean allMoved = !instants.isEmpty()
                && instants.stream().allMatch(other -> moved(other).get() == shift.minutes());
        if (moved(finding).isPresent()) {
            return moved(finding).get() == shift.minutes();
        }
        return allMoved && (finding.path().endsWith("digest") || isOneMoreOrLess(finding));
    }

    private static Optional<Long> moved(Finding finding) {
        try {
            return finding.primary().isPresent() && finding.failover().isPresent()
                    ? Optional.of(Duration.between(
                                    Instant.parse(finding.primary().get()),
                                    Instant.parse(finding.failover().get()))
                            .toMinutes())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A shift moves at most one instant over the edge of the horizon. */
    private static boolean isOneMoreOrLess(Finding finding) {
        try {
            return finding.path().endsWith("count")
                    && Math.abs(Long.parseLong(finding.primary().orElse(""))
                                    - Long.parseLong(finding.failover().orElse("")))
                            <= 1;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isMissedCharge(Finding finding) {
        String fault = finding.findFact("fault").orElse("");
        return (finding.check().value().equals("SUB-07")
                        || finding.check().value().equals("SUB-08"))
                && (fault.equals("not-charged") || fault.equals("late-charge"));
    }

    private static String zone(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId();
    }

    /** Two offsets from UTC. */
    private record Shift(ZoneOffset primary, ZoneOffset failover) {
        /** How much later the failover's local time of day comes. */
        long minutes() {
            return (primary.getTotalSeconds() - failover.getTotalSeconds()) / 60;
        }
    }
}
