package org.stackparity.environment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A value of a YAML file that knows where it stands. What is absent, or of another kind than asked for, is empty, so
 * that rules can look at a file whose other parts are at fault.
 */
record YamlValue(YamlDocument document, KeyPath path, JsonNode node) {

    YamlValue get(String key) {
        return new YamlValue(document, path.key(key), node.path(key));
    }

    int line() {
        return document.line(path);
    }

    boolean isPresent() {
        return !node.isMissingNode() && !node.isNull();
    }

    /** This value, or empty if the file does not have it. */
    Optional<YamlValue> asOptional() {
        return isPresent() ? Optional.of(this) : Optional.empty();
    }

    /** The entries of a list, in order. */
    List<YamlValue> items() {
        List<YamlValue> items = new ArrayList<>();
        if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                items.add(new YamlValue(document, path.index(index), node.get(index)));
            }
        }
        return items;
    }

    /** The entries of a mapping by key, in the order of the file. */
    Map<String, YamlValue> entries() {
        Map<String, YamlValue> entries = new LinkedHashMap<>();
        if (node.isObject()) {
            node.propertyNames().forEach(key -> entries.put(key, get(key)));
        }
        return entries;
    }

    Optional<String> findText() {
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    /** Text, numbers and truth values as text. */
    Optional<String> findScalar() {
        return node.isValueNode() && isPresent() ? Optional.of(node.asString()) : Optional.empty();
    }

    Optional<Integer> findInt() {
        return node.canConvertToInt() && node.isIntegralNumber() ? Optional.of(node.intValue()) : Optional.empty();
    }

    boolean isTrue() {
        return node.isBoolean() && node.booleanValue();
    }

    boolean isFalse() {
        return node.isBoolean() && !node.booleanValue();
    }

    /** The texts of a list; entries that are no text are left out. */
    List<String> texts() {
        return items().stream().flatMap(item -> item.findText().stream()).toList();
    }

    /** The entries of a mapping, each through the function, in the order of the file. */
    <V> Map<String, V> map(Function<YamlValue, V> function) {
        Map<String, V> map = new LinkedHashMap<>();
        entries().forEach((key, value) -> map.put(key, function.apply(value)));
        return map;
    }

    /**
     * The text that a schema has promised.
     *
     * @throws IllegalStateException if there is none, which is a mistake in the schema
     */
    String text() {
        return findScalar()
                .orElseThrow(
                        () -> new IllegalStateException("No text at " + path + ", although the schema wants one."));
    }
}
