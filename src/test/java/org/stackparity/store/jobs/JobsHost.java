package org.stackparity.store.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stackparity.store.host.Database;
import org.stackparity.store.host.Settings;
import org.stackparity.store.host.SshDaemon;

/**
 * Starts the scheduler of a jobs host on its {@code etc/crontab}. The sandbox tenant has a worker of its own, so that nothing
 * else can make its charges late.
 */
public final class JobsHost {
    private static final Logger LOG = LoggerFactory.getLogger(JobsHost.class);
    private static final long RETRY_MILLIS = 250;

    private final HostJobs jobs;
    private final Scheduler scheduler;
    private final Executor production;
    private final Executor sandbox = Executors.newSingleThreadExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicBoolean isReady = new AtomicBoolean();

    private JobsHost(Path home, Settings settings, Clock clock) throws IOException {
        this.jobs = HostJobs.read(home, settings, clock);
        this.scheduler = new Scheduler(timer, clock);
        this.production = Executors.newFixedThreadPool(Integer.parseInt(settings.require("jobs.workers")));
    }

    public static void start(Path home) throws IOException {
        Settings settings = Settings.read(home.resolve("etc/app.properties"));
        JobsHost host = new JobsHost(home, settings, Clock.systemDefaultZone());
        host.startWhenRegistered();
        SshDaemon.startIfAsked(settings, home);
        if (settings.find("http.listen").isPresent()) {
            StatusServer.start(settings.requireEndpoint("http.listen"), Database.of(settings), host.isReady::get);
        }
    }

    /** The database may still be starting, and its link may be faulty: tries until the jobs are written down. */
    private void startWhenRegistered() {
        try {
            jobs.register();
        } catch (SQLException e) {
            LOG.debug("the database is not there yet", e);
            timer.schedule(this::startWhenRegistered, RETRY_MILLIS, TimeUnit.MILLISECONDS);
            return;
        }
        jobs.lines().stream().filter(line -> jobs.isArmed(line.job())).forEach(this::startLine);
        isReady.set(true);
        LOG.info("{} lines of the crontab are scheduled", jobs.lines().size());
    }

    private void startLine(Crontab.Line line) {
        Predicate<Instant> job = jobs.runner(line.job());
        scheduler.start(line, HostJobs.isOfSandbox(line.job()) ? sandbox : production, job::test);
    }
}
