package org.stackparity.store.shop.data;

import java.time.Instant;
import java.util.Objects;

/** A placed order. */
public record Order(String number, Instant placedAt, String name, String country, Quote quote) {

    public Order {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(placedAt, "placedAt");
        Objects.requireNonNull(quote, "quote");
    }
}
