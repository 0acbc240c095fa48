package org.stackparity.store.shop.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.stackparity.store.shop.billing.BillingCalendar;
import org.stackparity.store.shop.billing.Interval;

/** Reads, starts and cancels the subscriptions of customers. */
public final class Subscriptions {
    private Subscriptions() {}

    /** The subscriptions of a customer, in the order in which they began. */
    public static List<Subscription> of(Connection connection, int customer) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT s.id, s.sku, p.name, s.period, s.next_charge_on, s.state FROM subscription s"
                        + " JOIN product p ON p.sku = s.sku WHERE s.customer_id = ? ORDER BY s.id")) {
            select.setInt(1, customer);
            List<Subscription> subscriptions = new ArrayList<>();
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                subscriptions.add(new Subscription(
                        rows.getInt(1),
                        rows.getString(2),
                        rows.getString(3),
                        Interval.parse(rows.getString(4)),
                        rows.getObject(5, LocalDate.class),
                        rows.getString(6)));
            }
            return subscriptions;
        }
    }

    public static void start(
            Connection connection, int customer, String sku, Interval interval, LocalDate on, BillingCalendar calendar)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO subscription"
                + " (customer_id, sku, period, started_on, next_charge_on, state) VALUES (?, ?, ?, ?, ?, 'ACTIVE')")) {
            insert.setInt(1, customer);
            insert.setString(2, sku);
            insert.setString(3, interval.word());
            insert.setObject(4, on);
            insert.setObject(5, calendar.next(on, interval, on));
            insert.executeUpdate();
        }
    }

    /** Returns whether the customer has such a subscription and it was active. */
    public static boolean cancel(Connection connection, int customer, int id) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE subscription SET state = 'CANCELLED' WHERE id = ? AND customer_id = ? AND state = 'ACTIVE'")) {
            update.setInt(1, id);
            update.setInt(2, customer);
            return update.executeUpdate() == 1;
        }
    }
}
