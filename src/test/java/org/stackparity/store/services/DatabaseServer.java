package org.stackparity.store.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.h2.tools.Server;
import org.stackparity.store.host.Endpoint;
import org.stackparity.store.host.Settings;

/** The database of a site: H2 in memory behind its TCP server, filled from the scripts of the host in their order. */
public final class DatabaseServer {
    private DatabaseServer() {}

    /**
     * Starts a database and returns; it lives as long as the process.
     *
     * @return where it listens, with the port that it really has
     */
    public static Endpoint start(Settings settings, Path scripts) throws IOException {
        Endpoint listen = settings.requireEndpoint("database.listen");
        System.setProperty("h2.bindAddress", listen.host());
        String url = "jdbc:h2:mem:" + settings.require("database.name") + ";DB_CLOSE_DELAY=-1";
        try (Connection connection = DriverManager.getConnection(
                url, settings.require("database.user"), settings.require("database.password"))) {
            for (Path script : scriptsIn(scripts)) {
                run(connection, script);
            }
            Server server = Server.createTcpServer("-tcpPort", Integer.toString(listen.port()), "-tcpDaemon")
                    .start();
            return new Endpoint(listen.host(), server.getPort());
        } catch (SQLException e) {
            throw new IOException("starting the database at " + listen, e);
        }
    }

    private static List<Path> scriptsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    private static void run(Connection connection, Path script) throws IOException, SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(script));
        } catch (SQLException e) {
            throw new IOException("running the script " + script, e);
        }
    }
}
