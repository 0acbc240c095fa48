package org.stackparity.store.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.stackparity.store.host.Database;
import org.stackparity.store.host.Settings;

/**
 * The jobs of a host, by the lines of its {@code etc/crontab}. Jobs of the production tenant are armed where
 * {@code jobs.armed} is true; those named in {@code jobs.unconditional} are on every site.
 */
final class HostJobs {
    private static final String SANDBOX = "charge-sandbox";

    private final Settings settings;
    private final Crontab crontab;
    private final Ledger ledger;
    private final Map<String, Job> jobs;

    private HostJobs(Path home, Settings settings, Crontab crontab, Clock clock) {
        this.settings = settings;
        this.crontab = crontab;
        String host = settings.require("node");
        Database database = Database.of(settings);
        this.ledger = new Ledger(database, host, clock);
        this.jobs = Map.of(
                "charge-subscriptions", new SubscriptionCharge(database, host, clock, settings),
                "send-reminders", new Reminders(database, home, clock),
                "close-accounts", new AccountClosing(database, clock),
                "import-stock", new StockImport(database, home, settings),
                "heartbeat", () -> {},
                "charge-sandbox", new SandboxCharge(database, host, clock),
                "charge-sandbox-2011", new WatermarkCharge(database, host, clock));
    }

    /** Reads the crontab of a host; does not connect to the database. */
    static HostJobs read(Path home, Settings settings, Clock clock) throws IOException {
        return new HostJobs(home, settings, Crontab.read(home.resolve("etc/crontab")), clock);
    }

    List<Crontab.Line> lines() {
        return crontab.lines();
    }

    /**
     * The first line of the crontab that runs a job.
     *
     * @throws IllegalArgumentException if none does
     */
    Crontab.Line line(String job) {
        return lines().stream()
                .filter(line -> line.job().equals(job))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the crontab has no line for [" + job + "]; it runs "
                        + lines().stream().map(Crontab.Line::job).toList()));
    }

    boolean isArmed(String job) {
        return settings.isOn("jobs.armed")
                || settings.list("jobs.unconditional").contains(job);
    }

    /** Whether a job is one of the sandbox tenant, whose subscriptions are due by the second. */
    static boolean isOfSandbox(String job) {
        return job.startsWith(SANDBOX);
    }

    /** Writes down which jobs the host has, where {@code jobs.registered} is true. */
    void register() throws SQLException {
        if (settings.isOn("jobs.registered")) {
            ledger.register(crontab, line -> isArmed(line.job()));
        }
    }

    /**
     * What runs a job that was due at an instant, and says whether it was done and written down.
     *
     * @throws IllegalArgumentException if nobody has written such a job
     */
    Predicate<Instant> runner(String name) {
        Job job = Optional.ofNullable(jobs.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "the crontab runs [" + name + "]; expected one of " + new TreeSet<>(jobs.keySet())));
        return due -> ledger.run(name, due, job);
    }
}
