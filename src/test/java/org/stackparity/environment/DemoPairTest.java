package org.stackparity.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stackparity.environment.Contract.Latency;
import org.stackparity.environment.Contract.LocaleSelection;
import org.stackparity.environment.Contract.Page;
import org.stackparity.environment.Contract.Route;
import org.stackparity.environment.Contract.Schedule;
import org.stackparity.environment.Contract.Setting;
import org.stackparity.environment.Contract.Step;
import org.stackparity.environment.Contract.Subscriptions;
import org.stackparity.environment.Environment.Host;
import org.stackparity.environment.Environment.Limits;
import org.stackparity.environment.Environment.Node;
import org.stackparity.environment.Environment.Standby;
import org.stackparity.model.Role;

class DemoPairTest {
    private static final Path FOLDER = Path.of("environments/demo");
    private static final Map<String, String> VARIABLES = Map.of("PARITY_DEMO", "/srv/demo");
    private final Pair pair = PairReader.read(FOLDER, name -> Optional.ofNullable(VARIABLES.get(name)));

    @Test
    void hasTheNameOfItsFolder() {
        assertThat(pair.name()).isEqualTo("demo");
        assertThat(pair.folder()).isEqualTo(FOLDER);
        assertThat(pair.contractDigest()).matches("[0-9a-f]{64}");
        assertThat(pair.knownDifferences()).isEmpty();
        assertThat(pair.secrets()).isEmpty();
    }

    @Test
    void hasBothEnvironmentsInTheirRoles() {
        Environment primary = pair.environment(Role.PRIMARY);
        assertThat(primary.name()).isEqualTo("dallas");
        assertThat(primary.role()).isEqualTo(Role.PRIMARY);
        assertThat(primary.colocated()).isTrue();
        assertThat(primary.networks()).hasToString("[127.10.1.0/24]");
        assertThat(primary.standby()).isEqualTo(new Standby(true, Optional.of(true)));

        Environment failover = pair.environment(Role.FAILOVER);
        assertThat(failover.name()).isEqualTo("arizona");
        assertThat(failover.role()).isEqualTo(Role.FAILOVER);
        assertThat(failover.standby()).isEqualTo(new Standby(true, Optional.of(false)));
    }

    @Test
    void saysHowToReachAnEnvironment() {
        Environment failover = pair.failover();
        assertThat(failover.web().url()).isEqualTo("http://shop.parity.test");
        assertThat(failover.web().connectTo()).contains(new Endpoint("127.20.1.10", 18210));
        assertThat(failover.web().nodes())
                .containsExactly(
                        new Node("web1", "127.20.1.11", Optional.of(18211), true),
                        new Node("web2", "127.20.1.12", Optional.of(18212), true));
        assertThat(failover.web().limits()).isEqualTo(new Limits(2000, 2000, 8));
        assertThat(failover.hostsOf("jobs"))
                .containsExactly(new Host("jobs1", "127.20.1.30", Optional.of(18330), List.of("jobs")));
        Environment.Ssh ssh = failover.ssh().orElseThrow();
        assertThat(ssh.key()).isEqualTo(Path.of("/srv/demo/ssh/id"));
        assertThat(ssh.knownHosts()).isEqualTo(Path.of("/srv/demo/ssh/known_hosts"));
        assertThat(ssh.port()).isEqualTo(22);
    }

    @Test
    void saysWhatHasToBeTheSame() {
        Contract contract = pair.contract();
        assertThat(contract.locales()).containsExactly("en-US", "de-DE", "fr-FR", "ja-JP", "ar");
        assertThat(contract.localeSelection()).isEqualTo(LocaleSelection.DEFAULT);
        assertThat(contract.pages())
                .hasSize(9)
                .contains(new Page("/checkout", Optional.empty(), true, Map.of("de-DE", "Zur Kasse"), 200))
                .contains(new Page("/maintenance", Optional.empty(), true, Map.of(), 503));
        assertThat(contract.routes()).hasSize(7).startsWith(new Route("GET", "/account", "*/*"));
        assertThat(contract.api().get(0).arrays()).isEqualTo(Map.of("/items", "sku"));
        assertThat(contract.identity()).hasSize(2);
        assertThat(contract.allow()).containsExactly("sandbox-writes");
        assertThat(contract.budget()).isEqualTo(Duration.ofMinutes(5));
        assertThat(contract.errors()).isEqualTo(new Contract.ErrorRates(0.001, 0.01));
        assertThat(contract.dependencies()).hasSize(2).allMatch(Contract.Dependency::local);
    }

