package org.stackparity.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a file, reading ends in a sentence about it. */
@Timeout(20)
class HostileYamlTest {
    private static final String FILE = "known-differences.yaml";

    @TempDir
    private Path folder;

    @Test
    void refusesABillionLaughs() {
        StringBuilder laughs = new StringBuilder("- &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (int level = 1; level < 10; level++) {
            String before = "*a" + (level - 1) + ", ";
            laughs.append("- &a")
                    .append(level)
                    .append(" [")
                    .append(before.repeat(9))
                    .append("ha]\n");
        }

        assertThat(faults(laughs.toString()))
                .containsExactly(
                        FILE + ": more than 20 aliases of lists and mappings; expected the values themselves.");
    }

    @Test
    void refusesFewAliasesThatMakeMuch() {
        String thousand = "'x', ".repeat(1_500);

        assertThat(faults("- &a [" + thousand + "]\n" + "- *a\n".repeat(18)))
                .containsExactly(FILE + ":1: the YAML cannot be read: more than 20000 values.");
    }

    @Test
    void refusesAnAnchorInsideItself() {
        assertThat(faults("- &a [*a]\n"))
                .containsExactly(FILE + ":1: the YAML cannot be read: values nested deeper than 30 levels.");
    }

    @Test
    void refusesALargeFile() {
        assertThat(faults("# padding\n".repeat(220_000)))
                .containsExactly(FILE + ": the file is larger than 1 MiB; expected a file that people can read.");
    }

    @Test
    void refusesDeepNesting() {
        String deep = FILE + ":1: the YAML cannot be read: values nested deeper than 30 levels.";
        assertThat(faults("[".repeat(500_000))).containsExactly(deep);
        assertThat(faults("{a: ".repeat(100_000))).containsExactly(deep);
        assertThat(faults("- ".repeat(100_000))).containsExactly(deep);
    }

    @Test
    void refusesALongText() {
        assertThat(faults("- check: " + "x".repeat(100_000)))
                .containsExactly(FILE + ":1: the YAML cannot be read: a text of 100000 characters, more than 8192.");
    }

    @Test
    void survivesTextsThatAreHardForPatterns() {
        String longest = "-aaaaaaa".repeat(1_000);
        PairFiles files = PairFiles.in(folder)
                .replace("contract.yaml", "locales: [en-US, de-DE]", "locales: [de" + longest + "]")
                .replace("contract.yaml", "'css:footer .node'", "'css: " + " ".repeat(8_000) + "'")
                .replace("contract.yaml", "name: app", "name: 'a" + " ".repeat(8_000) + "\\'")
                .replace("contract.yaml", "0.1%", "0." + "0".repeat(8_000) + "%")
                .replace("primary.yaml", "https://shop.example.com", "https://" + "a.".repeat(4_000));

        assertThat(files.faults())
                .hasSize(4)
                .allSatisfy(fault -> assertThat(fault).hasSizeLessThan(400));
    }

    @Test
    void refusesATabAsIndentation() {
        assertThat(faults("- check: HST-01\n\tcase: {}\n"))
                .containsExactly(FILE + ":2: the YAML cannot be read: a tab indents this line; use spaces.");
    }

    @Test
    void saysThatAFileIsEmpty() {
        PairFiles files = PairFiles.in(folder)
                .write("primary.yaml", "")
                .write("failover.yaml", "# nothing yet\n")
                .write("contract.yaml", "---\n");

        assertThat(files.faults())
                .containsExactly(
                        "primary.yaml: the file is empty; expected one as in environments/example.",
                        "failover.yaml: the file is empty; expected one as in environments/example.",
                        "contract.yaml: the file is empty; expected one as in environments/example.");
    }

