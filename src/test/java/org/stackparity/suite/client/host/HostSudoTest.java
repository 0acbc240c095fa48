package org.stackparity.suite.client.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stackparity.environment.Contract;
import org.stackparity.suite.junit.NotObservedException;

/**
 * What the script does where its login may not look at a process, in every shell that this machine has. Everybody may be
 * root here, who may look at all; so cat and ls refuse in the script itself, as the kernel does. The sudo is a script that
 * takes down what it is asked for and does it, so that cat and ls are real behind it. Long, since every shell of the machine
 * has to refuse the same ways around it.
 */
@EnabledOnOs(OS.LINUX)
class HostSudoTest {
    private static final Path EXAMPLE = Path.of("environments/example/primary.yaml");
    private static final Pattern SUDOERS =
            Pattern.compile("parity ALL=\\(root\\) NOPASSWD: /usr/bin/(\\w+) \\^(.*)\\$");
    private static final String MARK = "mark=parity-trial\n";
    private static final String NOBODY = "65534";
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    private static final List<String> TOOLS =
            List.of("awk cat cut date getconf grep head ls readlink sed sha256sum stat tail timeout tr wc".split(" "));

    private static final String DENIED = """
            cat() {
                case $1 in
                /proc/*/environ)
                    echo "cat: $1: Permission denied" >&2
                    return 1
                    ;;
                esac
                command cat "$@"
            }
            ls() {
                case $2 in
                /proc/*/fd)
                    echo "ls: cannot open directory '$2': Permission denied" >&2
                    return 2
                    ;;
                esac
                command ls "$@"
            }
            """;

    private final Contract.ProcessRef app = new Contract.ProcessRef("app", "web", "run/app.pid");

    @TempDir
    Path home;

    private Process process;

