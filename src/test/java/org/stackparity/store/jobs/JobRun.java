package org.stackparity.store.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stackparity.store.host.Database;
import org.stackparity.store.host.Settings;

/**
 * A process that cron starts for a line of {@code etc/crontab}: one run, in the zone that cron has. It needs nobody's help but
 * the database's. Cron knows no seconds: where {@code jobs.sandbox-seconds} says so, a run for the sandbox tenant repeats once
 * a second, until that many seconds after it was due.
 */
public final class JobRun {
    private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);

    private final HostJobs jobs;
    private final Duration sandboxTime;
    private final Clock clock;

    JobRun(Path home, Clock clock) throws IOException {
        Settings settings = Settings.read(home.resolve("etc/app.properties"));
        this.jobs = HostJobs.read(home, settings, clock);
        this.sandboxTime = Duration.ofSeconds(
                settings.find("jobs.sandbox-seconds").map(Long::parseLong).orElse(0L));
        this.clock = clock;
    }

    /** Prepares a run in the folder of a host, and in the zone of this process. */
    public static JobRun in(Path home) throws IOException {
        return new JobRun(home, Clock.systemDefaultZone());
    }

    /**
     * Writes down which jobs the host has.
     *
     * @return whether it could; a database that only reads is a standby, whose list of jobs is the other site's, and no fault
     */
    public boolean register() {
        try {
            jobs.register();
            return true;
        } catch (SQLException e) {
            if (Database.isReadOnly(e)) {
                LOG.info("the jobs are not written down: the database of this site only reads");
                return true;
            }
            LOG.warn("the jobs are not written down; the next run tries again", e);
            return false;
        }
    }

    /**
     * Runs a job; does nothing where it is not armed.
     *
     * @return whether it was done and written down, or not armed
     * @throws IllegalArgumentException if no line of the crontab runs it, or nobody has written it
     */
    public boolean run(String job) {
        if (!jobs.isArmed(job)) {
            LOG.info("{} is not armed on this host", job);
            return true;
        }
        Crontab.Line line = jobs.line(job);
        Predicate<Instant> runner = jobs.runner(job);
        register();
        Instant due = line.lastDue(ZonedDateTime.now(clock)).orElseGet(clock::instant);
        return HostJobs.isOfSandbox(job) && !sandboxTime.isZero()
                ? repeat(runner, due.plus(sandboxTime))
                : runner.test(due);
    }

    /** Runs at once, and then at every second up to the last; a second that passes while a run works is left out. */
    private boolean repeat(Predicate<Instant> runner, Instant last) {
        boolean isDone = true;
        Instant due = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        do {
            waitUntil(due);
            isDone &= runner.test(due);
            due = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        } while (!due.isAfter(last));
        return isDone;
    }

    private void waitUntil(Instant due) {
        for (Duration left = Duration.between(clock.instant(), due);
                !left.isNegative() && !left.isZero();
                left = Duration.between(clock.instant(), due)) {
            LockSupport.parkNanos(left.toNanos());
        }
    }
}
