package org.stackparity.store.shop.page;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stackparity.store.shop.data.Order;
import org.stackparity.store.shop.data.Orders;
import org.stackparity.store.shop.data.Products;
import org.stackparity.store.shop.data.Quote;
import org.stackparity.store.shop.visit.Action;
import org.stackparity.store.shop.visit.Visit;

/** Cart, checkout and the page of a placed order. */
public final class CartPages {
    private CartPages() {}

    public static Map<String, Action> actions() {
        return Map.of(
                "cart", CartPages::cart,
                "add-to-cart", CartPages::addToCart,
                "checkout", CartPages::checkout,
                "place-order", CartPages::placeOrder,
                "order", CartPages::order);
    }

    private static void cart(Visit visit) throws SQLException {
        Quote quote =
                visit.shop().pricing().quote(visit.database(), visit.state().cart(), BigDecimal.ZERO);
        Map<String, Object> model = new HashMap<>(QuoteView.of(quote, visit.speech()));
        model.put("isEmpty", quote.lines().isEmpty());
        model.put("isExpress", visit.shop().settings().isOn("feature.express-checkout"));
        visit.page("cart", visit.text("Cart"), model);
    }

    private static void addToCart(Visit visit) throws SQLException {
        visit.requireCsrf();
        String sku = visit.field("sku");
        int quantity = quantity(visit.field("quantity"));
        Products.find(visit.database(), sku).orElseThrow(() -> new BadRequestResponse("no such product"));
        visit.session().change(visit.state().withAdded(sku, quantity));
        visit.seeOther("/cart");
    }

    private static int quantity(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new BadRequestResponse("the quantity is [" + text + "]; expected a whole number");
        }
    }

    private static void checkout(Visit visit) throws SQLException {
        checkout(visit, "");
    }

    private static void checkout(Visit visit, String complaint) throws SQLException {
        Quote quote =
                visit.shop().pricing().quote(visit.database(), visit.state().cart(), BigDecimal.ZERO);
        Map<String, Object> model = new HashMap<>(QuoteView.of(quote, visit.speech()));
        model.put("isEmpty", quote.lines().isEmpty());
        model.put("complaint", complaint);
        model.put("hasGiftNote", visit.shop().settings().isOn("feature.gift-notes"));
        model.put("countries", countries(visit));
        visit.page("checkout", visit.text("Checkout"), model);
    }

    private static List<Map<String, String>> countries(Visit visit) throws SQLException {
        return visit.shop().pricing().taxRates(visit.database()).entrySet().stream()
                .map(entry -> Map.of(
                        "code", entry.getKey(),
                        "name", visit.speech().formats().country(entry.getKey()),
                        "tax", visit.speech().formats().percent(entry.getValue())))
                .toList();
    }

    private static void placeOrder(Visit visit) throws SQLException, IOException {
        visit.requireCsrf();
        Checkout checkout = new Checkout(visit);
        Optional<String> number =
                checkout.place(visit.field("name"), visit.field("email"), visit.field("country"), visit.field("card"));
        if (number.isPresent()) {
            visit.seeOther("/orders/" + number.get());
        } else {
            visit.http().status(402);
            checkout(visit, visit.text("Your card was declined."));
        }
    }

    private static void order(Visit visit) throws SQLException {
        Order order = Orders.find(
                        visit.database(),
                        visit.http().pathParam("number"),
                        visit.session().id(),
                        visit.state().customer())
                .orElseThrow(() -> new NotFoundResponse("no such order"));
        Map<String, Object> model = new HashMap<>(QuoteView.of(order.quote(), visit.speech()));
        model.put("number", order.number());
        model.put("customer", order.name());
        model.put("country", visit.speech().formats().country(order.country()));
        visit.page("order", visit.text("Thank you for your order"), model);
    }
}
