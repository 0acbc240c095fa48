package org.stackparity.store.shop.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What a cart costs. The tax is on goods and shipping, rounded half up to cents.
 *
 * @param lines in the order of the cart; may be empty, then everything is zero
 */
public record Quote(
        List<Line> lines, String currency, BigDecimal net, BigDecimal shipping, BigDecimal tax, BigDecimal total) {
    private static final int CENTS = 2;

    /** A product with its quantity. */
    public record Line(String sku, String name, int quantity, BigDecimal price) {
        public BigDecimal amount() {
            return price.multiply(BigDecimal.valueOf(quantity));
        }
    }

    public Quote {
        lines = List.copyOf(lines);
    }

    static Quote of(List<Line> lines, String currency, BigDecimal fee, BigDecimal freeFrom, BigDecimal taxRate) {
        BigDecimal net = lines.stream().map(Line::amount).reduce(BigDecimal.ZERO.setScale(CENTS), BigDecimal::add);
        boolean isFree = lines.isEmpty() || net.compareTo(freeFrom) >= 0;
        BigDecimal shipping = isFree ? BigDecimal.ZERO.setScale(CENTS) : fee;
        BigDecimal tax = net.add(shipping).multiply(taxRate).setScale(CENTS, RoundingMode.HALF_UP);
        return new Quote(lines, currency, net, shipping, tax, net.add(shipping).add(tax));
    }

    public int itemCount() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }
}
