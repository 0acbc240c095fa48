package org.stackparity.store.shop.page;

import io.javalin.http.BadRequestResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Optional;
import org.stackparity.store.shop.data.Buyer;
import org.stackparity.store.shop.data.Orders;
import org.stackparity.store.shop.data.Quote;
import org.stackparity.store.shop.visit.Visit;

/** Turns the cart of a visit into a paid order. */
public final class Checkout {
    private final Visit visit;

    public Checkout(Visit visit) {
        this.visit = visit;
    }

    /**
     * Prices, charges and writes the order, and empties the cart. The number comes first: nobody pays where the database would
     * not take the order.
     *
     * @return the number of the order; empty if the card is declined
     * @throws BadRequestResponse if the cart is empty or the country is not delivered to
     */
    public Optional<String> place(String name, String email, String country, String card)
            throws SQLException, IOException {
        BigDecimal rate = Optional.ofNullable(
                        visit.shop().pricing().taxRates(visit.database()).get(country))
                .orElseThrow(() -> new BadRequestResponse("we do not deliver to [" + country + "]"));
        Quote quote =
                visit.shop().pricing().quote(visit.database(), visit.state().cart(), rate);
        if (quote.lines().isEmpty()) {
            throw new BadRequestResponse("the cart is empty");
        }
        String number = Orders.nextNumber(visit.database());
        Optional<String> payment = visit.shop().payments().charge(card, quote);
        if (payment.isEmpty()) {
            return Optional.empty();
        }
        Buyer buyer = new Buyer(visit.session().id(), visit.state().customer(), name, email, country);
        Orders.place(
                visit.database(),
                number,
                buyer,
                quote,
                payment.get(),
                visit.shop().clock().instant());
        visit.session().change(visit.state().withEmptyCart());
        return Optional.of(number);
    }
}