    @Test
    void refusesARootOfAnotherKind() {
        PairFiles files = PairFiles.in(folder)
                .write("primary.yaml", "- dallas\n")
                .write("failover.yaml", "arizona\n")
                .write("contract.yaml", "42\n")
                .write(FILE, "check: HST-01\n");

        assertThat(files.faults())
                .containsExactly(
                        "primary.yaml:1: the file is [a list]; expected a mapping with the keys environment, role,"
                                + " colocated, web, networks, hosts, ssh, shell-command or standby.",
                        "failover.yaml:1: the file is [arizona]; expected a mapping with the keys environment, role,"
                                + " colocated, web, networks, hosts, ssh, shell-command or standby.",
                        "contract.yaml:1: the file is [42]; expected a mapping with the keys locales,"
                                + " locale-selection, allow, budget, pages, api, routes, error-pages, version,"
                                + " configuration, smoke, cors, redirects, journeys, catalogs, formats, runtime,"
                                + " processes, subscriptions, latency, errors, dependencies, identity, private or"
                                + " sign-in.",
                        FILE + ":1: the file is [a mapping]; expected a list of known differences, or [] for none.");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin1 = "# r\n# München\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(PairFiles.in(folder).write(FILE, latin1).faults())
                .containsExactly(FILE + ":2: the byte 0xFC is not UTF-8; save the file as UTF-8.");

        byte[] cut = {'#', ' ', (byte) 0xC3};
        assertThat(PairFiles.in(folder).write(FILE, cut).faults())
                .containsExactly(FILE + ":1: the byte 0xC3 is not UTF-8; save the file as UTF-8.");
    }

    @Test
    void readsAByteOrderMarkAndWindowsLines() {
        PairFiles files = PairFiles.in(folder);
        assertThat(files.write(FILE, "\uFEFF# none\r\n[]\r\n").faults()).isEmpty();
    }

    @Test
    void refusesCharactersThatYamlDoesNotHave() {
        assertThat(faults("# first\n- check: \u0007\n"))
                .containsExactly(FILE
                        + ":2: the character U+0007 is not allowed in YAML; write it as an escape in double quotes.");
    }

    @Test
    void showsInvisibleCharactersByTheirNumbers() {
        PairFiles files = PairFiles.in(folder).replace(FILE, "HST-01", "\"\\e[31mHST-01\\u202E\\n\"");

        assertThat(files.faults())
                .containsExactly(FILE + ":1: [0].check is [<U+001B>[31mHST-01<U+202E><U+000A>]; expected the id of a"
                        + " check, like HDR-03.");
    }

    @Test
    void refusesTagsAndKeysThatAreNoText() {
        assertThat(faults("- !!java.net.URL [http://127.0.0.1]\n"))
                .containsExactly(
                        FILE + ":1: [0] has a YAML tag; expected plain data.",
                        FILE + ":1: [0] is []; expected a known difference with the keys check, case, path, reason,"
                                + " owner and expires.");
        assertThat(PairFiles.in(folder)
                        .replace(FILE, "{host-role: web}", "{[a]: b}")
                        .faults())
                .containsExactly(
                        FILE + ":2: [0].case has a key that is a list or a mapping; expected text. Use quotes.");
    }

    @Test
    void refusesASecondDocument() {
        assertThat(faults("[]\n---\n[]\n"))
                .containsExactly(
                        FILE + ":2: the YAML cannot be read: expected a single document in the stream, but found"
                                + " another document.");
    }

    /** Bytes, lines and words are lost, doubled and moved; the seed is in the message of a failure. */
    @Test
    void readsOrRefusesWhateverBecomesOfAFile() throws IOException {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            PairFile.Kind kind = PairFile.Kind.values()[random.nextInt(4)];
            PairFiles files = PairFiles.in(folder);
            byte[] bytes = Files.readAllBytes(folder.resolve(kind.fileName()));
            for (int change = 0; change <= random.nextInt(4); change++) {
                bytes = changed(bytes, random);
            }
            files.write(kind.fileName(), bytes);

            assertThatCode(files::faults).as("seed %s", seed).doesNotThrowAnyException();
        }
    }

    private static byte[] changed(byte[] bytes, Random random) {
        String marks = "{}[]:,-&*!|>'\"%@`#? \n\t~$<.0x\\\u00FC";
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(12));
        byte[] piece = random.nextBoolean()
                ? new byte[] {(byte) marks.charAt(random.nextInt(marks.length()))}
                : Arrays.copyOfRange(bytes, random.nextInt(from + 1), from);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(piece);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    private List<String> faults(String knownDifferences) {
        return PairFiles.in(folder).write(FILE, knownDifferences).faults();
    }
}
