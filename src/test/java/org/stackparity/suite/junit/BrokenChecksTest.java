package org.stackparity.suite.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.environment.ConfigurationException;
import org.stackparity.environment.Environment;
import org.stackparity.environment.Pair;
import org.stackparity.model.Coverage;
import org.stackparity.model.Outcome;
import org.stackparity.model.Role;
import org.stackparity.suite.trial.CheckJar;
import org.stackparity.suite.trial.Contracts;
import org.stackparity.suite.trial.TinyStack;
import org.stackparity.suite.trial.Trial;

/** A team's own checks that break are never taken for checks that found nothing. */
class BrokenChecksTest {
    private static final String IMPORTS = """
            import java.time.*;
            import java.util.*;
            import org.junit.jupiter.api.*;
            import org.stackparity.model.*;
            import org.stackparity.suite.junit.*;
            """;

    @TempDir
    Path scratch;

    @Test
    void aProbeThatBreaksAfterItsSamplesIsAnErrorOnEveryNode() throws IOException {
        Path jar = CheckJar.of(scratch.resolve("ProbeParity.jar"), Map.of("ProbeParity", IMPORTS + """
                @PairedProbe
                class ProbeParity {
                    @ParityCheck(id = "ACME-02", name = "acme.probe", promise = "Kept.", severity = Severity.CRITICAL)
                    void probes(PairedTarget target) {
                        for (Role role : Role.values()) {
                            target.nodes(role).forEach(node -> target.record(role, node, "1", Instant.now(),
                                    Instant.now(), Duration.ZERO, List.of(), Map.of("kept", "yes")));
                        }
                        Assertions.fail("the promise is broken");
                    }
                }
                """), Set.of());

        Trial trial = run(jar, "ACME-02");

        for (Role role : Role.values()) {
            assertThat(trial.of(role)).anySatisfy(seen -> {
                assertThat(seen.outcome()).isEqualTo(Outcome.ERROR);
                assertThat(seen.reason()).contains("the promise is broken");
            });
        }
    }

    @Test
    void aRoundThatBreaksBeforeItAsksIsAnError() throws IOException {
        Path jar = CheckJar.of(scratch.resolve("RoundParity.jar"), Map.of("RoundParity", IMPORTS + """
                @ParitySuite
                class RoundParity {
                    static int rounds;

                    @BeforeEach
                    void begin() {
                        if (++rounds > 1) {
                            throw new IllegalStateException("no session");
                        }
                    }

                    @ParityCheck(id = "ACME-03", name = "acme.round", promise = "Kept.", severity = Severity.CRITICAL)
                    void asks(CheckTarget target, Recorder recorder) {
                        recorder.value("kept", "yes");
                    }
                }
                """), Set.of());

        Trial trial = run(jar, "ACME-03");

        assertThat(trial.of(Role.PRIMARY)).extracting(seen -> seen.outcome()).containsExactly(Outcome.PASSED);
        assertThat(trial.of(Role.FAILOVER)).singleElement().satisfies(seen -> {
            assertThat(seen.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(seen.reason()).contains("ACME-03", "round 2");
        });
    }

    @Test
    void aCaseThatOnlyOneSideHasHostsForIsStillRequired() throws IOException {
        Path jar = CheckJar.of(scratch.resolve("BatchParity.jar"), Map.of("BatchParity", IMPORTS + """
                @ParitySuite
                class BatchParity {
                    @ParityCheck(id = "ACME-06", name = "acme.batch", promise = "Kept.", severity = Severity.CRITICAL,
                            cases = Batch.class, of = ParityCheck.Asked.WHERE_THE_CASE_SAYS)
                    void asks(CheckTarget target, Recorder recorder) {}

                    public static final class Batch implements CaseSource {
                        public List<Case> cases(org.stackparity.environment.Contract contract) {
                            return List.of(Case.of("host-role", "batch"));
                        }

                        public String input() {
                            return "nothing";
                        }
                    }
                }
                """), Set.of());
        try (TinyStack primary = new TinyStack(Role.PRIMARY, 1);
                TinyStack failover = new TinyStack(Role.FAILOVER, 1)) {
            assertThat(coverage(jar, primary.environment(), failover.environment()))
                    .isEqualTo(Coverage.NOT_COVERED);
            assertThat(coverage(jar, withBatch(primary.environment()), failover.environment()))
                    .isEqualTo(Coverage.REQUIRED);
        }
    }

    private Coverage coverage(Path jar, Environment primary, Environment failover) {
        Pair pair = new Pair(
                "trial", scratch, primary, failover, Contracts.contract().build(), List.of(), "0", Map.of());
        return new JUnitSuiteRunner()
                .propose(pair, List.of(jar)).stream()
                        .filter(planned -> planned.check().id().value().equals("ACME-06"))
                        .findFirst()
                        .orElseThrow()
                        .coverage();
    }

    private static Environment withBatch(Environment environment) {
        return new Environment(
                environment.name(),
                environment.role(),
                environment.web(),
                environment.networks(),
                List.of(new Environment.Host("batch1", "10.1.0.31", Optional.empty(), List.of("batch"))),
                environment.ssh(),
                environment.shellCommand(),
                environment.standby(),
                environment.colocated());
    }

    @Test
    void aSuiteThatCannotBeLoadedIsAFaultOfTheConfiguration() throws IOException {
        Path jar =
                CheckJar.of(scratch.resolve("LonelyParity.jar"), Map.of("LonelyParity", IMPORTS + """
                @ParitySuite
                class LonelyParity extends Lost {
                    @ParityCheck(id = "ACME-04", name = "acme.lonely", promise = "Kept.", severity = Severity.CRITICAL)
                    void asks(CheckTarget target, Recorder recorder) {}
                }

                class Lost {}
                """), Set.of("Lost"));

        assertThatThrownBy(() -> new JUnitSuiteRunner().checks(List.of(jar)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("LonelyParity")
                .hasMessageContaining("since [Lost] is missing");
    }

    @Test
    void aCheckOutsideOfASuiteIsAFaultOfTheConfiguration() throws IOException {
        Path jar = CheckJar.of(scratch.resolve("PlainParity.jar"), Map.of("PlainParity", IMPORTS + """
                class PlainParity {
                    @ParityCheck(id = "ACME-05", name = "acme.plain", promise = "Kept.", severity = Severity.CRITICAL)
                    void asks(CheckTarget target, Recorder recorder) {}
                }
                """), Set.of());

        assertThatThrownBy(() -> new JUnitSuiteRunner().checks(List.of(jar)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("PlainParity")
                .hasMessageContaining("@ParitySuite");
    }

    @Test
    void aJarThatCannotBeReadIsAFaultOfTheConfiguration() throws IOException {
        Path jar = Files.writeString(scratch.resolve("torn.jar"), "PK");

        assertThatThrownBy(() -> new JUnitSuiteRunner().checks(List.of(jar)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("torn.jar");
    }

    private Trial run(Path jar, String id) {
        try (TinyStack primary = new TinyStack(Role.PRIMARY, 1);
                TinyStack failover = new TinyStack(Role.FAILOVER, 1)) {
            return Trial.run(primary, failover, Contracts.contract().build(), Map.of(), List.of(jar), scratch, id);
        }
    }
}
