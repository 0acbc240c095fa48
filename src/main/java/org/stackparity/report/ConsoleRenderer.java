package org.stackparity.report;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.stackparity.model.Cause;
import org.stackparity.model.Family;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.Judgement;
import org.stackparity.model.NodeRef;
import org.stackparity.model.ParityReport;
import org.stackparity.model.Ruling;
import org.stackparity.model.RunSummary;
import org.stackparity.model.Severity;
import org.stackparity.model.Verdict;
import org.stackparity.report.text.Clip;
import org.stackparity.report.view.FindingFacts;
import org.stackparity.report.view.FindingRefs;
import org.stackparity.report.view.FindingSeries;
import org.stackparity.report.view.Tally;
import org.stackparity.report.view.Words;

/**
 * Writes the verdict and its causes for a terminal, at most {@value #LINES} lines. Values cannot reach the terminal's
 * control: their control characters are written out. Does not print where the reports lie.
 */
public final class ConsoleRenderer implements Renderer {
    /** How many lines there are at most. */
    static final int LINES = 40;

    private static final int WIDTH = 100;
    private static final int REASONS = 4;
    private static final int CAUSES = 5;
    private static final int SENTENCE = 300;

    private final boolean isColoured;

    /** Writes with or without ANSI colours; the words are the same. */
    public ConsoleRenderer(boolean isColoured) {
        this.isColoured = isColoured;
    }

    @Override
    public String fileName() {
        return "report.txt";
    }

    @Override
    public void render(ParityReport report, Appendable out) throws IOException {
        List<String> lines = new ArrayList<>();
        banner(report, lines);
        reasons(report, lines);
        causes(report.judgement(), lines);
        List<String> end = end(report);
        unexplained(report, lines, LINES - end.size());
        lines.addAll(end);
        for (String line : lines) {
            out.append(line).append('\n');
        }
    }

    private void banner(ParityReport report, List<String> lines) {
        RunSummary run = report.run();
        Verdict verdict = report.ruling().verdict();
        lines.add(paint(toneOf(verdict), verdict.word()) + " for " + Words.asked(report)
                + (report.plan().partial() ? ", PARTIAL" : "") + " · " + Words.kept(report));
        lines.add(text(Words.sentence(report.question(), verdict, run)));
        String took =
                run.end().isAfter(run.start()) ? Words.of(Duration.between(run.start(), run.end())) : "not finished";
        lines.add(text(run.pair() + " · primary " + run.primary() + " · failover " + run.failover() + " · "
                + Words.of(run.start()) + " · " + took));
        List<String> others = new ArrayList<>();
        for (Ruling other : Words.others(report)) {
            others.add(paint(toneOf(other.verdict()), other.verdict().word()) + " for " + Words.of(other.question()));
        }
        if (!others.isEmpty()) {
            lines.add(String.join(" · ", others));
        }
    }

    private static void reasons(ParityReport report, List<String> lines) {
        List<String> reasons = report.reasonsBesideCauses();
        if (reasons.isEmpty()) {
            return;
        }
        lines.add("");
        for (String reason : reasons.stream().limit(REASONS).toList()) {
            lines.addAll(wrap("  - ", reason, 2));
        }
        more(lines, "    ", reasons.size() - REASONS, "further reason");
    }

    private void causes(Judgement judgement, List<String> lines) {
        int number = 0;
        for (Cause cause : judgement.causes().stream().limit(CAUSES).toList()) {
            number++;
            if (number == 1) {
                lines.add("");
            }
            List<String> fact = wrap(String.format(Locale.ROOT, "%2d. ", number), cause.fact(), 2);
            fact.set(
                    0,
                    paint(toneOf(cause.severity()), fact.get(0).substring(0, 3))
                            + fact.get(0).substring(3));
            lines.addAll(fact);
            String where = cause.nodes().stream().map(NodeRef::toString).collect(Collectors.joining(", "));
            lines.add(Clip.line(
                    "    " + cause.severity().word() + " · "
                            + Words.count(cause.findings().size(), "finding") + (where.isEmpty() ? "" : " · " + where),
                    WIDTH));
            lines.addAll(wrap("    → ", cause.advice(), 2));
        }
        more(lines, "    ", judgement.causes().size() - CAUSES, "further cause");
    }

