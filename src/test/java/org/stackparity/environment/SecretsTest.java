package org.stackparity.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final String MARKED = "hunter2";
    private static final String HEADER = "'${env:PROBE}'";

    @TempDir
    private Path folder;

    @Test
    void readsASecretFromTheEnvironment() {
        Pair pair = PairFiles.in(folder).read();

        Secret header = pair.primary().web().headers().get("X-Probe");
        assertThat(header.reveal()).isEqualTo(PairFiles.PROBE);
        assertThat(header).hasToString("${env:PROBE}");
        assertThat(pair.secrets()).containsOnlyKeys("${env:PASSWORD}");
        assertThat(pair.secrets().get("${env:PASSWORD}").reveal()).isEqualTo(PairFiles.PASSWORD);
    }

    @Test
    void readsASecretFromAFileWithoutItsLineBreak() throws IOException {
        Files.writeString(folder.resolve("token"), MARKED + "\n");
        PairFiles files = PairFiles.in(folder).replace("primary.yaml", HEADER, "'Bearer ${file:token}'");

        Secret header = files.read().primary().web().headers().get("X-Probe");

        assertThat(header.reveal()).isEqualTo("Bearer " + MARKED);
        assertThat(header).hasToString("Bearer ${file:token}");
    }

    @Test
    void refusesAFileWithMoreThanOneLine() throws IOException {
        Files.writeString(folder.resolve("token"), MARKED + "\nX-Other: " + MARKED);

        assertThat(PairFiles.in(folder)
                        .replace("primary.yaml", HEADER, "'${file:token}'")
                        .faults())
                .containsExactly("primary.yaml:9: web.access.headers.X-Probe is [${file:token}]; expected the file"
                        + " [token] to have one line of text.");
    }

    @Test
    void takesAnEmptyVariableForNone() {
        assertThat(PairFiles.in(folder)
                        .with(Map.of("PROBE", " ", "KEYS", "/keys", "PASSWORD", MARKED))
                        .faults())
                .containsExactly(
                        "primary.yaml:9: web.access.headers.X-Probe is [${env:PROBE}]; expected the environment"
                                + " variable PROBE to be set.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2\nX-Other: x", "hunter2\n", "hunter2\r\n"})
    void refusesAVariableWithMoreThanOneLine(String value) {
        assertThat(PairFiles.in(folder)
                        .with(Map.of("PROBE", value, "KEYS", "/keys", "PASSWORD", MARKED))
                        .faults())
                .containsExactly(
                        "primary.yaml:9: web.access.headers.X-Probe is [${env:PROBE}]; expected the environment"
                                + " variable PROBE to have one line of text.");
    }

    @Test
    void neverShowsASecretAsText() {
        assertThat(PairFiles.in(folder).read().toString())
                .doesNotContain(PairFiles.PROBE, PairFiles.PASSWORD)
                .contains("${env:PROBE}", "${env:PASSWORD}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "'hunter2${env:PROBE}'",
                "'${env:PROBE}hunter2'",
                "'${env:hunter2 }'",
                "'${hunter2}'",
                "'Bearer hunter2'",
                "[hunter2]",
                "{hunter2: hunter2}",
                "!hunter2 x",
                "!!hunter2 x",
                "!hunter2!x y",
                "!!int hunter2",
                "*hunter2",
                "&hunter2 [x]",
                "\"hunter2",
                "\"\\qhunter2\"",
                "@hunter2",
                "`hunter2`",
                "%hunter2",
                "hunter2: hunter2",
                "|hunter2",
                "\"hunter2\\0\"",
                "'${file:/no/such/file}hunter2'",
            })
    void neverShowsALiteralInAMessage(String literal) {
        PairFiles files = PairFiles.in(folder).write("primary.yaml", """
                        environment: dallas
                        role: primary
                        web:
                          url: https://shop.example.com
                          nodes: [{name: web1, address: 10.1.0.11}]
                          access:
                            headers:
                              X-Probe: %s
                        """.formatted(literal));

        assertThat(files.faults()).isNotEmpty().noneMatch(fault -> fault.contains(MARKED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"access: hunter2", "access: [hunter2]", "access: {headers: hunter2}", "access: {token: hunter2}"
            })
    void neverShowsALiteralThatStandsInTheWrongPlace(String access) {
        PairFiles files =
                PairFiles.in(folder).replace("primary.yaml", "access: {headers: {X-Probe: '${env:PROBE}'}}", access);

        assertThat(files.faults()).isNotEmpty().noneMatch(fault -> fault.contains(MARKED));
    }

    @Test
    void neverShowsAPasswordOfAStep() {
        PairFiles files = PairFiles.in(folder)
                .replace("contract.yaml", "'${env:PASSWORD}'", "'hunter2${env:PASSWORD'")
                .replace("primary.yaml", "https://shop.example.com", "https://parity:hunter2@shop.example.com");

        assertThat(files.faults()).hasSize(2).noneMatch(fault -> fault.contains(MARKED));
    }

    @Test
    void leavesSecretsAloneWherePlanned() {
        Pair pair = PairReader.readWithoutSecrets(PairFiles.in(folder).folder());

        Secret header = pair.primary().web().headers().get("X-Probe");
        assertThat(header).hasToString("${env:PROBE}");
        assertThatThrownBy(header::reveal)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The secret [${env:PROBE}] was not read, since the pair was read without its secrets.");
        assertThat(pair.secrets()).containsOnlyKeys("${env:PASSWORD}");
    }

    @Test
    void refusesALiteralWherePlannedToo() {
        Path pair = PairFiles.in(folder).replace("primary.yaml", HEADER, MARKED).folder();

        assertThatThrownBy(() -> PairReader.readWithoutSecrets(pair))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("X-Probe is [hidden]; expected a reference to the secret");
    }
}
