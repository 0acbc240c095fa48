package org.stackparity.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stackparity.compare.Comparer;
import org.stackparity.compare.ComparisonResult;
import org.stackparity.judge.Docket;
import org.stackparity.judge.Judge;
import org.stackparity.model.CheckId;
import org.stackparity.model.Evidence;
import org.stackparity.model.EvidenceClosing;
import org.stackparity.model.Family;
import org.stackparity.model.Judgement;
import org.stackparity.model.KnownDifference;
import org.stackparity.model.Observation;
import org.stackparity.model.ParityReport;
import org.stackparity.model.Plan;
import org.stackparity.model.Role;
import org.stackparity.model.RunSummary;
import org.stackparity.report.ConsoleRenderer;
import org.stackparity.report.Reports;

/** Takes two evidences to a verdict, writes the report and says the exit code. */
final class Judging {
    private final QuestionOptions options;
    private final Clock clock;
    private final PrintWriter out;

    Judging(QuestionOptions options, Clock clock, PrintWriter out) {
        this.options = options;
        this.clock = clock;
        this.out = out;
    }

    /**
     * Compares, judges, writes the report into the folder and prints it.
     *
     * @param oneRun whether both evidences have to be of one run
     * @param partialAllowed whether a filtered plan may give a verdict
     */
    int judge(
            Evidence primary,
            Evidence failover,
            boolean oneRun,
            boolean partialAllowed,
            List<KnownDifference> knownDifferences,
            Path folder) {
        ComparisonResult comparison = Comparer.compare(primary, failover);
        Plan plan = failover.header().plan();
        Plan judged = partialAllowed ? new Plan(plan.checks(), plan.rounds(), false, plan.budget()) : plan;
        Judgement judgement = Judge.judge(new Docket(
                comparison.findings(),
                judged,
                oneRun,
                side(primary),
                side(failover),
                knownDifferences,
                options.asOf(clock),
                options.now(clock),
                Docket.FRESH));
        ParityReport report = new ParityReport(
                summary(primary, failover),
                plan,
                judgement,
                options.question,
                options.asOf(clock),
                cited(judgement, primary, failover));
        List<Path> files = Reports.writeAll(report, folder);
        print(report);
        out.println();
        out.println("Report: " + files.get(0));
        out.flush();
        return ExitCode.of(report.ruling().verdict());
    }

    private void print(ParityReport report) {
        boolean coloured = !options.plain && Terminal.isInteractive() && System.getenv("NO_COLOR") == null;
        try {
            new ConsoleRenderer(coloured).render(report, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Docket.Side side(Evidence evidence) {
        return new Docket.Side(
                evidence.header(),
                evidence.isComplete(),
                end(evidence),
                evidence.closing().map(EvidenceClosing::machines).orElseGet(TreeMap::new));
    }

    private static Instant end(Evidence evidence) {
        return evidence.closing()
                .map(EvidenceClosing::end)
                .orElse(evidence.header().start());
    }

    private static RunSummary summary(Evidence primary, Evidence failover) {
        String runId = primary.header().runId().equals(failover.header().runId())
                ? failover.header().runId()
                : primary.header().runId() + "+" + failover.header().runId();
        Map<Family, Duration> seconds = new EnumMap<>(Family.class);
        Map<CheckId, Family> families = new TreeMap<>();
        failover.header()
                .plan()
                .checks()
                .forEach(planned ->
                        families.put(planned.check().id(), planned.check().family()));
        for (Evidence evidence : List.of(primary, failover)) {
            for (Observation observation : evidence.observations()) {
                seconds.merge(
                        families.getOrDefault(observation.check(), Family.CUSTOM), observation.took(), Duration::plus);
            }
        }
        return new RunSummary(
                runId,
                failover.header().pair(),
                failover.header().suiteVersion(),
                primary.header().environment(),
                failover.header().environment(),
                earlier(primary.header().start(), failover.header().start()),
                List.of(end(primary), end(failover)).stream()
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                Map.of(Role.PRIMARY, (long) primary.observations().size(), Role.FAILOVER, (long)
                        failover.observations().size()),
                seconds);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static SortedMap<String, Observation> cited(Judgement judgement, Evidence primary, Evidence failover) {
        Set<String> wanted = new HashSet<>();
        judgement.findings().stream()
                .filter(finding -> finding.isOpen() || finding.kind().isUnknown())
                .forEach(finding -> wanted.addAll(finding.evidence()));
        SortedMap<String, Observation> cited = new TreeMap<>();
        cite(Role.PRIMARY, primary, wanted, cited);
        cite(Role.FAILOVER, failover, wanted, cited);
        return cited;
    }

    private static void cite(Role role, Evidence evidence, Set<String> wanted, SortedMap<String, Observation> cited) {
        for (Observation observation : evidence.observations()) {
            String reference = role.word() + ":" + observation.seq();
            if (wanted.contains(reference)) {
                cited.put(reference, observation);
            }
        }
    }
}