    @BeforeEach
    void start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sleep", "60");
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of("TZ", "Etc/GMT+8", "LANG", "de_DE.UTF-8", "SECRET", "hidden\nLC_ALL=hidden"));
        process = builder.start();
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("app.pid"), Long.toString(process.pid()));
        // for a login without rights
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void stop() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(5, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @MethodSource("org.stackparity.suite.client.host.HostScriptTest#shells")
    void readsTheEnvironmentBySudoAndTellsNoSecretOfIt(List<String> shell) throws IOException {
        sudo("exec \"$@\"");

        String printed = ask(shell, DENIED + "process app.pid 1781000000");
        ProcessFacts facts = ProcessFacts.parse(printed);

        assertThat(facts.variables()).isEqualTo(Map.of("TZ", "Etc/GMT+8", "LANG", "de_DE.UTF-8"));
        assertThat(facts.zone().name()).isEqualTo("Etc/GMT+8");
        assertThat(facts.zone().offsets().values()).containsExactly(ZoneOffset.ofHours(-8));
        assertThat(facts.pid()).isEqualTo(process.pid());
        assertThat(printed).doesNotContain("hidden", "parity-trial");
        assertThat(asked()).containsExactly("-n cat /proc/" + process.pid() + "/environ");
    }

    @ParameterizedTest
    @MethodSource("org.stackparity.suite.client.host.HostScriptTest#shells")
    void listsTheDescriptorsOfAllProcessesBySudoAtOnce(List<String> shell) throws Exception {
        sudo("exec \"$@\"");
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Process parent = new ProcessBuilder(
                            "/bin/bash",
                            "-c",
                            "sleep 60 & (exec 3<>/dev/tcp/127.0.0.1/" + server.getLocalPort() + "; sleep 60) & wait")
                    .start();
            try {
                server.setSoTimeout(10_000);
                server.accept();
                Files.writeString(home.resolve("app.pid"), Long.toString(parent.pid()));

                String printed = ask(shell, DENIED + "sockets app.pid 2 0");

                assertThat(RemoteSocket.parse("web1", printed))
                        .extracting(RemoteSocket::toString)
                        .containsExactly("127.0.0.1:" + server.getLocalPort());
                assertThat(asked())
                        .hasSize(2)
                        .allSatisfy(line -> assertThat(line)
                                .startsWith("-n ls -l /proc/" + parent.pid() + "/fd /proc/")
                                .matches("-n ls -l( /proc/\\d+/fd){3,5}"));
            } finally {
                parent.descendants().forEach(ProcessHandle::destroyForcibly);
                parent.destroyForcibly();
                parent.waitFor(5, TimeUnit.SECONDS);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.stackparity.suite.client.host.HostScriptTest#shells")
    void asksSudoForNothingWhereTheLoginMayLookItself(List<String> shell) throws IOException {
        sudo("exec \"$@\"");

        ProcessFacts facts = ProcessFacts.parse(ask(shell, "process app.pid 0"));
        String sockets = ask(shell, "sockets app.pid 1 0");

        assertThat(facts.variables()).containsEntry("TZ", "Etc/GMT+8");
        assertThat(RemoteSocket.parse("web1", sockets)).isEmpty();
        assertThat(asked()).isEmpty();
    }

    /** Refused by the kernel itself, where the tests run as root and so can have a login without rights. */
    @ParameterizedTest
    @MethodSource("org.stackparity.suite.client.host.HostScriptTest#shells")
    void isNotObservedWhereSudoRefusesTooAndAsksItOnce(List<String> shell) throws IOException {
        sudo("echo 'sudo: a password is required' >&2\nexit 1");

        HostFacts facts = withoutRights(shell, "process app.pid 0", "sockets app.pid 3 0");

        String environ = "/proc/" + process.pid() + "/environ";
        assertThatThrownBy(() -> facts.process(app))
                .isInstanceOf(NotObservedException.class)
                .hasMessageContaining("Permission denied; sudo -n cat " + environ
                        + " does not tell it either]; log in as the process's user, or give the login the two lines for"
                        + " sudoers");
        assertThatThrownBy(() -> facts.sockets(app))
                .isInstanceOf(NotObservedException.class)
                .hasMessageContaining("Permission denied]")
                .hasMessageContaining("sudo -n ls -l /proc/PID/fd does not tell them either");
        assertThat(asked()).containsExactly("-n cat " + environ, "-n ls -l /proc/" + process.pid() + "/fd");
    }

    @ParameterizedTest
    @MethodSource("org.stackparity.suite.client.host.HostScriptTest#shells")
    void isNotObservedWhereThereIsNoSudo(List<String> shell) throws IOException {
        String path = "PATH=" + Quoted.word(toolsWithoutSudo().toString()) + "\n";

        String environ = ask(shell, path + DENIED + "process app.pid 0\necho $?");
        String sockets = ask(shell, path + DENIED + "sockets app.pid 1 0");

        assertThat(environ).endsWith("does not tell it either\n1\n");
        assertThatThrownBy(() -> RemoteSocket.parse("web1", sockets)).hasMessageContaining("Permission denied");
    }

    @ParameterizedTest
    @MethodSource("org.stackparity.suite.client.host.HostScriptTest#shells")
    void doesNotWaitForASlowSudo(List<String> shell) throws IOException {
        sudo("exec sleep 20");
        long start = System.nanoTime();

        String environ = ask(shell, DENIED + "most_sudo_seconds=1\nprocess app.pid 0\necho $?");
        String late = ask(shell, DENIED + "sudo_until=0\nprocess app.pid 0\necho $?");

        assertThat(environ).endsWith("does not tell it either\n1\n");
        assertThat(late).endsWith("does not tell it either\n1\n");
        assertThat(asked()).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    /** Half of a list of descriptors looks like a whole one. */
    @ParameterizedTest
    @MethodSource("org.stackparity.suite.client.host.HostScriptTest#shells")
    void isNotObservedWhereTheListIsNotWhole(List<String> shell) throws IOException {
        String listed = "echo 'lrwx------ 1 root root 64 Nov 26 10:00 3 -> socket:[4711]'\n";
        sudo(listed + "exec sleep 20");
        String cut = ask(shell, DENIED + "most_sudo_seconds=1\nsockets app.pid 1 0");
        sudo(listed + "echo \"ls: '/proc/1/fd': Keine Berechtigung\" >&2\nexit 2");
        String refused = ask(shell, DENIED + "sockets app.pid 1 0");
        sudo(listed + "echo \"ls: cannot access '/proc/1/fd': No such file or directory\" >&2\nexit 2");
        String ended = ask(shell, DENIED + "sockets app.pid 1 0");

        assertThatThrownBy(() -> RemoteSocket.parse("web1", cut)).hasMessageContaining("Permission denied");
        assertThatThrownBy(() -> RemoteSocket.parse("web1", refused)).hasMessageContaining("Permission denied");
        assertThat(RemoteSocket.parse("web1", ended)).isEmpty();
    }

    @Test
    void theLinesForSudoersAllowWhatIsAskedAndNothingElse() throws IOException {
        List<MatchResult> lines =
                SUDOERS.matcher(Files.readString(EXAMPLE)).results().toList();
        assertThat(lines).extracting(line -> line.group(1)).containsExactly("cat", "ls");
        assertThat(Files.readString(Path.of("README.md")))
                .contains(lines.stream().map(MatchResult::group).toList());

        String cat = lines.get(0).group(2);
        assertThat("/proc/4711/environ").matches(cat);
        assertThat(List.of("/proc/1/environ /etc/shadow", "/proc/1/../environ", "/proc/self/environ", "/proc/1/mem"))
                .noneMatch(text -> text.matches(cat));
        String ls = lines.get(1).group(2);
        assertThat(List.of("-l /proc/4711/fd", "-l /proc/1/fd /proc/2/fd")).allMatch(text -> text.matches(ls));
        assertThat(List.of("-l", "-l /proc/1/fd /root", "-lR /proc/1/fd", "-l /proc/1/fd/../../root"))
                .noneMatch(text -> text.matches(ls));
    }

    /** A folder with what the script needs of this machine's tools, but for a sudo that may be beside them. */
    private Path toolsWithoutSudo() throws IOException {
        Path tools = Files.createDirectories(home.resolve("tools"));
        for (String tool : TOOLS) {
            Stream.of(System.getenv("PATH").split(":"))
                    .map(folder -> Path.of(folder, tool))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .ifPresent(found -> program(tools.resolve(tool), "exec " + found + " \"$@\""));
        }
        return tools;
    }

    /** Puts a sudo first in the path that takes down its arguments and then does something with them, but for -n. */
    private void sudo(String does) throws IOException {
        Path log = home.resolve("asked");
        Files.writeString(log, "");
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-rw-rw-"));
        program(
                home.resolve("bin/sudo"),
                "echo \"$*\" >>" + Quoted.word(log.toString()) + "\n[ \"$1\" = -n ] || exit 1\nshift\n" + does);
    }

    private static void program(Path path, String does) {
        try {
            Files.writeString(path, "#!/bin/sh\n" + does + "\n");
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> asked() throws IOException {
        Path log = home.resolve("asked");
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    /** What calls of the script print, each as a whole. */
    private String ask(List<String> shell, String calls) {
        return run(List.of(), shell, ScriptWriter.resource("host-facts.sh") + MARK + calls + "\n");
    }

    /** The facts that a login without rights gets from calls for the environment and for the sockets. */
    private HostFacts withoutRights(List<String> shell, String process, String sockets) {
        boolean canDrop = System.getProperty("user.name").equals("root") && Files.isExecutable(SETPRIV);
        List<String> login = canDrop
                ? List.of(SETPRIV.toString(), "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups")
                : List.of();
        String script = ScriptWriter.resource("host-facts.sh") + MARK + (canDrop ? "" : DENIED)
                + "all() {\nfact process:app " + process + "\nfact sockets:app " + sockets + "\nfact last true\n}\n"
                + "all </dev/null\n";
        return new HostFacts(HostAnswers.parse("web1", "parity-trial", run(login, shell, script)));
    }

    private String run(List<String> login, List<String> shell, String script) {
        List<String> command = Stream.of(
                        List.of("/bin/sh", "-c", "cd \"$0\" && PATH=$0/bin:$PATH exec \"$@\"", home.toString()),
                        login,
                        shell)
                .flatMap(List::stream)
                .toList();
        return new CommandShell("web1", HostScriptTest.environment().hosts().get(0), new ArrayList<>(command))
                .run(script, Duration.ofSeconds(60));
    }
}
