package org.stackparity.store.shop.visit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads the JSON of the API. Instants are ISO 8601 in UTC. */
public final class Json {
    public static final String CONTENT_TYPE = "application/json; charset=utf-8";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static byte[] bytes(Object body) {
        return MAPPER.writeValueAsBytes(body);
    }

    /** Reads a document; a text that is none gives a {@link tools.jackson.core.JacksonException}. */
    public static JsonNode tree(byte[] body) {
        return MAPPER.readTree(body);
    }
}
