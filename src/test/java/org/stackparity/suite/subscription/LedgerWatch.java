package org.stackparity.suite.subscription;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.stackparity.environment.Contract;
import org.stackparity.model.NodeRef;
import org.stackparity.suite.client.Ask;
import org.stackparity.suite.client.Http;
import org.stackparity.suite.client.Json;
import org.stackparity.suite.junit.Early;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.Scope;
import org.stackparity.suite.junit.StackException;
import tools.jackson.databind.JsonNode;

/**
 * Watches a stack's ledger of jobs in a pass, long enough that a job that hangs just then shows: twice the tolerance, where
 * that is short. LIMIT: where the tolerance is longer than {@link #LONGEST_TOLERANCE} the ledger is looked at once.
 */
final class LedgerWatch {
    static final Duration LONGEST_TOLERANCE = Duration.ofSeconds(10);
    static final Duration POLL = Duration.ofSeconds(1);

    private final Http http;
    private final Contract.Ledger ledger;
    private final Instant begin = Instant.now();
    private final SortedMap<String, JobRuns> jobs = new TreeMap<>();
    private Optional<RuntimeException> failure = Optional.empty();
    private boolean seen;

    private LedgerWatch(Scope pass) {
        http = Http.of(pass, pass);
        ledger = pass.contract()
                .subscriptions()
                .flatMap(Contract.Subscriptions::ledger)
                .orElseThrow();
    }

    /** The jobs of the ledger by name, watched beside everything else of the pass; the first call begins. */
    static Background<SortedMap<String, JobRuns>> of(Scope pass) {
        return pass.shared(Shared.class, Shared::new).watch;
    }

    private SortedMap<String, JobRuns> watch() {
        Duration length = length(ledger);
        Instant end = Instant.now().plus(length);
        Awaitility.await("the jobs of the ledger")
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .atMost(length.plusSeconds(60))
                .until(() -> {
                    look();
                    return !Instant.now().isBefore(end);
                });
        if (!seen && failure.isPresent()) {
            throw failure.get();
        }
        return jobs;
    }

    /** How long the ledger is watched; zero for one look. */
    static Duration length(Contract.Ledger ledger) {
        return ledger.tolerance().compareTo(LONGEST_TOLERANCE) > 0
                ? Duration.ZERO
                : ledger.tolerance().multipliedBy(2).plusSeconds(2);
    }

    private void look() {
        try {
            JsonNode list = Json.read(
                            http.ask(NodeRef.SITE, Ask.get(ledger.path())).require(200))
                    .at(ledger.jobs());
            if (!list.isArray() || list.isEmpty()) {
                throw new NotObservedException("The ledger [" + ledger.path() + "] has no list of jobs at ["
                        + ledger.jobs() + "]; expected at least one job.");
            }
            Instant now = Instant.now();
            for (JsonNode job : list) {
                String name = job.path(ledger.nameField()).asString("");
                String host = job.path("host").asString("");
                jobs.computeIfAbsent(name, any -> runs(name, host))
                        .add(instant(job, ledger.dueField()), instant(job, ledger.finishedField()), now);
            }
            seen = true;
        } catch (StackException | NotObservedException e) {
            // A look that fails is an error of the node, and the tally has it; the next look may see.
            failure = Optional.of(e);
        }
    }

    private JobRuns runs(String name, String host) {
        Optional<Duration> every = Optional.ofNullable(ledger.every().get(name));
        return new JobRuns("job[" + name + "]", host, ledger.tolerance(), every, begin);
    }

    private static Optional<Instant> instant(JsonNode job, String field) {
        JsonNode value = job.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(value.asString("")).toInstant());
        } catch (DateTimeParseException e) {
            throw new NotObservedException("The ledger tells the time [" + value.asString("") + "] in [" + field
                    + "]; expected an instant with its offset from UTC, like 2026-11-03T02:00:00Z.");
        }
    }

    /** One watch per pass. */
    private static final class Shared implements AutoCloseable {
        private final Background<SortedMap<String, JobRuns>> watch;

        Shared(Scope pass) {
            watch = new Background<>("ledger", () -> new LedgerWatch(pass).watch());
        }

        @Override
        public void close() {
            watch.close();
        }
    }

    /** Watches from the beginning of the pass. */
    static final class Start implements Early.Start {
        @Override
        public void begin(Scope pass) {
            of(pass);
        }
    }
}
