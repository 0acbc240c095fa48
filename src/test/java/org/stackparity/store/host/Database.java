package org.stackparity.store.host;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The site's database as a host reaches it. Every connection is new: a faulty link shows in the request that meets it. */
public final class Database {
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

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
