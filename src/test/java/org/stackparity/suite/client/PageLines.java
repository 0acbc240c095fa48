package org.stackparity.suite.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A page as two lists of lines in the order of the document: what a visitor reads, and what the page is built of. Layout
 * white space is folded, but U+00A0 and U+202F are kept, since they belong to formatted values.
 */
public final class PageLines {
    private static final Set<String> UNSEEN = Set.of("script", "style", "template", "noscript");
    private static final Set<String> BARE = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "dl");
    /** Attributes that a visitor reads or hears, so that they are text and follow the language. */
    private static final Set<String> SPOKEN = Set.of("alt", "title", "placeholder", "aria-label", "aria-description");

    private static final Set<String> STRUCTURAL = Set.of(
            "name",
            "type",
            "id",
            "for",
            "href",
            "src",
            "srcset",
            "action",
            "method",
            "enctype",
            "role",
            "rel",
            "target",
            "lang",
            "dir",
            "hreflang",
            "media",
            "property",
            "http-equiv",
            "charset",
            "content",
            "required",
            "disabled",
            "readonly",
            "checked",
            "selected",
            "multiple",
            "hidden",
            "open",
            "pattern",
            "min",
            "max",
            "step",
            "minlength",
            "maxlength",
            "autocomplete",
            "inputmode",
            "colspan",
            "rowspan",
            "scope",
            "loading",
            "integrity",
            "crossorigin",
            "async",
            "defer",
            "datetime",
            "value");

    /** Attributes that say more of an element than what it is and does; with {@link #SPOKEN} all that may be personal. */
    private static final Set<String> SAYING = Set.of(
            "content",
            "value",
            "href",
            "src",
            "srcset",
            "action",
            "datetime",
            "aria-valuetext",
            "aria-valuenow",
            "aria-placeholder",
            "aria-roledescription");

    private final List<Line> text = new ArrayList<>();
    private final List<Line> structure = new ArrayList<>();

    private PageLines() {}

    /** The lines of a document, as it is; mask what has to be masked before. */
    public static PageLines of(Document document) {
        PageLines lines = new PageLines();
        lines.walk(document, "");
        return lines;
    }

    /** What a visitor reads, each piece of text between two elements a line; without empty ones. */
    public List<Line> text() {
        return List.copyOf(text);
    }

    /** Elements with the attributes that say what they do; script and style contents as digests. */
    public List<Line> structure() {
        return List.copyOf(structure);
    }

    /** Whether the value of an attribute is content of the page, so that it is masked with its element. */
    static boolean isSaying(String attribute) {
        String key = attribute.toLowerCase(Locale.ROOT);
        return SPOKEN.contains(key) || SAYING.contains(key);
    }

    /** The lines as one value. */
    public static String join(List<Line> lines) {
        StringBuilder joined = new StringBuilder();
        lines.forEach(line -> joined.append(joined.isEmpty() ? "" : "\n").append(line));
        return joined.toString();
    }

    private void walk(Element element, String landmark) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode textNode) {
                add(text, landmark, fold(textNode.getWholeText()));
            } else if (child instanceof Element inner) {
                String inside = Landmarks.below(landmark, inner);
                describe(inner, inside);
                if (!UNSEEN.contains(inner.normalName())) {
                    walk(inner, inside);
                }
            }
        }
    }

    private void describe(Element element, String landmark) {
        String name = element.normalName();
        if (BARE.contains(name)) {
            add(structure, landmark, name);
        }
        if (UNSEEN.contains(name) && !element.data().isBlank()) {
            add(structure, landmark, name + " sha256=" + digest(element.data()));
        }
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            if (isSpoken(element, key)) {
                add(text, landmark, fold(attribute.getValue()));
                add(structure, landmark, name + " " + key);
            } else if (STRUCTURAL.contains(key) || key.startsWith("aria-")) {
                add(structure, landmark, name + " " + key + "=" + fold(attribute.getValue()));
            }
        }
    }

    private static boolean isSpoken(Element element, String key) {
        if (key.equals("value")) {
            return Set.of("submit", "button", "reset").contains(element.attr("type"));
        }
        if (key.equals("content")) {
            String meta = element.attr("name") + element.attr("property");
            return meta.endsWith("description") || meta.endsWith("title") || meta.equals("keywords");
        }
        return SPOKEN.contains(key);
    }

    private static void add(List<Line> lines, String landmark, String content) {
        if (!content.isEmpty()) {
            lines.add(new Line(landmark, content));
        }
    }

    /** Folds the white space of HTML's source; no-break spaces are content. */
    static String fold(String text) {
        return text.replaceAll("[ \\t\\n\\r\\f]+", " ").replaceAll("^ | $", "");
    }

    private static String digest(String data) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(data.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }

    /**
     * One line of a page.
     *
     * @param landmark where it stands, like {@code main/form#checkout}; empty outside all landmarks
     * @param content text without line breaks; never empty
     */
    public record Line(String landmark, String content) {
        @Override
        public String toString() {
            return landmark + "\t" + content;
        }
    }
}
