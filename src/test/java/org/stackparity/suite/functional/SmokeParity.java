package org.stackparity.suite.functional;

import java.util.List;
import java.util.Map;
import org.stackparity.environment.Contract;
import org.stackparity.model.Case;
import org.stackparity.model.Comparison;
import org.stackparity.model.Family;
import org.stackparity.model.Fault;
import org.stackparity.model.PathRule;
import org.stackparity.model.Safety;
import org.stackparity.model.Severity;
import org.stackparity.suite.junit.CaseSource;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/** Every node answers, and does so again and again. */
@ParitySuite
final class SmokeParity {
    @ParityCheck(
            id = "FUN-02",
            name = "functional.smoke",
            promise = "Every node answers the smoke paths directly, time after time, without errors.",
            family = Family.FUNCTIONAL,
            severity = Severity.BLOCKER,
            safety = Safety.S1,
            cases = SmokePaths.class,
            estimateMillis = 250,
            rules = {
                @ParityCheck.Rule(paths = "smoke[*].requests", comparison = Comparison.SHOWN),
                @ParityCheck.Rule(paths = "smoke[*].errors", comparison = Comparison.SHOWN),
                @ParityCheck.Rule(paths = "smoke[*].errorKinds", comparison = Comparison.SHOWN)
            })
    void answersEveryTime(CheckTarget target, Recorder recorder) {
        SmokeSoak soak = SmokeSoak.of(target);
        soak.of(target.node()).forEach((path, count) -> {
            String place = "smoke[" + path + "]";
            recorder.value(place + ".requests", count.requests());
            recorder.value(place + ".errors", count.errors());
            recorder.value(place + ".errorKinds", count.kinds());
            if (count.errors() < count.requests()) {
                recorder.value(place + ".status", count.statuses());
                recorder.value(place + ".body-class", count.shapes());
            } else {
                fail(target.node(), path, place, count, recorder);
            }
        });
        recorder.value("rate.requests", soak.requests(target.node()));
        recorder.value("rate.errors", soak.errors(target.node()));
    }

    private static void fail(String node, String path, String place, SmokeSoak.Count count, Recorder recorder) {
        Fault last = count.lastFault().orElseThrow();
        recorder.fault(
                last.kind(),
                place,
                path + " failed on " + node + " in all " + count.requests() + " answers; the last: " + last.message());
    }

    /** All smoke paths together, since a path alone has too few answers for a rate. */
    static final class SmokePaths implements CaseSource {
        @Override
        public List<Case> cases(Contract contract) {
            return contract.smoke().isEmpty() ? List.of() : List.of(Case.of("traffic", "smoke"));
        }

        @Override
        public String input() {
            return "smoke";
        }

        @Override
        public List<PathRule> rules(Contract contract) {
            return List.of(new PathRule(
                    "rate.*",
                    Comparison.ERROR_RATE,
                    Map.of(
                            "acceptable", Double.toString(contract.errors().acceptable()),
                            "unacceptable", Double.toString(contract.errors().unacceptable()))));
        }
    }
}
