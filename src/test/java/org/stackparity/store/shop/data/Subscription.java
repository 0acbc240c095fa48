package org.stackparity.store.shop.data;

import java.time.LocalDate;
import org.stackparity.store.shop.billing.Interval;

/** A product that a customer gets again and again; {@code state} is ACTIVE or CANCELLED. */
public record Subscription(
        int id, String sku, String product, Interval interval, LocalDate nextChargeOn, String state) {}
