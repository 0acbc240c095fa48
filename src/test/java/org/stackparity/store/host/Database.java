package org.stackparity.store.host;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;

/** The site's database as a host reaches it. Every connection is new: a faulty link shows in the request that meets it. */
public final class Database {
    /** SQL:2003, class 25, invalid transaction state: read-only SQL transaction. */
    private static final String READ_ONLY = "25006";

    private static final String OFFSET = "SELECT EXTRACT(TIMEZONE_HOUR FROM CURRENT_TIMESTAMP),"
            + " EXTRACT(TIMEZONE_MINUTE FROM CURRENT_TIMESTAMP)";

    private final Endpoint address;
    private final DatabaseKind kind;
    private final String url;
    private final String user;
    private final String password;

    private Database(Settings settings) {
        this.address = settings.requireEndpoint("database.address");
        this.kind = settings.find("database.kind").map(DatabaseKind::parse).orElse(DatabaseKind.H2);
        this.url = kind.url(address, settings.require("database.name"));
        this.user = settings.require("database.user");
        this.password = settings.require("database.password");
    }

    /** Takes kind, address, name, user and password from the settings; does not connect. */
    public static Database of(Settings settings) {
        return new Database(settings);
    }

    /** Answers whether a database refused because it only reads, as the standby of a site does until it is promoted. */
    public static boolean isReadOnly(SQLException failure) {
        return READ_ONLY.equals(failure.getSQLState());
    }

    public Connection connect() throws SQLException {
        return connect(url);
    }

    /**
     * The offset from UTC that the database has now by its own configuration: for a new session that asks for no zone.
     *
     * @param open a connection of the caller's, whose session may have another zone
     */
    public ZoneOffset offset(Connection open) throws SQLException {
        if (kind == DatabaseKind.H2) {
            return offsetOf(open);
        }
        try (Connection plain = connect(url + "&socketFactory=" + ZonelessSockets.class.getName())) {
            return offsetOf(plain);
        }
    }

    private static ZoneOffset offsetOf(Connection session) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery(OFFSET)) {
            row.next();
            return ZoneOffset.ofHoursMinutes(row.getInt(1), row.getInt(2));
        }
    }

    private Connection connect(String target) throws SQLException {
        return DriverManager.getConnection(target, user, password);
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
