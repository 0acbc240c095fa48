package org.stackparity.suite.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.environment.ConfigurationException;
import org.stackparity.model.Outcome;
import org.stackparity.model.Role;
import org.stackparity.suite.trial.CheckJar;
import org.stackparity.suite.trial.Contracts;
import org.stackparity.suite.trial.TinyStack;
import org.stackparity.suite.trial.Trial;

/** The check that the README shows, compiled from there, put into a jar and run like the suite's own. */
class OwnCheckTest {
    private static final String CHECK = """
            import org.stackparity.model.Severity;
            import org.stackparity.suite.client.*;
            import org.stackparity.suite.junit.*;

            @ParitySuite
            class %sParity %s {
                @ParityCheck(id = "ACME-0%d", name = "acme.%s", promise = "It is.", severity = Severity.MINOR)
                void is(CheckTarget target, Recorder recorder) {
                    recorder.value("is", "so");
                }
            }
            """;

    @TempDir
    Path scratch;

    @Test
    void isListedAskedAndRecordedFromAJar() throws IOException {
        Path jar = CheckJar.ofReadme(scratch.resolve("acme-checks.jar"));
        assertThat(new JUnitSuiteRunner().checks(List.of(jar)))
                .extracting(check -> check.id().value())
                .contains("ACME-01", "LOC-03");

        try (TinyStack primary = new TinyStack(Role.PRIMARY, 1);
                TinyStack failover = new TinyStack(Role.FAILOVER, 1)) {
            primary.on("GET /about", request -> page("<p class=imprint>Parity Ltd, Dallas</p>"));
            failover.on("GET /about", request -> page(""));

            Trial trial = Trial.run(
                    primary, failover, Contracts.contract().build(), Map.of(), List.of(jar), scratch, "ACME-01");

            assertThat(trial.of(Role.PRIMARY)).singleElement().satisfies(seen -> {
                assertThat(seen.outcome()).isEqualTo(Outcome.PASSED);
                assertThat(seen.values()).containsEntry("imprint", "Parity Ltd, Dallas");
            });
            assertThat(trial.of(Role.FAILOVER))
                    .singleElement()
                    .satisfies(seen -> assertThat(seen.faults())
                            .extracting(fault -> fault.kind())
                            .containsExactly("no-imprint"));
        }
    }

    @Test
    void saysOfEachClassAndJarThatCannotBeUsedWhatIsWrong() throws IOException {
        Path missing = CheckJar.of(
                scratch.resolve("missing.jar"),
                Map.of(
                        "PriceParity",
                        CHECK.formatted("Price", "extends Prices", 2, "price"),
                        "TaxParity",
                        CHECK.formatted("Tax", "", 3, "tax").replace("Parity  {", "Parity { Rates rates;"),
                        "FineParity",
                        CHECK.formatted("Fine", "", 4, "fine"),
                        "Prices",
                        "class Prices {}",
                        "Rates",
                        "class Rates {}",
                        "Optional7",
                        "class Optional7 extends Prices {}"),
                Set.of("Prices", "Rates"));
        Path empty = CheckJar.of(scratch.resolve("empty.jar"), Map.of("Prices", "class Prices {}"), Set.of());
        Path idle = CheckJar.of(
                scratch.resolve("idle.jar"),
                Map.of("IdleParity", "@org.stackparity.suite.junit.ParitySuite class IdleParity {}"),
                Set.of());
        Path broken = Files.writeString(scratch.resolve("broken.jar"), "not a jar");

        assertThatThrownBy(() -> new JUnitSuiteRunner().checks(List.of(missing, idle, broken)))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        refused -> assertThat(refused.faults())
                                .satisfiesExactly(
                                        fault -> assertThat(fault)
                                                .isEqualTo(missing
                                                        + ": the suite [PriceParity] cannot be loaded, since [Prices]"
                                                        + " is missing; put it into this jar."),
                                        fault -> assertThat(fault)
                                                .isEqualTo(missing
                                                        + ": the suite [TaxParity] cannot be loaded, since [Rates]"
                                                        + " is missing; put it into this jar."),
                                        fault -> assertThat(fault)
                                                .isEqualTo(idle
                                                        + ": the suite [IdleParity] has no method with [@ParityCheck];"
                                                        + " expected one at least."),
                                        fault -> assertThat(fault)
                                                .startsWith(broken + ": cannot be read as a jar [")
                                                .endsWith("build it again, or take it out of the folder.")));
        assertThatThrownBy(() -> new JUnitSuiteRunner().checks(List.of(empty)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(empty + ": has no class with [@ParitySuite]");
    }

    @Test
    void refusesAClassThatNoJavaCanRead() throws IOException {
        Path jar = scratch.resolve("garbled.jar");
        try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar))) {
            entries.putNextEntry(new JarEntry("GarbledParity.class"));
            entries.write("no class".getBytes(StandardCharsets.US_ASCII));
            entries.closeEntry();
        }
        assertThatThrownBy(() -> new JUnitSuiteRunner().checks(List.of(jar)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(jar + ": the class [GarbledParity] cannot be loaded [");
    }

    private static TinyStack.Reply page(String footer) {
        return TinyStack.Reply.html("<main>About</main><footer>" + footer + "</footer>");
    }
}
