package org.stackparity.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.environment.Environment;
import org.stackparity.model.Role;
import org.stackparity.suite.trial.CheckJar;
import org.stackparity.suite.trial.TinyStack;

/** The distribution finds a team's own check in checks/, asks it, and refuses a jar that it cannot use. */
class OwnCheckIT {
    @TempDir
    Path scratch;

    @Test
    void isListedAskedAndReported() throws IOException, InterruptedException {
        Distribution distribution = new Distribution(scratch.resolve("distribution"));
        Path checks = Files.createDirectories(distribution.folder().resolve("checks"));
        CheckJar.ofReadme(checks.resolve("acme.jar"));
        try (TinyStack primary = stack(Role.PRIMARY);
                TinyStack failover = stack(Role.FAILOVER)) {
            Path pair = Files.createDirectories(scratch.resolve("tiny"));
            Files.writeString(pair.resolve("primary.yaml"), yaml(primary.environment()));
            Files.writeString(pair.resolve("failover.yaml"), yaml(failover.environment()));
            Files.writeString(pair.resolve("contract.yaml"), "pages: [/about]\n");

            Distribution.Result listed = distribution.parity("checks");
            assertThat(listed.exitCode()).as(listed.output()).isZero();
            assertThat(listed.output()).contains("ACME-01", "The imprint names the same company on both stacks.");

            Distribution.Result run = distribution.parity("run", pair.toString(), "--check", "ACME-01", "--partial");
            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(StreamSupport.stream(
                            distribution.report().get("plan").get("checks").spliterator(), false))
                    .extracting(check -> check.get("id").asString() + " "
                            + check.get("coverage").asString())
                    .contains("ACME-01 required");
        }
        Files.writeString(checks.resolve("broken.jar"), "not a jar");
        Distribution.Result refused = distribution.parity("checks");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output())
                .contains("broken.jar: cannot be read as a jar")
                .doesNotContain("\tat ");
    }

    private static TinyStack stack(Role role) {
        return new TinyStack(role, 1)
                .on(
                        "GET /about",
                        request -> TinyStack.Reply.html(
                                "<main>About</main><footer><p class=imprint>Parity Ltd</p></footer>"));
    }

    private static String yaml(Environment environment) {
        Environment.Node node = environment.web().nodes().get(0);
        return """
                environment: %s
                role: %s
                colocated: true
                web:
                  url: http://%s
                  connect-to: %s:%d
                  nodes: [{name: %s, address: %s, port: %d}]
                """.formatted(
                        environment.name(),
                        environment.role().word(),
                        TinyStack.HOST,
                        node.address(),
                        node.port().orElseThrow(),
                        node.name(),
                        node.address(),
                        node.port().orElseThrow());
    }
}
