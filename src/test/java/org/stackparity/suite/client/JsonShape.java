package org.stackparity.suite.client;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The keys and types of JSON without its values; all elements of an array share one path. */
public final class JsonShape {
    private JsonShape() {}

    /** Path to type, like {@code error.status} to {@code number}; several types stand side by side. */
    public static SortedMap<String, String> of(JsonNode tree) {
        SortedMap<String, String> shape = new TreeMap<>();
        walk(tree, "", shape);
        return shape;
    }

    private static void walk(JsonNode node, String path, SortedMap<String, String> shape) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties().forEach(field -> walk(field.getValue(), JsonLeaves.below(path, field.getKey()), shape));
        } else if (node.isArray() && !node.isEmpty()) {
            node.forEach(element -> walk(element, path + "[]", shape));
        } else {
            String type = node.getNodeType().toString().toLowerCase(Locale.ROOT);
            shape.merge(
                    path.isEmpty() ? "document" : path,
                    type,
                    (one, other) -> one.contains(other) ? one : one + " or " + other);
        }
    }
}
