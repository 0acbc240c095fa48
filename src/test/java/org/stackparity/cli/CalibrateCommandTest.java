package org.stackparity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateCommandTest {
    @TempDir
    Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void aStackIsNotToldFromItself() throws IOException {
        start(number -> "{\"price\": 12, \"id\": \"" + Integer.toHexString(number * 7919) + "\"}");
        Typed calibrated = calibrate("primary", "--times", "2", "--check", "FUN-04");
        assertThat(calibrated.exitCode()).as(calibrated.text()).isZero();
        assertThat(calibrated.out())
                .contains("run 2 of 2: no difference", "beside itself, 2 runs of ")
                .containsPattern("whole verdict +2 +0 +77\\.6 % +0 +0")
                .containsPattern("FUN-04 +2 +0 +77\\.6 % +0 +0")
                .containsPattern("id.* in 2 of 2 runs");
    }

    /** A server that fails every other request would be refused beside any other. */
    @Test
    void aStackThatFailsNowAndThenHasAFaultOfItsOwn() throws IOException {
        start(number -> "{\"price\": 12, \"status\": " + number % 2 + "}");
        Typed calibrated = calibrate("primary.yaml", "--times", "1", "--check", "FUN-02");
        assertThat(calibrated.exitCode()).as(calibrated.text()).isEqualTo(1);
        assertThat(calibrated.out())
                .contains("run 1 of 1: a fault of the stack itself")
                .containsPattern("FUN-02 +1 +0 +95\\.0 % +1 +0");
    }

    @Test
    void refusesARunThatAsksNothing() throws IOException {
        start(number -> "{}");
        Typed calibrated = calibrate("primary", "--times", "1", "--check", "LOC-03");
        assertThat(calibrated.exitCode()).isEqualTo(2);
        assertThat(calibrated.text()).contains("Nothing was asked of [").doesNotContain("no difference");
    }

    @Test
    void refusesWhatIsNoStack() {
        assertThat(Typed.parity("calibrate", "example").text())
                .contains("There is no stack [example] to compare with itself; expected a pair and a role of it, like"
                        + " shop/primary or shop/failover.");
        assertThat(Typed.parity("calibrate", "nowhere/primary").text()).contains("There is no pair [nowhere]");
        assertThat(Typed.parity("calibrate", "example/primary", "--times", "0").text())
                .contains("--times is [0]; expected 1 to 1000.");
    }

    private Typed calibrate(String stack, String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "calibrate";
        arguments[1] = folder.resolve(stack).toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return Typed.parity(arguments);
    }

    private void start(IntFunction<String> body) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "stack");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", exchange -> answer(exchange, body.apply(asked.incrementAndGet())));
        server.start();
        write("primary", "dallas", server.getAddress().getPort());
        write("failover", "arizona", 9);
        Files.writeString(
                folder.resolve("contract.yaml"), "api: [{get: /api/call}]\nsmoke: [/api/call]\nbudget: 60s\n");
    }

    private void write(String role, String name, int port) throws IOException {
        Files.writeString(folder.resolve(role + ".yaml"), """
                environment: %s
                role: %s
                colocated: true
                web:
                  url: http://shop.parity.test
                  connect-to: 127.0.0.1:%d
                  nodes: [{name: web1, address: 127.0.0.1, port: %d}]
                networks: [127.0.0.0/8]
                """.formatted(name, role, port, port));
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("content-type", "application/json");
        exchange.sendResponseHeaders(body.contains("\"status\": 1") ? 500 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
