package org.stackparity.suite.subscription;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.Isolated;
import org.stackparity.environment.Contract;
import org.stackparity.model.Case;
import org.stackparity.model.Comparison;
import org.stackparity.model.Family;
import org.stackparity.model.Severity;
import org.stackparity.suite.junit.CaseSource;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.Early;
import org.stackparity.suite.junit.Load;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParityCheck.Asked;
import org.stackparity.suite.junit.ParityCheck.Rule;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/** Scheduled work is done soon after it is due. Comes late in a pass, since the ledger is watched for a while. */
@ParitySuite
@Early(LedgerWatch.Start.class)
@Isolated("it waits for the watch, which may as well go on beside the timing")
@Order(Integer.MAX_VALUE - 1)
class JobLedgerParity {

    @ParityCheck(
            id = "SUB-06",
            name = "subscription.job-ledger",
            version = 2,
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
        SortedMap<String, JobRuns> jobs = LedgerWatch.of(target.pass()).await();
        Contract.Ledger ledger = target.contract()
                .subscriptions()
                .flatMap(Contract.Subscriptions::ledger)
                .orElseThrow();
        for (String name : ledger.every().keySet()) {
            recorder.require(
                    jobs.containsKey(name),
                    "missing-job",
                    "job[" + name + "].present",
                    () -> "The ledger [" + ledger.path() + "] of "
                            + target.environment().name() + " has no job [" + name
                            + "]; expected it, since the contract says how often it comes.");
        }
        requireSeen(jobs.values());
        jobs.forEach((name, runs) -> {
            String path = "job[" + name + "]";
            recorder.value(path + ".present", "true");
            recorder.value(path + ".state", runs.state());
            runs.worst().ifPresent(late -> recorder.value(path + ".lateness.millis", late.toMillis()));
            runs.fault().ifPresent(recorder::fault);
        });
    }

    /** A job that never ran is no job that is in time; one that fails says more than one that was not seen. */
    private static void requireSeen(Collection<JobRuns> jobs) {
        Instant now = Instant.now();
        List<String> unseen =
                jobs.stream().flatMap(runs -> runs.unseen(now).stream()).toList();
        if (!unseen.isEmpty() && jobs.stream().allMatch(runs -> runs.fault().isEmpty())) {
            throw new NotObservedException("It was not seen whether jobs run: " + String.join("; ", unseen)
                    + ". Run again after the next run is due, or start the scheduler.");
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
        public Optional<Load> load(Contract contract, Case subject) {
            return contract.subscriptions()
                    .flatMap(Contract.Subscriptions::ledger)
                    .map(ledger -> Load.ofWatching(LedgerWatch.length(ledger), LedgerWatch.POLL));
        }

        @Override
        public String input() {
            return "subscriptions.ledger";
        }
    }
}