    private static void unexplained(ParityReport report, List<String> lines, int last) {
        FindingRefs refs = new FindingRefs(report.judgement().findings());
        List<Finding> open = Tally.unexplained(report.judgement(), refs);
        if (open.isEmpty() || lines.size() + 3 > last) {
            return;
        }
        lines.add("");
        String heading = "Open, and explained by no cause: " + Words.count(open.size(), "finding");
        if (!report.judgement().causes().isEmpty() && open.stream().noneMatch(Finding::isOpen)) {
            // what was not settled yet when the answer was clear
            lines.add(heading + "; the report lists them");
            return;
        }
        lines.add(heading);
        for (FindingSeries series : FindingSeries.of(open, refs)) {
            List<String> facts = FindingFacts.of(series, report.plan())
                    .aligned("    ")
                    .lines()
                    .toList();
            if (lines.size() + 1 + facts.size() <= last) {
                lines.add("");
                lines.addAll(facts);
            } else if (lines.size() < last) {
                lines.add(brief(series));
            }
        }
    }

    /** A series on one line, for where its facts have no room. */
    private static String brief(FindingSeries series) {
        Finding first = series.first();
        return Clip.line(
                "    " + first.check() + " " + Words.of(first.kind()) + ", "
                        + first.severity().word() + (first.path().isEmpty() ? "" : " · " + first.path()) + " · "
                        + series.subjects(),
                WIDTH);
    }

    private static List<String> end(ParityReport report) {
        Judgement.Promises promises = report.judgement().promises();
        List<String> parts = new ArrayList<>();
        for (Map.Entry<FindingKind, Integer> entry :
                Tally.byKind(report.judgement()).entrySet()) {
            parts.add(String.format(Locale.ROOT, "%,d %s", entry.getValue(), Words.of(entry.getKey())));
        }
        List<String> lines = new ArrayList<>(List.of(
                "",
                "Findings: " + (parts.isEmpty() ? "none" : String.join(" · ", parts)),
                String.format(
                        Locale.ROOT,
                        "Promises: %,d kept of %,d · %,d only a drill proves · %,d not covered",
                        promises.kept(),
                        promises.total(),
                        promises.drillOnly(),
                        promises.notCovered())));
        lines.addAll(times(report.run().seconds()));
        return lines;
    }

    /** How long the checks of each family took, summed over those that ran side by side, the longest first. */
    private static List<String> times(Map<Family, Duration> seconds) {
        String families = seconds.entrySet().stream()
                .sorted(Map.Entry.<Family, Duration>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%s %.1f s",
                        entry.getKey().word(),
                        entry.getValue().toMillis() / 1000.0))
                .collect(Collectors.joining(" · "));
        return families.isEmpty() ? List.of() : wrap("", "Asking, side by side: " + families, 2);
    }

    private static void more(List<String> lines, String indent, int number, String noun) {
        if (number > 0) {
            lines.add(indent + "and " + Words.count(number, noun));
        }
    }

    /** The sentence in lines of the terminal's width, at most so many; later lines stand below the first one's text. */
    private static List<String> wrap(String mark, String sentence, int maximum) {
        List<String> lines = new ArrayList<>();
        String indent = " ".repeat(mark.length());
        StringBuilder line = new StringBuilder(mark);
        for (String word : text(sentence).split(" ", -1)) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
            }
            line.append(line.length() > indent.length() ? " " : "").append(word);
        }
        lines.add(line.toString());
        if (lines.size() > maximum) {
            List<String> head = new ArrayList<>(lines.subList(0, maximum));
            head.set(maximum - 1, head.get(maximum - 1) + " …");
            return head;
        }
        return lines;
    }

    private static String text(String value) {
        return Clip.line(value, SENTENCE);
    }

    private static String toneOf(Verdict verdict) {
        return switch (verdict) {
            case GO -> "1;32";
            case NO_GO -> "1;31";
            case UNDECIDED -> "1;33";
        };
    }

    private static String toneOf(Severity severity) {
        return severity.isBlocking() ? "1;31" : "1;33";
    }

    private String paint(String tone, String words) {
        return isColoured ? "\u001b[" + tone + "m" + words + "\u001b[0m" : words;
    }
}
