package org.stackparity.suite.latency;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.Isolated;
import org.stackparity.environment.Contract;
import org.stackparity.model.Case;
import org.stackparity.model.Comparison;
import org.stackparity.model.Family;
import org.stackparity.model.Fault;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.TimedHttp;
import org.stackparity.suite.client.host.ConnectFacts;
import org.stackparity.suite.client.host.Dependencies;
import org.stackparity.suite.client.host.EndpointFacts;
import org.stackparity.suite.client.host.HostFacts;
import org.stackparity.suite.client.host.Hosts;
import org.stackparity.suite.junit.CaseSource;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.Early;
import org.stackparity.suite.junit.Load;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParityCheck.Asked;
import org.stackparity.suite.junit.ParityCheck.Rule;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;
import org.stackparity.suite.junit.Scope;

/** What a page waits for, its database and its sessions, is near. Measured from inside each host, when it is at rest. */
@ParitySuite
@Isolated("nothing else may load the hosts while they are timed")
@Order(Integer.MAX_VALUE - 3)
@Early(value = DependencyDistanceParity.RoundTrips.class, atItsTurn = true)
class DependencyDistanceParity {

    @ParityCheck(
            id = "LAT-02",
            name = "latency.dependency-distance",
            promise = "No page waits for a server that is far away.",
            family = Family.LATENCY,
            severity = Severity.BLOCKER,
            deterministic = true,
            once = true,
            cases = All.class,
            of = Asked.WHERE_THE_CASE_SAYS,
            rules = @Rule(paths = "*", comparison = Comparison.SHOWN))
    void dependencyIsNear(CheckTarget target, Recorder recorder) {
        Contract.Dependency dependency = Dependencies.of(target);
        HostFacts host = Hosts.atRest(target.pass()).facts(target.node());
        EndpointFacts endpoint = host.endpoint(dependency);
        Dependencies.recordAddress(target, dependency.local(), endpoint, recorder);
        ConnectFacts connects = host.connects(dependency);
        recorder.value("resolution.millis", Double.toString(connects.resolutionMillis()));
        recorder.value("rtt.basis", connects.probe().equals("none") ? "connect" : "first reply");
        recorder.value("rtt.failed", connects.failedPings());
        List<Double> sorted = connects.roundTripMillis().stream().sorted().toList();
        if (sorted.isEmpty()) {
            recorder.fault(
                    "unreachable",
                    "rtt",
                    "The server of [" + dependency.name() + "] at [" + endpoint + "] took none of "
                            + connects.failedPings() + " connections from " + target.node() + ".");
            return;
        }
        double fastest = sorted.get(0);
        double median = sorted.get(sorted.size() / 2);
        recorder.value("rtt.millis", TimedHttp.decimal(median));
        recorder.value("rtt.fastest.millis", TimedHttp.decimal(fastest));
        // Distance lengthens every round trip; a busy machine lengthens some of them, and is not what is asked here.
        recorder.require(
                fastest <= dependency.budget().toNanos() / 1e6,
                () -> new Fault(
                                "over-budget",
                                "rtt",
                                "A round trip from " + target.node() + " to [" + dependency.name() + "] at ["
                                        + endpoint + "] takes " + TimedHttp.decimal(fastest) + " ms at best and "
                                        + TimedHttp.decimal(median) + " ms in the median of " + sorted.size()
                                        + "; expected at most "
                                        + dependency.budget().toMillis() + " ms.")
                        .with("roundTripMillis", TimedHttp.decimal(fastest)));
    }

    /** Lets the hosts of both stacks time their round trips at the same time. */
    static final class RoundTrips implements Early.Start {
        @Override
        public void begin(Scope pass) {
            Hosts.atRest(pass);
        }
    }

    /** Every dependency of the contract. */
    static final class All implements CaseSource {
        @Override
        public List<Case> cases(Contract contract) {
            return Dependencies.cases(contract, dependency -> true);
        }

        @Override
        public Optional<Load> load(Contract contract, Case subject) {
            return Optional.of(Load.ofConnects(Dependencies.TIMED_CONNECTS));
        }

        @Override
        public String input() {
            return "dependencies";
        }
    }
}
