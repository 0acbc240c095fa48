package org.stackparity.suite.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.Role;
import org.stackparity.suite.client.host.HostsEarly;
import org.stackparity.whole.TwoStacks;

/**
 * Links from inside a host: error rate, distance and where sockets lead. The host needs bash and timeout.
 * Long, since it brings its own faulty links.
 */
@EnabledIf("hasTools")
class NetworkChecksTest {
    private static final String CONTRACT = """
            smoke: [/health]
            dependencies:
              - {name: store, kind: sessions, host-role: web, local: false, budget: 40ms, address: {file: app.properties, key: store}}
            processes: [{name: app, host-role: web, pid-file: run/app.pid}]
            """;

    @TempDir
    Path folder;

    private TwoStacks stacks;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Link healthy;

    static boolean hasTools() {
        return Files.isExecutable(Path.of("/bin/bash")) && Files.isExecutable(Path.of("/usr/bin/timeout"));
    }

    @BeforeEach
    void primaryIsHealthy() throws IOException {
        stacks = new TwoStacks(folder);
        healthy = new Link(0, 0);
        settings(Role.PRIMARY, healthy);
        stacks.node(Role.PRIMARY, "web1", NetworkChecksTest::answer);
    }

    @AfterEach
    void stop() throws IOException {
        stacks.close();
        threads.shutdownNow();
        healthy.close();
    }

