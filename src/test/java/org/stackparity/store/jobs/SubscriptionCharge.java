package org.stackparity.store.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.stackparity.store.host.Database;
import org.stackparity.store.host.Settings;
import org.stackparity.store.shop.billing.BillingCalendar;
import org.stackparity.store.shop.billing.Interval;

/** Charges the production subscriptions whose day has come and moves each to its next day. */
final class SubscriptionCharge implements Job {
    private final Database database;
    private final String host;
    private final Clock clock;
    private final BillingCalendar calendar;

    SubscriptionCharge(Database database, String host, Clock clock, Settings settings) {
        this.database = database;
        this.host = host;
        this.clock = clock;
        this.calendar = BillingCalendar.of(settings.require("billing.month-end"));
    }

    @Override
    public void run() throws SQLException {
        LocalDate today = LocalDate.now(clock);
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement("SELECT id, period, started_on, next_charge_on"
                        + " FROM subscription WHERE state = 'ACTIVE' AND next_charge_on <= ? ORDER BY id")) {
            connection.setAutoCommit(false);
            select.setObject(1, today);
            ResultSet due = select.executeQuery();
            while (due.next()) {
                LocalDate charged = due.getObject(4, LocalDate.class);
                LocalDate next =
                        calendar.next(due.getObject(3, LocalDate.class), Interval.parse(due.getString(2)), charged);
                if (move(connection, due.getInt(1), charged, next)) {
                    insertCharge(connection, due.getInt(1), charged);
                }
                connection.commit();
            }
        }
    }

    private static boolean move(Connection connection, int id, LocalDate from, LocalDate to) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE subscription SET next_charge_on = ? WHERE id = ? AND next_charge_on = ?")) {
            update.setObject(1, to);
            update.setInt(2, id);
            update.setObject(3, from);
            return update.executeUpdate() == 1;
        }
    }

    private void insertCharge(Connection connection, int id, LocalDate charged) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO subscription_charge (subscription_id, charged_on, charged_at, host) VALUES (?, ?, ?, ?)")) {
            insert.setInt(1, id);
            insert.setObject(2, charged);
            insert.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setString(4, host);
            insert.executeUpdate();
        }
    }
}
