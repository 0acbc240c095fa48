package org.stackparity.store.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import org.stackparity.store.host.Database;

/** Cancels the subscriptions of accounts whose last day has passed. */
final class AccountClosing implements Job {
    private final Database database;
    private final Clock clock;

    AccountClosing(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void run() throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement update = connection.prepareStatement("UPDATE subscription SET state = 'CANCELLED'"
                        + " WHERE customer_id IN (SELECT id FROM customer WHERE closing_on < ?)")) {
            update.setObject(1, LocalDate.now(clock));
            update.executeUpdate();
        }
    }
}
