package org.stackparity.suite.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.stackparity.model.Fault;

/** What a ledger told of one job's runs while it was watched. For one thread. */
final class JobRuns {
    private final String path;
    private final String where;
    private final Duration tolerance;
    private final SortedSet<Instant> dues = new TreeSet<>();
    private Optional<Duration> worst = Optional.empty();
    private Optional<Fault> fault = Optional.empty();
    private String state = "not due yet";

    /**
     * @param path of the job's values, without the last step
     * @param host where it runs, for messages; empty if the ledger does not tell
     */
    JobRuns(String path, String host, Duration tolerance) {
        this.path = path;
        this.where = host.isEmpty() ? path : path + " on " + host;
        this.tolerance = tolerance;
    }

    /**
     * Takes down one look.
     *
     * @param due of the last run that the ledger knows; empty if there was none yet
     * @param finished empty, or before the due time, while that run has not ended
     */
    void add(Optional<Instant> due, Optional<Instant> finished, Instant now) {
        if (due.isEmpty()) {
            return;
        }
        dues.add(due.get());
        boolean isDone = finished.isPresent() && !finished.get().isBefore(due.get());
        Duration late = Duration.between(due.get(), isDone ? finished.get() : now);
        state = isDone ? "done" : "not finished";
        if (worst.isEmpty() || late.compareTo(worst.get()) > 0) {
            worst = Optional.of(late);
        }
        if (late.compareTo(tolerance) > 0) {
            fault = Optional.of(fault(
                    isDone ? "late-job" : "job-never-finished",
                    "The run of " + where + " that was due at [" + due.get() + "] "
                            + (isDone
                                    ? "finished at [" + finished.get() + "], "
                                    : "has not finished at [" + now + "], ")
                            + late.toMillis() + " ms late"));
        } else {
            findStall(now).ifPresent(stall -> fault = Optional.of(stall));
        }
    }

    /** A job that came in even steps and comes no more: a ledger of finished runs says nothing of one that hangs. */
    private Optional<Fault> findStall(Instant now) {
        if (dues.size() < 2) {
            return Optional.empty();
        }
        Duration longest = Duration.ZERO;
        Instant before = dues.first();
        for (Instant due : dues) {
            Duration step = Duration.between(before, due);
            longest = step.compareTo(longest) > 0 ? step : longest;
            before = due;
        }
        Duration silent = Duration.between(dues.last(), now).minus(longest);
        return silent.compareTo(tolerance) <= 0
                ? Optional.empty()
                : Optional.of(fault(
                        "job-never-finished",
                        "The runs of " + where + " came every " + longest.toMillis()
                                + " ms; none finished since the one"
                                + " that was due at [" + dues.last() + "], so that the next is " + silent.toMillis()
                                + " ms late at [" + now + "]"));
    }

    private Fault fault(String kind, String found) {
        return new Fault(kind, path + ".lateness", found + "; expected at most " + tolerance.toMillis() + " ms.");
    }

    /** The worst lateness that was seen; empty if the job was not due yet. */
    Optional<Duration> worst() {
        return worst;
    }

    /** The last thing that was wrong. */
    Optional<Fault> fault() {
        return fault;
    }

    /** Of the last run: {@code done}, {@code not finished} or {@code not due yet}. */
    String state() {
        return state;
    }
}
