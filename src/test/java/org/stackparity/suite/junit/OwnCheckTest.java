package org.stackparity.suite.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.model.Outcome;
import org.stackparity.model.Role;
import org.stackparity.suite.trial.Contracts;
import org.stackparity.suite.trial.TinyStack;
import org.stackparity.suite.trial.Trial;

/** The check that the README shows, compiled from there, put into a jar and run like the suite's own. */
class OwnCheckTest {
    private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path scratch;

    @Test
    void isListedAskedAndRecordedFromAJar() throws IOException {
        Path jar = jar();
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

    private static TinyStack.Reply page(String footer) {
        return TinyStack.Reply.html("<main>About</main><footer>" + footer + "</footer>");
    }

    private Path jar() throws IOException {
        Matcher snippet = SNIPPET.matcher(Files.readString(Path.of("README.md")));
        assertThat(snippet.find()).as("a check in the README").isTrue();
        return CheckJar.of(scratch, "ImprintParity", snippet.group(1));
    }
}
