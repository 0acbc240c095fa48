package org.stackparity.suite.latency;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.model.CheckId;
import org.stackparity.model.Evidence;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.Observation;
import org.stackparity.model.Role;
import org.stackparity.whole.TwoStacks;

class EndpointLatencyTest {
    private static final String CONTRACT = """
            allow: [sandbox-writes]
            latency: {endpoints: [/, /cart], session-endpoints: [/cart], samples: 24, quantiles: [p50], margin: 50%, floor: 25ms, budget: 20s}
            """;

    @TempDir
    Path folder;

    private TwoStacks stacks;

    @AfterEach
    void stop() {
        stacks.close();
    }

    @Test
    void samplesAreTakenInPairsAfterAWarmUp() throws IOException {
        start(0, 0);
        List<Evidence> evidence = stacks.run(CONTRACT, "LAT-01");
        List<Observation> primary = evidence.get(0).observations();
        List<Observation> failover = evidence.get(1).observations();
        assertThat(primary).hasSizeGreaterThanOrEqualTo(24).hasSameSizeAs(failover);
        assertThat(pairs(primary)).isEqualTo(pairs(failover)).hasSameSizeAs(primary);
        assertThat(primary).allSatisfy(sample -> {
            assertThat(sample.check()).isEqualTo(new CheckId("LAT-01"));
            assertThat(sample.values())
                    .containsKeys("dns", "connect", "firstByte", "total", "service", "roundTrip", "seed", "order");
            assertThat(sample.values().get("service")).matches("\\d+\\.\\d{3}");
        });
        assertThat(primary)
                .extracting(sample -> sample.values().get("order"))
                .contains("primary first", "failover first");
    }

    /** So few pairs prove no quantile yet, but that nearly each failover is beyond the margin of the primary beside it. */
    @Test
    void aSlowFailoverIsFoundInAndOutsideOfASession() throws IOException {
        startSwinging(0, 120);
        String few = CONTRACT.replace("samples: 24", "samples: 18");
        List<Finding> open = stacks.findings(few, "LAT-01", "LAT-03").stream()
                .filter(Finding::isOpen)
                .toList();
        assertThat(open)
                .extracting(finding -> finding.check() + " " + finding.path() + " " + finding.kind())
                .containsExactly("LAT-01 service.location DIFFERENT", "LAT-03 service.location DIFFERENT");
    }

    @Test
    void everyNodeHasItsShareOfTheTimeThatThereIs() throws IOException {
        stacks = new TwoStacks(folder);
        for (Role role : Role.values()) {
            for (String node : List.of("web1", "web2", "web3", "web4", "web5")) {
                stacks.node(role, node, exchange -> answer(exchange, 200, 40));
            }
        }
        String hurry = CONTRACT.replace("budget: 20s", "budget: 8s");
        assertThat(stacks.run(hurry, "LAT-01").get(1).observations())
                .filteredOn(sample -> sample.pair().isPresent())
                .extracting(Observation::node)
                .contains("web1", "web2", "web3", "web4", "web5");
    }

