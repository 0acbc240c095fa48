package org.stackparity.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stackparity.model.ParityReport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonRendererTest {
    private final JsonRenderer renderer = new JsonRenderer();

    static List<Supplier<ParityReport>> reports() {
        return HtmlRendererTest.reports();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void keepsToItsSchema(Supplier<ParityReport> report) throws IOException {
        assertThat(errors(renderer.render(report.get()))).isEmpty();
    }

    @Test
    void isRefusedByTheSchemaWithAWordThatNobodyKnows() throws IOException {
        String json = renderer.render(ReportFixtures.go());
        assertThat(errors(json.replace("\"verdict\" : \"GO\"", "\"verdict\" : \"MAYBE\"")))
                .isNotEmpty();
        assertThat(errors(json.replace("\"asOf\"", "\"asof\""))).isNotEmpty();
    }

    @Test
    void saysWhatFollows() {
        JsonNode go = read(ReportFixtures.go());
        JsonNode noGo = read(ReportFixtures.noGo());
        JsonNode undecided = read(ReportFixtures.undecided());
        assertThat(go.at("/verdict").asString() + go.at("/exitCode").asInt()).isEqualTo("GO0");
        assertThat(noGo.at("/verdict").asString() + noGo.at("/exitCode").asInt())
                .isEqualTo("NO-GO1");
        assertThat(undecided.at("/verdict").asString()
                        + undecided.at("/exitCode").asInt())
                .isEqualTo("UNDECIDED2");
        assertThat(go.at("/formatVersion").asInt()).isEqualTo(1);
    }

    @Test
    void refersFromCausesToFindings() {
        JsonNode report = read(ReportFixtures.noGo());
        JsonNode cause = report.at("/causes/0");
        assertThat(cause.at("/severity").asString()).isEqualTo("blocker");
        assertThat(cause.at("/findings").asInt()).isEqualTo(3);
        assertThat(texts(cause.at("/refs"))).containsExactly("SUB-01.1", "SUB-03.1", "SUB-03.3");
        assertThat(StreamSupport.stream(report.at("/findings").spliterator(), false)
                        .map(finding -> finding.at("/ref").asString()))
                .contains("SUB-01.1", "SUB-03.1", "SUB-03.3")
                .doesNotHaveDuplicates();
    }

    @Test
    void keepsValuesToTheCharacter() {
        JsonNode finding = find(read(ReportFixtures.hostile()), "surrogates");
        assertThat(finding.at("/primary").asString()).isEqualTo("a\uD800b\uDC00c\uFFFE\uFFFFd 😀");
        assertThat(finding.at("/failover").asString()).isEqualTo("a\uD800b\uDC00c\uFFFE\uFFFFd 😀\uD83D");
    }

    @Test
    void saysHowLongAValueWasThatItCut() {
        JsonNode finding = find(read(ReportFixtures.hostile()), "huge");
        assertThat(finding.at("/primary").asString()).hasSize(10_000);
        assertThat(finding.at("/primaryLength").asInt()).isEqualTo(1_000_004);
    }

    private JsonNode read(ParityReport report) {
        return JsonMapper.builder().build().readTree(renderer.render(report));
    }

    private static JsonNode find(JsonNode report, String path) {
        return StreamSupport.stream(report.at("/findings").spliterator(), false)
                .filter(finding -> finding.at("/path").asString().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static List<Error> errors(String json) throws IOException {
        try (InputStream in = JsonRenderer.class.getResourceAsStream("report.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
            return schema.validate(json, InputFormat.JSON);
        }
    }
}
