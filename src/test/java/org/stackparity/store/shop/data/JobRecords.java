package org.stackparity.store.shop.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the scheduled jobs of the site and the last line of each in the ledger, in the order of their names. */
public final class JobRecords {
    private static final String SELECT = "SELECT j.name, j.expression, j.host, j.is_armed,"
            + " l.due_at, l.started_at, l.finished_at, l.outcome FROM job j"
            + " LEFT JOIN ledger l ON l.id = (SELECT MAX(id) FROM ledger WHERE job = j.name) ORDER BY j.name";

    private JobRecords() {}

    public static List<JobRecord> all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            List<JobRecord> jobs = new ArrayList<>();
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                jobs.add(new JobRecord(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getBoolean(4),
                        instant(rows, 5),
                        instant(rows, 6),
                        instant(rows, 7),
                        rows.getString(8)));
            }
            return jobs;
        }
    }

    private static @Nullable Instant instant(ResultSet rows, int column) throws SQLException {
        OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
