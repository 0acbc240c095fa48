package org.stackparity.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a schema says about one place; references to its {@code $defs} are followed. */
record SchemaPart(JsonNode document, JsonNode node) {

    /** What is said about the value of a key: by its name, or as any other key. */
    SchemaPart key(String key) {
        JsonNode named = own("properties").path(key);
        return new SchemaPart(document, named.isMissingNode() ? own("additionalProperties") : named);
    }

    SchemaPart item() {
        return new SchemaPart(document, own("items"));
    }

    /** Whether the schema knows this place at all. */
    boolean isKnown() {
        return node.isObject();
    }

    /** What is said about keys of any name. */
    SchemaPart names() {
        return new SchemaPart(document, own("propertyNames"));
    }

    /** The keys that are known by name, in the order of the schema. */
    List<String> keys() {
        return List.copyOf(own("properties").propertyNames());
    }

    /** Whether a value here is secret, so that no message may show it. */
    boolean isSecret() {
        return own("writeOnly").asBoolean(false);
    }

    /** How references are read here: {@code secret}, {@code path} or {@code text}; empty where they are not. */
    Optional<String> findReference() {
        return Optional.of(own(FileSchema.REFERENCE)).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    /** What is expected here, beginning with that word. */
    String expectation() {
        JsonNode said = own(FileSchema.EXPECTED);
        if (said.isString()) {
            return said.stringValue();
        }
        if (!words().isEmpty()) {
            return "expected " + Words.choice(words());
        }
        return switch (own("type").asString("")) {
            case "object" -> "expected a mapping" + (keys().isEmpty() ? "" : " with " + Words.keys(keys()));
            case "array" -> "expected a list";
            case "boolean" -> "expected true or false";
            case "integer" -> "expected a whole number";
            default -> "expected text";
        };
    }

    /** The words of an enumeration; empty for anything else. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        own("enum").forEach(word -> words.add(word.asString()));
        return words;
    }

    /** A keyword of this part, or of the definition that it refers to. */
    private JsonNode own(String keyword) {
        JsonNode here = node.path(keyword);
        JsonNode reference = node.path("$ref");
        if (!here.isMissingNode() || reference.isMissingNode()) {
            return here;
        }
        return new SchemaPart(document, document.at(reference.asString().substring(1))).own(keyword);
    }
}
