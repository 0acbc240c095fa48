package org.stackparity.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PairReaderFaultsTest {
    private static final Path BROKEN_PAIRS = Path.of("src/test/resources/environment/broken-pairs.txt");

    @TempDir
    private Path folder;

    @Test
    void findsNothingWrongWithARightPair() {
        assertThat(PairFiles.in(folder).faults()).isEmpty();
    }

    static Stream<Arguments> brokenPairs() throws IOException {
        return Arrays.stream(Files.readString(BROKEN_PAIRS).split("\n\n"))
                .skip(1)
                .map(block -> block.lines().toList())
                .map(lines -> Arguments.of(lines.get(0), written(lines, "-"), written(lines, "+"), said(lines)));
    }

    @ParameterizedTest
    @MethodSource("brokenPairs")
    void saysWhatIsWrong(String file, String piece, String replacement, List<String> faults) {
        assertThat(PairFiles.in(folder).replace(file, piece, replacement).faults())
                .containsExactlyElementsOf(faults);
    }

    @Test
    void saysEverythingAtOnceInOrderOfFileAndLine() {
        PairFiles files = PairFiles.in(folder)
                .replace("known-differences.yaml", "HST-01", "kernel")
                .replace("contract.yaml", "due-in: 10s", "due-in: soon")
                .replace("contract.yaml", "'css:footer .node'", "footer")
                .replace("failover.yaml", "role: failover", "role: primary")
                .replace("primary.yaml", "requests-per-second: 20", "request-per-second: 20")
                .replace("primary.yaml", "url: https:", "url: ftp:")
                .replace("primary.yaml", "[10.1.0.0/16]", "[10.1.0.0/99, nowhere]")
                .with(Map.of("PASSWORD", "marked", "KEYS", "/keys"));

        assertThat(files.faults())
                .containsExactly(
                        "primary.yaml:4: web.url is [ftp://shop.example.com]; expected a URL of scheme and host without a"
                                + " path, like https://shop.example.com.",
                        "primary.yaml:8: web.limits.request-per-second is an unknown key; expected requests-per-second,"
                                + " connects-per-second or connections. Did you mean [requests-per-second]?",
                        "primary.yaml:9: web.access.headers.X-Probe is [${env:PROBE}]; expected the environment variable"
                                + " PROBE to be set.",
                        "primary.yaml:10: networks[0] is [10.1.0.0/99]; expected a network in CIDR form, like"
                                + " 10.1.0.0/16, or ports of an address, like 192.0.2.7:8000-8099.",
                        "primary.yaml:10: networks[1] is [nowhere]; expected a network in CIDR form, like 10.1.0.0/16,"
                                + " or ports of an address, like 192.0.2.7:8000-8099.",
                        "failover.yaml:2: role is [primary]; expected failover in a file of this name.",
                        "contract.yaml:25: subscriptions.canary.due-in is [soon]; expected a duration above zero in ms,"
                                + " s, m, h or d, like 10s or 5m.",
                        "contract.yaml:33: identity[0] is [footer]; expected a selector on pages or in JSON that begins"
                                + " with css: or json:, like 'css:footer .node'; headers and cookies are not masked by it.",
                        "known-differences.yaml:1: [0].check is [kernel]; expected the id of a check, like HDR-03.");
    }

    @Test
    void finishesTheOtherFilesWhereOneIsNotYaml() {
        PairFiles files = PairFiles.in(folder)
                .write("primary.yaml", "environment: [dallas\nrole: primary\n")
                .replace("contract.yaml", "due-in: 10s", "due-in: soon");

        assertThat(files.faults())
                .containsExactly(
                        "primary.yaml:2: the YAML cannot be read: expected ',' or ']', but got :.",
                        "contract.yaml:25: subscriptions.canary.due-in is [soon]; expected a duration above zero in ms,"
                                + " s, m, h or d, like 10s or 5m.");
    }

    @Test
    void letsColocatedSitesShareNetworks() {
        PairFiles files = PairFiles.in(folder)
                .replace("failover.yaml", "[10.2.0.0/16]", "[10.1.0.0/16]")
                .replace("failover.yaml", "role: failover", "role: failover\ncolocated: true");

        assertThat(files.faults()).isEmpty();
    }

    private static String written(List<String> block, String mark) {
        return block.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.length() > 2 ? line.substring(2) : "")
                .findFirst()
                .orElseThrow()
                .replace("\\n", "\n")
                .replace("\\\\", "\\");
    }

    private static List<String> said(List<String> block) {
        return block.stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(2))
                .toList();
    }
}
