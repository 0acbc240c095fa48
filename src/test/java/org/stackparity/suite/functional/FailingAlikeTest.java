package org.stackparity.suite.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.Role;
import org.stackparity.whole.TwoStacks;

/** Two stacks that fail in the same way are unhealthy twice, and never the same, unless the contract says that they may. */
class FailingAlikeTest {
    private static final String LATENCY =
            "latency: {endpoints: [/gone, /cart], session-endpoints: [/cart], samples: 24, "
                    + "quantiles: [p50], budget: 20s}\n";

    @TempDir
    Path folder;

    private final AtomicInteger writes = new AtomicInteger();
    private TwoStacks stacks;

    @BeforeEach
    void start() throws IOException {
        stacks = new TwoStacks(folder);
        for (Role role : Role.values()) {
            stacks.node(role, "web1", this::answer);
        }
    }

    @AfterEach
    void stop() {
        stacks.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FUN-02 | smoke: [/gone]                       | http-404",
                "FUN-03 | routes: [GET /gone]                  | missing-route",
                "FUN-03 | routes: [GET /old]                   | missing-route",
                "FUN-03 | pages: [/gone]                       | missing-route",
                "FUN-03 | routes: [{route: GET /cart, status: 401}] | http-200",
                "FUN-04 | api: [{get: /gone}]                  | http-404",
                "FUN-04 | api: [{get: /cart, status: 203}]     | http-200",
                "FUN-06 | error-pages: [GET /cart]             | no-error",
                "FUN-06 | error-pages: [GET /broken]           | http-500",
                "FUN-06 | error-pages: [{route: GET /gone, status: 410}] | http-404",
                "FUN-18 | routes: [PUT /gone]                  | missing-route",
                "FUN-19 | error-pages: [DELETE /broken]        | http-500",
                "HDR-02 | cors: {path: /gone, allowed: [], denied: ['https://evil.example']} | http-404",
                "HDR-04 | redirects: [/cart]                   | no-redirect",
                "HDR-04 | redirects: [/gone]                   | no-redirect",
                "HDR-04 | redirects: [/leads-nowhere]          | http-404",
                "HDR-05 | api: [{get: /gone}]                  | http-404",
            })
    void isAFaultOnBoth(String check, String contract, String fault) throws IOException {
        assertThat(open(contract, check)).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(FindingKind.UNHEALTHY);
            assertThat(finding.findFact("fault")).contains(fault);
            assertThat(finding.nodes()).hasToString("[primary web1, failover web1]");
        });
    }

    @Test
    void isNotSeenWhereBothHoldUsOff() throws IOException {
        assertThat(stacks.findings("smoke: [/closed]", "FUN-02"))
                .extracting(Finding::kind)
                .contains(FindingKind.NOT_OBSERVED)
                .doesNotContain(FindingKind.SAME);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FUN-02 | {smoke: [/gone, /closed], routes: [{route: GET /gone, status: 404}, {route: GET /closed, status: 403}]}",
                "FUN-02 | {smoke: [/broken], pages: [{path: /broken, status: 500}]}",
                "FUN-03 | routes: [GET /closed, GET /sign-in-first, {route: GET /gone, status: 404}, GET /picky]",
                "FUN-04 | api: [{get: /gone, status: 404}]",
                "FUN-06 | error-pages: [GET /gone, GET /old, {route: GET /broken, status: 500}]",
                "FUN-18 | routes: [POST /picky, PUT /picky]",
                "FUN-19 | error-pages: [DELETE /gone]",
                "HDR-04 | {redirects: [/leads-nowhere], error-pages: [{route: GET /gone, status: 404}]}",
                "HDR-04 | redirects: [/sign-in-first]",
            })
    void isTheSameWhereTheContractSaysSo(String check, String contract) throws IOException {
        assertThat(stacks.findings(sandbox(contract), check))
                .extracting(Finding::kind)
                .isNotEmpty()
                .containsOnly(FindingKind.SAME);
    }

    @Test
    void timesNoErrorAsIfItWereThePage() throws IOException {
        assertThat(open(LATENCY, "LAT-01", "LAT-03")).singleElement().satisfies(finding -> {
            assertThat(finding.subject().get("endpoint")).isEqualTo("/gone");
            assertThat(finding.kind()).isEqualTo(FindingKind.UNHEALTHY);
            assertThat(finding.findFact("fault")).contains("http-404");
            assertThat(finding.nodes()).hasToString("[primary web1, failover web1]");
        });
    }

    @Test
    void timesADeclaredErrorAsThePageThatItIs() throws IOException {
        assertThat(stacks.findings(sandbox(LATENCY + "error-pages: [{route: GET /gone, status: 404}]"), "LAT-01"))
                .extracting(Finding::kind)
                .containsOnly(FindingKind.SAME);
    }

    @Test
    void breaksASessionAlike() throws IOException {
        assertThat(open("latency: {endpoints: [/once], session-endpoints: [/once]}", "SES-02"))
                .extracting(finding -> finding.path() + " "
                        + finding.findFact("fault").orElse("") + " "
                        + finding.nodes().size())
                .containsExactly("foreign-cookie http-400 2", "neighbours-cookie http-400 2");
    }

    @Test
    void asksOfARouteThatWritesOnlyWhereTheSandboxMayBeWrittenTo() throws IOException {
        String contract = "routes: [GET /cart, POST /picky]\nerror-pages: [GET /gone, DELETE /gone]\n";
        List<Finding> findings = stacks.findings(contract, "FUN-03", "FUN-06", "FUN-18", "FUN-19");
        assertThat(writes).hasValue(0);
        assertThat(findings)
                .extracting(finding -> finding.check() + " " + finding.subject().get("route") + " " + finding.kind())
                .contains(
                        "FUN-03 GET /cart SAME",
                        "FUN-06 GET /gone SAME",
                        "FUN-18 POST /picky NOT_AUTHORISED",
                        "FUN-19 DELETE /gone NOT_AUTHORISED");
    }

    @Test
    void sendsNothingThatWritesInChecksThatRead() throws IOException {
        stacks.findings(
                sandbox("routes: [GET /cart, POST /picky]\nerror-pages: [GET /gone, DELETE /gone]\n"),
                "FUN-03",
                "FUN-06");
        assertThat(writes).hasValue(0);
    }

    private List<Finding> open(String contract, String... checks) throws IOException {
        return stacks.findings(sandbox(contract), checks).stream()
                .filter(Finding::isOpen)
                .toList();
    }

    private static String sandbox(String contract) {
        return contract.startsWith("{")
                ? "{allow: [sandbox-writes], " + contract.substring(1)
                : "allow: [sandbox-writes]\n" + contract;
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("GET")) {
            writes.incrementAndGet();
        }
        switch (exchange.getRequestURI().getPath()) {
            case "/cart" -> {
                exchange.getResponseHeaders().add("Set-Cookie", "sid=5f1c0b7e9a2d4c68; Path=/");
                reply(exchange, 200);
            }
            case "/closed" -> reply(exchange, 403);
            case "/old" -> reply(exchange, 410);
            case "/picky" -> reply(exchange, 415);
            case "/broken" -> reply(exchange, 500);
            case "/leads-nowhere" -> redirect(exchange, "/gone");
            case "/sign-in-first" -> redirect(exchange, "/closed");
            case "/once" -> once(exchange);
            default -> reply(exchange, 404);
        }
    }

    /** Chokes on its own cookie. */
    private static void once(HttpExchange exchange) throws IOException {
        boolean isReplay = exchange.getRequestHeaders().containsKey("Cookie");
        if (!isReplay) {
            exchange.getResponseHeaders().add("Set-Cookie", "sid=5f1c0b7e9a2d4c68; Path=/");
        }
        reply(exchange, isReplay ? 400 : 200);
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().add("Location", location);
        reply(exchange, 302);
    }

    private static void reply(HttpExchange exchange, int status) throws IOException {
        byte[] body = "{\"said\": \"something\"}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
