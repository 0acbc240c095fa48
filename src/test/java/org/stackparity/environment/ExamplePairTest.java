package org.stackparity.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stackparity.environment.PairFile.Kind;
import tools.jackson.databind.JsonNode;

/** The template that newcomers copy has everything, and explains it. */
class ExamplePairTest {
    private static final Path FOLDER = Path.of("environments/example");

    @Test
    void isRight() {
        Pair pair = PairReader.readWithoutSecrets(FOLDER);

        assertThat(pair.name()).isEqualTo("example");
        assertThat(pair.failover().shellCommand()).isPresent();
        assertThat(pair.contract().signIn()).contains("customer-login");
        assertThat(pair.knownDifferences()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void tellsEditorsWhereItsSchemaIs(Kind kind) throws IOException {
        String schema = "../schema/" + kind.schema() + ".schema.json";

        assertThat(Files.readAllLines(FOLDER.resolve(kind.fileName())))
                .first()
                .isEqualTo("# yaml-language-server: $schema=" + schema);
        assertThat(FOLDER.resolve(schema)).isRegularFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"environment", "contract", "known-differences"})
    void explainsEveryKeyOfTheSchema(String schema) throws IOException {
        List<SchemaKey> all = allKeys(schema);
        Set<SchemaKey> explained = new HashSet<>();
        for (Kind kind : Kind.values()) {
            if (kind.schema().equals(schema)) {
                explained.addAll(explainedKeys(PairFile.in(FOLDER, kind), all));
            }
        }

        all.removeAll(explained);
        assertThat(all).as("keys without a comment").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"environment", "contract", "known-differences"})
    void describesEveryKeyInTheSchema(String schema) {
        for (JsonNode properties : SchemaFiles.allProperties(schema)) {
            properties.forEachEntry(
                    (key, said) -> assertThat(said.path("description").asString(""))
                            .as("the description of %s in %s", key, schema)
                            .endsWith("."));
        }
    }

    /** The schemas have one place; what the program reads is that. */
    @ParameterizedTest
    @ValueSource(strings = {"environment", "contract", "known-differences"})
    void hasTheSchemaOfTheProgram(String schema) {
        assertThat(FileSchema.class.getResourceAsStream(schema + ".schema.json"))
                .hasSameContentAs(SchemaFiles.open(schema));
    }

    private static List<SchemaKey> allKeys(String schema) {
        List<SchemaKey> keys = new ArrayList<>();
        for (JsonNode properties : SchemaFiles.allProperties(schema)) {
            properties.propertyNames().forEach(key -> keys.add(new SchemaKey(properties, key)));
        }
        return keys;
    }

    /** The keys that a file uses and explains, and those that it cannot use but names in a comment. */
    private static Set<SchemaKey> explainedKeys(PairFile file, List<SchemaKey> all) throws IOException {
        Faults faults = new Faults();
        String text = FileText.read(file, faults).orElseThrow();
        YamlDocument document = new YamlReader(faults).read(file, text).orElseThrow();
        Comments comments = new Comments(text.lines().toList());
        Map<SchemaKey, Boolean> used = new HashMap<>();
        collect(document.root(), FileSchema.of(file.kind()).root(), comments, used);
        return all.stream()
                .filter(key -> used.getOrDefault(key, comments.name(key.key())))
                .collect(Collectors.toSet());
    }

    private static void collect(YamlValue value, SchemaPart part, Comments comments, Map<SchemaKey, Boolean> used) {
        part.keys().stream().map(value::get).filter(YamlValue::isPresent).forEach(written -> {
            List<Object> steps = written.path().steps();
            String key = steps.get(steps.size() - 1).toString();
            used.merge(new SchemaKey(properties(part), key), comments.explain(written.line()), Boolean::logicalOr);
        });
        value.items().forEach(item -> collect(item, part.item(), comments, used));
        value.entries().forEach((key, entry) -> collect(entry, part.key(key), comments, used));
    }

    private static JsonNode properties(SchemaPart part) {
        JsonNode reference = part.node().path("$ref");
        return reference.isMissingNode()
                ? part.node().path("properties")
                : part.document().at(reference.asString().substring(1)).path("properties");
    }

    /** A key of a mapping that the schema describes. */
    private record SchemaKey(JsonNode properties, String key) {
        @Override
        public String toString() {
            return key + " of " + properties.propertyNames();
        }
    }

    private record Comments(List<String> lines) {
        boolean explain(int line) {
            return lines.get(line - 1).contains(" # ")
                    || line > 1 && lines.get(line - 2).strip().startsWith("#");
        }

        boolean name(String key) {
            Pattern named = Pattern.compile("#.*\\b" + Pattern.quote(key) + "(:|,| or )");
            return lines.stream().anyMatch(line -> named.matcher(line).find());
        }
    }
}
