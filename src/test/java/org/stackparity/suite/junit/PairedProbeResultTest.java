package org.stackparity.suite.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.model.Evidence;
import org.stackparity.model.Role;
import org.stackparity.whole.TwoStacks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the results of Allure say about checks that have both environments in hand. */
class PairedProbeResultTest {
    private static final String CONTRACT =
            "latency: {endpoints: [/], samples: 24, quantiles: [p50], floor: 1s, ceiling: 5s, budget: 20s}\n";

    @TempDir
    Path folder;

    private TwoStacks stacks;

    @AfterEach
    void stop() {
        stacks.close();
    }

    @Test
    void namesTheCheckItsCaseAndBothEnvironments() throws IOException {
        start(200);
        stacks.run(CONTRACT, "LAT-01");

        assertThat(results()).isNotEmpty().allSatisfy(result -> {
            assertThat(result.at("/status").asString()).isEqualTo("passed");
            assertThat(result.at("/name").asString()).startsWith("LAT-01 ").contains("/");
            assertThat(parameters(result))
                    .contains("environment=primary, failover", "primary nodes=web1", "failover nodes=web1");
        });
    }

    @Test
    void areAllThatIsWrittenOfAClassWithoutFixtures() throws IOException {
        start(200);
        stacks.run(CONTRACT, "LAT-01");

        try (Stream<Path> files = Files.list(folder.resolve("allure"))) {
            assertThat(files).isNotEmpty().allMatch(file -> file.toString().endsWith("-result.json"));
        }
    }

    @Test
    void failsWhereASampleHasAFaultAndRecordsAllOfThem() throws IOException {
        start(503);
        List<Evidence> evidence = stacks.run(CONTRACT, "LAT-01");

        assertThat(results()).isNotEmpty().allSatisfy(result -> {
            assertThat(result.at("/status").asString()).isEqualTo("failed");
            assertThat(result.at("/statusDetails/message").asString())
                    .isEqualTo("failover web1: GET / answered [503].");
        });
        assertThat(evidence.get(0).observations()).hasSizeGreaterThanOrEqualTo(24);
        assertThat(evidence.get(1).observations()).hasSameSizeAs(evidence.get(0).observations());
    }

    private List<JsonNode> results() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("allure"))) {
            return files.map(PairedProbeResultTest::read).toList();
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JsonMapper.builder().build().readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> parameters(JsonNode result) {
        return StreamSupport.stream(result.path("parameters").spliterator(), false)
                .map(one ->
                        one.path("name").asString() + "=" + one.path("value").asString())
                .toList();
    }

    private void start(int statusOfFailover) throws IOException {
        stacks = new TwoStacks(folder);
        stacks.node(Role.PRIMARY, "web1", exchange -> answer(exchange, 200));
        stacks.node(Role.FAILOVER, "web1", exchange -> answer(exchange, statusOfFailover));
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
