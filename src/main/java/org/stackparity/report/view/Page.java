package org.stackparity.report.view;

import java.util.List;
import org.stackparity.report.text.LineDiff;
import org.stackparity.report.text.Text;

/**
 * Everything that the HTML template draws, in the order of the page. Values are {@link Text}s, already clipped and free
 * of invisible characters; plain strings are words of ours, safe to stand in an attribute.
 *
 * @param reasons of the verdict beside the causes; may be empty
 * @param unexplained links to the open entries that no cause explains; one stands for all findings that are alike
 * @param unexplainedFindings how many findings these are, like {@code 182 findings}
 */
public record Page(
        Banner banner,
        List<Text> reasons,
        List<CauseView> causes,
        List<EntryLink> unexplained,
        String unexplainedFindings,
        List<FamilyMatrix> matrix,
        List<Legend> legend,
        List<Section> sections,
        List<ObservationView> observations,
        String observationsLeft,
        List<Text> notes,
        List<Time> times) {

    /**
     * The first screen.
     *
     * @param tone the verdict as a style word: {@code go}, {@code no-go} or {@code undecided}
     */
    public record Banner(
            String tone,
            String verdict,
            String question,
            Text sentence,
            String promises,
            String leftOut,
            boolean isPartial,
            Text primary,
            Text failover,
            Text pair,
            Text runId,
            Text suiteVersion,
            String start,
            String end,
            String took,
            String requests,
            String asOf,
            List<OtherRuling> others) {}

    /** The verdict on a question that was not asked. */
    public record OtherRuling(String tone, String verdict, String question, Text sentence, List<Text> reasons) {}

    /** One cause, with links to the entries that it explains. */
    public record CauseView(
            Text fact,
            Text rule,
            String severity,
            List<Text> nodes,
            Text advice,
            String count,
            List<EntryLink> entries,
            String left) {}

    /** One line that leads to an entry; without an address where the entry is not on the page. */
    public record EntryLink(
            String href,
            String kind,
            String glyph,
            String kindName,
            String severity,
            String check,
            Text name,
            Text path,
            Text subjects,
            Text reason) {}

    /** The checks of one family. */
    public record FamilyMatrix(String family, String title, boolean isOpen, String summary, List<CheckRow> rows) {}

    /** One check with its cases; at most one of table, strips and pills is not empty. */
    public record CheckRow(
            String check,
            Text name,
            Text promise,
            String severity,
            String summary,
            List<Text> columns,
            List<TableRow> table,
            List<Strip> strips,
            List<Cell> pills,
            String left) {}

    /** One row of a check whose cases have two dimensions. */
    public record TableRow(Text label, List<Cell> cells) {}

    /** A run of small cells. */
    public record Strip(Text label, List<Cell> cells) {}

    /** One case; the worst kind of its findings. Without a kind where the check does not have the case. */
    public record Cell(String kind, String glyph, String href, Text label, String title) {}

    /** What a glyph stands for, and how many findings are of the kind. */
    public record Legend(String kind, String glyph, String name, String count) {}

    /** All entries of some kinds, and the checks that do not take part for the same reason. */
    public record Section(
            String id,
            String title,
            String explanation,
            String count,
            List<Entry> entries,
            List<Uncovered> checks,
            String left) {}

    /** A check that does not take part. */
    public record Uncovered(String check, Text name, Text promise, Text reason) {}

    /**
     * Findings that say the same about one or more cases; or, with rows, those that differ in their values only.
     */
    public record Entry(
            String id,
            String family,
            String kind,
            String glyph,
            String kindName,
            String severity,
            String check,
            Text name,
            Text promise,
            Text path,
            Text subjects,
            List<Text> nodes,
            Text reason,
            Values values,
            List<ValueRow> rows,
            List<Fact> facts,
            String caseCount,
            List<CaseLine> cases,
            String casesLeft,
            String evidenceCount,
            List<EvidenceRow> evidence) {}

    /** One line of an entry that has many values; what the entry says for all is left out. */
    public record ValueRow(
            String id,
            Text subjects,
            List<CaseLine> cases,
            List<Text> nodes,
            Text reason,
            List<Fact> facts,
            Side primary,
            Side failover,
            List<EvidenceLink> evidence) {}

    /** A reference to an observation; without an address where it is not on the page. */
    public record EvidenceLink(String ref, String href) {}

    /** Both values: side by side, or as lines of a diff where there are any. */
    public record Values(boolean isShown, Side primary, Side failover, List<LineDiff.Row> lines) {}

    /** One value; not given where the stack has none. */
    public record Side(boolean isGiven, Text value) {}

    /** A further fact by name. */
    public record Fact(Text name, Text value) {}

    /** One case of an entry. */
    public record CaseLine(String ref, Text subject, List<Text> nodes, Text values) {}

    /** An observation behind an entry; without an address where it is not on the page. */
    public record EvidenceRow(
            String ref, String href, Text node, String round, String at, String took, String outcome, Text value) {}

    /** An observation with all its values. */
    public record ObservationView(
            String id,
            String ref,
            String check,
            Text subject,
            Text node,
            String round,
            String at,
            String took,
            String outcome,
            Text reason,
            List<Fact> faults,
            String valueCount,
            List<Fact> values,
            String left) {}

    /** How long a family took; the share of the longest in per cent. */
    public record Time(String family, String took, int share) {}
}
