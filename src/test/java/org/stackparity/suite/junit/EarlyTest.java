package org.stackparity.suite.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stackparity.model.Role;
import org.stackparity.suite.trial.CheckJar;
import org.stackparity.suite.trial.Contracts;
import org.stackparity.suite.trial.TinyStack;
import org.stackparity.suite.trial.Trial;

/** When that begins which is not to wait for the other stack. */
class EarlyTest {
    @TempDir
    Path scratch;

    /** The class before counts what had begun in its turn. */
    @ParameterizedTest
    @CsvSource({"false, 2", "true, 0"})
    void beginsInBothStacksBeforeTheFirstOfThemIsAsked(boolean atItsTurn, String begunBefore) throws IOException {
        String source = """
                import java.util.*;
                import java.util.concurrent.atomic.*;
                import org.junit.jupiter.api.*;
                import org.junit.jupiter.api.parallel.*;
                import org.stackparity.model.*;
                import org.stackparity.suite.junit.*;

                class Begun {
                    static final AtomicInteger STACKS = new AtomicInteger();

                    public static final class Start implements Early.Start {
                        public void begin(Scope pass) {
                            STACKS.incrementAndGet();
                        }
                    }
                }

                @ParitySuite
                @Isolated
                @Order(1)
                class BeforeParity {
                    @ParityCheck(id = "ACME-07", name = "acme.before", promise = "Kept.", severity = Severity.MINOR)
                    void asks(CheckTarget target, Recorder recorder) {
                        recorder.value("begun", Begun.STACKS.get());
                    }
                }

                @ParitySuite
                @Isolated
                @Order(2)
                @Early(value = Begun.Start.class, atItsTurn = %s)
                class LaterParity {
                    @ParityCheck(id = "ACME-08", name = "acme.later", promise = "Kept.", severity = Severity.MINOR)
                    void asks(CheckTarget target, Recorder recorder) {
                        recorder.value("begun", Begun.STACKS.get());
                    }
                }
                """.formatted(atItsTurn);
        Path jar = CheckJar.of(scratch.resolve("LaterParity.jar"), Map.of("LaterParity", source), Set.of());
        try (TinyStack primary = new TinyStack(Role.PRIMARY, 1);
                TinyStack failover = new TinyStack(Role.FAILOVER, 1)) {
            Trial trial = Trial.run(
                    primary,
                    failover,
                    Contracts.contract().build(),
                    Map.of(),
                    List.of(jar),
                    scratch,
                    "ACME-07",
                    "ACME-08");

            for (Role role : Role.values()) {
                assertThat(trial.of(role))
                        .extracting(seen -> seen.check() + " " + seen.values().get("begun"))
                        .containsExactly("ACME-07 " + begunBefore, "ACME-08 2");
            }
        }
    }
}
