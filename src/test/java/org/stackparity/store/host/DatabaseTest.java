package org.stackparity.store.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseTest {
    private static final Settings SETTINGS = new Settings(Map.of(
            "database.address",
            "127.10.1.20:18020",
            "database.name",
            "shop",
            "database.user",
            "shop",
            "database.password",
            "secret"));

    @Test
    void reachesPostgresqlWithinSecondsOrNotAtAll() {
        assertThat(DatabaseKind.parse("postgresql").url(new Endpoint("db.test", 5432), "shop"))
                .startsWith("jdbc:postgresql://db.test:5432/shop?")
                .contains("connectTimeout=3", "loginTimeout=5", "socketTimeout=10", "sslmode=disable");
    }

    @Test
    void reachesH2InTheMemoryOfItsServer() {
        assertThat(DatabaseKind.parse("h2").url(new Endpoint("127.10.1.20", 18020), "shop"))
                .isEqualTo("jdbc:h2:tcp://127.10.1.20:18020/mem:shop");
    }

    @Test
    void namesTheKindsThatThereAre() {
        assertThatThrownBy(() -> Database.of(SETTINGS.with("database.kind", "PostgreSQL")))
                .hasMessage("database.kind is [PostgreSQL]; expected one of [h2, postgresql]");
    }

    @ParameterizedTest
    @CsvSource({"25006, true", "40001, false", ", false"})
    void tellsAStandbyFromOtherFailures(String state, boolean isReadOnly) {
        assertThat(Database.isReadOnly(new SQLException("refused", state))).isEqualTo(isReadOnly);
    }

    @Test
    void readsTheOffsetOfH2FromTheOpenConnection() throws SQLException {
        try (Connection session = DriverManager.getConnection("jdbc:h2:mem:;TIME ZONE=-03:30")) {
            assertThat(Database.of(SETTINGS).offset(session)).hasToString("-03:30");
        }
        try (Connection session = DriverManager.getConnection("jdbc:h2:mem:")) {
            assertThat(Database.of(SETTINGS).offset(session))
                    .isEqualTo(OffsetDateTime.now().getOffset());
        }
    }

    /** The driver asks for the zone of its JVM, and what is asked at the start of a session hides the server's own. */
    @Test
    void asksPostgresqlForTheZoneOfItsOwnConfiguration() throws Exception {
        assertThat(startMessage(Database::connect)).contains("user", "shop", "client_encoding", "TimeZone");
        assertThat(startMessage(DatabaseTest::offset))
                .contains("user", "shop", "client_encoding")
                .doesNotContain("TimeZone");
    }

    private static void offset(Database database) throws SQLException {
        try (Connection session = DriverManager.getConnection("jdbc:h2:mem:")) {
            database.offset(session);
        }
    }

    @FunctionalInterface
    private interface Use {
        void of(Database database) throws SQLException;
    }

    /** The names and values by which a session begins, at a server that says nothing to them. */
    private static List<String> startMessage(Use use) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            CompletableFuture<List<String>> message = CompletableFuture.supplyAsync(() -> readStart(server));
            Database database = Database.of(SETTINGS.with("database.kind", "postgresql")
                    .with("database.address", "127.0.0.1:" + server.getLocalPort()));
            assertThatThrownBy(() -> use.of(database)).isInstanceOf(SQLException.class);
            return message.get(10, TimeUnit.SECONDS);
        }
    }

    private static List<String> readStart(ServerSocket server) {
        try (Socket client = server.accept()) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            byte[] rest = new byte[in.readInt() - Integer.BYTES];
            in.readFully(rest);
            assertThat(rest).endsWith(0, 0);
            return List.of(new String(rest, Integer.BYTES, rest.length - Integer.BYTES, UTF_8).split("\0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
