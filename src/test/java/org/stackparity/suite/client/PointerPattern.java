package org.stackparity.suite.client;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON pointer (RFC 6901) in which {@code *} stands for any one step. */
record PointerPattern(List<String> pattern) {
    PointerPattern {
        pattern = List.copyOf(pattern);
    }

    /** The pattern of a pointer; the empty one points at the whole. */
    static PointerPattern parse(String pointer) {
        if (pointer.isEmpty()) {
            return new PointerPattern(List.of());
        }
        List<String> steps = new ArrayList<>();
        for (String step : pointer.substring(1).split("/", -1)) {
            steps.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return new PointerPattern(steps);
    }

    /** Whether it points at what these steps lead to. */
    boolean matches(List<String> steps) {
        if (steps.size() != pattern.size()) {
            return false;
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!isAt(i, steps.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether it points at something in a tree. */
    boolean isIn(JsonNode tree) {
        return isIn(tree, 0);
    }

    private boolean isIn(JsonNode node, int depth) {
        if (depth == pattern.size()) {
            return true;
        }
        if (node.isObject()) {
            return node.properties().stream()
                    .anyMatch(field -> isAt(depth, field.getKey()) && isIn(field.getValue(), depth + 1));
        }
        int index = 0;
        for (JsonNode element : node) {
            if (isAt(depth, Integer.toString(index)) && isIn(element, depth + 1)) {
                return true;
            }
            index++;
        }
        return false;
    }

    /** The tree with other values in place of those that it points at; objects and arrays are changed in place. */
    JsonNode replaceIn(JsonNode tree, UnaryOperator<JsonNode> other) {
        return replaceIn(tree, 0, other);
    }

    private JsonNode replaceIn(JsonNode node, int depth, UnaryOperator<JsonNode> other) {
        if (depth == pattern.size()) {
            return other.apply(node);
        }
        if (node instanceof ObjectNode object) {
            List.copyOf(object.propertyNames()).stream()
                    .filter(name -> isAt(depth, name))
                    .forEach(name -> object.set(name, replaceIn(object.get(name), depth + 1, other)));
        }
        if (node instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                if (isAt(depth, Integer.toString(index))) {
                    array.set(index, replaceIn(array.get(index), depth + 1, other));
                }
            }
        }
        return node;
    }

    private boolean isAt(int depth, String step) {
        return pattern.get(depth).equals("*") || pattern.get(depth).equals(step);
    }
}
