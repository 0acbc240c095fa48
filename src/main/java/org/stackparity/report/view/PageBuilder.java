package org.stackparity.report.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stackparity.model.Cause;
import org.stackparity.model.Coverage;
import org.stackparity.model.Family;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.Judgement;
import org.stackparity.model.ParityReport;
import org.stackparity.model.Role;
import org.stackparity.model.Ruling;
import org.stackparity.model.RunSummary;
import org.stackparity.model.Verdict;
import org.stackparity.report.text.Text;

/** Works out the page of a report. */
public final class PageBuilder {
    // LIMIT: the entries of a cause that are beyond this number stand among the entries below
    private static final int LINKS = 100;
    private static final int NAME = 120;

    private final ParityReport report;
    private final FindingRefs refs;
    private final Observations observations;
    private final Entries entries;

    private PageBuilder(ParityReport report) {
        this.report = report;
        this.refs = new FindingRefs(report.judgement().findings());
        this.observations = new Observations(report.cited());
        this.entries = new Entries(report, refs, observations);
    }

    /** The page of a report. */
    public static Page of(ParityReport report) {
        return new PageBuilder(report).build();
    }

    private Page build() {
        Judgement judgement = report.judgement();
        List<Finding> unexplained = Tally.unexplained(judgement, refs);
        return new Page(
                banner(),
                texts(report.reasonsBesideCauses()),
                judgement.causes().stream().map(this::cause).toList(),
                entries.links(unexplained),
                Words.count(unexplained.size(), "finding"),
                new Matrix(report, entries).families(),
                legend(),
                sections(),
                observations.views(),
                observations.left(),
                texts(judgement.notes()),
                times());
    }

    private Page.Banner banner() {
        RunSummary run = report.run();
        Ruling ruling = report.ruling();
        Judgement.Promises promises = report.judgement().promises();
        List<String> leftOut = new ArrayList<>();
        if (promises.drillOnly() > 0) {
            leftOut.add(String.format(Locale.ROOT, "%,d only a drill proves", promises.drillOnly()));
        }
        if (promises.notCovered() > 0) {
            leftOut.add(String.format(Locale.ROOT, "%,d not covered", promises.notCovered()));
        }
        boolean isFinished = run.end().isAfter(run.start());
        return new Page.Banner(
                tone(ruling.verdict()),
                ruling.verdict().word(),
                Words.asked(report),
                Text.clipped(Words.sentence(report.question(), ruling.verdict(), run), Entries.SENTENCE),
                Words.promises(report),
                String.join(" · ", leftOut),
                report.plan().partial(),
                Text.clipped(run.primary(), NAME),
                Text.clipped(run.failover(), NAME),
                Text.clipped(run.pair(), NAME),
                Text.clipped(run.runId(), NAME),
                Text.clipped(run.suiteVersion(), NAME),
                Words.of(run.start()),
                isFinished ? Words.of(run.end()) : "not finished",
                isFinished ? Words.of(Duration.between(run.start(), run.end())) : "not finished",
                Arrays.stream(Role.values())
                        .map(role -> String.format(
                                Locale.ROOT, "%,d %s", run.requests().getOrDefault(role, 0L), role.word()))
                        .collect(Collectors.joining(" · ")),
                report.asOf().toString(),
                Words.others(report).stream().map(this::other).toList());
    }

    private Page.OtherRuling other(Ruling ruling) {
        return new Page.OtherRuling(
                tone(ruling.verdict()),
                ruling.verdict().word(),
                Words.of(ruling.question()),
                Text.clipped(Words.sentence(ruling.question(), ruling.verdict(), report.run()), Entries.SENTENCE),
                texts(ruling.reasons()));
    }

    private static String tone(Verdict verdict) {
        return verdict.word().toLowerCase(Locale.ROOT);
    }

    private Page.CauseView cause(Cause cause) {
        List<Page.EntryLink> links = entries.links(cause.findings());
        return new Page.CauseView(
                Text.clipped(cause.fact(), Entries.SENTENCE),
                Text.clipped(cause.rule(), NAME),
                cause.severity().word(),
                cause.nodes().stream()
                        .map(node -> Text.clipped(node.toString(), NAME))
                        .toList(),
                Text.clipped(cause.advice(), Entries.SENTENCE),
                Words.count(cause.findings().size(), "finding"),
                links.stream().limit(LINKS).toList(),
                left(links.size() - LINKS, "further group"));
    }

