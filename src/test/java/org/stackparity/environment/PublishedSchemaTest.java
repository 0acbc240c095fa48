package org.stackparity.environment;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The schemas are what editors show, so they are right by themselves too. */
class PublishedSchemaTest {
    private static final String STANDARD = "https://json-schema.org/draft/2020-12/schema";

    @ParameterizedTest
    @ValueSource(strings = {"environment", "contract", "known-differences"})
    void isAJsonSchema(String name) {
        Schema standard = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(STANDARD));

        assertThat(SchemaFiles.read(name).path("$schema").asString()).isEqualTo(STANDARD);
        assertThat(standard.validate(SchemaFiles.read(name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"environment", "contract", "known-differences"})
    void isClosed(String name) {
        for (JsonNode mapping : SchemaFiles.allMappings(name)) {
            assertThat(mapping.path("additionalProperties").isMissingNode())
                    .as("additionalProperties of %s", mapping)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"environment", "contract", "known-differences"})
    void hasExamplesAndDefaultsThatAreRight(String name) {
        JsonNode document = SchemaFiles.read(name);
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(document);
        check(document, schema, new NodePath(PathType.JSON_POINTER));
    }

    private static void check(JsonNode node, Schema schema, NodePath path) {
        if (node.isObject()) {
            List<JsonNode> samples = new ArrayList<>();
            node.path("examples").forEach(samples::add);
            if (node.has("default")) {
                samples.add(node.path("default"));
            }
            samples.forEach(sample -> assertThat(schema.getSubSchema(path).validate(sample))
                    .as("%s at %s", sample, path)
                    .isEmpty());
        }
        node.forEachEntry((key, child) -> check(child, schema, path.append(key)));
    }
}
