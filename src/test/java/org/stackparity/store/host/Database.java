package org.stackparity.store.host;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The site's database as a host reaches it. Every connection is new: a faulty link shows in the request that meets it. */
public final class Database {
    /** SQL:2003, class 25, invalid transaction state: read-only SQL transaction. */
    private static final String READ_ONLY = "25006";

    private final Endpoint address;
    private final String url;
    private final String user;
    private final String password;

    private Database(Settings settings) {
        this.address = settings.requireEndpoint("database.address");
        this.url = "jdbc:h2:tcp://" + address + "/mem:" + settings.require("database.name");
        this.user = settings.require("database.user");
        this.password = settings.require("database.password");
    }

    /** Takes address, name, user and password from the settings; does not connect. */
    public static Database of(Settings settings) {
        return new Database(settings);
    }

    /** Answers whether a database refused because it only reads, as the standby of a site does until it is promoted. */
    public static boolean isReadOnly(SQLException failure) {
        return READ_ONLY.equals(failure.getSQLState());
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
