package org.stackparity.suite.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.Isolated;
import org.stackparity.environment.Contract;
import org.stackparity.model.Case;
import org.stackparity.model.Comparison;
import org.stackparity.model.Family;
import org.stackparity.model.Fault;
import org.stackparity.model.Safety;
import org.stackparity.model.Severity;
import org.stackparity.model.State;
import org.stackparity.suite.client.PersonalData;
import org.stackparity.suite.junit.CaseSource;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.Early;
import org.stackparity.suite.junit.Load;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParityCheck.Asked;
import org.stackparity.suite.junit.ParityCheck.Rule;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/** A subscription is charged when it falls due, and once. Comes late in a pass, since the canary needs its time. */
@ParitySuite
@Early(Canaries.Start.class)
@Isolated("it waits for the canary, which may as well fly beside the timing")
@Order(Integer.MAX_VALUE - 1)
class CanaryParity {
    /** A charge before the due time is a fault, but for the difference of two clocks on one site. */
    private static final Duration EARLIEST = Duration.ofSeconds(-1);

    @ParityCheck(
            id = "SUB-07",
            name = "subscription.canary-lateness",
            promise = "A subscription is charged when it falls due.",
            family = Family.SUBSCRIPTION,
            severity = Severity.CRITICAL,
            safety = Safety.S2,
            needs = State.WRITABLE,
            deterministic = true,
            once = true,
            cases = DeclaredCanary.class,
            of = Asked.SITE,
            rules = @Rule(paths = "*", comparison = Comparison.SHOWN))
    void canaryIsChargedInTime(CheckTarget target, Recorder recorder) {
        Contract.Canary contract = contract(target);
        Canary canary = Canaries.of(target.pass()).await();
        recorder.value("due", canary.due().toString());
        if (canary.charges().isEmpty()) {
            recorder.fault("not-charged", "lateness", notCharged(contract, canary));
            return;
        }
        Instant first = canary.charges().stream()
                .map(Canary.Charge::at)
                .min(Instant::compareTo)
                .orElseThrow();
        Duration told = Duration.between(canary.due(), first);
        Duration seen = canary.late().orElse(told);
        recorder.value("lateness.millis", told.toMillis());
        recorder.value("lateness-seen.millis", seen.toMillis());
        recorder.value("resolution.millis", Canary.POLL.toMillis());
        Duration late = told.compareTo(seen.minus(Canary.POLL)) > 0 ? told : seen.minus(Canary.POLL);
        recorder.require(
                late.compareTo(contract.tolerance()) <= 0,
                () -> new Fault(
                                "late-charge",
                                "lateness",
                                "The canary was due at [" + canary.due() + "] and charged at [" + first + "], seen ["
                                        + seen.toMillis() + " ms] after it was due; expected at most "
                                        + contract.tolerance().toMillis() + " ms.")
                        .with("lateMillis", Long.toString(told.toMillis())));
        recorder.require(
                told.compareTo(EARLIEST) >= 0 && seen.plus(canary.startTook()).compareTo(EARLIEST) >= 0,
                () -> new Fault(
                                "early-charge",
                                "lateness",
                                "The canary was due at [" + canary.due() + "] and charged at [" + first
                                        + "], before it was due.")
                        .with("lateMillis", Long.toString(told.toMillis())));
    }

    @ParityCheck(
            id = "SUB-08",
            name = "subscription.charged-once",
            promise = "A subscription is charged exactly once.",
            family = Family.SUBSCRIPTION,
            severity = Severity.BLOCKER,
            safety = Safety.S2,
            needs = State.WRITABLE,
            deterministic = true,
            once = true,
            cases = DeclaredCanary.class,
            of = Asked.SITE)
    void canaryIsChargedExactlyOnce(CheckTarget target, Recorder recorder) {
        Contract.Canary contract = contract(target);
        Canary canary = Canaries.of(target.pass()).await();
        int charged = canary.charges().size();
        recorder.value("charges.count", charged);
        canary.end().ifPresent(end -> recorder.value("end", end));
        if (charged == 0) {
            recorder.fault("not-charged", "charges", notCharged(contract, canary));
        } else if (charged != contract.count()) {
            recorder.fault(
                    charged > contract.count() ? "charged-twice" : "charged-too-rarely",
                    "charges",
                    "The canary was charged [" + charged + "] times, at "
                            + PersonalData.mask(canary.charges().toString()) + "; expected " + contract.count()
                            + ".");
        }
    }

    private static String notCharged(Contract.Canary contract, Canary canary) {
        return "The canary was due at [" + canary.due() + "] and was not charged within ["
                + contract.tolerance().plus(Canary.GRACE).toMillis() + " ms] after it; expected at most "
                + contract.tolerance().toMillis() + " ms.";
    }

    private static Contract.Canary contract(CheckTarget target) {
        return target.contract()
                .subscriptions()
                .flatMap(Contract.Subscriptions::canary)
                .orElseThrow();
    }

    /** One case where the contract declares a canary. */
    static final class DeclaredCanary implements CaseSource {
        @Override
        public List<Case> cases(Contract contract) {
            return contract.subscriptions().flatMap(Contract.Subscriptions::canary).stream()
                    .map(canary -> Case.of("subscription", "canary"))
                    .toList();
        }

        @Override
        public Optional<Load> load(Contract contract, Case subject) {
            return contract.subscriptions()
                    .flatMap(Contract.Subscriptions::canary)
                    .map(canary -> Load.ofWatching(Canary.longest(canary), Canary.POLL));
        }

        @Override
        public String input() {
            return "subscriptions.canary";
        }
    }
}
