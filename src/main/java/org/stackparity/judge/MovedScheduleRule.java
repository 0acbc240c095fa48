package org.stackparity.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.stackparity.model.Case;
import org.stackparity.model.Cause;
import org.stackparity.model.Finding;
import org.stackparity.model.NodeRef;

/**
 * A job is scheduled for other instants, and no offset of its host says why. Predicts every instant, count and digest of
 * that job on those nodes, month by month, and its line in the crontab; for another job only what that job's own instants say.
 */
final class MovedScheduleRule implements CauseRule {
    private static final String INVENTORY = "SUB-02";

    @Override
    public List<Cause> explain(Claims claims) {
        Map<Schedule, List<Finding>> schedules = new LinkedHashMap<>();
        claims.claim(finding -> MovedInstants.isOfSchedule(finding)
                        && finding.findFact("fault").isEmpty()
                        && finding.subject().find("job").isPresent())
                .forEach(finding -> schedules
                        .computeIfAbsent(new Schedule(finding.subject(), finding.nodes()), any -> new ArrayList<>())
                        .add(finding));
        List<Cause> causes = new ArrayList<>();
        schedules.forEach((schedule, findings) -> {
            findings.addAll(claims.claim(schedule::isEntry));
            causes.add(cause(schedule, findings));
        });
        return causes;
    }

    private static Cause cause(Schedule schedule, List<Finding> findings) {
        MovedInstants moved = MovedInstants.of(findings);
        String job = schedule.subject().get("job");
        String runs = Wording.nodes(schedule.nodes()) + " " + Wording.number(schedule.nodes(), "runs", "run") + " "
                + job + " ";
        Optional<Long> shift = findings.stream().allMatch(finding -> MovedInstants.isCountKept(finding, 1))
                ? moved.shift()
                : Optional.empty();
        String how = shift.map(minutes -> Wording.hours(minutes) + (minutes > 0 ? " later" : " earlier"))
                .orElse("at other times");
        Optional<Finding> entry = findings.stream().filter(schedule::isEntry).findFirst();
        String example = entry.isPresent()
                ? "schedule is [" + entry.get().failover().orElse("missing") + "], agreed is ["
                        + entry.get().primary().orElse("missing") + "]"
                : moved.primary().isEmpty() && moved.failover().isEmpty()
                        ? Wording.inPlaceOf(findings.subList(0, 1))
                        : "at [" + first(moved.failover()) + "], agreed is [" + first(moved.primary()) + "]";
        return new Cause(
                "moved-schedule",
                runs + how + ": " + example,
                Wording.worst(findings),
                schedule.nodes(),
                "Give " + job + " on " + Wording.nodes(schedule.nodes())
                        + " the primary's schedule, and deploy both crontabs from one source; its zone is not the reason.",
                findings);
    }

    private static String first(SortedMap<Integer, Instant> instants) {
        return instants.isEmpty() ? "none" : instants.get(instants.firstKey()).toString();
    }

    /** One job on some nodes. */
    private record Schedule(Case subject, List<NodeRef> nodes) {
        /** Whether a finding is that the line of the job in the crontab has another schedule. */
        boolean isEntry(Finding finding) {
            return finding.check().value().equals(INVENTORY)
                    && finding.path().equals("entry[" + subject.get("job") + "].schedule")
                    && finding.nodes().equals(nodes);
        }
    }
}
