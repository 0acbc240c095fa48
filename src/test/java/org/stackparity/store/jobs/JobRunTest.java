package org.stackparity.store.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.store.host.Database;
import org.stackparity.store.host.ResourceTree;
import org.stackparity.store.host.Settings;
import org.stackparity.store.services.FreshDatabase;
import org.stackparity.store.shop.data.JobRecord;
import org.stackparity.store.shop.data.JobRecords;

/** Runs of cron, on the files of a jobs host and a database of its own. */
class JobRunTest {
    private static final String APP = "etc/app.properties";
    private static final Instant NINE = Instant.parse("2026-11-03T09:00:20Z");

    @TempDir
    Path home;

    private Database database;

    @BeforeEach
    void startDatabase() throws IOException {
        ResourceTree.copy("/store/jobs", home);
        Files.writeString(home.resolve("etc/crontab"), """
                CRON_TZ=UTC
                0 2 * * * shop /usr/local/bin/shop-job charge-subscriptions
                */10 * * * * shop /usr/local/bin/shop-job import-stock
                * * * * * shop /usr/local/bin/shop-job charge-sandbox
                """);
        Settings settings = FreshDatabase.start(
                home, Settings.read(home.resolve(APP)).with("node", "jobs1").with("jobs.armed", "true"));
        settings.write(home.resolve(APP));
        database = Database.of(settings);
    }

    @Test
    void writesALineThatWasDueWhenTheCrontabSays() throws Exception {
        assertThat(at(NINE, ZoneOffset.UTC).run("charge-subscriptions")).isTrue();

        assertThat(ledger()).containsExactly("charge-subscriptions jobs1 2026-11-03T02:00:00Z done");
    }

    @Test
    void countsInTheZoneOfItsProcess() throws Exception {
        assertThat(at(NINE, ZoneId.of("Etc/GMT+8")).run("charge-subscriptions")).isTrue();

        assertThat(ledger()).containsExactly("charge-subscriptions jobs1 2026-11-02T10:00:00Z done");
    }

    @Test
    void doesNothingWhereItIsNotArmed() throws Exception {
        set(Map.of("jobs.armed", "false"));

        assertThat(at(NINE, ZoneOffset.UTC).run("charge-subscriptions")).isTrue();

        assertThat(ledger()).isEmpty();
        assertThat(jobs()).isEmpty();
    }

    @Test
    void runsWhatIsUnconditionalOnEverySite() throws Exception {
        set(Map.of("jobs.armed", "false"));

        assertThat(at(NINE, ZoneOffset.UTC).run("import-stock")).isTrue();

        assertThat(ledger()).containsExactly("import-stock jobs1 2026-11-03T09:00:00Z done");
        assertThat(jobs()).extracting(JobRecord::name, JobRecord::armed).contains(tuple("charge-subscriptions", false));
    }

    @Test
    void writesDownWhichJobsTheHostHasOverThoseOfTheSameNames() throws Exception {
        assertThat(at(NINE, ZoneOffset.UTC).register()).isTrue();
        Files.writeString(home.resolve("etc/crontab"), "30 3 * * * shop shop-job charge-subscriptions\n");
        assertThat(at(NINE, ZoneOffset.UTC).register()).isTrue();

        assertThat(jobs())
                .extracting(JobRecord::name, JobRecord::expression, JobRecord::host, JobRecord::armed)
                .containsExactly(
                        tuple("charge-sandbox", "* * * * *", "jobs1", true),
                        tuple("charge-subscriptions", "30 3 * * *", "jobs1", true),
                        tuple("import-stock", "*/10 * * * *", "jobs1", true));
        assertThat(ledger()).isEmpty();
    }

    @Test
    void chargesTheSandboxEachSecondUpToTheLast() throws Exception {
        set(Map.of("jobs.sandbox-seconds", "59"));
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), NINE.plusMillis(37_400)));
        UUID late = UUID.randomUUID();
        subscribe(late, "2026-11-03T09:00:58.500");

        assertThat(new JobRun(home, clock).run("charge-sandbox")).isTrue();

        assertThat(ledger())
                .containsExactly(
                        "charge-sandbox jobs1 2026-11-03T09:00:57Z done",
                        "charge-sandbox jobs1 2026-11-03T09:00:58Z done",
                        "charge-sandbox jobs1 2026-11-03T09:00:59Z done");
        assertThat(clock.instant()).isBefore(Instant.parse("2026-11-03T09:01:00Z"));
        assertThat(charges(late)).isOne();
    }

    @Test
    void chargesTheSandboxOnceWhereNothingElseIsSaid() throws Exception {
        assertThat(at(NINE, ZoneOffset.UTC).run("charge-sandbox")).isTrue();

        assertThat(ledger()).containsExactly("charge-sandbox jobs1 2026-11-03T09:00:00Z done");
    }

    @Test
    void saysThatAJobFailed() throws Exception {
        set(Map.of("stock.feed", "spool/missing.csv", "stock.patience-seconds", "0"));

        assertThat(at(NINE, ZoneOffset.UTC).run("import-stock")).isFalse();

        assertThat(ledger()).containsExactly("import-stock jobs1 2026-11-03T09:00:00Z failed");
    }

    @Test
    void namesTheJobsOfTheCrontabWhenAskedForAnother() {
        assertThatThrownBy(() -> at(NINE, ZoneOffset.UTC).run("heartbeat"))
                .hasMessage("the crontab has no line for [heartbeat]; it runs [charge-subscriptions, import-stock,"
                        + " charge-sandbox]");
    }

    private JobRun at(Instant now, ZoneId zone) throws IOException {
        return new JobRun(home, Clock.fixed(now, zone));
    }

    private void set(Map<String, String> changes) throws IOException {
        Settings settings = Settings.read(home.resolve(APP));
        for (Map.Entry<String, String> change : changes.entrySet()) {
            settings = settings.with(change.getKey(), change.getValue());
        }
        settings.write(home.resolve(APP));
    }

    private List<JobRecord> jobs() throws SQLException {
        try (Connection connection = database.connect()) {
            return JobRecords.all(connection);
        }
    }

    private List<String> ledger() throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery("SELECT job, host, due_at, outcome FROM ledger ORDER BY id")) {
            while (rows.next()) {
                lines.add(rows.getString(1) + " " + rows.getString(2) + " "
                        + rows.getObject(3, OffsetDateTime.class).toInstant() + " " + rows.getString(4));
            }
        }
        return lines;
    }

    private void subscribe(UUID id, String dueAt) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO sandbox_subscription (id, due_at, state) VALUES (?, ?, 'DUE')")) {
            insert.setObject(1, id);
            insert.setObject(2, LocalDateTime.parse(dueAt));
            insert.executeUpdate();
        }
    }

    private int charges(UUID id) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement select =
                        connection.prepareStatement("SELECT COUNT(*) FROM sandbox_charge WHERE subscription_id = ?")) {
            select.setObject(1, id);
            ResultSet row = select.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }
}
