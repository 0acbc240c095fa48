package org.stackparity.suite.functional;

import java.util.TreeSet;
import org.stackparity.suite.client.Answer;
import org.stackparity.suite.client.Json;
import org.stackparity.suite.junit.StackException;
import tools.jackson.databind.JsonNode;

/** Says roughly what a body is, so that an error page with status 200 shows without comparing content. */
final class BodyShape {
    private BodyShape() {}

    /** The media type, and whether there is a body, or for JSON its outermost fields. */
    static String of(Answer answer) {
        String type = answer.mediaType().isEmpty() ? "no content type" : answer.mediaType();
        return type + " " + (answer.isJson() ? json(answer) : answer.text().isBlank() ? "empty" : "with content");
    }

    private static String json(Answer answer) {
        try {
            JsonNode tree = Json.read(answer);
            return tree.isObject()
                    ? new TreeSet<>(tree.propertyNames()).toString()
                    : tree.getNodeType().toString().toLowerCase(java.util.Locale.ROOT);
        } catch (StackException e) {
            return "not readable";
        }
    }
}
