package org.stackparity.suite.client;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/**
 * Says where in an answer a value stands, as the contract writes it: {@code css:form input[name=csrf]@value},
 * {@code json:/items/0/id}, {@code header:Location} or {@code cookie:sid}.
 *
 * @param attribute of the element that a {@code css:} selector finds; empty for its text
 */
public record Selector(Kind kind, String where, Optional<String> attribute) {
    private static final Pattern CSS = Pattern.compile("(.+?)(?:@([\\w:-]+))?");

    /** What is looked into. */
    public enum Kind {
        CSS,
        JSON,
        HEADER,
        COOKIE
    }

    /** @throws IllegalArgumentException if the text begins with none of the four words */
    public static Selector parse(String text) {
        int colon = text.indexOf(':');
        String where = text.substring(colon + 1);
        return switch (text.substring(0, Math.max(0, colon))) {
            case "css" -> css(where);
            case "json" -> new Selector(Kind.JSON, where, Optional.empty());
            case "header" -> new Selector(Kind.HEADER, where, Optional.empty());
            case "cookie" -> new Selector(Kind.COOKIE, where, Optional.empty());
            default ->
                throw new IllegalArgumentException(
                        "The selector [" + text + "] has to begin with css:, json:, header: or cookie:.");
        };
    }

    private static Selector css(String where) {
        Matcher matcher = CSS.matcher(where);
        return matcher.matches()
                ? new Selector(Kind.CSS, matcher.group(1), Optional.ofNullable(matcher.group(2)))
                : new Selector(Kind.CSS, where, Optional.empty());
    }

    /** The first value in an answer to a visitor; empty where it is not there. Code points are kept. */
    public Optional<String> find(Answer answer, Session session) {
        return switch (kind) {
            case CSS -> answer.isHtml() ? findIn(SeenPage.parse(answer)) : Optional.empty();
            case JSON -> Json.find(answer).map(tree -> tree.at(where)).flatMap(Selector::scalar);
            case HEADER -> answer.header(where);
            case COOKIE -> session.cookie(where);
        };
    }

    /** Whether it looks into what an answer holds, and not beside it. */
    boolean isOfContent() {
        return kind == Kind.CSS || kind == Kind.JSON;
    }

    /** The value in what an answer holds; of a page all of them in their order, joined by a semicolon. */
    Optional<String> findAll(MaskedAnswer.Content content) {
        return kind == Kind.CSS
                ? content.page().flatMap(this::findAllIn)
                : content.json().map(tree -> tree.at(where)).flatMap(Selector::scalar);
    }

    private Optional<String> findAllIn(Element page) {
        List<String> found = page.select(where).stream()
                .flatMap(element -> valueOf(element).stream())
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", found));
    }

    private Optional<String> findIn(Element page) {
        return Optional.ofNullable(page.selectFirst(where)).flatMap(this::valueOf);
    }

    private Optional<String> valueOf(Element element) {
        if (attribute.isEmpty()) {
            return Optional.of(PageLines.fold(element.wholeText()));
        }
        return Optional.of(attribute.get()).filter(element::hasAttr).map(element::attr);
    }

    private static Optional<String> scalar(JsonNode node) {
        return node.isMissingNode()
                ? Optional.empty()
                : Optional.of(node.isString() ? node.asString() : node.toString());
    }
}
