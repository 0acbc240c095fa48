package org.stackparity.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.stackparity.model.Cause;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.Judgement;
import org.stackparity.model.NodeRef;
import org.stackparity.model.ParityReport;
import org.stackparity.model.Ruling;
import org.stackparity.model.RunSummary;
import org.stackparity.model.Verdict;
import org.stackparity.report.view.FindingFacts;
import org.stackparity.report.view.FindingRefs;
import org.stackparity.report.view.FindingSeries;
import org.stackparity.report.view.Tally;
import org.stackparity.report.view.Words;

/** Writes a short summary for a pull request or a chat: verdict, reasons, causes and counts. */
public final class MarkdownRenderer implements Renderer {
    private static final int REASONS = 10;
    private static final int CAUSES = 20;
    private static final int GROUPS = 5;
    private static final int SENTENCE = 400;

    @Override
    public String fileName() {
        return "report.md";
    }

    @Override
    public void render(ParityReport report, Appendable out) throws IOException {
        StringBuilder text = new StringBuilder();
        banner(report, text);
        reasons(report, text);
        causes(report.judgement(), text);
        unexplained(report, text);
        counts(report, text);
        out.append(text);
    }

    private static void banner(ParityReport report, StringBuilder text) {
        RunSummary run = report.run();
        Verdict verdict = report.ruling().verdict();
        text.append("# ").append(icon(verdict)).append(' ').append(verdict.word());
        text.append(" for ").append(Words.asked(report));
        text.append(report.plan().partial() ? ", PARTIAL\n\n" : "\n\n");
        text.append(sentence(Words.sentence(report.question(), verdict, run))).append("  \n");
        text.append("**").append(Words.promises(report)).append("**");
        Judgement.Promises promises = report.judgement().promises();
        if (promises.drillOnly() > 0) {
            text.append(String.format(Locale.ROOT, " · %,d only a drill proves", promises.drillOnly()));
        }
        if (promises.notCovered() > 0) {
            text.append(String.format(Locale.ROOT, " · %,d not covered", promises.notCovered()));
        }
        text.append("\n\n");
        List<Ruling> others = Words.others(report);
        if (!others.isEmpty()) {
            text.append(others.stream()
                    .map(other ->
                            icon(other.verdict()) + " " + other.verdict().word() + " for " + Words.of(other.question()))
                    .collect(Collectors.joining(" · ")));
            text.append("  \n");
        }
        text.append(sentence(run.pair())).append(" · primary ").append(Markdown.code(run.primary(), SENTENCE));
        text.append(" · failover ").append(Markdown.code(run.failover(), SENTENCE));
        text.append(" · ").append(Words.of(run.start()));
        text.append(" · run ").append(Markdown.code(run.runId(), SENTENCE)).append("\n");
    }

    private static void reasons(ParityReport report, StringBuilder text) {
        List<String> reasons = report.reasonsBesideCauses();
        if (reasons.isEmpty()) {
            return;
        }
        text.append('\n');
        reasons.stream()
                .limit(REASONS)
                .forEach(reason -> text.append("- ").append(sentence(reason)).append('\n'));
        if (reasons.size() > REASONS) {
            text.append("- and ")
                    .append(Words.count(reasons.size() - REASONS, "further reason"))
                    .append('\n');
        }
    }

    private static void causes(Judgement judgement, StringBuilder text) {
        if (judgement.causes().isEmpty()) {
            return;
        }
        text.append("\n| severity | cause | where | findings | what to do |\n");
        text.append("|---|---|---|---:|---|\n");
        for (Cause cause : judgement.causes().stream().limit(CAUSES).toList()) {
            row(
                    text,
                    cause.severity().word(),
                    sentence(cause.fact()),
                    sentence(cause.nodes().stream().map(NodeRef::toString).collect(Collectors.joining(", "))),
                    String.format(Locale.ROOT, "%,d", cause.findings().size()),
                    sentence(cause.advice()));
        }
        if (judgement.causes().size() > CAUSES) {
            row(text, "", "and " + Words.count(judgement.causes().size() - CAUSES, "further cause"), "", "", "");
        }
    }

    private static void unexplained(ParityReport report, StringBuilder text) {
        FindingRefs refs = new FindingRefs(report.judgement().findings());
        List<Finding> open = Tally.unexplained(report.judgement(), refs);
        if (open.isEmpty()) {
            return;
        }
        List<FindingSeries> groups = FindingSeries.of(open, refs);
        text.append("\nOpen, and explained by no cause: ")
                .append(Words.count(open.size(), "finding"))
                .append(".\n");
        for (FindingSeries series : groups.stream().limit(GROUPS).toList()) {
            text.append("\n```text\n");
            text.append(fenced(FindingFacts.of(series, report.plan()).aligned("")));
            text.append("```\n");
        }
        if (groups.size() > GROUPS) {
            text.append("\nand ")
                    .append(Words.count(groups.size() - GROUPS, "further group"))
                    .append(" in the report\n");
        }
    }

    private static void counts(ParityReport report, StringBuilder text) {
        Map<FindingKind, Integer> counts = Tally.byKind(report.judgement());
        List<String> parts = new ArrayList<>();
        counts.forEach((kind, count) -> parts.add(String.format(Locale.ROOT, "%s %,d", Words.of(kind), count)));
        text.append("\nFindings: ").append(parts.isEmpty() ? "none" : String.join(" · ", parts));
        text.append('\n');
        if (!report.judgement().notes().isEmpty()) {
            text.append('\n');
            report.judgement().notes().stream()
                    .limit(REASONS)
                    .forEach(note -> text.append("> ").append(sentence(note)).append("  \n"));
        }
    }

    private static void row(StringBuilder text, String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String sentence(String value) {
        return Markdown.text(value, SENTENCE);
    }

    /** No line of a value may close the fence that it stands in. */
    private static String fenced(String lines) {
        return lines.replace("```", "` ` `");
    }

    private static String icon(Verdict verdict) {
        return switch (verdict) {
            case GO -> "✅";
            case NO_GO -> "❌";
            case UNDECIDED -> "⚠️";
        };
    }
}
