package org.stackparity.store.shop.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** Reads customers. */
public final class Customers {
    private static final String SELECT = "SELECT id, email, name, country, is_admin FROM customer";

    private Customers() {}

    /** Finds the customer whose e-mail address and password these are. */
    public static Optional<Customer> find(Connection connection, String email, String password) throws SQLException {
        String address = email.toLowerCase(Locale.ROOT);
        try (PreparedStatement select = connection.prepareStatement(SELECT + " WHERE email = ? AND password = ?")) {
            select.setString(1, address);
            select.setString(2, PasswordHash.of(address, password));
            return read(select);
        }
    }

    public static Optional<Customer> find(Connection connection, int id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + " WHERE id = ?")) {
            select.setInt(1, id);
            return read(select);
        }
    }

    private static Optional<Customer> read(PreparedStatement select) throws SQLException {
        ResultSet row = select.executeQuery();
        return row.next()
                ? Optional.of(new Customer(
                        row.getInt(1), row.getString(2), row.getString(3), row.getString(4), row.getBoolean(5)))
                : Optional.empty();
    }
}
