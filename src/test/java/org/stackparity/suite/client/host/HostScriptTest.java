package org.stackparity.suite.client.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stackparity.environment.Contract;
import org.stackparity.environment.Environment;
import org.stackparity.environment.Network;
import org.stackparity.model.Role;
import org.stackparity.suite.junit.NotObservedException;

/**
 * The script itself, in every shell that this machine has.
 * Long, since each function of the script is tried on real files, processes and sockets.
 */
@EnabledOnOs(OS.LINUX)
class HostScriptTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.5Z");
    private static final int CONNECTIONS = 300;
    private static final String HOSTILE = "a 'b' $(touch pwned) `touch pwned` \"c\"; touch pwned #\\";

    @TempDir
    Path home;

    static List<List<String>> shells() {
        List<List<String>> shells = new ArrayList<>();
        for (String shell : List.of("/bin/sh -s", "/bin/dash -s", "/bin/bash -s", "/bin/busybox sh -s")) {
            List<String> command = List.of(shell.split(" "));
            if (Files.isExecutable(Path.of(command.get(0)))) {
                shells.add(command);
            }
        }
        return shells;
    }

    @ParameterizedTest
    @MethodSource("shells")
    void nothingInAPathOrAKeyIsRun(List<String> shell) throws IOException {
        write(HOSTILE + "/de-DE.mo", "compiled");
        write(HOSTILE + "/crontab", "* * * * * root true\n");
        write(HOSTILE + "/properties", HOSTILE.replace("\\", "\\\\") + "=yes\n" + HOSTILE + "=127.0.0.1:9\n");
        Contract.Setting setting = new Contract.Setting(HOSTILE + "/properties", HOSTILE);
        HostFacts facts = ask(
                shell,
                contract(
                        List.of(),
                        Optional.of(new Contract.Catalogs("web", HOSTILE + "/{locale}.mo", HOSTILE + "/none")),
                        List.of(new Contract.Schedule(
                                "job", "web", HOSTILE + "/crontab", "true", Optional.of(setting), "both")),
                        List.of(new Contract.Dependency(HOSTILE, "cache", "web", setting, true, Duration.ZERO, true))));

        assertThat(facts.file(HOSTILE + "/de-DE.mo")).map(FileFacts::sizeBytes).contains(8L);
        assertThat(facts.file(HOSTILE + "/none")).isEmpty();
        assertThat(facts.text(HOSTILE + "/crontab")).isEqualTo("* * * * * root true\n");
        assertThat(files()).doesNotContain("pwned");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void tellsTheZoneOfAProcessAndNoSecretOfItsEnvironment(List<String> shell) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("/bin/sleep", "60").directory(home.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "TZ", "Etc/GMT+8", "LANG", "de_DE.UTF-8", "SECRET", "hidden\nLC_ALL=hidden", "LC_TIME", "C"));
        Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Process process = builder.start();
        try {
            write("run/app.pid", Long.toString(process.pid()));
            Contract.ProcessRef reference = new Contract.ProcessRef("app", "web", "run/app.pid");
            HostScript script = script(contract(List.of(reference), Optional.empty(), List.of(), List.of()));
            String printed = run(shell, script);
            ProcessFacts facts = new HostFacts(HostAnswers.parse("web1", script.mark(), printed)).process(reference);

            assertThat(facts.variables()).isEqualTo(Map.of("TZ", "Etc/GMT+8", "LANG", "de_DE.UTF-8", "LC_TIME", "C"));
            assertThat(facts.zone().name()).isEqualTo("Etc/GMT+8");
            assertThat(facts.zone().at(probes().june())).isEqualTo(ZoneOffset.ofHours(-8));
            assertThat(facts.zone().isFixed()).isTrue();
            assertThat(facts.started().orElseThrow()).isBetween(started.minusSeconds(2), Instant.now());
            assertThat(printed).doesNotContain("hidden");
        } finally {
            process.destroyForcibly();
            process.waitFor(5, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @MethodSource("shells")
    void readsTheAskedKeysOfASettingsFileOnly(List<String> shell) throws IOException {
        write("app.properties", """
                password=hidden-one
                sessions.address = redis://user:hidden-two@127.0.0.1:6379/0
                sessions.addressbook=hidden-three
                jobs.armed:false
                jobs.armed = true
                """);
        Contract.Setting armed = new Contract.Setting("app.properties", "jobs.armed");
        Contract.Dependency sessions = new Contract.Dependency(
                "sessions",
                "sessions",
                "web",
                new Contract.Setting("app.properties", "sessions.address"),
                true,
                Duration.ZERO,
                true);
        HostScript script = script(contract(
                List.of(),
                Optional.empty(),
                List.of(new Contract.Schedule("job", "web", "crontab", "x", Optional.of(armed), "both")),
                List.of(sessions)));
        String printed = run(shell, script);
        HostFacts facts = new HostFacts(HostAnswers.parse("web1", script.mark(), printed));

        assertThat(facts.setting(armed)).contains("true");
        assertThat(facts.endpoint(sessions)).hasToString("127.0.0.1:6379");
        assertThat(printed).doesNotContain("hidden");
        assertThatThrownBy(() -> facts.text("crontab"))
                .isInstanceOf(NotObservedException.class)
                .hasMessageContaining("No such file");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void doesNotTakeTheFirstOfSeveralHostsForTheOneInUse(List<String> shell) throws IOException {
        for (String several :
                List.of("10.2.0.5:6379,10.1.0.5:6379", "db://u:p@a:1,b:2/shop?x=1", "a:1 b:2", "[::1]:1;a:2")) {
            assertThat(endpoint(shell, several)).contains("or several");
        }
        for (String one :
                List.of("10.2.0.5:6379", "10.2.0.5:6379,ssl=true", "10.2.0.5:6379;db=1", "10.2.0.5:6379 # not a:1")) {
            assertThat(endpoint(shell, one)).contains("host 10.2.0.5", "port 6379");
        }
    }

    private String endpoint(List<String> shell, String address) throws IOException {
        Path settings = write("app.properties", "store=" + address + "\n");
        return ask(shell, "endpoint " + Quoted.word(settings.toString()) + " store || :");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void findsChildrenAlsoWhereTheKernelDoesNotListThem(List<String> shell) throws IOException, InterruptedException {
        Process parent = new ProcessBuilder("/bin/sh", "-c", "sleep 60 & sleep 60 & wait").start();
        try {
            await().until(() -> parent.children().count() == 2);
            String told = ask(shell, "children_by_parent " + parent.pid());
            assertThat(told.split("\\s+"))
                    .containsExactlyInAnyOrder(parent.children()
                            .map(child -> Long.toString(child.pid()))
                            .toArray(String[]::new));
            assertThat(ask(shell, "process_children " + parent.pid()).split("\\s+"))
                    .containsExactlyInAnyOrder(told.split("\\s+"));
        } finally {
            parent.descendants().forEach(ProcessHandle::destroyForcibly);
            parent.destroyForcibly();
            parent.waitFor(5, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @MethodSource("shells")
    void tellsWhenTheLinkOfTheZoneWasChangedAndNotWhatItLeadsTo(List<String> shell) throws IOException {
        Path target = write("zoneinfo/Etc/UTC", "rules");
        Files.setLastModifiedTime(target, FileTime.from(Instant.EPOCH));
        Path link = Files.createSymbolicLink(home.resolve("localtime"), target);
        Instant changed = ((FileTime) Files.getAttribute(link, "unix:ctime", LinkOption.NOFOLLOW_LINKS)).toInstant();

        assertThat(ZoneFacts.parse(ask(shell, "localtime=" + Quoted.word(link.toString()) + "\nzone 0")))
                .satisfies(zone -> {
                    assertThat(zone.linkChanged()).contains(changed.truncatedTo(ChronoUnit.SECONDS));
                    assertThat(zone.hostZone()).contains("Etc/UTC");
                });
        assertThat(ask(shell, "localtime=" + Quoted.word(target.toString()) + "\nzone 0"))
                .contains("localtime-digest")
                .doesNotContain("localtime-changed");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void tellsTheFarEndsOfAProcessWithHundredsOfConnectionsInFewBytes(List<String> shell) throws IOException {
        try (Connections connections = Connections.open(CONNECTIONS)) {
            Path own =
                    write("run/own.pid", Long.toString(ProcessHandle.current().pid()));
            String told = ask(shell, "sockets " + Quoted.word(own.toString()) + " 3 0.01");
            assertThat(RemoteSocket.parse("web1", told))
                    .filteredOn(
                            socket -> socket.inbound() && connections.clients().contains(socket.port()))
                    .hasSize(CONNECTIONS);
            assertThat(RemoteSocket.parse("web1", told))
                    .filteredOn(socket -> socket.port() == connections.port())
                    .singleElement()
                    .satisfies(socket -> assertThat(socket.inbound()).isFalse());
            assertThat(told.length()).isLessThan(CONNECTIONS * 250);

            String cut = ask(shell, "most_inbound=7\nsockets " + Quoted.word(own.toString()) + " 1 0");
            assertThat(RemoteSocket.parse("web1", cut))
                    .filteredOn(RemoteSocket::inbound)
                    .hasSize(7);
            assertThat(ask(shell, "most_outbound=0\nsockets " + Quoted.word(own.toString()) + " 1 0\necho $?"))
                    .endsWith("connected to more than [0] far ends\n1\n");
        }
    }

    @ParameterizedTest
    @MethodSource("shells")
    void tellsNothingOfTheConnectionsOfOthers(List<String> shell) throws Exception {
        Process process = new ProcessBuilder("/bin/sleep", "60").start();
        try (Connections connections = Connections.open(CONNECTIONS)) {
            Path pidFile = write("run/app.pid", Long.toString(process.pid()));
            String told = ask(shell, "sockets " + Quoted.word(pidFile.toString()) + " 3 0.01");
            assertThat(RemoteSocket.parse("web1", told)).isEmpty();
            assertThat(told).hasSizeLessThan(100);
            assertThat(connections.clients()).hasSize(CONNECTIONS);
        } finally {
            process.destroyForcibly();
            process.waitFor(5, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @MethodSource("shells")
    void looksAtMoreThanAHundredProcessesAndSaysWhereThereAreTooMany(List<String> shell) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Process parent = new ProcessBuilder(
                            "/bin/bash",
                            "-c",
                            "for i in $(seq 100); do sleep 60 & done\n(exec 3<>/dev/tcp/127.0.0.1/"
                                    + server.getLocalPort() + "; sleep 60) & wait")
                    .start();
            try {
                server.setSoTimeout(10_000);
                server.accept();
                Path pidFile = write("run/app.pid", Long.toString(parent.pid()));
                String call = "sockets " + Quoted.word(pidFile.toString()) + " 1 0\necho $?";
                assertThat(RemoteSocket.parse("web1", ask(shell, call)))
                        .extracting(RemoteSocket::toString)
                        .containsExactly("127.0.0.1:" + server.getLocalPort());
                assertThat(ask(shell, "most_processes=50\n" + call))
                        .isEqualTo("the process " + parent.pid() + " and those that descend from it are more than [50]"
                                + "\n1\n");
            } finally {
                parent.descendants().forEach(ProcessHandle::destroyForcibly);
                parent.destroyForcibly();
                parent.waitFor(5, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void aProcessThatIsGoneIsNotObserved() throws IOException {
        write("run/app.pid", "4194305\n");
        Contract.ProcessRef reference = new Contract.ProcessRef("app", "web", "run/app.pid");
        HostFacts facts = ask(shells().get(0), contract(List.of(reference), Optional.empty(), List.of(), List.of()));
        assertThatThrownBy(() -> facts.process(reference))
                .isInstanceOf(NotObservedException.class)
                .hasMessageContaining("no process has the number [4194305]");
    }

    @Test
    void tellsOneMachineFromAnotherWithoutNamingIt() throws IOException {
        HostFacts facts = ask(shells().get(0), contract(List.of(), Optional.empty(), List.of(), List.of()));
        assertThat(facts.machine()).matches("[0-9a-f]{16}");
    }

    @Test
    void aScriptThatDoesNotEndIsNotObserved() {
        CommandShell shell = new CommandShell("web1", host(), List.of("/bin/sh", "-s"));
        assertThatThrownBy(() -> shell.run("sleep 60", Duration.ofMillis(200)))
                .isInstanceOf(NotObservedException.class)
                .hasMessageContaining("did not end");
    }

    @Test
    void aHostThatFloodsIsNotObserved() {
        CommandShell shell = new CommandShell("web1", host(), List.of("/bin/sh", "-s"));
        assertThatThrownBy(() -> shell.run("cat /dev/zero", Duration.ofSeconds(10)))
                .isInstanceOf(NotObservedException.class)
                .hasMessageContaining("more than");
    }

    @Test
    void aCommandThatIsMissingIsNotObserved() {
        CommandShell shell = new CommandShell("web1", host(), List.of("/no/such/kubectl"));
        assertThatThrownBy(() -> shell.run("true", Duration.ofSeconds(1)))
                .isInstanceOf(NotObservedException.class)
                .hasMessageContaining("/no/such/kubectl");
    }

    private HostFacts ask(List<String> shell, Contract contract) throws IOException {
        HostScript script = script(contract);
        return new HostFacts(HostAnswers.parse("web1", script.mark(), run(shell, script)));
    }

    private HostScript script(Contract contract) {
        return HostScript.of(contract, environment(), host(), probes(), new HostScript.Wanted(false, false));
    }

    private String run(List<String> shell, HostScript script) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", home.toString()));
        command.addAll(shell);
        return new CommandShell("web1", host(), command).run(script.text(), script.limit());
    }

    /** What one function of the script prints. */
    private String ask(List<String> shell, String call) {
        return new CommandShell("web1", host(), shell)
                .run(ScriptWriter.resource("host-facts.sh") + call + "\n", Duration.ofSeconds(10));
    }

    private Path write(String file, String text) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> tree = Files.walk(home)) {
            return tree.map(path -> path.getFileName().toString()).toList();
        }
    }

    /** Connections of this process to itself. */
    private record Connections(ServerSocket server, List<Socket> ends, Set<Integer> clients) implements AutoCloseable {
        static Connections open(int count) throws IOException {
            ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Connections connections = new Connections(server, new ArrayList<>(), new HashSet<>());
            for (int i = 0; i < count; i++) {
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                connections.clients.add(client.getLocalPort());
                connections.ends.add(client);
                connections.ends.add(server.accept());
            }
            return connections;
        }

        int port() {
            return server.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            for (Socket end : ends) {
                end.close();
            }
            server.close();
        }
    }

    private static Probes probes() {
        return Probes.at(NOW, Duration.ofDays(60));
    }

    private static Environment.Host host() {
        return new Environment.Host("web1", "web1", Optional.empty(), List.of("web"));
    }

    static Environment environment() {
        return new Environment(
                "dallas",
                Role.PRIMARY,
                new Environment.Web(
                        "http://shop.parity.test",
                        Optional.empty(),
                        List.of(new Environment.Node("web1", "127.10.1.11", Optional.of(18011), true)),
                        Environment.Limits.DEFAULT,
                        Map.of(),
                        List.of()),
                Network.find("127.10.1.0/24").stream().toList(),
                List.of(host()),
                Optional.empty(),
                Optional.empty(),
                Environment.Standby.ACTIVE,
                false);
    }

    private static Contract contract(
            List<Contract.ProcessRef> processes,
            Optional<Contract.Catalogs> catalogs,
            List<Contract.Schedule> schedules,
            List<Contract.Dependency> dependencies) {
        return new Contract(
                List.of("de-DE"),
                Contract.LocaleSelection.DEFAULT,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                catalogs,
                Optional.empty(),
                Optional.empty(),
                processes,
                Optional.of(new Contract.Subscriptions(
                        schedules, Optional.empty(), List.of(), Optional.empty(), Duration.ofDays(60))),
                Optional.empty(),
                Contract.ErrorRates.DEFAULT,
                dependencies,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Contract.DEFAULT_BUDGET);
    }
}
