package org.stackparity.store.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.UUID;
import org.stackparity.store.host.Database;

/**
 * The charge script of years ago: charges what became due since its own last run and asks nobody whether that was done
 * already. Right while it ran alone; beside {@link SandboxCharge} each subscription is charged twice.
 */
final class WatermarkCharge implements Job {
    private final Database database;
    private final String host;
    private final Clock clock;
    private LocalDateTime watermark;

    WatermarkCharge(Database database, String host, Clock clock) {
        this.database = database;
        this.host = host;
        this.clock = clock;
        this.watermark = LocalDateTime.now(clock);
    }

    @Override
    public synchronized void run() throws SQLException {
        LocalDateTime now = LocalDateTime.now(clock);
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT id FROM sandbox_subscription WHERE state <> 'CANCELLED' AND due_at > ? AND due_at <= ?")) {
            select.setObject(1, watermark);
            select.setObject(2, now);
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                SandboxCharge.insertCharge(connection, rows.getObject(1, UUID.class), host, clock);
            }
        }
        watermark = now;
    }
}
