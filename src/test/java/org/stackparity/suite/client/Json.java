package org.stackparity.suite.client;

import java.util.Optional;
import org.stackparity.model.Fault;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.StackException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON answers so that numbers keep their written form and no key is lost. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    /**
     * The JSON of an answer.
     *
     * @throws StackException if the answer is no JSON
     */
    public static JsonNode read(Answer answer) {
        try {
            return parse(answer.text());
        } catch (JacksonException e) {
            throw new StackException(
                    new Fault(
                            "not-json",
                            "",
                            answer.ask() + " answered [" + answer.mediaType() + "] that is no JSON: "
                                    + PersonalData.mask(e.getOriginalMessage()) + "."),
                    e);
        }
    }

    /**
     * The JSON of an answer that has to say something: two stacks that say nothing are not the same.
     *
     * @throws NotObservedException if it is an empty object or list
     */
    public static JsonNode readSome(Answer answer) {
        JsonNode tree = read(answer);
        if (tree.isContainer() && tree.isEmpty()) {
            throw new NotObservedException(answer.ask() + " answered [" + tree + "]; expected values to compare.");
        }
        return tree;
    }

    /** The JSON of an answer; empty where it is none. */
    static Optional<JsonNode> find(Answer answer) {
        try {
            return Optional.of(parse(answer.text()));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** @throws JacksonException if the text is no JSON, or says a key twice */
    static JsonNode parse(String text) {
        JsonNode tree = MAPPER.readTree(text);
        return tree == null ? MAPPER.missingNode() : tree;
    }
}
