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
                "0-3     | 0,1,2, | 3",
                "8-11    | 0-3    | 4",
            })
    void processorsAreAsManyAsAreOnAndAllowed(String allowed, String online, String processors) {
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
                "1000 1000000            | 0.001",
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
    @ValueSource(
            strings = {
                "allowed 0-99999999\nonline 0\nmemory 1",
                "allowed 3-1\nonline 0\nmemory 1",
                "allowed \nonline 0\nmemory 1",
                "allowed ,\nonline 0\nmemory 1",
                "allowed 0\nmemory 1",
                "allowed 0\nonline 0\nmemory 0",
                "allowed 0\nonline 0"
            })
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
    void theGroupsOfAProcessAndAllAboveThemAreLookedAt(List<String> shell) throws IOException {
        String first = "32 31 0:29 / /g/cpu,cpuacct rw shared:3 - cgroup cgroup rw,cpu,cpuacct\n"
                + "35 31 0:32 / /g/memory rw - cgroup cgroup rw,memory\n";
        String second = "40 31 0:38 / /g rw shared:9 master:2 - cgroup2 cgroup2 rw,nsdelegate\n";
        String container = "32 31 0:29 /docker/abc /g/cpu ro - cgroup cgroup rw,cpu\n";
        assertThat(groups(shell, first, "2:cpu,cpuacct:/a\n4:memory:/b:c:\n1:name=systemd:/x\n0::/a\n"))
                .containsExactly("/g/cpu,cpuacct/a", "/g/cpu,cpuacct", "/g/memory/b:c:", "/g/memory");
        assertThat(groups(shell, second, "0::/system.slice/app.service\n"))
                .containsExactly("/g/system.slice/app.service", "/g/system.slice", "/g");
        assertThat(groups(shell, second, "0::/\n")).containsExactly("/g");
        assertThat(groups(shell, container, "2:cpu:/docker/abc/app\n0::/docker/abc\n"))
                .as("of the container, whose path is that of its host")
                .containsExactly("/g/cpu/app", "/g/cpu");
    }

    @EnabledOnOs(OS.LINUX)
    @ParameterizedTest
    @MethodSource("org.stackparity.suite.client.host.HostScriptTest#shells")
    void theLimitsOfAnotherContainerAreNotThoseOfTheProcess(List<String> shell) throws IOException {
        String container = "32 31 0:29 /docker/abc /g/cpu ro - cgroup cgroup rw,cpu\n";
        String second = "40 31 0:38 / /g rw - cgroup2 cgroup2 rw\n";
        assertThat(groups(shell, container, "2:cpu:/docker/abcd\n"))
                .containsExactly("the control group [/docker/abcd] of the process is not seen by this login");
        assertThat(groups(shell, second, "0::/../app.scope\n"))
                .containsExactly("the control group [/../app.scope] of the process is not seen by this login");
        assertThat(groups(shell, "1 2 0:1 / /proc rw - proc proc rw\n", "0::/app\n"))
                .as("where none are mounted")
                .containsExactly("the control group [/app] of the process is not seen by this login");
        assertThat(groups(shell, second, "0::app\n"))
                .containsExactly("the control group [app] of the process is not seen by this login");
    }

    @EnabledOnOs(OS.LINUX)
    @ParameterizedTest
    @MethodSource("org.stackparity.suite.client.host.HostScriptTest#shells")
    void theLimitsOfAGroupAreReadInBothVersions(List<String> shell) throws IOException {
        write("first/cpu.cfs_quota_us", "-1");
        write("first/cpu.cfs_period_us", "100000");
        write("first/memory.limit_in_bytes", "67108864");
        write("second/cpu.max", "30000 100000");
        write("second/memory.max", "max");
        write("second/memory.high", "33554432");
        assertThat(run(shell, "limits " + Quoted.word(home + "/first")).lines())
                .containsExactly("quota -1 100000", "limit 67108864");
        assertThat(run(shell, "limits " + Quoted.word(home + "/second")).lines())
                .containsExactly("quota 30000 100000", "limit max", "limit 33554432");
    }

    private List<String> groups(List<String> shell, String mounts, String groups) throws IOException {
        write("mounts", mounts.strip());
        write("groups", groups.strip());
        return run(
                        shell,
                        "control_groups " + Quoted.word(home + "/mounts") + " " + Quoted.word(home + "/groups")
                                + " || true")
                .lines()
                .toList();
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
