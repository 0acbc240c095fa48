package org.stackparity.store.shop.page;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.stackparity.store.shop.data.Pricing;
import org.stackparity.store.shop.visit.Action;
import org.stackparity.store.shop.visit.Visit;

/** Pages that only tell something. */
public final class PlainPages {
    private static final int UNAVAILABLE = 503;
    private static final String RETRY_AFTER_SECONDS = "600";

    private PlainPages() {}

    public static Map<String, Action> actions() {
        return Map.of(
                "about", PlainPages::about, "shipping", PlainPages::shipping, "maintenance", PlainPages::maintenance);
    }

    private static void about(Visit visit) throws SQLException {
        visit.page("about", visit.text("About us"), Map.of());
    }

    private static void shipping(Visit visit) throws SQLException {
        Pricing pricing = visit.shop().pricing();
        List<Map<String, String>> countries = pricing.taxRates(visit.database()).entrySet().stream()
                .map(entry -> Map.of(
                        "name", visit.speech().formats().country(entry.getKey()),
                        "tax", visit.speech().formats().percent(entry.getValue())))
                .toList();
        visit.page(
                "shipping",
                visit.text("Shipping"),
                Map.of(
                        "fee", visit.speech().formats().money(pricing.shippingFee(), pricing.currency()),
                        "freeFrom", visit.speech().formats().money(pricing.freeShippingFrom(), pricing.currency()),
                        "countries", countries));
    }

    /** The page that visitors would see during maintenance, shown on request. */
    private static void maintenance(Visit visit) throws SQLException {
        visit.http().status(UNAVAILABLE).header("Retry-After", RETRY_AFTER_SECONDS);
        visit.page("maintenance", visit.text("We will be back soon"), Map.of());
    }
}
