package org.stackparity.suite.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.Role;
import org.stackparity.whole.TwoStacks;

class SessionChecksTest {
    private static final String CONTRACT = """
            allow: [sandbox-writes]
            latency: {endpoints: [/, /cart], session-endpoints: [/cart]}
            """;
    private static final String STORE = """
            dependencies:
              - {name: store, kind: sessions, host-role: web, budget: 10ms, address: {file: app.properties, key: sessions}}
            """;
    private static final String GUARDED = "; Path=/; HttpOnly; SameSite=Lax";

    @TempDir
    Path folder;

    private TwoStacks stacks;

    @BeforeEach
    void primaryHasTwoNodesWithOneStore() throws IOException {
        stacks = new TwoStacks(folder);
        Set<String> store = ConcurrentHashMap.newKeySet();
        stacks.node(Role.PRIMARY, "web1", exchange -> answer(exchange, store, GUARDED, false));
        stacks.node(Role.PRIMARY, "web2", exchange -> answer(exchange, store, GUARDED, false));
    }

    @AfterEach
    void stop() {
        stacks.close();
    }

    @Test
    void sharedSessionsAndRenewedForeignOnesAreTheSame() throws IOException {
        failover(ConcurrentHashMap.newKeySet(), Optional.empty(), GUARDED, false);
        assertThat(stacks.findings(CONTRACT, "SES-02", "SES-03"))
                .extracting(Finding::kind)
                .containsOnly(FindingKind.SAME);
    }

    @Test
    void aNodeThatDoesNotKnowItsNeighboursSessionsDiffers() throws IOException {
        failover(ConcurrentHashMap.newKeySet(), Optional.of(ConcurrentHashMap.newKeySet()), GUARDED, false);
        assertThat(open(CONTRACT, "SES-02")).singleElement().satisfies(finding -> {
            assertThat(finding.path()).isEqualTo("neighbours-cookie");
            assertThat(finding.primary()).contains("continues");
            assertThat(finding.failover()).contains("new session");
            assertThat(finding.nodes()).hasToString("[failover web1, failover web2]");
        });
    }

    @Test
    void stacksWhoseNodesKeepTheirOwnSessionsAreTheSame() throws IOException {
        Set<String> another = ConcurrentHashMap.newKeySet();
        stacks.node(Role.PRIMARY, "web2", exchange -> answer(exchange, another, GUARDED, false));
        failover(ConcurrentHashMap.newKeySet(), Optional.of(ConcurrentHashMap.newKeySet()), GUARDED, false);
        assertThat(stacks.findings(CONTRACT, "SES-02"))
                .extracting(Finding::kind)
                .containsOnly(FindingKind.SAME);
    }

    @Test
    void aServerErrorForAForeignCookieIsAFault() throws IOException {
        failover(ConcurrentHashMap.newKeySet(), Optional.empty(), GUARDED, true);
        assertThat(open(CONTRACT, "SES-02"))
                .extracting(finding ->
                        finding.path() + " " + finding.findFact("fault").orElse(""))
                .containsExactly("foreign-cookie http-500");
    }

    @Test
    void aCookieThatScriptsCanReadDiffers() throws IOException {
        failover(ConcurrentHashMap.newKeySet(), Optional.empty(), "; Path=/; SameSite=Lax", false);
        assertThat(open(CONTRACT, "SES-03"))
                .allSatisfy(finding -> assertThat(finding.path()).isEqualTo("cookie[sid].HttpOnly"))
                .isNotEmpty();
    }

    @Test
    void aCookieForTheSiteOfTheOtherStackIsAFault() throws IOException {
        failover(ConcurrentHashMap.newKeySet(), Optional.empty(), GUARDED + "; Domain=.dallas.parity.test", false);
        assertThat(open(CONTRACT, "SES-03"))
                .extracting(finding -> finding.findFact("fault").orElse(""))
                .contains("other-stack");
    }

    @Test
    void aCookieForTheOwnSiteIsTheSameWithAndWithoutADot() throws IOException {
        Set<String> store = ConcurrentHashMap.newKeySet();
        for (String node : List.of("web1", "web2")) {
            stacks.node(
                    Role.PRIMARY,
                    node,
                    exchange -> answer(exchange, store, GUARDED + "; Domain=dallas.parity.test", false));
        }
        failover(ConcurrentHashMap.newKeySet(), Optional.empty(), GUARDED + "; Domain=.arizona.parity.test", false);
        assertThat(stacks.findings(CONTRACT, "SES-03"))
                .extracting(Finding::kind)
                .containsOnly(FindingKind.SAME);
    }

    @Test
    void aShopWithoutSessionCookieIsNotObserved() throws IOException {
        stacks.node(Role.FAILOVER, "web1", SessionChecksTest::plain);
        List<Finding> findings = stacks.findings(CONTRACT, "SES-02");
        assertThat(findings).extracting(Finding::kind).containsOnly(FindingKind.NOT_OBSERVED);
        assertThat(findings.toString()).contains("sets no cookie that stays the same");
    }

    @Test
    void aStoreInTheOtherSiteIsAFault() throws IOException {
        addresses("10.1.0.25:6379");
        assertThat(open(STORE, "SES-04")).singleElement().satisfies(finding -> {
            assertThat(finding.findFact("fault")).contains("foreign-address");
            assertThat(finding.reason()).contains("[10.1.0.25:6379]", "dallas");
        });
    }

    @Test
    void aStoreInTheOwnSiteIsTheSame() throws IOException {
        addresses("10.2.0.25:6379");
        assertThat(stacks.findings(STORE, "SES-04")).extracting(Finding::kind).containsOnly(FindingKind.SAME);
    }

    @Test
    void aStoreInNeitherSiteIsAFault() throws IOException {
        addresses("192.0.2.1:6379");
        assertThat(open(STORE, "SES-04"))
                .extracting(Finding::reason)
                .first()
                .asString()
                .contains("neither site");
    }

    private void addresses(String ofFailover) throws IOException {
        stacks.environment(Role.PRIMARY, "networks: [10.1.0.0/16]\n");
        stacks.environment(Role.FAILOVER, "networks: [10.2.0.0/16]\n");
        TwoStacks.write(stacks.host(Role.PRIMARY, "web1", "web"), "app.properties", "sessions=10.1.0.25:6379\n");
        TwoStacks.write(stacks.host(Role.FAILOVER, "web1", "web"), "app.properties", "sessions=" + ofFailover + "\n");
    }

    private void failover(Set<String> store, Optional<Set<String>> ofSecond, String attributes, boolean breaks)
            throws IOException {
        stacks.node(Role.FAILOVER, "web1", exchange -> answer(exchange, store, attributes, breaks));
        stacks.node(Role.FAILOVER, "web2", exchange -> answer(exchange, ofSecond.orElse(store), attributes, breaks));
    }

    private List<Finding> open(String contract, String check) throws IOException {
        return stacks.findings(contract, check).stream().filter(Finding::isOpen).toList();
    }

    private static void answer(HttpExchange exchange, Set<String> store, String attributes, boolean breaks)
            throws IOException {
        String cookie = exchange.getRequestHeaders().getFirst("Cookie");
        String sid = cookie == null ? "" : cookie.replaceFirst(".*sid=([^;]*).*", "$1");
        if (store.contains(sid)) {
            plain(exchange);
            return;
        }
        if (breaks && !sid.isEmpty()) {
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
            return;
        }
        String fresh = UUID.randomUUID().toString();
        store.add(fresh);
        exchange.getResponseHeaders().add("Set-Cookie", "sid=" + fresh + attributes);
        plain(exchange);
    }

    private static void plain(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }
}
