package org.stackparity.store.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import org.stackparity.store.host.Database;

/** Writes a mail into the outgoing spool for every subscription that is charged within three days. */
final class Reminders implements Job {
    private static final int DAYS_AHEAD = 3;

    private final Database database;
    private final Path outbox;
    private final Clock clock;

    Reminders(Database database, Path home, Clock clock) {
        this.database = database;
        this.outbox = home.resolve("spool/outbox");
        this.clock = clock;
    }

    @Override
    public void run() throws SQLException, IOException {
        LocalDate today = LocalDate.now(clock);
        Files.createDirectories(outbox);
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT s.id, c.email, s.next_charge_on FROM subscription s JOIN customer c ON c.id = s.customer_id"
                                + " WHERE s.state = 'ACTIVE' AND s.next_charge_on BETWEEN ? AND ?")) {
            select.setObject(1, today);
            select.setObject(2, today.plusDays(DAYS_AHEAD));
            ResultSet due = select.executeQuery();
            while (due.next()) {
                Files.writeString(
                        outbox.resolve("reminder-" + due.getInt(1) + ".eml"),
                        "To: " + due.getString(2) + "\nSubject: Your delivery of " + due.getString(3) + "\n");
            }
        }
    }
}
