package org.stackparity.store.shop.visit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;
import org.stackparity.store.host.Endpoint;
import org.stackparity.store.shop.data.Quote;

/** The payment provider, asked over HTTP. */
public final class Payments {
    private static final int TIMEOUT_MILLIS = 3_000;

    private final Endpoint provider;

    Payments(Endpoint provider) {
        this.provider = provider;
    }

    /** Charges a card and returns the provider's reference; empty if the card is declined. */
    public Optional<String> charge(String card, Quote quote) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://" + provider + "/payments").toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setDoOutput(true);
        String form =
                "card=" + card.replaceAll("[^0-9]", "") + "&amount=" + quote.total() + "&currency=" + quote.currency();
        connection.getOutputStream().write(form.getBytes(UTF_8));
        if (connection.getResponseCode() == HttpURLConnection.HTTP_PAYMENT_REQUIRED) {
            return Optional.empty();
        }
        try (InputStream body = connection.getInputStream()) {
            return Optional.of(Json.tree(body.readAllBytes()).path("reference").asString());
        }
    }
}
