package org.stackparity.judge;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    /** The layer under all others of a host: what differs there, differs in everything that runs on it. */
    private static final String HOST = "os";

    private static final String DATABASE = "database";
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
        List<Finding> schedules = claims.unclaimed(MovedInstants.SCHEDULES);
        List<Finding> explained = new ArrayList<>(offsets);
        explained.addAll(claims.claim(
                finding -> nodes.containsAll(finding.nodes()) && isShiftedSchedule(finding, shifts, schedules)));
        explained.addAll(claims.claim(finding -> isShiftedCharge(finding, shift, nodes)));
        Set<String> layers = layers(offsets);
        return Optional.of(
                layers.equals(Set.of(DATABASE))
                        ? ofDatabase(shift, nodes, explained)
                        : ofHosts(shift, nodes, layers, explained));
    }

    private static Cause ofDatabase(Shift shift, List<NodeRef> nodes, List<Finding> explained) {
        return cause(
                "the database of " + Wording.roles(nodes) + " reckons with a day that begins",
                "the database behind " + Wording.nodes(nodes),
                shift,
                nodes,
                "Set the zone of the database server (or of the database or login that the application uses) to the"
                        + " primary's, reload it, and renew the connections: an open one keeps the old zone.",
                explained);
    }

    private static Cause ofHosts(Shift shift, List<NodeRef> nodes, Set<String> layers, List<Finding> explained) {
        Set<String> jobs = new TreeSet<>();
        explained.stream()
                .filter(MovedInstants::isOfSchedule)
                .forEach(finding -> finding.subject().find("job").ifPresent(jobs::add));
        boolean isWholeHost = layers.contains(HOST) || layers.isEmpty();
        String where = (isWholeHost ? "" : String.join(", ", layers) + " on ") + Wording.nodes(nodes);
        return cause(
                jobs.isEmpty() ? "scheduled work runs" : Wording.roles(nodes) + " runs " + String.join(", ", jobs),
                where,
                shift,
                nodes,
                "Set the zone of " + where + " to the primary's (/etc/localtime, TZ of the service), then restart its"
                        + " scheduler: a running daemon keeps the old zone.",
                explained);
    }

    private static Cause cause(
            String does, String where, Shift shift, List<NodeRef> nodes, String advice, List<Finding> explained) {
        String fact = does + " " + Wording.hours(shift.minutes()) + (shift.minutes() > 0 ? " later" : " earlier")
                + ": offset of " + where + " is [" + zone(shift.failover()) + "], agreed is [" + zone(shift.primary())
                + "]";
        return new Cause("clock-offset", fact, Wording.worst(explained), nodes, advice, explained);
    }

    /** The layers whose offsets differ. */
    private static Set<String> layers(List<Finding> offsets) {
        Set<String> layers = new TreeSet<>();
        offsets.stream()
                .filter(finding -> finding.findFact("fault").isEmpty())
                .forEach(finding -> finding.subject().find("layer").ifPresent(layers::add));
        return layers;
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
            return finding.isFault("layers-disagree")
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
            return MovedInstants.minutes(finding).filter(shifts::contains).isPresent();
        }
        if (!MovedInstants.isOfSchedule(finding) || finding.findFact("fault").isPresent()) {
            return false;
        }
        List<Finding> ofJob = schedules.stream()
                .filter(other -> other.subject().equals(finding.subject())
                        && other.nodes().equals(finding.nodes()))
                .toList();
        return MovedInstants.of(ofJob).isBy(shifts)
                && (MovedInstants.isListed(finding)
                        || finding.path().endsWith("digest")
                        // a shift moves at most one instant over the edge of a month, and summer time another one
                        || (finding.path().endsWith("count") && MovedInstants.isCountKept(finding, shifts.size())));
    }

    /** A charge or run on the same stack that came late by the shift, or, due within the shift, not yet. */
    private static boolean isShiftedCharge(Finding finding, Shift shift, List<NodeRef> nodes) {
        if (!finding.isOfStacksOf(nodes)) {
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
