package org.stackparity.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.stackparity.measure.ErrorRate;
import org.stackparity.model.CheckId;
import org.stackparity.model.Comparison;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.Plan;
import org.stackparity.model.PlannedCheck;

/**
 * How often a stack is told from itself, counted over runs. What has to differ between two stacks does not count, since
 * it cannot differ here. A fault is none of comparing: a page that always fails would be refused on any stack.
 */
final class Calibration {
    private static final int MOST_NOISE = 40;

    private final Map<CheckId, Counts> checks = new TreeMap<>();
    private final Map<String, Integer> noise = new TreeMap<>();
    private final Counts verdicts = new Counts();
    private Duration took = Duration.ZERO;

    /** What a run came to. */
    enum Outcome {
        SILENT,
        UNDECIDED,
        FAULT,
        ALARM;

        String word() {
            return switch (this) {
                case SILENT -> "no difference";
                case UNDECIDED -> "undecided";
                case FAULT -> "a fault of the stack itself";
                case ALARM -> "FALSE ALARM";
            };
        }
    }

    /** How often a check, or the verdict, was asked, saw a difference, saw a fault, and stayed open. */
    private static final class Counts {
        private int runs;
        private int alarms;
        private int faults;
        private int undecided;

        void add(Outcome outcome) {
            runs++;
            alarms += outcome == Outcome.ALARM ? 1 : 0;
            faults += outcome == Outcome.FAULT ? 1 : 0;
            undecided += outcome == Outcome.UNDECIDED ? 1 : 0;
        }

        boolean isClean() {
            return alarms == 0 && faults == 0 && undecided == 0;
        }

        String line(String what) {
            return String.format(
                    Locale.ROOT,
                    "%-16s %6d %8d %15.1f %% %8d %10d",
                    what,
                    runs,
                    alarms,
                    100 * ErrorRate.provenAtMost(runs, alarms),
                    faults,
                    undecided);
        }
    }

    /** Counts a run. */
    Outcome add(Plan plan, List<Finding> findings, Duration time) {
        took = took.plus(time);
        List<Finding> counted = findings.stream()
                .filter(finding -> finding.kind() != FindingKind.DIFFERENT
                        || plan.find(finding.check())
                                .filter(planned ->
                                        planned.check().ruleFor(finding.path()).comparison() == Comparison.DIFFER)
                                .isEmpty())
                .toList();
        for (PlannedCheck planned : plan.required()) {
            CheckId id = planned.check().id();
            checks.computeIfAbsent(id, any -> new Counts())
                    .add(outcome(counted.stream()
                            .filter(finding -> finding.check().equals(id))
                            .toList()));
        }
        Set<String> varying = new HashSet<>();
        counted.stream()
                .filter(finding -> finding.kind() == FindingKind.NOISE)
                .forEach(finding -> varying.add(finding.check() + " " + finding.subject() + " " + finding.path()));
        varying.forEach(each -> noise.merge(each, 1, Integer::sum));
        Outcome outcome = outcome(counted.stream()
                .filter(finding ->
                        finding.severity().isBlocking() || finding.kind().isUnknown())
                .toList());
        verdicts.add(outcome);
        return outcome;
    }

    private static Outcome outcome(List<Finding> findings) {
        if (findings.stream().anyMatch(finding -> finding.isOpen() && finding.kind() != FindingKind.UNHEALTHY)) {
            return Outcome.ALARM;
        }
        if (findings.stream().anyMatch(Finding::isOpen)) {
            return Outcome.FAULT;
        }
        return findings.stream().anyMatch(finding -> finding.kind().isUnknown()) ? Outcome.UNDECIDED : Outcome.SILENT;
    }

    /** Whether each run would have been a GO. */
    boolean isClean() {
        return verdicts.isClean();
    }

    /** The table, the checks that are not clean first, and the noise that the runs learned, the most frequent first. */
    List<String> lines(String environment) {
        List<String> lines = new ArrayList<>();
        lines.add(environment + " beside itself, " + verdicts.runs + " runs of "
                + took.dividedBy(Math.max(1, verdicts.runs)).toSeconds() + " s on average");
        lines.add(String.format(
                Locale.ROOT,
                "%-16s %6s %8s %17s %8s %10s",
                "",
                "runs",
                "alarms",
                "proven at most",
                "faults",
                "undecided"));
        lines.add(verdicts.line("whole verdict"));
        checks.entrySet().stream()
                .sorted(Comparator.comparing(check -> check.getValue().isClean()))
                .forEach(check -> lines.add(check.getValue().line(check.getKey().value())));
        lines.add("alarms: differences of the stack to itself; proven at most: their rate, one-sided 95 %.");
        lines.add("");
        lines.add(noise.isEmpty() ? "Nothing varied by itself." : "Varies by itself, and is compared by its shape:");
        noise.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_NOISE)
                .forEach(each ->
                        lines.add("  " + each.getKey() + "  in " + each.getValue() + " of " + verdicts.runs + " runs"));
        if (noise.size() > MOST_NOISE) {
            lines.add("  and " + (noise.size() - MOST_NOISE) + " more");
        }
        return lines;
    }
}
