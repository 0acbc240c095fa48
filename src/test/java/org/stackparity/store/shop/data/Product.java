package org.stackparity.store.shop.data;

import java.math.BigDecimal;

/** A product; {@code categoryName} is the English name and so the message id of its category. */
public record Product(
        String sku,
        String name,
        String category,
        String categoryName,
        BigDecimal price,
        int stock,
        boolean isSubscribable) {}
