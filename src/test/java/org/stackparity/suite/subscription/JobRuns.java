package org.stackparity.suite.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.stackparity.model.Fault;

/** What a ledger told of one job's runs while it was watched. For one thread. */
final class JobRuns {
    private final String path;
    private final String where;
    private final Duration tolerance;
    private final Optional<Duration> every;
    private final Instant begin;
    private final SortedSet<Instant> dues = new TreeSet<>();
    private Optional<Duration> worst = Optional.empty();
    private Optional<Fault> fault = Optional.empty();
    private String state = "not due yet";

    /**
     * @param path of the job's values, without the last step
     * @param host where it runs, for messages; empty if the ledger does not tell
     * @param every how often it comes; empty if that is not declared
     * @param begin of the watch
     */
    JobRuns(String path, String host, Duration tolerance, Optional<Duration> every, Instant begin) {
        this.path = path;
        this.where = host.isEmpty() ? path : path + " on " + host;
        this.tolerance = tolerance;
        this.every = every;
        this.begin = begin;
    }

    /**
     * Takes down one look.
     *
     * @param due of the last run that the ledger knows; empty if there was none yet
     * @param finished empty, or before the due time, while that run has not ended
     */
    void add(Optional<Instant> due, Optional<Instant> finished, Instant now) {
        due.ifPresent(instant -> add(instant, finished, now));
        findStall(now).ifPresent(stall -> fault = Optional.of(stall));
    }

    private void add(Instant due, Optional<Instant> finished, Instant now) {
        dues.add(due);
        boolean isDone = finished.isPresent() && !finished.get().isBefore(due);
        Duration late = Duration.between(due, isDone ? finished.get() : now);
        state = isDone ? "done" : "not finished";
        if (worst.isEmpty() || late.compareTo(worst.get()) > 0) {
            worst = Optional.of(late);
        }
        if (late.compareTo(tolerance) > 0) {
            fault = Optional.of(fault(
                    isDone ? "late-job" : "job-never-finished",
                    "The run of " + where + " that was due at [" + due + "] "
                            + (isDone
                                    ? "finished at [" + finished.get() + "], "
                                    : "has not finished at [" + now + "], ")
                            + late.toMillis() + " ms late",
                    late));
        }
    }

    /**
     * A job that comes no more: a ledger of finished runs says nothing of one that hangs. Another thing than a run that is
     * late for once: no zone of a host explains it.
     */
    private Optional<Fault> findStall(Instant now) {
        Optional<Duration> step = every.or(this::longestStep);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        Instant last = dues.isEmpty() ? begin : dues.last();
        Duration silent = Duration.between(last, now).minus(step.get());
        return silent.compareTo(tolerance) <= 0
                ? Optional.empty()
                : Optional.of(fault(
                        "job-stalled",
                        "The runs of " + where + " come every " + step.get().toMillis() + " ms; none finished since "
                                + (dues.isEmpty() ? "the watch began at [" : "the one that was due at [")
                                + last + "], so that the next is " + silent.toMillis() + " ms late at [" + now + "]",
                        silent));
    }

    /** The longest time between two runs that were seen; empty where fewer were. */
    private Optional<Duration> longestStep() {
        List<Instant> each = List.copyOf(dues);
        return IntStream.range(1, each.size())
                .mapToObj(i -> Duration.between(each.get(i - 1), each.get(i)))
                .max(Duration::compareTo);
    }

    private Fault fault(String kind, String found, Duration late) {
        return new Fault(kind, path + ".lateness", found + "; expected at most " + tolerance.toMillis() + " ms.")
                .with("lateMillis", Long.toString(late.toMillis()));
    }

    /** The worst lateness that was seen; empty if the job was not due yet. */
    Optional<Duration> worst() {
        return worst;
    }

    /** The last thing that was wrong. */
    Optional<Fault> fault() {
        return fault;
    }

    /**
     * Why it is not known whether the job runs at all: it should come again and again, and neither a run nor their absence
     * was seen long enough.
     */
    Optional<String> unseen(Instant now) {
        return every.filter(step -> dues.isEmpty() && fault.isEmpty())
                .map(step -> "the ledger knows no run of " + where + ", which comes every " + step.toMillis()
                        + " ms and was watched for "
                        + Duration.between(begin, now).toMillis() + " ms");
    }

    /** Of the last run: {@code done}, {@code not finished} or {@code not due yet}. */
    String state() {
        return state;
    }
}