    @Test
    void saysHowToWalkThroughTheShop() {
        Contract.Journey journey = pair.contract().journeys().get(0);
        assertThat(journey.name()).isEqualTo("guest-checkout");
        assertThat(journey.writes()).isTrue();
        assertThat(journey.steps().get(1))
                .isEqualTo(new Step(
                        "POST",
                        "/cart",
                        Map.of("sku", "mug-blue", "quantity", "2", "csrf", "${csrf}"),
                        Optional.empty(),
                        Map.of(),
                        Map.of(),
                        Optional.of(303)));
    }

    @Test
    void saysWhatIsScheduled() {
        Subscriptions subscriptions = pair.contract().subscriptions().orElseThrow();
        assertThat(subscriptions.schedules())
                .containsExactly(new Schedule(
                        "charge-subscriptions",
                        "jobs",
                        "etc/crontab",
                        "charge-subscriptions",
                        Optional.of(new Setting("etc/app.properties", "jobs.armed")),
                        "primary"));
        assertThat(subscriptions.ledger().orElseThrow().tolerance()).isEqualTo(Duration.ofSeconds(10));
        Contract.Canary canary = subscriptions.canary().orElseThrow();
        assertThat(canary.start().json()).contains("{\"dueInSeconds\": {seconds}}");
        assertThat(canary.dueIn()).isEqualTo(Duration.ofSeconds(10));
        assertThat(canary.count()).isEqualTo(1);
        assertThat(canary.tolerance()).isEqualTo(Duration.ofSeconds(5));
        assertThat(subscriptions.horizon()).isEqualTo(Duration.ofDays(400));
    }

    @Test
    void saysHowMuchSlowerTheFailoverMayBe() {
        assertThat(pair.contract().latency())
                .contains(new Latency(
                        0.5,
                        Duration.ofMillis(25),
                        List.of(0.5, 0.95),
                        Duration.ofMillis(1500),
                        List.of("/", "/cart", "/api/products?limit=50"),
                        List.of("/cart"),
                        80,
                        Duration.ofSeconds(30)));
    }

    /** A third of them, but at least two and no more than eight, whatever the number of nodes. */
    @ParameterizedTest
    @CsvSource({"1, 2", "2, 2", "4, 4", "10, 8"})
    void timesSomeEndpointsOfAllNodesAtOnce(int nodes, int pairs) {
        assertThat(pair.contract().latency().orElseThrow().pairsAtOnce(nodes)).isEqualTo(pairs);
    }

    @Test
    void asksAtTheEntranceForNothingThatOnlyBalancersAsk() {
        assertThat(pair.contract().smoke()).contains("/health/ready");
        assertThat(pair.contract().pathsOfTheEntrance()).containsExactly("/", "/checkout", "/api/products?limit=50");
    }

    @Test
    void needsItsEnvironmentVariable() {
        assertThatThrownBy(() -> PairReader.read(FOLDER, name -> Optional.empty()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("environments/demo/primary.yaml:19: ssh.key is [${env:PARITY_DEMO}]; expected the"
                        + " environment variable PARITY_DEMO to be set.");
    }

    @Test
    void isPlannedWithoutItsEnvironmentVariable() {
        Pair planned = PairReader.readWithoutSecrets(FOLDER);
        assertThat(planned.contract()).isEqualTo(pair.contract());
        assertThat(planned.primary().ssh().orElseThrow().key()).isEqualTo(Path.of("${env:PARITY_DEMO}/ssh/id"));
    }
}
