package org.stackparity.suite.trial;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.stackparity.environment.Endpoint;
import org.stackparity.environment.Environment;
import org.stackparity.environment.Network;
import org.stackparity.model.NodeRef;
import org.stackparity.model.Role;

/** A stack of web nodes {@code n1}, {@code n2}… on this machine whose answers a test writes. */
public final class TinyStack implements AutoCloseable {
    public static final String HOST = "shop.example.test";

    private final Role role;
    private final Optional<SSLContext> tls;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Map<String, HttpServer> nodes = new LinkedHashMap<>();
    private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private Optional<HttpServer> entrance = Optional.empty();
    private boolean endsTls;
    private int connections = 4;

    public TinyStack(Role role, int nodeCount) {
        this(role, nodeCount, Optional.empty());
    }

    /** @param tls how every node speaks TLS; empty where customers speak plain HTTP */
    public TinyStack(Role role, int nodeCount, Optional<SSLContext> tls) {
        this.role = role;
        this.tls = tls;
        for (int i = 1; i <= nodeCount; i++) {
            nodes.put("n" + i, start("n" + i, tls));
        }
    }

    /** Customers enter through a server of their own, {@code site}, and not at the first node. */
    public TinyStack withEntrance() {
        entrance = Optional.of(start(NodeRef.SITE, tls));
        return this;
    }

    /** Customers enter by TLS, which ends there: the nodes speak plain HTTP. */
    public TinyStack withEntrance(SSLContext own) {
        entrance = Optional.of(start(NodeRef.SITE, Optional.of(own)));
        endsTls = true;
        return this;
    }

    /** The stack is asked for one thing at a time, so that a test can count on the order. */
    public TinyStack oneAtATime() {
        connections = 1;
        return this;
    }

    private HttpServer start(String node, Optional<SSLContext> own) {
        try {
            HttpServer server = server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), own);
            server.setExecutor(threads);
            server.createContext("/", exchange -> answer(node, exchange));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpServer server(InetSocketAddress address, Optional<SSLContext> own) throws IOException {
        if (own.isEmpty()) {
            return HttpServer.create(address, 64);
        }
        HttpsServer server = HttpsServer.create(address, 64);
        server.setHttpsConfigurator(new HttpsConfigurator(own.get()));
        return server;
    }

    /** Every node answers a method and path like this; {@code GET *} for everything else. */
    public TinyStack on(String route, Handler handler) {
        handlers.put(route, handler);
        return this;
    }

    /** One node answers like this instead. */
    public TinyStack on(String node, String route, Handler handler) {
        handlers.put(node + " " + route, handler);
        return this;
    }

    public Environment environment() {
        List<Environment.Node> list = new ArrayList<>();
        nodes.forEach((name, server) -> list.add(new Environment.Node(
                name, "127.0.0.1", Optional.of(server.getAddress().getPort()), !endsTls)));
        return new Environment(
                role == Role.PRIMARY ? "dallas" : "arizona",
                role,
                new Environment.Web(
                        (tls.isPresent() || endsTls ? "https://" : "http://") + HOST,
                        Optional.of(new Endpoint(
                                "127.0.0.1",
                                entrance.map(server -> server.getAddress().getPort())
                                        .orElseGet(() -> list.get(0).port().orElseThrow()))),
                        list,
                        new Environment.Limits(5_000, 5_000, connections),
                        Map.of(),
                        List.of()),
                Network.find(role == Role.PRIMARY ? "10.1.0.0/16" : "10.2.0.0/16").stream()
                        .toList(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Environment.Standby.ACTIVE,
                true);
    }

    /** How many requests came in so far. */
    public int requests() {
        return requests.get();
    }

    private void answer(String node, HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Request request = new Request(
                node, exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange, body);
        String route = request.method() + " " + request.path();
        Handler handler = handlers.getOrDefault(
                node + " " + route,
                handlers.getOrDefault(
                        route, handlers.getOrDefault(request.method() + " *", asked -> Reply.text(404, "not here"))));
        Reply reply = handler.answer(request);
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        boolean empty = request.method().equals("HEAD") || reply.body().length == 0;
        exchange.sendResponseHeaders(reply.status(), empty ? -1 : reply.body().length);
        if (!empty) {
            exchange.getResponseBody().write(reply.body());
        }
        exchange.close();
    }

    @Override
    public void close() {
        nodes.values().forEach(server -> server.stop(0));
        entrance.ifPresent(server -> server.stop(0));
        threads.shutdownNow();
    }

    /** Makes an answer. */
    public interface Handler {
        Reply answer(Request request);
    }

    /** What was asked. */
    public record Request(String node, String method, String path, HttpExchange exchange, String body) {
        /** The header's value; empty text without one. */
        public String header(String name) {
            return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                    .orElse("");
        }

        /** Whether it came by TLS. */
        public boolean isEncrypted() {
            return exchange instanceof HttpsExchange;
        }
    }

    /** What is answered. */
    public record Reply(int status, Map<String, String> headers, byte[] body) {
        public static Reply html(String body) {
            return text(200, body).with("Content-Type", "text/html; charset=utf-8");
        }

        public static Reply json(String body) {
            return text(200, body).with("Content-Type", "application/json");
        }

        public static Reply text(int status, String body) {
            return new Reply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8))
                    .with("Content-Type", "text/plain; charset=utf-8");
        }

        public static Reply redirect(int status, String location) {
            return text(status, "").with("Location", location);
        }

        public Reply with(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Reply(status, more, body);
        }

        public Reply withStatus(int other) {
            return new Reply(other, headers, body);
        }

        public Reply withBody(byte[] other) {
            return new Reply(status, headers, other);
        }
    }
}
