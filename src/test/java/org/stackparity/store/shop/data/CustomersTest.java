package org.stackparity.store.shop.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stackparity.store.host.Database;
import org.stackparity.store.host.Settings;
import org.stackparity.store.services.FreshDatabase;

class CustomersTest {
    private static Database database;

    @BeforeAll
    static void start(@TempDir Path scratch) throws IOException {
        database = Database.of(FreshDatabase.start(
                scratch, new Settings(Map.of("database.user", "shop", "database.password", "secret"))));
    }

    @ParameterizedTest
    @CsvSource({
        "ada@customer.test, correct horse, Ada Lindqvist, false",
        "Bilal@Customer.test, battery staple, Bilal Haddad, false",
        "chiyo@customer.test, paper crane, Chiyo Tanaka, false",
        "admin@shop.parity.test, open sesame, Store admin, true",
    })
    void knowsWhoHasThePassword(String email, String password, String name, boolean isAdmin) throws SQLException {
        try (Connection connection = database.connect()) {
            assertThat(Customers.find(connection, email, password)).hasValueSatisfying(customer -> {
                assertThat(customer.name()).isEqualTo(name);
                assertThat(customer.isAdmin()).isEqualTo(isAdmin);
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ada@customer.test, battery staple",
        "ada@customer.test, Correct horse",
        "bilal@customer.test, correct horse",
        "nobody@customer.test, correct horse",
    })
    void knowsNobodyByAnotherPassword(String email, String password) throws SQLException {
        try (Connection connection = database.connect()) {
            assertThat(Customers.find(connection, email, password)).isEmpty();
        }
    }
}
