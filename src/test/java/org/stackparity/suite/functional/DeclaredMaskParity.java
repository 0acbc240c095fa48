package org.stackparity.suite.functional;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.Isolated;
import org.stackparity.model.Comparison;
import org.stackparity.model.Family;
import org.stackparity.model.Safety;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.Cases;
import org.stackparity.suite.client.DeclaredMasks;
import org.stackparity.suite.client.Mask;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParityCheck.Asked;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/**
 * A mask that selects nothing any more hides nothing, or has lost what it was to hide: personal data that are stored, or a
 * value that differs by nature. Asks nothing by itself; it counts what the pages and calls of the first pass have used.
 */
@ParitySuite
@Isolated("it counts what all pages and calls have used")
@Order(Integer.MAX_VALUE - 4)
final class DeclaredMaskParity {

    @ParityCheck(
            id = "FUN-20",
            name = "functional.declared-masks",
            promise = "Everything that the contract declares as identity or private is there to be masked.",
            family = Family.FUNCTIONAL,
            severity = Severity.MINOR,
            // without the reading of pages and calls nothing is masked
            safety = Safety.S1,
            deterministic = true,
            once = true,
            requests = 0,
            cases = Declared.class,
            of = Asked.SITE,
            rules = {
                @ParityCheck.Rule(paths = "answers", comparison = Comparison.SHOWN),
                @ParityCheck.Rule(paths = "uses", comparison = Comparison.SHOWN)
            })
    void masksSomething(CheckTarget target, Recorder recorder) {
        Mask mask = DeclaredMasks.of(target).find(target.subject());
        if (mask.uses() == 0 && target.pass().isPartial()) {
            throw new NotObservedException(
                    mask + "; a filter of this run has left out checks, which may read what it is for.");
        }
        recorder.value("answers", mask.answers());
        recorder.value("uses", mask.uses());
        recorder.require(mask.uses() > 0, "unused-mask", "uses", () -> mask + " of the first pass.");
    }

    /** Each selector by which the contract masks. */
    static final class Declared extends Cases {
        Declared() {
            super("identity or private", contract -> DeclaredMasks.cases(contract).stream());
        }
    }
}
