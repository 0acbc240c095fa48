package org.stackparity.store.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.stackparity.store.host.Database;

/**
 * Charges the subscriptions of the sandbox tenant that are due. Due times carry no offset and are compared with the local
 * time of this host: right as long as every host keeps the business zone, and hours late where one does not.
 */
final class SandboxCharge implements Job {
    private final Database database;
    private final String host;
    private final Clock clock;

    SandboxCharge(Database database, String host, Clock clock) {
        this.database = database;
        this.host = host;
        this.clock = clock;
    }

    @Override
    public void run() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            for (UUID id : findDue(connection, LocalDateTime.now(clock))) {
                if (claim(connection, id)) {
                    insertCharge(connection, id, host, clock);
                }
                connection.commit();
            }
        }
    }

    private static List<UUID> findDue(Connection connection, LocalDateTime now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT id FROM sandbox_subscription WHERE state = 'DUE' AND due_at <= ? ORDER BY due_at, id")) {
            select.setObject(1, now);
            List<UUID> due = new ArrayList<>();
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                due.add(rows.getObject(1, UUID.class));
            }
            return due;
        }
    }

    /** Only one of several hosts that see the same subscription gets it: the update counts its row once. */
    private static boolean claim(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE sandbox_subscription SET state = 'CHARGED' WHERE id = ? AND state = 'DUE'")) {
            update.setObject(1, id);
            return update.executeUpdate() == 1;
        }
    }

    static void insertCharge(Connection connection, UUID id, String host, Clock clock) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO sandbox_charge (subscription_id, charged_at, host) VALUES (?, ?, ?)")) {
            insert.setObject(1, id);
            insert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setString(3, host);
            insert.executeUpdate();
        }
    }
}
