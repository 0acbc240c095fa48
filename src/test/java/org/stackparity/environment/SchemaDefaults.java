package org.stackparity.environment;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The defaults that a schema promises, by the keys that lead to them. */
record SchemaDefaults(JsonNode schema) {
    static SchemaDefaults of(String name) {
        return new SchemaDefaults(SchemaFiles.read(name));
    }

    String text(String... keys) {
        return at(keys).asString();
    }

    List<String> texts(String... keys) {
        return at(keys).valueStream().map(JsonNode::asString).toList();
    }

    private JsonNode at(String... keys) {
        JsonNode here = schema;
        for (String key : keys) {
            here = here.required("properties").required(key);
        }
        return here.required("default");
    }
}
