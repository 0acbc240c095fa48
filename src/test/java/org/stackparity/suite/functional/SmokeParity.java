package org.stackparity.suite.functional;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stackparity.environment.Contract;
import org.stackparity.model.Case;
import org.stackparity.model.Comparison;
import org.stackparity.model.Family;
import org.stackparity.model.Fault;
import org.stackparity.model.PathRule;
import org.stackparity.model.Safety;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.Tally;
import org.stackparity.suite.junit.CaseSource;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.Load;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParityCheck.Asked;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/**
 * Every entry point answers, and does so again and again. A status from 400 on is an error, unless the contract declares it for
 * the path.
 */
@ParitySuite
final class SmokeParity {
    /** The case that all paths together are: a path alone has too few answers for a rate. */
    static final String ALL = "all paths";
    /** The rate that so many asks can show (statistics of the design, section 5), if the contract has no larger one. */
    static final double UNACCEPTABLE = 0.02;

    @ParityCheck(
            id = "FUN-02",
            name = "functional.smoke",
            promise = "The stack answers the smoke paths where customers enter and on every node, time after time.",
            family = Family.FUNCTIONAL,
            severity = Severity.BLOCKER,
            safety = Safety.S1,
            cases = SmokePaths.class,
            of = Asked.WHERE_THE_CASE_SAYS,
            rules = {
                @ParityCheck.Rule(paths = "requests", comparison = Comparison.SHOWN),
                @ParityCheck.Rule(paths = "errors", comparison = Comparison.SHOWN),
                @ParityCheck.Rule(paths = "failing[*", comparison = Comparison.SHOWN),
                @ParityCheck.Rule(paths = "errorKinds", comparison = Comparison.SHOWN)
            })
    void answersEveryTime(CheckTarget target, Recorder recorder) {
        String path = path(target.subject());
        SmokeSoak soak = SmokeSoak.of(target);
        if (path.equals(ALL)) {
            SmokeSoak.Count all = soak.of(target.node());
            requireSeen(path, all);
            recorder.value("rate.requests", all.requests());
            recorder.value("rate.errors", all.errors());
            recorder.value("errorKinds", all.kinds());
            Tally.takeDownFailing(soak.asks(target.node()), recorder);
            return;
        }
        SmokeSoak.Count count = soak.of(target.node(), path);
        requireSeen(path, count);
        recorder.value("requests", count.requests());
        recorder.value("errors", count.errors());
        recorder.value("errorKinds", count.kinds());
        if (count.errors() == count.requests()) {
            Fault last = count.lastFault().orElseThrow();
            recorder.fault(
                    last.kind(),
                    "",
                    path + " failed on " + target.node() + " in all " + count.requests() + " answers; the last: "
                            + last.message());
            return;
        }
        recorder.value("status", count.statuses());
        recorder.value("body-class", count.shapes());
    }

    private static String path(Case subject) {
        return subject.find("smoke").orElseGet(() -> subject.get("entrance"));
    }

    private static void requireSeen(String path, SmokeSoak.Count count) {
        if (count.requests() == 0) {
            throw new NotObservedException(path + " was not asked for: the node had failed too slowly and too often.");
        }
        if (count.heldOff() > 0) {
            throw new NotObservedException(path + " was refused in [" + count.heldOff() + "] of [" + count.requests()
                    + "] asks, with " + SmokeSoak.REFUSALS
                    + ": the stack forbids or limits our requests; let the runner"
                    + " through with web.access.headers, or lower web.limits.requests-per-second.");
        }
    }

    /** Each path of the nodes and of the entrance, and all together for the rate. */
    static final class SmokePaths implements CaseSource {
        @Override
        public List<Case> cases(Contract contract) {
            return contract.smoke().isEmpty()
                    ? List.of()
                    : Stream.concat(cases("smoke", contract.smoke()), cases("entrance", contract.pathsOfTheEntrance()))
                            .toList();
        }

        private static Stream<Case> cases(String where, List<String> paths) {
            return paths.isEmpty()
                    ? Stream.of()
                    : Stream.concat(paths.stream(), Stream.of(ALL)).distinct().map(path -> Case.of(where, path));
        }

        @Override
        public String input() {
            return "smoke";
        }

        @Override
        public Optional<Load> load(Contract contract, Case subject) {
            return Optional.of(Load.ofRequests(path(subject).equals(ALL) ? SmokeSoak.asks(contract) : 0));
        }

        @Override
        public List<PathRule> rules(Contract contract) {
            return List.of(new PathRule(
                    "rate.*",
                    Comparison.ERROR_RATE,
                    Map.of(
                            "acceptable",
                            Double.toString(contract.errors().acceptable()),
                            "unacceptable",
                            Double.toString(
                                    Math.max(UNACCEPTABLE, contract.errors().unacceptable())))));
        }
    }
}
