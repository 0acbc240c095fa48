package org.stackparity.suite.functional;

import java.util.Optional;
import org.stackparity.environment.Contract;
import org.stackparity.environment.Contract.Journey;
import org.stackparity.model.Case;
import org.stackparity.model.Family;
import org.stackparity.model.Safety;
import org.stackparity.model.Severity;
import org.stackparity.model.State;
import org.stackparity.suite.client.Cases;
import org.stackparity.suite.client.JourneyWalk;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.Early;
import org.stackparity.suite.junit.Load;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/** A customer who buys, pays or subscribes gets the same for the same money. */
@ParitySuite
@Early(WriteWalks.Start.class)
final class WriteJourneyParity {
    static final String ID = "FUN-05";

    @ParityCheck(
            id = ID,
            name = "functional.write-journeys",
            promise = "Orders and subscriptions go through, with the same totals, taxes and states on both stacks.",
            family = Family.FUNCTIONAL,
            severity = Severity.CRITICAL,
            safety = Safety.S2,
            needs = State.WRITABLE,
            cases = Writes.class)
    void goesThrough(CheckTarget target, Recorder recorder) {
        WriteWalks.record(target, recorder);
    }

    /** The journeys that write. */
    static final class Writes extends Cases {
        Writes() {
            super(
                    "journeys that write",
                    contract -> contract.journeys().stream()
                            .filter(Journey::writes)
                            .map(journey -> Case.of("journey", journey.name())));
        }

        @Override
        public Optional<Load> load(Contract contract, Case subject) {
            return Optional.of(Load.ofRequests(
                    JourneyWalk.find(contract, subject.get("journey")).steps().size()));
        }
    }
}
