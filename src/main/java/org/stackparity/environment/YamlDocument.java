package org.stackparity.environment;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * A YAML file as data, with the line of each of its values.
 *
 * @param lines key path to line, from 1; a value of a mapping stands on the line of its key
 */
record YamlDocument(PairFile file, JsonNode content, Map<KeyPath, Integer> lines) {
    YamlDocument {
        lines = Map.copyOf(lines);
    }

    /** Where the file lies; paths in it are relative to this folder. */
    Path folder() {
        return Objects.requireNonNullElse(file.path().getParent(), Path.of(""));
    }

    YamlValue root() {
        return new YamlValue(this, KeyPath.ROOT, content);
    }

    /** The line of a value, or of the nearest one around it where the file does not have it. */
    int line(KeyPath path) {
        KeyPath around = path;
        while (!lines.containsKey(around) && !around.steps().isEmpty()) {
            around = new KeyPath(around.steps().subList(0, around.steps().size() - 1));
        }
        return lines.getOrDefault(around, 1);
    }
}
