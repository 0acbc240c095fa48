package org.stackparity.store.shop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.store.host.Database;
import org.stackparity.store.host.Settings;
import org.stackparity.store.services.FreshDatabase;

class OrdersTest {
    private static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");
    private static final int ADA = 1;

    private Database database;

    @BeforeEach
    void start(@TempDir Path scratch) throws IOException {
        database = Database.of(FreshDatabase.start(
                scratch, new Settings(Map.of("database.user", "shop", "database.password", "secret"))));
    }

    @Test
    void countsOn() throws SQLException {
        try (Connection connection = database.connect()) {
            assertThat(Orders.nextNumber(connection)).isEqualTo("P-100101");
            assertThat(Orders.nextNumber(connection)).isEqualTo("P-100102");
        }
    }

    @Test
    void showsAnOrderToWhoPlacedItAndToNobodyElse() throws SQLException {
        Quote quote = Quote.of(
                List.of(new Quote.Line("mug-blue", "Fjord", 2, new BigDecimal("12.50"))),
                "EUR",
                new BigDecimal("4.90"),
                new BigDecimal("50.00"),
                new BigDecimal("0.1900"));
        try (Connection connection = database.connect()) {
            Buyer guest = new Buyer("session-1", 0, "A guest", "guest@customer.test", "DE");
            Orders.place(connection, "P-7", guest, quote, "pay-1", NOON);

            assertThat(Orders.find(connection, "P-7", "session-1", 0))
                    .contains(new Order("P-7", NOON, "A guest", "DE", quote));
            assertThat(Orders.find(connection, "P-7", "session-2", ADA)).isEmpty();
        }
    }

    @Test
    void hasTheOrdersOfACustomerNewestFirst() throws SQLException {
        try (Connection connection = database.connect()) {
            assertThat(Orders.of(connection, ADA))
                    .extracting(Order::number, Order::placedAt)
                    .containsExactly(
                            tuple("P-100002", Instant.parse("2026-10-31T23:30:00Z")),
                            tuple("P-100001", Instant.parse("2026-09-14T08:12:45Z")));
        }
    }
}
