package org.stackparity.suite.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.environment.Pair;
import org.stackparity.environment.PairReader;
import org.stackparity.model.Plan;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Role;
import org.stackparity.model.Safety;
import org.stackparity.plan.PlanException;
import org.stackparity.plan.Planner;
import org.stackparity.plan.Selection;

/** The estimate of a plan against the limits of the environments and the numbers of the contract. */
class EffortsTest {
    private static final String CONTRACT = """
            allow: [sandbox-writes]
            pages: [/, /cart]
            smoke: [/, /health]
            journeys:
              buy: {allow: sandbox-writes, steps: [{get: /cart}, {post: /cart}, {get: /order}]}
            latency: {endpoints: [/], samples: 36}
            dependencies:
              - {name: database, kind: database, host-role: web, address: {file: app.properties, key: database}, budget: 10ms}
            subscriptions:
              canary:
                start: {post: /canary, json: '{"in": {seconds}}'}
                id: /id
                due: /due
                due-in: 30s
                watch: '/canary/{id}'
                charges: {at: /charges, instant: at, count: 1}
                tolerance: 8s
            budget: 20s
            """;

    @TempDir
    Path folder;

    @Test
    void countsTheRequestsOfEachNodeAndRound() throws IOException {
        Map<Role, Long> smoke = proposal("FUN-02", "").effort().requests();
        assertThat(smoke).containsExactlyInAnyOrderEntriesOf(Map.of(Role.PRIMARY, 480L, Role.FAILOVER, 320L));
        assertThat(proposal("FUN-05", "").effort().requestsOf(Role.PRIMARY)).isEqualTo(12);
        assertThat(proposal("LAT-01", "").effort().requestsOf(Role.PRIMARY)).isEqualTo(80);
        assertThat(proposal("NET-10", "").effort().requestsOf(Role.PRIMARY)).isZero();
    }

    @Test
    void takesAsLongAsTheLimitsDemand() throws IOException {
        assertThat(proposal("FUN-02", "limits: {requests-per-second: 1}").estimate())
                .isEqualTo(Duration.ofSeconds(480 + 320));
        assertThat(proposal("FUN-02", "limits: {connections: 1}").estimate())
                .isEqualTo(Duration.ofMillis((480 + 320) * 40));
        assertThat(proposal("NET-02", "limits: {connects-per-second: 10}").estimate())
                .isEqualTo(Duration.ofSeconds(2 * 600 / (10 / 2)));
    }

    @Test
    void takesAsLongAsTheCanaryFliesHoweverFastTheStackIs() throws IOException {
        assertThat(proposal("SUB-07", "limits: {requests-per-second: 1000}").estimate())
                .isEqualTo(Duration.ofSeconds(30 + 8 + 2));
    }

    @Test
    void aSlowLimitIsRefusedAndAFastOneFits() throws IOException {
        Selection smoke = new Selection(Set.of(), Set.of("FUN-02"), Safety.S2);
        assertThatThrownBy(() -> plan("limits: {requests-per-second: 1}", smoke))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("about [800 s] and the budget is [20 s]; the longest are FUN-02 800 s");
        assertThat(plan("limits: {requests-per-second: 100}", smoke).estimate()).isEqualTo(Duration.ofMillis(8_000));
    }

    private PlannedCheck proposal(String id, String limits) throws IOException {
        return new JUnitSuiteRunner()
                .propose(pair(limits), List.of()).stream()
                        .filter(planned -> planned.check().id().value().equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    private Plan plan(String limits, Selection selection) throws IOException {
        Pair pair = pair(limits);
        return Planner.plan(
                new JUnitSuiteRunner().propose(pair, List.of()),
                selection,
                pair.contract().budget());
    }

    private Pair pair(String limits) throws IOException {
        write("primary", "dallas", "[{name: web1, address: 127.0.0.1}, {name: web2, address: 127.0.0.2}]", limits);
        write("failover", "arizona", "[{name: web1, address: 127.0.0.3}]", limits);
        Files.writeString(folder.resolve("contract.yaml"), CONTRACT);
        return PairReader.readWithoutSecrets(folder);
    }

    private void write(String role, String name, String nodes, String limits) throws IOException {
        Files.writeString(folder.resolve(role + ".yaml"), """
                environment: %s
                role: %s
                colocated: true
                web:
                  url: http://shop.parity.test
                  nodes: %s
                  %s
                networks: [127.0.0.0/8]
                shell-command: [sh, -s, '{node}']
                hosts: %s
                """.formatted(
                        name, role, nodes, limits, nodes.replace("}", ", roles: [web]}")));
    }
}
