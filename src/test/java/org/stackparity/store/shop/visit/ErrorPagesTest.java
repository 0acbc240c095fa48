package org.stackparity.store.shop.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.store.host.ResourceTree;
import org.stackparity.store.host.Settings;

class ErrorPagesTest {
    private Javalin server;

    @BeforeEach
    void start(@TempDir Path home) throws IOException {
        ResourceTree.copy("/store/web", home);
        Settings settings = Settings.read(home.resolve("etc/app.properties"))
                .with("node", "web1")
                .with("database.address", "127.0.0.1:1")
                .with("sessions.address", "127.0.0.1:1")
                .with("payment.address", "127.0.0.1:1");
        Shop shop = new Shop(home, settings, Clock.systemUTC());
        ErrorPages errors = new ErrorPages(shop);
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.before(shop.headers()::apply);
            config.routes.get("/sql/{state}", ErrorPagesTest::fail);
            config.routes.exception(SQLException.class, errors::refused);
        });
        server.start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void asksToComeBackWhereTheDatabaseOnlyReads() throws IOException {
        Connection.Response answer = ask("25006", "text/html");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("60");
        assertThat(answer.parse().select("main h1").text()).isEqualTo("We will be back soon");
        assertThat(ask("25006", "application/json").body()).contains("\"status\":503");
    }

    @Test
    void callsEveryOtherFailureOfTheDatabaseAnError() throws IOException {
        Connection.Response answer = ask("08006", "text/html");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.hasHeader("Retry-After")).isFalse();
        assertThat(answer.parse().select("main h1").text()).isEqualTo("Something went wrong");
    }

    private Connection.Response ask(String state, String accept) throws IOException {
        return Jsoup.connect("http://127.0.0.1:" + server.port() + "/sql/" + state)
                .header("Accept", accept)
                .ignoreHttpErrors(true)
                .ignoreContentType(true)
                .execute();
    }

    private static void fail(Context http) throws SQLException {
        throw new SQLException("refused", http.pathParam("state"));
    }
}