    /** A database that waits for more after the first request, behind a link that ends just that connection. */
    @Test
    void aConnectionThatTheLinkEndsIsNoAnswerOfTheServer() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            threads.submit(() -> {
                for (int number = 1; true; number++) {
                    Socket client = server.accept();
                    if (number == 2) {
                        client.close();
                    } else {
                        threads.submit(() -> {
                            if (client.getInputStream().read() == '*') {
                                client.getOutputStream().write('-');
                            }
                            return null;
                        });
                    }
                }
            });
            String script;
            try (InputStream stream = HostsEarly.class.getResourceAsStream("host-connects.bash")) {
                script = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
            List<String> command = new ArrayList<>(List.of("/bin/bash", "-c", script, "bash", "127.0.0.1"));
            command.addAll(List.of(Integer.toString(server.getLocalPort()), "database", "3", "0", "20", "0.1", "10"));
            Process bash = new ProcessBuilder(command).redirectErrorStream(true).start();
            assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("probe word")
                    .containsPattern("ping [0-9]+ [0-9]+");
        }
    }

    @Test
    void aServerThatMustNotBeSoakedIsLeftAlone() throws IOException {
        stacks.node(Role.FAILOVER, "web1", NetworkChecksTest::answer);
        settings(Role.FAILOVER, healthy);
        List<Finding> findings =
                stacks.findings(CONTRACT.replace("local: false", "local: false, soak: false"), "NET-02", "LAT-02");
        assertThat(findings).extracting(Finding::kind).containsOnly(FindingKind.SAME);
        assertThat(findings)
                .filteredOn(finding -> finding.check().value().equals("NET-02"))
                .extracting(finding -> finding.subject().find("dependency"))
                .containsOnly(java.util.Optional.empty());
    }

    @Test
    void cleanLinksAndRequestsAreTheSame() throws IOException {
        stacks.node(Role.FAILOVER, "web1", NetworkChecksTest::answer);
        settings(Role.FAILOVER, healthy);
        List<Finding> findings = stacks.findings(CONTRACT, "NET-02", "LAT-02");
        assertThat(findings).extracting(Finding::kind).containsOnly(FindingKind.SAME);
    }

    @Test
    void aLinkThatResetsSomeConnectionsIsAFault() throws IOException {
        stacks.node(Role.FAILOVER, "web1", NetworkChecksTest::answer);
        try (Link link = new Link(12, 0)) {
            settings(Role.FAILOVER, link);
            assertThat(open("NET-02")).singleElement().satisfies(finding -> {
                assertThat(finding.subject().find("dependency")).contains("store");
                assertThat(finding.findFact("fault")).contains("error-rate");
                assertThat(finding.nodes()).hasToString("[failover web1]");
            });
        }
    }

    @Test
    void aNodeThatFailsOnePageEachTimeHasNoSporadicErrors() throws IOException {
        stacks.node(Role.FAILOVER, "web1", exchange -> {
            if (exchange.getRequestURI().getPath().equals("/about")) {
                exchange.sendResponseHeaders(500, -1);
                exchange.close();
            } else {
                answer(exchange);
            }
        });
        settings(Role.FAILOVER, healthy);
        List<Finding> findings =
                stacks.findings(CONTRACT.replace("smoke: [/health]", "smoke: [/health, /about]"), "NET-02");
        assertThat(findings).filteredOn(Finding::isOpen).singleElement().satisfies(finding -> {
            assertThat(finding.findFact("requests")).contains("GET /about");
            assertThat(finding.findFact("lasting")).isEqualTo(finding.findFact("errors"));
        });
    }

    @Test
    void aNodeWhoseRequestsFailNowAndThenIsAFault() throws IOException {
        AtomicInteger count = new AtomicInteger();
        stacks.node(Role.FAILOVER, "web1", exchange -> {
            if (count.incrementAndGet() % 20 == 0) {
                exchange.sendResponseHeaders(500, -1);
                exchange.close();
            } else {
                answer(exchange);
            }
        });
        settings(Role.FAILOVER, healthy);
        assertThat(open("NET-02")).singleElement().satisfies(finding -> {
            assertThat(finding.subject().find("traffic")).contains("requests");
            assertThat(finding.findFact("fault")).contains("error-rate");
        });
    }

    /** A visitor comes to the entrance with a connection of his own; a balancer may spoil what every node does well. */
    @Test
    void anEntranceThatFailsNowAndThenIsAFault() throws IOException {
        AtomicInteger visitors = new AtomicInteger();
        stacks.node(Role.FAILOVER, "web1", exchange -> {
            boolean isVisitor = "close".equals(exchange.getRequestHeaders().getFirst("Connection"));
            if (isVisitor && visitors.incrementAndGet() % 20 == 0) {
                exchange.sendResponseHeaders(502, -1);
                exchange.close();
            } else {
                answer(exchange);
            }
        });
        settings(Role.FAILOVER, healthy);
        List<Finding> findings = stacks.findings(CONTRACT + "pages: [/about]\n", "NET-02");
        assertThat(findings).filteredOn(Finding::isOpen).singleElement().satisfies(finding -> {
            assertThat(finding.subject().find("entrance")).contains("requests");
            assertThat(finding.findFact("fault")).contains("error-rate");
            assertThat(finding.nodes()).hasToString("[failover site]");
        });
    }

    @Test
    void errorsOfLaterPassesReachATallyThatLookedWellBefore() throws IOException {
        AtomicInteger count = new AtomicInteger();
        stacks.node(Role.PRIMARY, "web1", exchange -> page(exchange, "A text"));
        stacks.node(Role.FAILOVER, "web1", exchange -> {
            int number = count.incrementAndGet();
            if (number > 505 && number % 2 == 0) {
                exchange.sendResponseHeaders(503, -1);
                exchange.close();
            } else {
                page(exchange, "Another text");
            }
        });
        assertThat(stacks.findings("pages: [/a, /b, /c, /d]\n", "NET-02", "FUN-04"))
                .filteredOn(finding -> finding.check().value().equals("NET-02"))
                .filteredOn(Finding::isOpen)
                .allSatisfy(finding -> assertThat(finding.findFact("fault")).contains("error-rate"))
                .extracting(finding -> finding.nodes().toString())
                .containsExactlyInAnyOrder("[failover site]", "[failover web1]");
    }

    private static void page(HttpExchange exchange, String text) throws IOException {
        byte[] page = ("<main><h1>Shop</h1><p>" + text + " of " + exchange.getRequestURI() + "</p></main>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    @Test
    void aServerThatIsFarAwayIsOverBudget() throws IOException {
        stacks.node(Role.FAILOVER, "web1", NetworkChecksTest::answer);
        try (Link link = new Link(0, 60)) {
            settings(Role.FAILOVER, link);
            List<Finding> findings = stacks.findings(CONTRACT, "LAT-02");
            assertThat(findings)
                    .filteredOn(Finding::isOpen)
                    .as("%s", findings)
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.findFact("fault")).contains("over-budget");
                        assertThat(finding.reason()).contains("[store]", "at most 40 ms");
                    });
        }
    }

    @Test
    void aServerThatIsGoneIsUnreachable() throws IOException {
        stacks.node(Role.FAILOVER, "web1", NetworkChecksTest::answer);
        Link link = new Link(0, 0);
        link.close();
        settings(Role.FAILOVER, link);
        assertThat(open("LAT-02"))
                .extracting(finding -> finding.findFact("fault").orElse(""))
                .containsExactly("unreachable");
    }

    @Test
    void aSocketIntoTheOtherSiteIsAFault() throws IOException {
        stacks.environment(Role.PRIMARY, "networks: [127.10.0.0/16]\n");
        stacks.environment(Role.FAILOVER, "networks: [127.20.0.0/16]\n");
        settings(Role.FAILOVER, healthy);
        try (ServerSocket far = new ServerSocket()) {
            far.bind(new InetSocketAddress("127.10.0.1", 0));
            for (Role role : Role.values()) {
                stacks.process(
                        stacks.host(role, "web1", "web"),
                        Map.of("PATH", "/usr/bin:/bin"),
                        "/bin/bash",
                        "-c",
                        "exec 3<>/dev/tcp/127.10.0.1/" + far.getLocalPort() + "; exec sleep 60");
            }
            List<Finding> open = open("NET-10");
            assertThat(open).singleElement().satisfies(finding -> {
                assertThat(finding.findFact("fault")).contains("socket-into-other-site");
                assertThat(finding.path()).isEqualTo("socket[127.10.0.1:" + far.getLocalPort() + "]");
                assertThat(finding.nodes()).hasToString("[failover web1]");
            });
        }
    }

    private void settings(Role role, Link link) throws IOException {
        TwoStacks.write(stacks.host(role, "web1", "web"), "app.properties", "store=127.0.0.1:" + link.port() + "\n");
    }

    private List<Finding> open(String check) throws IOException {
        return stacks.findings(CONTRACT, check).stream().filter(Finding::isOpen).toList();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    /** A server that answers whatever it is sent, after a delay, and resets every n-th connection. */
    private final class Link implements AutoCloseable {
        private final ServerSocket listener = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        private final int resetEvery;
        private final int delayMillis;

        Link(int resetEvery, int delayMillis) throws IOException {
            this.resetEvery = resetEvery;
            this.delayMillis = delayMillis;
            threads.execute(this::acceptAll);
        }

        int port() {
            return listener.getLocalPort();
        }

        private void acceptAll() {
            int count = 0;
            while (!listener.isClosed()) {
                try {
                    Socket client = listener.accept();
                    if (resetEvery > 0 && ++count % resetEvery == 0) {
                        client.setSoLinger(true, 0);
                        client.close();
                    } else {
                        threads.execute(() -> answer(client));
                    }
                } catch (IOException e) {
                    return;
                }
            }
        }

        private void answer(Socket client) {
            try (client) {
                if (client.getInputStream().read() >= 0) {
                    LockSupport.parkNanos(delayMillis * 1_000_000L);
                    client.getOutputStream().write('+');
                    client.getOutputStream().flush();
                    client.getInputStream().transferTo(OutputStream.nullOutputStream());
                }
            } catch (IOException e) {
                return;
            }
        }

        @Override
        public void close() throws IOException {
            listener.close();
        }
    }
}
