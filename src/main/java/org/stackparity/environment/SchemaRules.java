package org.stackparity.environment;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Finds what a file's schema does not allow, and says it as a sentence with key path and line. */
final class SchemaRules {
    private final FileSchema schema;
    private final Faults faults;
    private final Set<KeyPath> misspelt = new HashSet<>();

    SchemaRules(FileSchema schema, Faults faults) {
        this.schema = schema;
        this.faults = faults;
    }

    /** Finds the faults of a file; what is known of a value already is not said again. */
    void check(YamlDocument document) {
        Set<String> said = new HashSet<>();
        for (Error error : errors(document)) {
            if (!isBranch(error) && said.add(error.getInstanceLocation() + " " + topic(error))) {
                add(valueAt(document, error.getInstanceLocation()), error);
            }
        }
    }

    /** The errors with unknown keys first, so that a misspelt key is not missed as well. */
    private List<Error> errors(YamlDocument document) {
        return schema.validate(document.content()).stream()
                .sorted(Comparator.comparing(error -> !error.getKeyword().equals("additionalProperties")))
                .toList();
    }

    /** Whether the error is about one branch of a choice; the choice has an error of its own. */
    private static boolean isBranch(Error error) {
        return error.getSchemaLocation().getFragment().getParent().contains("oneOf");
    }

    /** What an error is about beside the value itself: a value that is wrong in two ways is reported once. */
    private static String topic(Error error) {
        return switch (error.getKeyword()) {
            case "required", "additionalProperties", "propertyNames" -> error.getProperty();
            case "oneOf", "not" -> error.getKeyword();
            default -> "";
        };
    }

    private void add(YamlValue value, Error error) {
        SchemaPart part = schema.holderOf(error);
        switch (error.getKeyword()) {
            case "additionalProperties" -> unknownKey(value, part, error.getProperty());
            case "required" -> missingKey(value, part, error.getProperty());
            case "propertyNames" -> wrongKey(value, part, error.getProperty());
            case "oneOf", "not" -> wrongKeys(value, part, error);
            case "uniqueItems" -> repeatedItems(value);
            default -> wrongValue(value, part);
        }
    }

    private void unknownKey(YamlValue mapping, SchemaPart part, String key) {
        Optional<String> meant = NearestWord.find(key, part.keys());
        meant.ifPresent(word -> misspelt.add(mapping.get(word).path()));
        faults.add(
                mapping.get(key),
                "is an unknown key; expected " + Words.choice(part.keys()) + "." + NearestWord.hint(meant));
    }

    private void missingKey(YamlValue mapping, SchemaPart part, String key) {
        YamlValue missing = mapping.get(key);
        if (!misspelt.contains(missing.path())) {
            faults.add(missing, "is missing; " + part.key(key).expectation() + ".");
        }
    }

    private void wrongKey(YamlValue mapping, SchemaPart part, String key) {
        faults.addAboutKey(
                mapping,
                key,
                "has the key " + Quoted.text(key) + "; " + part.names().expectation() + ".");
    }

    /** A choice of keys that was not made, or made twice. */
    private void wrongKeys(YamlValue mapping, SchemaPart part, Error error) {
        boolean isMisspelt = error.getSchemaNode().findValues("required").stream()
                .flatMap(JsonNode::valueStream)
                .anyMatch(key -> misspelt.contains(mapping.get(key.asString()).path()));
        if (!isMisspelt && mapping.node().isObject()) {
            faults.add(
                    mapping,
                    "has the keys "
                            + Quoted.text(String.join(", ", mapping.entries().keySet())) + "; " + part.expectation()
                            + ".");
        }
    }

    private void repeatedItems(YamlValue list) {
        Set<JsonNode> seen = new HashSet<>();
        for (YamlValue item : list.items()) {
            if (!seen.add(item.node())) {
                faults.add(item, "is " + Quoted.value(item.node()) + " again; expected each entry once.");
            }
        }
    }

    private void wrongValue(YamlValue value, SchemaPart part) {
        if (faults.isKnown(value)) {
            return;
        }
        String found = part.isSecret() ? "[hidden]" : Quoted.value(value.node());
        String hint = part.isSecret() ? "" : NearestWord.hint(value.findText().orElse(""), part.words());
        faults.add(value, "is " + found + "; " + part.expectation() + "." + hint);
    }

    private static YamlValue valueAt(YamlDocument document, NodePath location) {
        YamlValue value = document.root();
        for (int step = 0; step < location.getNameCount(); step++) {
            Object element = location.getElement(step);
            value = element instanceof Integer index ? value.items().get(index) : value.get(element.toString());
        }
        return value;
    }
}
