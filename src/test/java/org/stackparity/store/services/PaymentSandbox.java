package org.stackparity.store.services;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicLong;
import org.stackparity.store.host.Endpoint;

/**
 * The payment provider's sandbox: {@code POST /payments} with a form of card, amount and currency, {@code GET /ping}.
 * The card 4242 4242 4242 4242 pays; every other is declined with 402. No money moves.
 */
final class PaymentSandbox {
    private static final String PAYING_CARD = "card=4242424242424242";

    private final AtomicLong payments = new AtomicLong();

    private PaymentSandbox() {}

    static void start(Endpoint listen) throws IOException {
        PaymentSandbox sandbox = new PaymentSandbox();
        HttpServer server = HttpServer.create(new InetSocketAddress(listen.host(), listen.port()), 0);
        server.createContext("/payments", sandbox::pay);
        server.createContext("/ping", exchange -> answer(exchange, 200, "{\"ok\":true}"));
        server.start();
    }

    private void pay(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        if (form.contains(PAYING_CARD)) {
            answer(exchange, 200, "{\"approved\":true,\"reference\":\"pay-" + payments.incrementAndGet() + "\"}");
        } else {
            answer(exchange, 402, "{\"approved\":false,\"reference\":\"\"}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
