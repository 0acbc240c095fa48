package org.stackparity.store.shop.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads products, in the order of their categories and then of their skus. */
public final class Products {
    private static final String SELECT = "SELECT p.sku, p.name, p.category, c.name, p.price, p.stock, p.subscribable"
            + " FROM product p JOIN category c ON c.slug = p.category";
    private static final String ORDER = " ORDER BY c.position, p.sku";

    private Products() {}

    public static List<Product> all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + ORDER)) {
            return read(select);
        }
    }

    public static List<Product> recommended(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + " WHERE p.recommended" + ORDER)) {
            return read(select);
        }
    }

    public static Optional<Product> find(Connection connection, String sku) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + " WHERE p.sku = ?")) {
            select.setString(1, sku);
            return read(select).stream().findFirst();
        }
    }

    private static List<Product> read(PreparedStatement select) throws SQLException {
        List<Product> products = new ArrayList<>();
        ResultSet rows = select.executeQuery();
        while (rows.next()) {
            products.add(new Product(
                    rows.getString(1),
                    rows.getString(2),
                    rows.getString(3),
                    rows.getString(4),
                    rows.getBigDecimal(5),
                    rows.getInt(6),
                    rows.getBoolean(7)));
        }
        return products;
    }
}
