package org.stackparity.suite.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.stackparity.suite.client.PageLines.Line;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.Recorder;
import tools.jackson.databind.JsonNode;

/**
 * A page as a visitor saw it, with everything masked that may differ by nature.
 *
 * @param lang the {@code lang} of the html element; empty without one
 * @param dir the {@code dir} of the html element, or of the body; empty without one
 * @param text what a visitor reads
 * @param structure what the page is built of
 * @param foreignInText hosts of the other stack that a visitor reads; none on a healthy page
 * @param foreignInStructure hosts of the other stack that the page links to or loads from; none on a healthy page
 */
public record SeenPage(
        String lang,
        String dir,
        List<Line> text,
        List<Line> structure,
        Set<String> foreignInText,
        Set<String> foreignInStructure) {
    public SeenPage {
        text = List.copyOf(text);
        structure = List.copyOf(structure);
        foreignInText = Set.copyOf(foreignInText);
        foreignInStructure = Set.copyOf(foreignInStructure);
    }

    /** The page in an answer; an answer that is no HTML is text line by line, without structure. */
    public static SeenPage of(Answer answer, Masking masking) {
        if (!answer.isHtml()) {
            List<Line> lines = text(answer, masking.declared())
                    .lines()
                    .map(PageLines::fold)
                    .filter(line -> !line.isEmpty())
                    .map(line -> new Line("", line))
                    .toList();
            return new SeenPage(
                    "", "", masked(lines, masking), List.of(), masking.foreign(PageLines.join(lines)), Set.of());
        }
        Document document = parse(answer);
        masking.declared().apply(document);
        PageLines lines = PageLines.of(document);
        Element html = document.selectFirst("html");
        Element root = html == null ? document : html;
        String dir = root.attr("dir").isEmpty() ? document.body().attr("dir") : root.attr("dir");
        return new SeenPage(
                root.attr("lang"),
                dir,
                masked(lines.text(), masking),
                masked(lines.structure(), masking),
                masking.foreign(PageLines.join(lines.text())),
                masking.foreign(PageLines.join(lines.structure())));
    }

    /** What an answer says that is no HTML; as JSON where the contract masks something in JSON. */
    private static String text(Answer answer, DeclaredMasks masks) {
        return masks.hasJson()
                ? Json.find(answer)
                        .map(masks::apply)
                        .map(JsonNode::toPrettyString)
                        .orElseGet(answer::text)
                : answer.text();
    }

    private static List<Line> masked(List<Line> lines, Masking masking) {
        return lines.stream()
                .map(line -> new Line(line.landmark(), masking.mask(line.content())))
                .toList();
    }

    /**
     * Takes down {@code text} and {@code structure}, and a fault for each of them that names the other stack.
     *
     * @throws NotObservedException if one of them is longer than what is compared line by line
     */
    public void record(Masking masking, Recorder recorder) {
        if (!text.isEmpty() && text.stream().allMatch(line -> line.content().equals(Masking.IDENTITY))) {
            throw new NotObservedException(
                    "The contract's identity masks all text of the page; expected selectors of what"
                            + " differs by nature, like css:footer .node.");
        }
        masking.requireNothingForeign(recorder, "text", foreignInText);
        masking.requireNothingForeign(recorder, "structure", foreignInStructure);
        recorder.lines("text", textLines());
        recorder.lines("structure", structureLines());
    }

    /** The text as one value, a line per piece: landmark, tabulator, text. */
    public String textLines() {
        return PageLines.join(text);
    }

    /** The structure as one value, a line per attribute or element. */
    public String structureLines() {
        return PageLines.join(structure);
    }

    static Document parse(Answer answer) {
        // Without a charset in the header jsoup looks for a byte order mark and meta elements, as browsers do.
        String charset = answer.charset().map(java.nio.charset.Charset::name).orElse(null);
        try {
            return Jsoup.parse(new ByteArrayInputStream(answer.whole()), charset, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
