package org.stackparity.environment;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Finds what a file's schema does not allow, and says it as a sentence with key path and line. */
final class SchemaRules {
    private final FileSchema schema;
    private final Faults faults;

    SchemaRules(FileSchema schema, Faults faults) {
        this.schema = schema;
        this.faults = faults;
    }

    void check(YamlDocument document) {
        Set<String> said = new HashSet<>();
        for (Error error : schema.validate(document.content())) {
            if (!isBranch(error) && said.add(error.getInstanceLocation() + " " + topic(error))) {
                add(document, error);
            }
        }
    }

    /** Whether the error is about one branch of a choice; the choice has an error of its own. */
    private static boolean isBranch(Error error) {
        NodePath location = error.getSchemaLocation().getFragment();
        return location.getParent() != null && location.getParent().contains("oneOf");
    }

    /** What an error is about beside the value itself: a value that is wrong in two ways is reported once. */
    private static String topic(Error error) {
        return error.getProperty() != null
                ? error.getProperty()
                : error.getKeyword().equals("oneOf") || error.getKeyword().equals("not") ? error.getKeyword() : "";
    }

    private void add(YamlDocument document, Error error) {
        YamlValue value = valueAt(document, error.getInstanceLocation());
        SchemaPart part = schema.holderOf(error);
        switch (error.getKeyword()) {
            case "additionalProperties" -> unknownKey(value, part, error.getProperty());
            case "required" -> missingKey(value, part, error.getProperty());
            case "propertyNames" -> wrongKey(value, part, error.getProperty());
            case "uniqueItems" -> repeatedItems(value);
            case "oneOf", "not" -> faults.add(value, "is " + found(value, part) + "; " + part.expectation() + ".");
            default -> wrongValue(value, part);
        }
    }

    private void unknownKey(YamlValue mapping, SchemaPart part, String key) {
        faults.add(
                mapping.get(key),
                "is an unknown key; expected " + Words.choice(part.keys()) + "." + NearestWord.hint(key, part.keys()));
    }

    private void missingKey(YamlValue mapping, SchemaPart part, String key) {
        faults.add(mapping.get(key), "is missing; " + part.key(key).expectation() + ".");
    }

    private void wrongKey(YamlValue mapping, SchemaPart part, String key) {
        SchemaPart names = new SchemaPart(part.document(), part.node().path("propertyNames"));
        faults.add(mapping.get(key), "has the key " + Quoted.text(key) + "; " + names.expectation() + ".");
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
        faults.add(
                value,
                "is " + found(value, part) + "; " + part.expectation() + "."
                        + value.findText()
                                .filter(text -> !part.isSecret())
                                .map(text -> NearestWord.hint(text, part.words()))
                                .orElse(""));
    }

    private static String found(YamlValue value, SchemaPart part) {
        return part.isSecret() ? "[hidden]" : Quoted.value(value.node());
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
