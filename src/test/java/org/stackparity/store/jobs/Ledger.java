package org.stackparity.store.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stackparity.store.host.Database;

/** Writes down which jobs a host has, and for every run when it was due, when it started and ended, and how. */
final class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private static final String MERGE = "MERGE INTO job"
            + " USING (VALUES (?, ?, ?, ?)) AS line (name, expression, is_armed, host) ON job.name = line.name"
            + " WHEN MATCHED THEN"
            + " UPDATE SET expression = line.expression, is_armed = line.is_armed, host = line.host"
            + " WHEN NOT MATCHED THEN INSERT (name, expression, is_armed, host)"
            + " VALUES (line.name, line.expression, line.is_armed, line.host)";

    private final Database database;
    private final String host;
    private final Clock clock;

    Ledger(Database database, String host, Clock clock) {
        this.database = database;
        this.host = host;
        this.clock = clock;
    }

    /** Writes down the jobs of a crontab, over those of the same names. */
    void register(Crontab crontab, Predicate<Crontab.Line> isArmed) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement merge = connection.prepareStatement(MERGE)) {
            for (Crontab.Line line : crontab.lines()) {
                merge.setString(1, line.job());
                merge.setString(2, line.expression());
                merge.setBoolean(3, isArmed.test(line));
                merge.setString(4, host);
                merge.addBatch();
            }
            merge.executeBatch();
        }
    }

    /**
     * Runs a job and writes its line; a job that fails is logged and written down, and never stops the scheduler.
     *
     * @return whether it was done and written down
     */
    boolean run(String name, Instant due, Job job) {
        Instant started = clock.instant();
        boolean isDone = true;
        try {
            job.run();
        } catch (Exception e) {
            LOG.warn("the job {} failed", name, e);
            isDone = false;
        }
        try {
            write(name, due, started, isDone ? "done" : "failed");
            return isDone;
        } catch (SQLException e) {
            LOG.warn("writing the ledger for {}", name, e);
            return false;
        }
    }

    private void write(String name, Instant due, Instant started, String outcome) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO ledger (job, host, due_at, started_at, finished_at, outcome) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, name);
            insert.setString(2, host);
            insert.setObject(3, due.atOffset(ZoneOffset.UTC));
            insert.setObject(4, started.atOffset(ZoneOffset.UTC));
            insert.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setString(6, outcome);
            insert.executeUpdate();
        }
    }
}
