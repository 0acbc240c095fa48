package org.stackparity.store.shop.page;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.NotFoundResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.stackparity.store.shop.billing.BillingCalendar;
import org.stackparity.store.shop.billing.Interval;
import org.stackparity.store.shop.data.JobRecords;
import org.stackparity.store.shop.data.Order;
import org.stackparity.store.shop.data.Orders;
import org.stackparity.store.shop.data.Product;
import org.stackparity.store.shop.data.Products;
import org.stackparity.store.shop.data.Subscription;
import org.stackparity.store.shop.data.Subscriptions;
import org.stackparity.store.shop.visit.Action;
import org.stackparity.store.shop.visit.ProductCard;
import org.stackparity.store.shop.visit.Visit;

/** The pages of those who are signed in; everybody else is sent to sign in. */
public final class AccountPages {
    private AccountPages() {}

    public static Map<String, Action> actions() {
        return Map.of(
                "account", signedIn(AccountPages::account),
                "account-orders", signedIn(AccountPages::orders),
                "account-subscriptions", signedIn(AccountPages::subscriptions),
                "subscribe", signedIn(AccountPages::subscribe),
                "cancel-subscription", signedIn(AccountPages::cancel),
                "admin", AccountPages::admin);
    }

    private static Action signedIn(Action action) {
        return visit -> {
            if (visit.state().signedIn()) {
                action.handle(visit);
            } else {
                visit.seeOther("/login");
            }
        };
    }

    private static void account(Visit visit) throws SQLException {
        visit.page(
                "account",
                visit.text("Your account"),
                Map.of("customer", visit.state().customerName()));
    }

    private static void orders(Visit visit) throws SQLException {
        List<Map<String, Object>> orders = Orders.of(
                        visit.database(), visit.state().customer())
                .stream()
                .map(order -> order(order, visit))
                .toList();
        visit.page("orders", visit.text("Your orders"), Map.of("orders", orders, "isEmpty", orders.isEmpty()));
    }

    private static Map<String, Object> order(Order order, Visit visit) {
        LocalDate day = LocalDate.ofInstant(order.placedAt(), ZoneOffset.UTC);
        return Map.of(
                "number", order.number(),
                "date", visit.speech().formats().longDate(day),
                "day", day.toString(),
                "items", visit.speech().items(order.quote().itemCount()),
                "total",
                        visit.speech()
                                .formats()
                                .money(order.quote().total(), order.quote().currency()));
    }

    private static void subscriptions(Visit visit) throws SQLException {
        List<Map<String, Object>> current = Subscriptions.of(
                        visit.database(), visit.state().customer())
                .stream()
                .map(subscription -> subscription(subscription, visit))
                .toList();
        List<Map<String, Object>> offers = Products.all(visit.database()).stream()
                .filter(Product::isSubscribable)
                .map(product -> ProductCard.of(product, visit))
                .toList();
        visit.page(
                "subscriptions",
                visit.text("Your subscriptions"),
                Map.of("subscriptions", current, "isEmpty", current.isEmpty(), "offers", offers));
    }

    private static Map<String, Object> subscription(Subscription subscription, Visit visit) {
        return Map.of(
                "id", subscription.id(),
                "product", subscription.product(),
                "interval", visit.text(every(subscription.interval())),
                "next", visit.speech().formats().longDate(subscription.nextChargeOn()),
                "state", visit.text(subscription.state().equals("ACTIVE") ? "Active" : "Cancelled"),
                "isActive", subscription.state().equals("ACTIVE"));
    }

    private static String every(Interval interval) {
        return switch (interval) {
            case WEEK -> "Every week";
            case MONTH -> "Every month";
            case YEAR -> "Every year";
        };
    }

    private static void subscribe(Visit visit) throws SQLException {
        visit.requireCsrf();
        String sku = visit.field("sku");
        Products.find(visit.database(), sku)
                .filter(Product::isSubscribable)
                .orElseThrow(() -> new BadRequestResponse("[" + sku + "] cannot be subscribed to"));
        Subscriptions.start(
                visit.database(),
                visit.state().customer(),
                sku,
                interval(visit.field("interval")),
                LocalDate.now(visit.shop().clock().withZone(visit.shop().businessZone())),
                BillingCalendar.of(visit.shop().settings().require("billing.month-end")));
        visit.seeOther("/account/subscriptions");
    }

    private static Interval interval(String word) {
        try {
            return Interval.parse(word);
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(String.valueOf(e.getMessage()));
        }
    }

    private static void cancel(Visit visit) throws SQLException {
        visit.requireCsrf();
        try {
            int id = Integer.parseInt(visit.http().pathParam("id"));
            if (!Subscriptions.cancel(visit.database(), visit.state().customer(), id)) {
                throw new NotFoundResponse("no such subscription");
            }
        } catch (NumberFormatException e) {
            throw new NotFoundResponse("no such subscription");
        }
        visit.seeOther("/account/subscriptions");
    }

    private static void admin(Visit visit) throws SQLException {
        if (!visit.state().isAdmin()) {
            visit.seeOther("/login");
            return;
        }
        List<Map<String, String>> jobs = JobRecords.all(visit.database()).stream()
                .map(job -> Map.of("name", job.name(), "expression", job.expression()))
                .toList();
        visit.page("admin", visit.text("Administration"), Map.of("jobs", jobs));
    }
}