    private List<Page.Legend> legend() {
        Map<FindingKind, Integer> counts = Tally.byKind(report.judgement());
        return Arrays.stream(FindingKind.values())
                .map(kind -> new Page.Legend(
                        kind.word(),
                        Words.glyph(kind),
                        Words.of(kind),
                        String.format(Locale.ROOT, "%,d", counts.getOrDefault(kind, 0))))
                .toList();
    }

    private List<Page.Section> sections() {
        return List.of(
                section(
                        "deviations",
                        "Deviations",
                        "The stacks are known not to be at parity here, and nobody has accepted it.",
                        EnumSet.of(
                                FindingKind.DIFFERENT,
                                FindingKind.MISSING_ON_PRIMARY,
                                FindingKind.MISSING_ON_FAILOVER,
                                FindingKind.UNHEALTHY),
                        EnumSet.noneOf(Coverage.class)),
                section(
                        "not-observed",
                        "Not observed, not proven",
                        "Required, and not seen, or seen too rarely to prove anything. Unknown is never equal.",
                        EnumSet.of(FindingKind.NOT_OBSERVED, FindingKind.NOT_PROVEN),
                        EnumSet.noneOf(Coverage.class)),
                section(
                        "not-applicable",
                        "Not applicable",
                        "Only a drill proves these: a stack is a standby by design.",
                        EnumSet.of(FindingKind.NOT_APPLICABLE),
                        EnumSet.of(Coverage.NOT_APPLICABLE)),
                section(
                        "not-covered",
                        "Not covered",
                        "The contract does not declare or allow what these need, or a filter left them out.",
                        EnumSet.of(FindingKind.NOT_AUTHORISED),
                        EnumSet.of(Coverage.NOT_COVERED, Coverage.NOT_AUTHORISED)),
                section(
                        "accepted",
                        "Accepted known differences",
                        "Each is named by a known difference that had not expired on " + report.asOf() + ".",
                        EnumSet.of(FindingKind.ACCEPTED),
                        EnumSet.noneOf(Coverage.class)),
                section(
                        "noise",
                        "Noise",
                        "Differs within each stack alike, so that it says nothing about parity.",
                        EnumSet.of(FindingKind.NOISE),
                        EnumSet.noneOf(Coverage.class)));
    }

    private Page.Section section(
            String id, String title, String explanation, Set<FindingKind> kinds, Set<Coverage> coverages) {
        List<Page.Uncovered> checks = report.plan().checks().stream()
                .filter(planned -> coverages.contains(planned.coverage()))
                .map(planned -> new Page.Uncovered(
                        planned.check().id().value(),
                        Text.of(planned.check().name()),
                        Text.of(planned.check().promise()),
                        Text.clipped(planned.reason(), Entries.LINE)))
                .toList();
        long findings = report.judgement().findings().stream()
                .filter(finding -> kinds.contains(finding.kind()))
                .count();
        return new Page.Section(
                id,
                title,
                explanation,
                String.format(Locale.ROOT, "%,d", findings + checks.size()),
                entries.of(kinds),
                checks,
                left(entries.leftOut(kinds), "further group"));
    }

    private List<Page.Time> times() {
        Map<Family, Duration> seconds = report.run().seconds();
        long longest =
                seconds.values().stream().mapToLong(Duration::toMillis).max().orElse(0);
        return seconds.entrySet().stream()
                .map(time -> new Page.Time(
                        Words.of(time.getKey()),
                        Words.of(time.getValue()),
                        longest == 0 ? 0 : (int) (time.getValue().toMillis() * 100 / longest)))
                .toList();
    }

    private static List<Text> texts(List<String> sentences) {
        return sentences.stream()
                .map(sentence -> Text.clipped(sentence, Entries.SENTENCE))
                .toList();
    }

    private static String left(long number, String noun) {
        return Entries.left(number, noun);
    }
}
