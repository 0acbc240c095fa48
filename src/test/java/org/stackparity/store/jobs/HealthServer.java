package org.stackparity.store.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.BooleanSupplier;
import org.stackparity.store.host.Endpoint;

/** Answers {@code GET /health} of a jobs host: 200 when its jobs are scheduled, else 503. */
final class HealthServer {
    private HealthServer() {}

    static void start(Endpoint listen, BooleanSupplier isReady) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(listen.host(), listen.port()), 0);
        server.createContext("/health", exchange -> {
            byte[] body = (isReady.getAsBoolean() ? "up\n" : "starting\n").getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(isReady.getAsBoolean() ? 200 : 503, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }
}
