package org.stackparity.store.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.stackparity.store.host.Database;
import org.stackparity.store.host.Endpoint;
import org.stackparity.store.shop.data.JobRecords;
import org.stackparity.store.shop.visit.Json;

/** Answers for a jobs host: {@code /health} is 200 when its jobs are scheduled, and {@code /api/jobs} shows the ledger. */
final class StatusServer {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final Database database;
    private final BooleanSupplier isReady;

    private StatusServer(Database database, BooleanSupplier isReady) {
        this.database = database;
        this.isReady = isReady;
    }

    static void start(Endpoint listen, Database database, BooleanSupplier isReady) throws IOException {
        StatusServer status = new StatusServer(database, isReady);
        HttpServer server = HttpServer.create(new InetSocketAddress(listen.host(), listen.port()), 0);
        server.createContext("/health", status::health);
        server.createContext("/api/jobs", status::jobs);
        server.start();
    }

    private void health(HttpExchange exchange) throws IOException {
        boolean ready = isReady.getAsBoolean();
        byte[] body = (ready ? "up\n" : "starting\n").getBytes(UTF_8);
        answer(exchange, ready ? OK : UNAVAILABLE, "text/plain; charset=utf-8", body);
    }

    private void jobs(HttpExchange exchange) throws IOException {
        try (Connection connection = database.connect()) {
            answer(exchange, OK, Json.CONTENT_TYPE, Json.bytes(Map.of("jobs", JobRecords.all(connection))));
        } catch (SQLException e) {
            answer(exchange, UNAVAILABLE, Json.CONTENT_TYPE, Json.bytes(Map.of("error", "the database is away")));
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