    /** Wide times need more pairs than one after the other would give in the time that is left. */
    @Test
    void moreIsUnderWayWhereTheTimeWouldNotSuffice() throws IOException {
        Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        stacks = new TwoStacks(folder);
        stacks.node(Role.PRIMARY, "web1", exchange -> answer(exchange, 200, wide(asked, Role.PRIMARY, exchange)));
        stacks.node(Role.FAILOVER, "web1", exchange -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            LockSupport.parkNanos(wide(asked, Role.FAILOVER, exchange) * 1_000_000L);
            underWay.decrementAndGet();
            answer(exchange, 200, 0);
        });
        String brief =
                "budget: 6s\n" + CONTRACT.replace("samples: 24", "samples: 10").replace("floor: 25ms", "floor: 8ms");
        List<Observation> samples = stacks.run(brief, "LAT-01", "LAT-03").get(1).observations();
        assertThat(most.get()).isBetween(3, 8);
        for (String check : List.of("LAT-01", "LAT-03")) {
            List<Observation> ofCheck = samples.stream()
                    .filter(sample -> sample.check().value().equals(check))
                    .toList();
            assertThat(pairs(ofCheck)).hasSameSizeAs(ofCheck);
            assertThat(pairs(ofCheck)).anyMatch(pair -> pair.contains("2.1.10"));
        }
    }

    /** Nearly as often 5 ms as 60, and the same for both answers of a pair, while a path has one pair under way. */
    private static int wide(Map<String, AtomicInteger> asked, Role role, HttpExchange exchange) {
        return before(asked, role, exchange) * 7 % 13 < 6 ? 60 : 5;
    }

    /** How often the path was asked before. */
    private static int before(Map<String, AtomicInteger> asked, Role role, HttpExchange exchange) {
        return asked.computeIfAbsent(role + exchange.getRequestURI().getPath(), any -> new AtomicInteger())
                .getAndIncrement();
    }

    @Test
    void equalStacksAreAtParity() throws IOException {
        start(2, 2);
        assertThat(stacks.findings(CONTRACT, "LAT-01", "LAT-03"))
                .extracting(Finding::kind)
                .containsOnly(FindingKind.SAME);
    }

    @Test
    void aNodeThatAnswersWithErrorsHasFaultsAndNoSamples() throws IOException {
        stacks = new TwoStacks(folder);
        stacks.node(Role.PRIMARY, "web1", exchange -> answer(exchange, 200, 0));
        stacks.node(Role.FAILOVER, "web1", exchange -> answer(exchange, 503, 0));
        List<Evidence> evidence = stacks.run(CONTRACT, "LAT-01");
        assertThat(evidence.get(1).observations()).allSatisfy(sample -> {
            assertThat(sample.faults()).extracting(fault -> fault.kind()).containsExactly("http-503");
            assertThat(sample.values()).doesNotContainKey("service");
        });
    }

    @Test
    void aRedirectToASignInIsNotTimedForThePage() throws IOException {
        stacks = new TwoStacks(folder);
        stacks.node(Role.PRIMARY, "web1", exchange -> answer(exchange, 200, 0));
        stacks.node(Role.FAILOVER, "web1", exchange -> {
            exchange.getResponseHeaders().set("Location", "/login");
            answer(exchange, 302, 0);
        });
        assertThat(stacks.findings(CONTRACT, "LAT-01"))
                .extracting(Finding::kind)
                .contains(FindingKind.NOT_OBSERVED)
                .doesNotContain(FindingKind.SAME);
    }

    @Test
    void aPageThatIsNotThereIsNotTimedForOne() throws IOException {
        stacks = new TwoStacks(folder);
        stacks.node(Role.PRIMARY, "web1", exchange -> answer(exchange, 404, 0));
        stacks.node(Role.FAILOVER, "web1", exchange -> answer(exchange, 404, 0));
        assertThat(stacks.findings(CONTRACT, "LAT-01"))
                .filteredOn(Finding::isOpen)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.findFact("fault")).contains("http-404");
                    assertThat(finding.nodes()).hasSize(2);
                });
    }

    private static Set<String> pairs(List<Observation> samples) {
        Set<String> pairs = new HashSet<>();
        samples.forEach(sample -> pairs.add(sample.pair().orElseThrow()));
        return pairs;
    }

    private void start(int primaryMillis, int failoverMillis) throws IOException {
        stacks = new TwoStacks(folder);
        stacks.node(Role.PRIMARY, "web1", exchange -> answer(exchange, 200, primaryMillis));
        stacks.node(Role.FAILOVER, "web1", exchange -> answer(exchange, 200, failoverMillis));
    }

    /** Each second answer of a path takes 40 ms more on both: weather that pairs have in common. */
    private void startSwinging(int primaryMillis, int failoverMillis) throws IOException {
        Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
        stacks = new TwoStacks(folder);
        for (Role role : Role.values()) {
            int millis = role == Role.PRIMARY ? primaryMillis : failoverMillis;
            stacks.node(
                    role, "web1", exchange -> answer(exchange, 200, millis + before(asked, role, exchange) % 2 * 40));
        }
    }

    private static void answer(HttpExchange exchange, int status, int millis) throws IOException {
        LockSupport.parkNanos(millis * 1_000_000L);
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
