package org.stackparity.suite.subscription;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.stackparity.environment.Contract;
import org.stackparity.model.Case;
import org.stackparity.model.Comparison;
import org.stackparity.model.Family;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.Ask;
import org.stackparity.suite.client.Http;
import org.stackparity.suite.client.Json;
import org.stackparity.suite.junit.CaseSource;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParityCheck.Asked;
import org.stackparity.suite.junit.ParityCheck.Rule;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;
import tools.jackson.databind.JsonNode;

/** Scheduled work was done soon after it was due. */
@ParitySuite
class JobLedgerParity {

    @ParityCheck(
            id = "SUB-06",
            name = "subscription.job-ledger",
            promise = "Scheduled work is done in time.",
            family = Family.SUBSCRIPTION,
            severity = Severity.CRITICAL,
            deterministic = true,
            once = true,
            cases = DeclaredLedger.class,
            of = Asked.SITE,
            rules = {
                @Rule(paths = "job[*].lateness.millis", comparison = Comparison.SHOWN),
                @Rule(paths = "job[*].state", comparison = Comparison.SHOWN)
            })
    void jobsAreDoneInTime(CheckTarget target, Recorder recorder) {
        Contract.Ledger ledger = target.contract()
                .subscriptions()
                .flatMap(Contract.Subscriptions::ledger)
                .orElseThrow();
        JsonNode jobs = Json.read(Http.of(target)
                        .ask(target.node(), Ask.get(ledger.path()))
                        .require(200))
                .at(ledger.jobs());
        if (!jobs.isArray() || jobs.isEmpty()) {
            throw new NotObservedException("The ledger [" + ledger.path() + "] has no list of jobs at [" + ledger.jobs()
                    + "]; expected at least one job.");
        }
        Instant now = Instant.now();
        for (JsonNode job : jobs) {
            record(job, ledger, now, recorder);
        }
    }

    private static void record(JsonNode job, Contract.Ledger ledger, Instant now, Recorder recorder) {
        String path = "job[" + job.path(ledger.nameField()).asString("") + "]";
        recorder.value(path + ".present", "true");
        Optional<Instant> due = instant(job, ledger.dueField());
        Optional<Instant> finished = instant(job, ledger.finishedField());
        if (due.isEmpty()) {
            recorder.value(path + ".state", "not due yet");
            return;
        }
        boolean isDone = finished.isPresent() && !finished.get().isBefore(due.get());
        Duration lateness = Duration.between(due.get(), isDone ? finished.get() : now);
        recorder.value(path + ".state", isDone ? "done" : "not finished");
        recorder.value(path + ".lateness.millis", lateness.toMillis());
        recorder.require(
                lateness.compareTo(ledger.tolerance()) <= 0,
                isDone ? "late-job" : "job-never-finished",
                path + ".lateness",
                () -> "The run of " + path + " that was due at [" + due.get() + "] "
                        + (isDone ? "finished at [" + finished.get() + "], " : "has not finished at [" + now + "], ")
                        + lateness.toMillis() + " ms late; expected at most "
                        + ledger.tolerance().toMillis() + " ms.");
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

    /** One case where the contract declares a ledger. */
    static final class DeclaredLedger implements CaseSource {
        @Override
        public List<Case> cases(Contract contract) {
            return contract.subscriptions().flatMap(Contract.Subscriptions::ledger).stream()
                    .map(ledger -> Case.of("ledger", ledger.path()))
                    .toList();
        }

        @Override
        public String input() {
            return "subscriptions.ledger";
        }
    }
}
