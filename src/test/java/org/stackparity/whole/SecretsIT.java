package org.stackparity.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Gives a marked secret to every place that takes one, to stacks that send back whatever they hear, and looks for it in
 * everything that a run says and writes.
 */
class SecretsIT {
    private static final String PROBE = "Marked7Probe7Token";
    private static final String PASSWORD = "Marked7Pass7word";
    private static final String BEARER = "Marked7Bearer7Token";
    private static final String OF_A_FILE = "Marked7File7Secret";
    private static final String OF_THE_CANARY = "Marked7Canary7Secret";
    private static final List<String> ALL = List.of(PROBE, PASSWORD, BEARER, OF_A_FILE, OF_THE_CANARY);

    @TempDir
    Path scratch;

    @Test
    void reachNoFileAndNoOutput() throws IOException, InterruptedException {
        List<HttpServer> stacks = List.of(echo("127.10.7.1", 18701), echo("127.20.7.1", 18702));
        try {
            Path pair = pair();
            Distribution distribution = new Distribution(scratch.resolve("distribution"));

            Distribution.Result run = distribution.parity(
                    Map.of(
                            "PROBE_TOKEN",
                            PROBE,
                            "SHOP_PASSWORD",
                            PASSWORD,
                            "BEARER_TOKEN",
                            BEARER,
                            "CANARY_SECRET",
                            OF_THE_CANARY),
                    "run",
                    pair.toString());

            assertThat(heard).as("what the stacks heard; %s", run.output()).contains(ALL);
            assertThat(run.output()).contains("promises kept");
            assertThat(places(run.output(), distribution.folder())).isEmpty();
        } finally {
            stacks.forEach(stack -> stack.stop(0));
        }
    }

    private final StringBuffer heard = new StringBuffer();

    /** A stack that repeats header values and bodies in pages, JSON, headers, cookies and redirects. */
    private HttpServer echo(String address, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/", exchange -> {
            String said = said(exchange);
            heard.append(said);
            String path = exchange.getRequestURI().getPath();
            exchange.getResponseHeaders().set("X-Echo", said.replaceAll("[^A-Za-z0-9 :,/.-]", " "));
            exchange.getResponseHeaders().add("Set-Cookie", "echo=" + said.replaceAll("[^A-Za-z0-9]", "") + "; Path=/");
            if (path.equals("/away")) {
                exchange.getResponseHeaders().set("Location", "/?said=" + said.replaceAll("[^A-Za-z0-9]", ""));
                answer(exchange, 302, "text/plain", "");
            } else if (path.startsWith("/api")) {
                answer(
                        exchange,
                        200,
                        "application/json",
                        "{\"said\": \"" + said.replaceAll("[^A-Za-z0-9 ]", " ")
                                + "\", \"build\": \"7\", \"id\": \"c1\", \"dueAt\": \""
                                + Instant.now().plusSeconds(1) + "\", \"charges\": []}");
            } else {
                answer(
                        exchange,
                        path.equals("/broken") ? 500 : 200,
                        "text/html; charset=utf-8",
                        "<html lang=en><head><title>Echo</title></head><body><main><h1>Echo</h1><p title=\"" + said
                                + "\">You said " + said + "</p></main></body></html>");
            }
        });
        server.start();
        return server;
    }

    private static String said(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readNBytes(10_000), StandardCharsets.UTF_8);
        return exchange.getRequestHeaders().getOrDefault("X-Probe", List.of()) + " "
                + exchange.getRequestHeaders().getOrDefault("Authorization", List.of()) + " " + body.replace('"', ' ');
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Path pair() throws IOException {
        Path pair = Files.createDirectories(scratch.resolve("echo"));
        write(pair, "primary.yaml", environment("dallas", "primary", "127.10.7.1", 18701));
        write(pair, "failover.yaml", environment("arizona", "failover", "127.20.7.1", 18702));
        write(pair, "key.txt", OF_A_FILE + "\n");
        write(pair, "contract.yaml", """
                locales: [en-US]
                allow: [sandbox-writes]
                pages: [/, /broken]
                api: [{get: /api/echo}]
                version: {get: /api/version, fields: [/build]}
                error-pages: [GET /nothing]
                redirects: [/away]
                smoke: [/, /broken]
                journeys:
                  login:
                    allow: sandbox-writes
                    steps:
                      - {post: /login, form: {user: ada, password: '${env:SHOP_PASSWORD}'}, observe: {said: 'css:main p'}}
                      - {post: /api/login, json: '{"password": "${env:SHOP_PASSWORD}"}', observe: {said: 'json:/said'}}
                      - {post: /api/keys, json: '{"key": "${file:key.txt}"}', observe: {said: 'json:/said'}}
                sign-in: {journey: login}
                subscriptions:
                  canary:
                    start: {post: /api/canary, json: '{"in": {seconds}, "key": "${env:CANARY_SECRET}"}'}
                    id: /id
                    due: /dueAt
                    due-in: 1s
                    watch: '/api/canary/{id}'
                    end: {delete: '/api/canary/{id}'}
                    charges: {at: /charges, instant: at}
                    tolerance: 1s
                """);
        return pair;
    }

    private static String environment(String name, String role, String address, int port) {
        return """
                environment: %s
                role: %s
                colocated: true
                web:
                  url: http://echo.parity.test
                  connect-to: %s:%d
                  nodes: [{name: web1, address: %s, port: %d}]
                  access: {headers: {X-Probe: '${env:PROBE_TOKEN}', Authorization: 'Bearer ${env:BEARER_TOKEN}'}}
                networks: [%s/32]
                """.formatted(name, role, address, port, address, port, address);
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static List<String> places(String output, Path folder) throws IOException {
        List<String> places = new ArrayList<>();
        if (isTold(output)) {
            places.add("the output");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (isTold(Files.readString(file, StandardCharsets.ISO_8859_1))) {
                    places.add(folder.relativize(file).toString());
                }
            }
        }
        return places;
    }

    private static boolean isTold(String text) {
        return ALL.stream()
                .flatMap(secret -> Stream.of(
                        secret,
                        Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8))))
                .anyMatch(text::contains);
    }
}
