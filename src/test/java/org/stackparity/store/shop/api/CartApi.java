package org.stackparity.store.shop.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.stackparity.store.shop.data.Order;
import org.stackparity.store.shop.data.Orders;
import org.stackparity.store.shop.data.Products;
import org.stackparity.store.shop.data.Quote;
import org.stackparity.store.shop.page.Checkout;
import org.stackparity.store.shop.visit.Action;
import org.stackparity.store.shop.visit.Json;
import org.stackparity.store.shop.visit.Visit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Cart, checkout and orders of a session as JSON. */
public final class CartApi {
    private CartApi() {}

    public static Map<String, Action> actions() {
        return Map.of(
                "api-cart", CartApi::cart,
                "api-add-to-cart", CartApi::add,
                "api-checkout", CartApi::checkout,
                "api-order", CartApi::order);
    }

    private static void cart(Visit visit) throws SQLException {
        visit.json(quote(
                visit.shop().pricing().quote(visit.database(), visit.state().cart(), BigDecimal.ZERO)));
    }

    private static void add(Visit visit) throws SQLException {
        JsonNode body = body(visit);
        String sku = body.path("sku").asString("");
        Products.find(visit.database(), sku)
                .orElseThrow(() -> new BadRequestResponse("the sku is [" + sku + "]; expected one of a product"));
        visit.session()
                .change(visit.state().withAdded(sku, body.path("quantity").asInt(1)));
        visit.http().status(HttpStatus.CREATED);
        cart(visit);
    }

    private static void checkout(Visit visit) throws SQLException, IOException {
        JsonNode body = body(visit);
        Optional<String> number = new Checkout(visit)
                .place(
                        body.path("name").asString(""),
                        body.path("email").asString(""),
                        body.path("country").asString(""),
                        body.path("card").asString(""));
        if (number.isEmpty()) {
            visit.http().status(HttpStatus.PAYMENT_REQUIRED);
            visit.json(Map.of("error", Map.of("status", 402, "message", "the card was declined")));
            return;
        }
        visit.http().status(HttpStatus.CREATED);
        answer(visit, number.get());
    }

    private static void order(Visit visit) throws SQLException {
        answer(visit, visit.http().pathParam("number"));
    }

    private static void answer(Visit visit, String number) throws SQLException {
        Order order = Orders.find(
                        visit.database(),
                        number,
                        visit.session().id(),
                        visit.state().customer())
                .orElseThrow(() -> new NotFoundResponse("no such order"));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("number", order.number());
        body.put("placedAt", order.placedAt());
        body.put("country", order.country());
        body.putAll(quote(order.quote()));
        visit.json(body);
    }

    private static Map<String, Object> quote(Quote quote) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("items", quote.lines());
        body.put("currency", quote.currency());
        body.put("net", quote.net());
        body.put("shipping", quote.shipping());
        body.put("tax", quote.tax());
        body.put("total", quote.total());
        return body;
    }

    static JsonNode body(Visit visit) {
        try {
            return Json.tree(visit.http().bodyAsBytes());
        } catch (JacksonException e) {
            throw new BadRequestResponse("the body is no JSON: " + e.getOriginalMessage());
        }
    }
}
