package org.stackparity.suite.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.Observation;
import org.stackparity.model.Role;
import org.stackparity.model.Severity;
import org.stackparity.whole.TwoStacks;

class DeclaredMaskTest {
    private static final String CONTRACT = """
            pages: [/, /about]
            api: [{get: /api, identity: [/node, /gone]}]
            identity: ['css:footer .node', 'css:meta@content', 'css:p@title', 'css:script', 'json:/at']
            private: ['json:/customer/*', 'css:.customer']
            """;

    @TempDir
    Path folder;

    private TwoStacks stacks;

    @BeforeEach
    void start() throws IOException {
        stacks = new TwoStacks(folder);
        for (Role role : Role.values()) {
            stacks.node(role, "web1", exchange -> answer(exchange, role));
        }
    }

    @AfterEach
    void stop() {
        stacks.close();
    }

    @Test
    void saysHowOftenEachMaskWasUsed() throws IOException {
        List<Observation> primary =
                stacks.run(CONTRACT, "FUN-04", "FUN-20").get(0).observations();
        assertThat(primary)
                .filteredOn(seen ->
                        seen.check().value().equals("FUN-20") && !seen.values().isEmpty())
                .extracting(seen -> seen.subject() + " " + seen.values())
                .containsExactlyInAnyOrder(
                        "identity css:footer .node {answers=4, uses=4}",
                        "identity css:meta@content {answers=4, uses=4}",
                        "identity json:/at {answers=2, uses=2}",
                        "private json:/customer/* {answers=2, uses=2}",
                        "/api · /node {answers=2, uses=2}");
    }

    @Test
    void aMaskThatHidesNothingOnEitherStackIsAMinorFinding() throws IOException {
        List<Finding> open = unused(CONTRACT);
        assertThat(open).allSatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(FindingKind.UNHEALTHY);
            assertThat(finding.severity()).isEqualTo(Severity.MINOR);
            assertThat(finding.nodes()).hasSize(2);
        });
        assertThat(open)
                .extracting(finding -> finding.subject().toString())
                .containsExactlyInAnyOrder(
                        "identity css:p@title", "identity css:script", "private css:.customer", "/api · /gone");
        assertThat(open)
                .extracting(Finding::reason)
                .anyMatch(reason -> reason.matches("\\[css:p@title], which contract.yaml declares as identity, masked"
                        + " something in 0 of [1-9]\\d* HTML pages of the first pass\\."))
                .anyMatch(reason -> reason.matches("\\[/gone], which contract.yaml declares as identity, masked"
                        + " something in 0 of [1-9]\\d* answers to \\[/api] of the first pass\\."));
    }

    /** Also where the contract has nothing that could have it. */
    @Test
    void aMaskThatNoAnswerCouldHaveIsUnused() throws IOException {
        assertThat(unused("pages: [/]\nidentity: ['json:/node']\n"))
                .extracting(Finding::reason)
                .containsExactly(
                        "[json:/node], which contract.yaml declares as identity, masked something in 0 of 0 JSON"
                                + " answers whose values are compared of the first pass.");
    }

    @Test
    void aFilteredRunDoesNotKnow() throws IOException {
        assertThat(stacks.findings(CONTRACT, "FUN-20"))
                .extracting(Finding::kind)
                .containsOnly(FindingKind.NOT_OBSERVED);
    }

    @Test
    void aFilteredRunKnowsWhatItUsed() throws IOException {
        assertThat(stacks.findings("pages: [/]\nidentity: ['css:aside', 'css:.node']\n", "FUN-04", "FUN-20"))
                .filteredOn(finding -> finding.check().value().equals("FUN-20"))
                .extracting(finding -> finding.subject() + " " + finding.kind())
                .containsOnly("identity css:aside NOT_OBSERVED", "identity css:.node SAME");
    }

    @Test
    void masksThatMeetAreAllUsed() throws IOException {
        assertThat(unused("""
                        pages: [/]
                        api: [{get: /api, identity: [/node, /customer/name, /at]}]
                        identity: ['css:footer', 'css:footer .node', 'css:b', 'json:/node', 'json:/at', 'json:/customer']
                        private: ['css:footer', 'css:footer b', 'json:/customer/name', 'json:/*/name']
                        """)).isEmpty();
    }

    @Test
    void aMaskThatOnlyOneStackNeedsIsFoundOnTheOther() throws IOException {
        assertThat(unused("pages: [/]\nidentity: ['css:.only-primary']\n"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.nodes())
                        .extracting(node -> node.role())
                        .containsExactly(Role.FAILOVER));
    }

    private List<Finding> unused(String contract) throws IOException {
        return stacks.findingsOfAll(contract, "FUN-04", "FUN-20").stream()
                .filter(finding -> finding.check().value().equals("FUN-20") && finding.isOpen())
                .toList();
    }

    private static void answer(HttpExchange exchange, Role role) throws IOException {
        boolean isApi = exchange.getRequestURI().getPath().equals("/api");
        String only = role == Role.PRIMARY ? "<i class=only-primary>x</i>" : "";
        String text = isApi
                ? "{\"node\": \"" + role + "\", \"at\": " + System.nanoTime() + ", \"customer\": {\"name\": \"Ada\"}}"
                : "<meta name=at content=" + System.nanoTime() + "><script>ask()</script><main><p>Welcome</p>"
                        + "<i class=customer></i>" + only + "</main><footer>by <b class=node>" + role + "</b></footer>";
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", isApi ? "application/json" : "text/html");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
