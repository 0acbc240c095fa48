package org.stackparity.store.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Runs each line of a crontab when it is due in the zone of the clock. A run that is due while the previous one of the same
 * line still waits or works is left out, as most schedulers do; nothing is caught up after a stop.
 */
final class Scheduler {
    private final ScheduledExecutorService timer;
    private final Clock clock;

    Scheduler(ScheduledExecutorService timer, Clock clock) {
        this.timer = timer;
        this.clock = clock;
    }

    /** Starts a line; {@code run} is called on {@code workers} with the instant at which it was due. */
    void start(Crontab.Line line, Executor workers, Consumer<Instant> run) {
        scheduleNext(line, workers, run, new AtomicBoolean());
    }

    private void scheduleNext(Crontab.Line line, Executor workers, Consumer<Instant> run, AtomicBoolean waiting) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        line.times().nextExecution(now.truncatedTo(ChronoUnit.SECONDS)).ifPresent(due -> {
            Runnable fire = () -> {
                if (waiting.compareAndSet(false, true)) {
                    workers.execute(() -> {
                        try {
                            run.accept(due.toInstant());
                        } finally {
                            waiting.set(false);
                        }
                    });
                }
                scheduleNext(line, workers, run, waiting);
            };
            timer.schedule(fire, Duration.between(now, due).toMillis() + 1, TimeUnit.MILLISECONDS);
        });
    }
}
