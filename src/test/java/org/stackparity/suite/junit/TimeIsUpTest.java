package org.stackparity.suite.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.model.Observation;
import org.stackparity.model.Outcome;
import org.stackparity.model.Role;
import org.stackparity.suite.trial.Contracts;
import org.stackparity.suite.trial.TinyStack;
import org.stackparity.suite.trial.Trial;

/** A round is left as soon as the time of its pass is up, and does not go on to its end. */
class TimeIsUpTest {
    @TempDir
    Path scratch;

    @Test
    void aLaterPassEndsWithoutAWord() {
        Trial trial = untilTheFirstAnswer(2);
        assertThat(trial.of(Role.PRIMARY))
                .singleElement()
                .extracting(Observation::outcome)
                .isEqualTo(Outcome.PASSED);
        assertThat(trial.of(Role.FAILOVER)).isEmpty();
    }

    /** What the plan promised and nobody asked for is never left out silently. */
    @Test
    void theFirstPassSaysWhatItHadNoTimeFor() {
        Trial trial = untilTheFirstAnswer(1);
        List<Observation> all = Stream.of(Role.values())
                .flatMap(role -> trial.of(role).stream())
                .toList();
        assertThat(all).hasSize(12);
        assertThat(all).filteredOn(one -> one.outcome() == Outcome.PASSED).hasSize(1);
        assertThat(all)
                .filteredOn(one -> one.outcome() == Outcome.ABORTED)
                .hasSize(11)
                .allSatisfy(one -> assertThat(one.reason()).startsWith("the budget ended before round "));
    }

    private Trial untilTheFirstAnswer(int pass) {
        try (TinyStack primary = new TinyStack(Role.PRIMARY, 2);
                TinyStack failover = new TinyStack(Role.FAILOVER, 2)) {
            for (TinyStack stack : List.of(primary, failover)) {
                stack.on("GET *", request -> TinyStack.Reply.html("<main><p>A page.</p></main>"));
            }
            return Trial.runUntilTheFirstAnswer(
                    primary,
                    failover,
                    Contracts.contract()
                            .pages(Contracts.page("/a"), Contracts.page("/b"), Contracts.page("/c"))
                            .build(),
                    scratch,
                    pass,
                    "FUN-04");
        }
    }
}
