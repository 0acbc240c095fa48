package org.stackparity.store.shop.data;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stackparity.store.host.Settings;

/** Prices carts by the settings of the business and the tax table of the database. */
public final class Pricing {
    private final String currency;
    private final BigDecimal shippingFee;
    private final BigDecimal freeShippingFrom;

    public Pricing(Settings settings) {
        this.currency = settings.require("business.currency");
        this.shippingFee = new BigDecimal(settings.require("business.shipping-fee"));
        this.freeShippingFrom = new BigDecimal(settings.require("business.free-shipping-from"));
    }

    public String currency() {
        return currency;
    }

    public BigDecimal shippingFee() {
        return shippingFee;
    }

    public BigDecimal freeShippingFrom() {
        return freeShippingFrom;
    }

    /** Tax rates by country, in the order of the country codes. */
    public Map<String, BigDecimal> taxRates(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT country, rate FROM tax")) {
            Map<String, BigDecimal> rates = new TreeMap<>();
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                rates.put(rows.getString(1), rows.getBigDecimal(2));
            }
            return rates;
        }
    }

    /** Products that are no longer sold fall out of the cart. */
    public Quote quote(Connection connection, Map<String, Integer> cart, BigDecimal taxRate) throws SQLException {
        Map<String, Product> products = cart.isEmpty()
                ? Map.of()
                : Products.all(connection).stream().collect(Collectors.toMap(Product::sku, Function.identity()));
        List<Quote.Line> lines = cart.entrySet().stream()
                .filter(entry -> products.containsKey(entry.getKey()))
                .map(entry -> {
                    Product product = products.get(entry.getKey());
                    return new Quote.Line(product.sku(), product.name(), entry.getValue(), product.price());
                })
                .toList();
        return Quote.of(lines, currency, shippingFee, freeShippingFrom, taxRate);
    }
}
