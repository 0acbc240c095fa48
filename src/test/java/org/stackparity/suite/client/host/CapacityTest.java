package org.stackparity.suite.client.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stackparity.suite.junit.NotObservedException;

/** What a process may use, as the kernel tells it and as the script finds it. */
class CapacityTest {
    private static final String HOST = "allowed 0-7\nonline 0-7\nmemory 8388608\n";

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0-7     | 0-7    | 8",
                "0-7,9   | 0-15   | 9",
                "0-127   | 0-3    | 4",
                "3       | 0-7    | 1",
                "0-3,6-7 | 0-1,7  | 3",
            })
    void processorsAreThoseThatAreOnAndAllowed(String allowed, String online, String processors) {
        assertThat(parse("allowed " + allowed + "\nonline " + online + "\nmemory 1024\n")
                        .processors())
                .isEqualTo(new BigDecimal(processors));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max 100000              | 8",
                "-1 100000               | 8",
                "10000 100000            | 0.1",
                "1600000 100000          | 8",
                "250000 100000           | 2.5",
                "1000000000000000 100000 | 8",
                "10000 0                 | 8",
                "No such file            | 8",
            })
    void aQuotaIsOneWhereItIsLess(String quota, String processors) {
        assertThat(parse(HOST + "quota max 100000\nquota " + quota + "\n").processors())
                .isEqualByComparingTo(processors);
    }

    @Test
    void theSmallestOfTheLimitsAboveAProcessCounts() {
        CapacityFacts facts =
                parse(HOST + "quota 200000 100000\nquota 50000 100000\nquota 400000 100000\nlimit 1073741824\n"
                        + "limit max\nlimit 536870912\nlimit 9223372036854771712\n");
        assertThat(facts.processors()).isEqualByComparingTo("0.5");
        assertThat(facts.memoryMebibytes()).isEqualTo(512);
        assertThat(parse(HOST + "limit 18446744073709551615\n").memoryMebibytes())
                .isEqualTo(8192);
    }

    @ParameterizedTest
    @ValueSource(strings = {"allowed 0-99999999\nmemory 1", "allowed 3-1\nmemory 1", "allowed \nmemory 1", "allowed 0"})
    void whatIsNotToldIsNotGuessed(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(NotObservedException.class)
                .hasMessageContaining("process [app] of the host web1")
                .hasMessageContaining("not known");
    }

    @EnabledOnOs(OS.LINUX)
    @ParameterizedTest
    @MethodSource("org.stackparity.suite.client.host.HostScriptTest#shells")
    void aRunningProcessMayUseWhatItWasLeft(List<String> shell) throws Exception {
        Process process = new ProcessBuilder("taskset", "--cpu-list", "0", "sleep", "60").start();
        try {
            Path pidFile = Files.writeString(home.resolve("app.pid"), Long.toString(process.pid()));
            await().untilAsserted(() -> {
                CapacityFacts facts = parse(run(shell, "capacity " + Quoted.word(pidFile.toString())));
                assertThat(facts.processors()).isLessThanOrEqualTo(BigDecimal.ONE);
                assertThat(facts.memoryMebibytes()).isPositive();
            });
        } finally {
            process.destroyForcibly();
            process.waitFor(5, TimeUnit.SECONDS);
        }
    }

    @EnabledOnOs(OS.LINUX)
    @ParameterizedTest
    @MethodSource("org.stackparity.suite.client.host.HostScriptTest#shells")
    void theLimitsOfAGroupAndOfAllAboveItAreRead(List<String> shell) throws IOException {
        write("a/b/cpu.max", "max 100000");
        write("a/cpu.max", "30000 100000");
        write("cpu.cfs_quota_us", "-1");
        write("cpu.cfs_period_us", "100000");
        write("a/b/memory.max", "max");
        write("memory.limit_in_bytes", "67108864");
        String limits = "limits " + Quoted.word(home.toString()) + " ";
        assertThat(run(shell, limits + "/a/b").lines())
                .containsExactly(
                        "quota max 100000", "limit max", "quota 30000 100000", "quota -1 100000", "limit 67108864");
        assertThat(run(shell, limits + "/").lines()).containsExactly("quota -1 100000", "limit 67108864");
        assertThat(run(shell, limits + "/system.slice/not-seen-from-here").lines())
                .as("of the container")
                .containsExactly("quota -1 100000", "limit 67108864");
    }

    private static CapacityFacts parse(String text) {
        return CapacityFacts.parse("process [app] of the host web1", text);
    }

    private static String run(List<String> shell, String call) {
        return new CommandShell("web1", HostScriptTest.environment().hosts().get(0), shell)
                .run(ScriptWriter.resource("host-facts.sh") + call + "\n", Duration.ofSeconds(10));
    }

    private void write(String file, String text) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text + "\n");
    }
}
