package org.stackparity.whole;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.stackparity.compare.Comparer;
import org.stackparity.environment.Pair;
import org.stackparity.environment.PairReader;
import org.stackparity.model.Evidence;
import org.stackparity.model.Finding;
import org.stackparity.model.Plan;
import org.stackparity.model.Role;
import org.stackparity.model.Safety;
import org.stackparity.plan.Planner;
import org.stackparity.plan.Selection;
import org.stackparity.run.FingerprintKey;
import org.stackparity.run.ParityRun;
import org.stackparity.run.Progress;
import org.stackparity.suite.junit.JUnitSuiteRunner;

/**
 * Two small stacks for tests of checks: each host is a folder with a real shell in it, each web node a small server. Runs
 * the suite on them as {@code parity run} does.
 */
public final class TwoStacks implements AutoCloseable {
    private static final Map<Role, String> NAMES = Map.of(Role.PRIMARY, "dallas", Role.FAILOVER, "arizona");

    private final Path folder;
    private final Map<Role, Map<String, String>> hosts = new EnumMap<>(Role.class);
    private final Map<Role, Map<String, Integer>> nodes = new EnumMap<>(Role.class);
    private final Map<Role, String> more = new EnumMap<>(Role.class);
    private final List<HttpServer> servers = new ArrayList<>();
    private final List<Process> processes = new ArrayList<>();

    /** @param folder empty, for everything that the stacks and the run write */
    public TwoStacks(Path folder) {
        this.folder = folder;
        for (Role role : Role.values()) {
            hosts.put(role, new LinkedHashMap<>());
            nodes.put(role, new LinkedHashMap<>());
            more.put(role, "");
        }
    }

    /** The folder that plays the file system of a host; the first call makes the host. */
    public Path host(Role role, String name, String hostRole) throws IOException {
        hosts.get(role).put(name, hostRole);
        return Files.createDirectories(folder.resolve(role.word()).resolve(name));
    }

    /** Writes a file of a host, with its folders. */
    public static Path write(Path host, String file, String text) throws IOException {
        Path path = host.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    /** Starts a process in a host's folder with only these variables, and leaves its number in {@code run/app.pid}. */
    public void process(Path host, Map<String, String> variables, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(host.toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        Process process = builder.start();
        processes.add(process);
        write(host, "run/app.pid", process.pid() + "\n");
    }

    /** Starts a web node; the stack as customers reach it is its first node. */
    public void node(Role role, String name, HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "node-" + name);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", handler);
        server.start();
        servers.add(server);
        nodes.get(role).put(name, server.getAddress().getPort());
    }

    /** Adds keys to the file of an environment. */
    public void environment(Role role, String yaml) {
        more.merge(role, yaml, String::concat);
    }

    /** Runs checks and compares, in the order of checks, cases and paths. */
    public List<Finding> findings(String contract, String... checks) throws IOException {
        return findings(run(contract, checks));
    }

    /** The same as if there were no other checks, so that none was left out. */
    public List<Finding> findingsOfAll(String contract, String... checks) throws IOException {
        return findings(run(contract, false, checks));
    }

    private static List<Finding> findings(List<Evidence> evidence) {
        return Comparer.compare(evidence.get(0), evidence.get(1)).findings();
    }

    /** Runs checks and returns what both stacks answered, primary first. */
    public List<Evidence> run(String contract, String... checks) throws IOException {
        return run(contract, true, checks);
    }

    private List<Evidence> run(String contract, boolean partial, String... checks) throws IOException {
        Path pairFolder = Files.createDirectories(folder.resolve("pair"));
        for (Role role : Role.values()) {
            Files.writeString(pairFolder.resolve(role.word() + ".yaml"), environment(role));
        }
        Files.writeString(pairFolder.resolve("contract.yaml"), contract);
        Pair pair = PairReader.read(pairFolder, name -> Optional.empty());
        JUnitSuiteRunner runner = new JUnitSuiteRunner();
        Plan filtered = Planner.plan(
                runner.propose(pair, List.of()),
                new Selection(Set.of(), Set.of(checks), Safety.S2),
                pair.contract().budget());
        Plan plan = new Plan(filtered.checks(), filtered.rounds(), filtered.partial() && partial, filtered.budget());
        return new ParityRun(
                        runner,
                        pair,
                        plan,
                        List.of(),
                        Files.createDirectories(folder.resolve("run")),
                        folder.resolve("allure"),
                        "test",
                        "test",
                        FingerprintKey.ofOneRun(),
                        Clock.systemUTC(),
                        Progress.SILENT)
                .record();
    }

    private String environment(Role role) {
        StringBuilder yaml = new StringBuilder("environment: " + NAMES.get(role) + "\nrole: " + role.word()
                + "\ncolocated: true\nweb:\n  url: http://shop.parity.test\n");
        Map<String, Integer> ports = nodes.get(role).isEmpty() ? Map.of("web1", 9) : nodes.get(role);
        yaml.append("  connect-to: 127.0.0.1:")
                .append(ports.values().iterator().next())
                .append(
                        "\n  limits: {requests-per-second: 2000, connects-per-second: 2000, connections: 8}\n  nodes:\n");
        ports.forEach(
                (name, port) -> yaml.append("    - {name: " + name + ", address: 127.0.0.1, port: " + port + "}\n"));
        if (!hosts.get(role).isEmpty()) {
            // A host has the zone of this machine, but may have a link of its own that says it.
            yaml.append("shell-command: [sh, -c, 'cd \"$0/$1\" && if [ -L etc/localtime ];"
                            + " then sed s:^localtime=/etc:localtime=etc: | sh -s; else exec sh -s; fi', '")
                    .append(folder.resolve(role.word()))
                    .append("', '{node}']\nhosts:\n");
            hosts.get(role)
                    .forEach((name, hostRole) -> yaml.append(
                            "  - {name: " + name + ", address: " + name + ", roles: [" + hostRole + "]}\n"));
        }
        return yaml.append(more.get(role)).toString();
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
        for (Process process : processes) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            try {
                process.waitFor(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
