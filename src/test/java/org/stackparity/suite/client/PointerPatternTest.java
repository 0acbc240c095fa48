package org.stackparity.suite.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

class PointerPatternTest {
    private static final String TREE = """
            {"items": [{"sku": "A"}, {"sku": "B", "at": 1}], "none": [], "nothing": {}, "a/b": {"~": null}, "text": "x"}
            """;

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "/items, true",
        "/items/0, true",
        "/items/00, false",
        "/items/2, false",
        "/items/*/at, true",
        "/items/0/at, false",
        "/*/*/sku, true",
        "/*/1/sku/*, false",
        "/none, true",
        "/none/*, false",
        "/nothing/*, false",
        "/a~1b/~0, true",
        "/text/*, false",
        "/other, false"
    })
    void pointsAtWhatIsThere(String pointer, boolean isThere) {
        assertThat(PointerPattern.parse(pointer).isIn(Json.parse(TREE))).isEqualTo(isThere);
    }

    @ParameterizedTest
    @CsvSource({"/items/*/at, true", "/items/1/at, true", "/items/1, false", "/items/1/at/x, false", "/*/2/at, false"})
    void leadsTo(String pointer, boolean isSame) {
        assertThat(PointerPattern.parse(pointer).matches(List.of("items", "1", "at")))
                .isEqualTo(isSame);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/items/*/sku | {'items': [{'sku': 'X'}, {'sku': 'X', 'at': 1}], 'text': 'x'}",
                "/items/1 | {'items': [{'sku': 'A'}, 'X'], 'text': 'x'}",
                "/*/0/sku | {'items': [{'sku': 'X'}, {'sku': 'B', 'at': 1}], 'text': 'x'}",
                "/text | {'items': [{'sku': 'A'}, {'sku': 'B', 'at': 1}], 'text': 'X'}",
                "/text/0 | {'items': [{'sku': 'A'}, {'sku': 'B', 'at': 1}], 'text': 'x'}",
                "`` | 'X'"
            })
    void replacesWhatItPointsAt(String pointer, String replaced) {
        JsonNode tree = Json.parse("""
                {"items": [{"sku": "A"}, {"sku": "B", "at": 1}], "text": "x"}""");

        assertThat(PointerPattern.parse(pointer).replaceIn(tree, any -> StringNode.valueOf("X")))
                .isEqualTo(Json.parse(replaced.replace('\'', '"')));
    }
}
