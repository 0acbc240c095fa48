package org.stackparity.store.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stackparity.store.host.Database;
import org.stackparity.store.host.Settings;
import org.stackparity.store.host.SshDaemon;

/**
 * Starts the scheduler of a jobs host on its {@code etc/crontab}. Jobs of the production tenant run where
 * {@code jobs.armed} is true; those named in {@code jobs.unconditional} run on every site. The sandbox tenant has a worker of its
 * own, so that nothing else can make its charges late.
 */
public final class JobsHost {
    private static final Logger LOG = LoggerFactory.getLogger(JobsHost.class);
    private static final String SANDBOX = "charge-sandbox";
    private static final long RETRY_MILLIS = 250;

    private final Settings settings;
    private final Ledger ledger;
    private final Map<String, Job> jobs;
    private final Scheduler scheduler;
    private final Executor production;
    private final Executor sandbox = Executors.newSingleThreadExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicBoolean isReady = new AtomicBoolean();

    private JobsHost(Path home, Settings settings, Clock clock) {
        this.settings = settings;
        String host = settings.require("node");
        Database database = Database.of(settings);
        this.ledger = new Ledger(database, host, clock);
        this.scheduler = new Scheduler(timer, clock);
        this.production = Executors.newFixedThreadPool(Integer.parseInt(settings.require("jobs.workers")));
        this.jobs = Map.of(
                "charge-subscriptions", new SubscriptionCharge(database, host, clock, settings),
                "send-reminders", new Reminders(database, home, clock),
                "close-accounts", new AccountClosing(database, clock),
                "import-stock", new StockImport(database, home, settings),
                "heartbeat", () -> {},
                "charge-sandbox", new SandboxCharge(database, host, clock),
                "charge-sandbox-2011", new WatermarkCharge(database, host, clock));
    }

    public static void start(Path home) throws IOException {
        Settings settings = Settings.read(home.resolve("etc/app.properties"));
        JobsHost host = new JobsHost(home, settings, Clock.systemDefaultZone());
        Crontab crontab = Crontab.read(home.resolve("etc/crontab"));
        host.startWhenRegistered(crontab);
        if (settings.find("ssh.listen").isPresent()) {
            SshDaemon.start(
                    settings.requireEndpoint("ssh.listen"),
                    home.resolve("etc/ssh_host_key"),
                    home.resolve("etc/authorized_keys"));
        }
        if (settings.find("http.listen").isPresent()) {
            StatusServer.start(settings.requireEndpoint("http.listen"), Database.of(settings), host.isReady::get);
        }
    }

    /** The database may still be starting, and its link may be faulty: tries until the jobs are written down. */
    private void startWhenRegistered(Crontab crontab) {
        try {
            if (settings.isOn("jobs.registered")) {
                ledger.register(crontab, this::isArmed);
            }
        } catch (SQLException e) {
            LOG.debug("the database is not there yet", e);
            timer.schedule(() -> startWhenRegistered(crontab), RETRY_MILLIS, TimeUnit.MILLISECONDS);
            return;
        }
        crontab.lines().stream().filter(this::isArmed).forEach(this::startLine);
        isReady.set(true);
        LOG.info("{} lines of the crontab are scheduled", crontab.lines().size());
    }

    private void startLine(Crontab.Line line) {
        String name = line.command();
        Job job = Optional.ofNullable(jobs.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "the crontab runs [" + name + "]; expected one of " + List.copyOf(jobs.keySet())));
        Executor workers = name.startsWith(SANDBOX) ? sandbox : production;
        scheduler.start(line, workers, due -> ledger.run(name, due, job));
    }

    private boolean isArmed(Crontab.Line line) {
        return settings.isOn("jobs.armed")
                || settings.list("jobs.unconditional").contains(line.command());
    }
}
