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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stackparity.model.Cause;
import org.stackparity.model.Finding;
import org.stackparity.model.NodeRef;

/**
 * A host's offset from UTC differs. Predicts that its schedules fire that much later or earlier, instant by instant, and
 * that what falls due within the run is charged late by just that, or not at all.
 * Long, since each kind of finding that an offset predicts has an arithmetic of its own.
 */
final class ClockOffsetRule implements CauseRule {
    private static final String OFFSETS = "SUB-01";
    private static final String SCHEDULES = "SUB-03";
    private static final Pattern NEXT = Pattern.compile("next\\[[0-9]{4}-[0-9]{2} #([0-9]+)\\]");
    /** How far a charge may be from the predicted minute: what a scheduler and a poll take. */
    private static final long SLACK_MINUTES = 2;

    @Override
    public List<Cause> explain(Claims claims) {
        Map<Shift, List<NodeRef>> shifts = new LinkedHashMap<>();
        present(claims).forEach((shift, nodes) -> shifts.put(shift, nodes));
        List<Cause> causes = new ArrayList<>();
        shifts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparingLong((Shift shift) -> -Math.abs(shift.minutes()))
                        .thenComparing(Shift::toString)))
                .forEach(
                        entry -> cause(entry.getKey(), entry.getValue(), claims).ifPresent(causes::add));
        return causes;
    }

    /** The shifts of the present day with their nodes; where only another time of the year differs, that one's. */
    private static Map<Shift, List<NodeRef>> present(Claims claims) {
        Map<Shift, List<NodeRef>> shifts = new LinkedHashMap<>();
        List<Finding> offsets = claims.unclaimed(OFFSETS).stream()
                .filter(finding -> finding.path().startsWith("offset"))
                .toList();
        Set<String> today = new TreeSet<>();
        for (boolean now : new boolean[] {true, false}) {
            for (Finding finding : offsets) {
                String place = finding.subject() + " " + finding.nodes();
                boolean counts = now == finding.path().equals("offset") && (now || !today.contains(place));
                if (counts) {
                    shift(finding).ifPresent(shift -> {
                        today.add(place);
                        shifts.computeIfAbsent(shift, any -> new ArrayList<>()).addAll(finding.nodes());
                    });
                }
            }
        }
        return shifts;
    }

    private static Optional<Cause> cause(Shift shift, List<NodeRef> nodes, Claims claims) {
        List<Finding> offsets = claims.claim(finding -> isOffset(finding, shift, nodes, claims));
        if (offsets.isEmpty()) {
            return Optional.empty();
        }
        Set<Long> shifts = new TreeSet<>();
        offsets.forEach(finding -> shift(finding).ifPresent(each -> shifts.add(each.minutes())));
        List<Finding> schedules = claims.unclaimed(SCHEDULES);
        List<Finding> explained = new ArrayList<>(offsets);
        explained.addAll(claims.claim(
                finding -> nodes.containsAll(finding.nodes()) && isShiftedSchedule(finding, shifts, schedules)));
        explained.addAll(claims.claim(finding -> isShiftedCharge(finding, shift, nodes)));
        boolean late = shift.minutes() > 0;
        TreeSet<String> jobs = new TreeSet<>();
        explained.stream()
                .filter(finding -> finding.check().value().equals(SCHEDULES))
                .forEach(finding -> finding.subject().find("job").ifPresent(jobs::add));
        String zones = "offset of " + Wording.nodes(nodes) + " is [" + zone(shift.failover()) + "], agreed is ["
                + zone(shift.primary()) + "]";
        String effect = (late ? " later" : " earlier") + ": ";
        String fact = jobs.isEmpty()
                ? "scheduled work runs " + Wording.hours(shift.minutes()) + effect + zones
                : Wording.roles(nodes) + " runs " + String.join(", ", jobs) + " " + Wording.hours(shift.minutes())
                        + effect + zones;
        return Optional.of(new Cause(
                "clock-offset",
                fact,
                Wording.worst(explained),
                nodes,
                "Set the zone of " + Wording.nodes(nodes)
                        + " to the primary's (/etc/localtime, TZ of the service), then"
                        + " restart its scheduler: a running daemon keeps the old zone.",
                explained));
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

    /**
     * The present offset itself; offsets of the same layer and nodes at the other times of the year, at most an hour of
     * summer time away; and layers that disagree on nodes where a layer has this offset.
     */
    private static boolean isOffset(Finding finding, Shift shift, List<NodeRef> nodes, Claims claims) {
        if (!finding.check().value().equals(OFFSETS) || !nodes.containsAll(finding.nodes())) {
            return false;
        }
        if (finding.findFact("fault").isPresent()) {
            return finding.findFact("fault").filter("layers-disagree"::equals).isPresent()
                    && Stream.of("offset", "offsetBelow")
                            .flatMap(fact -> finding.findFact(fact).stream())
                            .anyMatch(offset ->
                                    offset.equals(offset(shift.failover())) || offset.equals(offset(shift.primary())));
        }
        Optional<Shift> own = shift(finding);
        if (own.isEmpty() || own.get().equals(shift)) {
            return own.isPresent();
        }
        boolean beside = claims.all()
                .anyMatch(other -> other.check().value().equals(OFFSETS)
                        && other.subject().equals(finding.subject())
                        && other.nodes().equals(finding.nodes())
                        && !other.path().equals(finding.path())
                        && shift(other).filter(shift::equals).isPresent());
        return beside
                && !finding.path().equals("offset")
                && finding.path().startsWith("offset")
                && Math.abs(own.get().minutes() - shift.minutes()) <= 60;
    }

    /** Every listed instant is moved by a shift; count and digest of the instants follow only where all listed ones are. */
    private static boolean isShiftedSchedule(Finding finding, Set<Long> shifts, List<Finding> schedules) {
        if (finding.check().value().equals("SUB-15")) {
            return moved(finding).filter(shifts::contains).isPresent();
        }
        if (!finding.check().value().equals(SCHEDULES)
                || finding.findFact("fault").isPresent()) {
            return false;
        }
        List<Finding> ofJob = schedules.stream()
                .filter(other -> other.subject().equals(finding.subject())
                        && other.nodes().equals(finding.nodes()))
                .toList();
        return isSequenceShifted(ofJob, shifts)
                && (NEXT.matcher(finding.path()).matches()
                        || finding.path().endsWith("digest")
                        || isFewMoreOrLess(finding, shifts.size()));
    }

    /**
     * Whether the failover's instants are the primary's, each moved by one of the shifts. A shift may bring another
     * instant to the front, so that the first of one side is the second of the other.
     */
    private static boolean isSequenceShifted(List<Finding> ofJob, Set<Long> shifts) {
        TreeMap<Integer, Instant> primary = new TreeMap<>();
        TreeMap<Integer, Instant> failover = new TreeMap<>();
        for (Finding finding : ofJob) {
            Matcher next = NEXT.matcher(finding.path());
            if (next.matches()) {
                finding.primary()
                        .flatMap(ClockOffsetRule::instant)
                        .ifPresent(at -> primary.put(Integer.valueOf(next.group(1)), at));
                finding.failover()
                        .flatMap(ClockOffsetRule::instant)
                        .ifPresent(at -> failover.put(Integer.valueOf(next.group(1)), at));
            }
        }
        for (int lag = -primary.size(); lag <= primary.size(); lag++) {
            int pairs = 0;
            boolean all = true;
            for (Map.Entry<Integer, Instant> entry : primary.entrySet()) {
                Instant other = failover.get(entry.getKey() + lag);
                if (other != null) {
                    pairs++;
                    all &= shifts.contains(
                            Duration.between(entry.getValue(), other).toMinutes());
                }
            }
            // one pair alone would fit by chance, unless there is only one
            if (all && pairs > 0 && (lag == 0 || pairs >= 2)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Long> moved(Finding finding) {
        Optional<Instant> from = finding.primary().flatMap(ClockOffsetRule::instant);
        Optional<Instant> to = finding.failover().flatMap(ClockOffsetRule::instant);
        return from.isPresent() && to.isPresent()
                ? Optional.of(Duration.between(from.get(), to.get()).toMinutes())
                : Optional.empty();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A shift moves at most one instant over the edge of the horizon, and summer time another one. */
    private static boolean isFewMoreOrLess(Finding finding, int most) {
        try {
            return finding.path().endsWith("count")
                    && Math.abs(Long.parseLong(finding.primary().orElse(""))
                                    - Long.parseLong(finding.failover().orElse("")))
                            <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** A charge or run on the same stack that came late by the shift, or, due within the shift, not yet. */
    private static boolean isShiftedCharge(Finding finding, Shift shift, List<NodeRef> nodes) {
        boolean sameStack = finding.nodes().stream()
                .allMatch(node -> nodes.stream().anyMatch(other -> other.role() == node.role()));
        if (!sameStack || finding.nodes().isEmpty()) {
            return false;
        }
        return switch (finding.check().value()) {
            case "SUB-07", "SUB-08" ->
                switch (finding.findFact("fault").orElse("")) {
                    case "not-charged" -> shift.minutes() > 0;
                    case "late-charge", "early-charge" -> isLateBy(finding, shift);
                    default -> false;
                };
            case "SUB-06" ->
                switch (finding.findFact("fault").orElse("")) {
                    case "late-job" -> isLateBy(finding, shift);
                    case "job-never-finished" ->
                        lateness(finding)
                                .filter(late -> late <= shift.minutes() + SLACK_MINUTES)
                                .isPresent();
                    default -> false;
                };
            default -> false;
        };
    }

    private static boolean isLateBy(Finding finding, Shift shift) {
        return lateness(finding)
                .filter(late -> Math.abs(late - shift.minutes()) <= SLACK_MINUTES)
                .isPresent();
    }

    /** In minutes; negative for what came early. */
    private static Optional<Long> lateness(Finding finding) {
        return finding.findNumber("lateMillis").map(millis -> (long) (millis / 60_000));
    }

    private static String zone(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId();
    }

    private static String offset(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    }

    /** Two offsets from UTC; the second of those who deviate. */
    private record Shift(ZoneOffset primary, ZoneOffset failover) {
        /** How much later the failover's local time of day comes. */
        long minutes() {
            return ((long) primary.getTotalSeconds() - failover.getTotalSeconds()) / 60;
        }
    }
}
