package org.stackparity.environment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas as they lie beside the pairs, where editors find them. */
final class SchemaFiles {
    private static final Path FOLDER = Path.of("environments/schema");

    private SchemaFiles() {}

    static JsonNode read(String name) {
        return JsonMapper.shared().readTree(path(name));
    }

    /** Every mapping of keys to what is said about them, at any depth. */
    static List<JsonNode> allProperties(String name) {
        return allMappings(name).stream()
                .map(mapping -> mapping.path("properties"))
                .filter(JsonNode::isObject)
                .toList();
    }

    /** Every part that describes a mapping, at any depth. */
    static List<JsonNode> allMappings(String name) {
        List<JsonNode> found = new ArrayList<>();
        collect(read(name), found);
        return found;
    }

    private static void collect(JsonNode node, List<JsonNode> found) {
        node.forEach(child -> collect(child, found));
        if (node.path("type").toString().contains("\"object\"")) {
            found.add(node);
        }
    }

    static InputStream open(String name) {
        try {
            return Files.newInputStream(path(name));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static Path path(String name) {
        return FOLDER.resolve(name + ".schema.json");
    }
}
