package org.stackparity.suite.network;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.Isolated;
import org.stackparity.environment.Contract;
import org.stackparity.model.Case;
import org.stackparity.model.Comparison;
import org.stackparity.model.Family;
import org.stackparity.model.PathRule;
import org.stackparity.model.Safety;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.Tally;
import org.stackparity.suite.client.host.ConnectFacts;
import org.stackparity.suite.client.host.Dependencies;
import org.stackparity.suite.client.host.HostFacts;
import org.stackparity.suite.client.host.Hosts;
import org.stackparity.suite.client.host.HostsEarly;
import org.stackparity.suite.junit.CaseSource;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.Early;
import org.stackparity.suite.junit.Load;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParityCheck.Asked;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;
import org.stackparity.suite.junit.Scope;

/**
 * Requests and connections fail no more often than the contract accepts. Comes last in a pass, since every request that
 * any check sent to a node or to the entrance is a sample.
 */
@ParitySuite
@Early(HostsEarly.class)
@Isolated("it counts what all others have sent")
@Order(Integer.MAX_VALUE)
class ErrorRateParity {
    private static final String ID = "NET-02";

    @ParityCheck(
            id = ID,
            name = "network.error-rate",
            promise = "Hardly any request fails, also where a link fails only now and then.",
            family = Family.NETWORK,
            severity = Severity.BLOCKER,
            safety = Safety.S1,
            cases = Links.class,
            countsAllRequests = true,
            of = Asked.WHERE_THE_CASE_SAYS)
    void errorsAreRare(CheckTarget target, Recorder recorder) {
        boolean first = target.pass().shared(Counted.class, Counted::new).add(target);
        if (isOfRequests(target.subject())) {
            if (first && isOpen(target)) {
                EnoughTraffic.send(target);
            }
            Tally.Count count = Tally.of(target.pass()).drain(target.node());
            record(count.requests(), count.errors(), count.occasions(), count.kinds(), recorder);
            Tally.takeDownFailing(count.asks(), recorder);
            return;
        }
        Contract.Dependency dependency = Dependencies.of(target);
        HostFacts host = Hosts.facts(target);
        recorder.value("address", host.endpoint(dependency).toString());
        ConnectFacts connects = host.connects(dependency);
        if (connects.speaksFirst()) {
            throw new NotObservedException("The server of [" + dependency.name() + "] greets whoever connects. Servers"
                    + " that do so may lock a host out for unfinished logins (MySQL: max_connect_errors), so it was"
                    + " not soaked with connections. Say soak: false of it in contract.yaml.");
        }
        recorder.value("soak", connects.cutOff() ? "out of time" : "whole");
        long errors =
                connects.errors().values().stream().mapToLong(Long::longValue).sum();
        record(first ? connects.connects() : 0, first ? errors : 0, connects.occasions(), connects.errors(), recorder);
    }

    /** Whether a case is of the requests that the run sent, and not of connections to a dependency. */
    private static boolean isOfRequests(Case subject) {
        return subject.find("dependency").isEmpty();
    }

    /** Whether the rate itself is asked for in this pass; otherwise what the others sent is counted, and no more sent. */
    private static boolean isOpen(CheckTarget target) {
        return target.pass().asked().stream()
                .filter(planned -> planned.check().id().value().equals(ID))
                .flatMap(planned -> planned.cases().stream())
                .anyMatch(planned -> planned.subject().equals(target.subject()));
    }

    private static void record(
            long requests, long errors, int occasions, SortedMap<String, Long> kinds, Recorder recorder) {
        recorder.value("rate.requests", requests);
        recorder.value("rate.errors", errors);
        if (errors > 0) {
            recorder.value("rate.occasions", occasions);
        }
        recorder.value(
                "error-kinds",
                errors == 0
                        ? "none"
                        : kinds.entrySet().stream()
                                .map(kind -> kind.getKey() + " " + kind.getValue())
                                .collect(Collectors.joining(", ")));
    }

    /** What an earlier round of the pass has taken down: a soak is counted once, and traffic is sent once. */
    private static final class Counted {
        private final Set<String> seen = new HashSet<>();

        Counted(Scope pass) {
            // One per pass; it needs nothing of it.
        }

        synchronized boolean add(CheckTarget target) {
            return seen.add(target.subject().dimensions() + "|" + target.node());
        }
    }

    /**
     * The requests of the run to each web node and to the entrance, and the connections from each host to each of its
     * dependencies.
     */
    static final class Links implements CaseSource {
        @Override
        public List<Case> cases(Contract contract) {
            List<Case> cases = new ArrayList<>();
            cases.add(Case.of("traffic", Tally.REQUESTS));
            if (!contract.pathsOfTheEntrance().isEmpty()) {
                cases.add(Case.of("entrance", Tally.REQUESTS));
            }
            cases.addAll(Dependencies.cases(contract, Contract.Dependency::soak));
            return cases;
        }

        @Override
        public boolean isCounting(Case subject) {
            return isOfRequests(subject);
        }

        @Override
        public String input() {
            return "anything to ask";
        }

        @Override
        public Optional<Load> load(Contract contract, Case subject) {
            return Optional.of(
                    isOfRequests(subject)
                            ? Load.ofRequests(Tally.ENOUGH_OF_A_ROUND)
                            : Load.ofConnects(Dependencies.SOAK_CONNECTS));
        }

        @Override
        public List<PathRule> rules(Contract contract) {
            Contract.ErrorRates errors = contract.errors();
            return List.of(
                    new PathRule(
                            "rate.*",
                            Comparison.ERROR_RATE,
                            Map.of(
                                    "acceptable",
                                    BigDecimal.valueOf(errors.acceptable()).toPlainString(),
                                    "unacceptable",
                                    BigDecimal.valueOf(errors.unacceptable()).toPlainString())),
                    PathRule.of("*", Comparison.SHOWN));
        }
    }
}
