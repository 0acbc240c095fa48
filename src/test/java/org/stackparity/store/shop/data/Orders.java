package org.stackparity.store.shop.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes and reads orders. An order is shown to the session or the customer that placed it, to nobody else. */
public final class Orders {
    private static final String SELECT =
            "SELECT number, placed_at, name, country, currency, net, shipping, tax, total" + " FROM customer_order";

    private Orders() {}

    /** Draws the number of an order to come; fails where the database takes none. */
    public static String nextNumber(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT nextval('order_number')")) {
            ResultSet row = select.executeQuery();
            row.next();
            return "P-" + row.getLong(1);
        }
    }

    /** Writes the order with its items. Sandbox cards pay, so stock is not touched. */
    public static void place(Connection connection, String number, Buyer buyer, Quote quote, String payment, Instant at)
            throws SQLException {
        connection.setAutoCommit(false);
        insertOrder(connection, number, buyer, quote, payment, at);
        insertItems(connection, number, quote);
        connection.commit();
        connection.setAutoCommit(true);
    }

    public static Optional<Order> find(Connection connection, String number, String session, int customer)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + " WHERE number = ? AND (session_id = ? OR customer_id = ?)")) {
            select.setString(1, number);
            select.setString(2, session);
            select.setInt(3, customer);
            return read(connection, select).stream().findFirst();
        }
    }

    /** The orders of a customer, the newest first. */
    public static List<Order> of(Connection connection, int customer) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + " WHERE customer_id = ? ORDER BY placed_at DESC, number DESC")) {
            select.setInt(1, customer);
            return read(connection, select);
        }
    }

    private static void insertOrder(
            Connection connection, String number, Buyer buyer, Quote quote, String payment, Instant at)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO customer_order (number, session_id,"
                + " customer_id, placed_at, name, email, country, currency, net, shipping, tax, total, payment_reference)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, number);
            insert.setString(2, buyer.session());
            if (buyer.customer() == 0) {
                insert.setNull(3, Types.INTEGER);
            } else {
                insert.setInt(3, buyer.customer());
            }
            insert.setObject(4, at.atOffset(ZoneOffset.UTC));
            insert.setString(5, buyer.name());
            insert.setString(6, buyer.email());
            insert.setString(7, buyer.country());
            insert.setString(8, quote.currency());
            insert.setBigDecimal(9, quote.net());
            insert.setBigDecimal(10, quote.shipping());
            insert.setBigDecimal(11, quote.tax());
            insert.setBigDecimal(12, quote.total());
            insert.setString(13, payment);
            insert.executeUpdate();
        }
    }

    private static void insertItems(Connection connection, String number, Quote quote) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO order_item (order_number, sku, quantity, price) VALUES (?, ?, ?, ?)")) {
            for (Quote.Line line : quote.lines()) {
                insert.setString(1, number);
                insert.setString(2, line.sku());
                insert.setInt(3, line.quantity());
                insert.setBigDecimal(4, line.price());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static List<Order> read(Connection connection, PreparedStatement select) throws SQLException {
        List<Order> orders = new ArrayList<>();
        ResultSet rows = select.executeQuery();
        while (rows.next()) {
            String number = rows.getString(1);
            Quote quote = new Quote(
                    readLines(connection, number),
                    rows.getString(5),
                    rows.getBigDecimal(6),
                    rows.getBigDecimal(7),
                    rows.getBigDecimal(8),
                    rows.getBigDecimal(9));
            Instant placed = rows.getObject(2, OffsetDateTime.class).toInstant();
            orders.add(new Order(number, placed, rows.getString(3), rows.getString(4), quote));
        }
        return orders;
    }

    private static List<Quote.Line> readLines(Connection connection, String number) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT i.sku, p.name, i.quantity, i.price"
                + " FROM order_item i JOIN product p ON p.sku = i.sku WHERE i.order_number = ? ORDER BY i.sku")) {
            select.setString(1, number);
            List<Quote.Line> lines = new ArrayList<>();
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                lines.add(new Quote.Line(rows.getString(1), rows.getString(2), rows.getInt(3), rows.getBigDecimal(4)));
            }
            return lines;
        }
    }
}
