package org.stackparity.suite.session;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.stackparity.environment.Contract;
import org.stackparity.model.Case;
import org.stackparity.model.Comparison;
import org.stackparity.model.Family;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.host.Dependencies;
import org.stackparity.suite.client.host.EndpointFacts;
import org.stackparity.suite.client.host.HostFacts;
import org.stackparity.suite.client.host.Hosts;
import org.stackparity.suite.client.host.HostsEarly;
import org.stackparity.suite.client.host.RemoteSocket;
import org.stackparity.suite.client.host.Sites;
import org.stackparity.suite.junit.CaseSource;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.Early;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParityCheck.Asked;
import org.stackparity.suite.junit.ParityCheck.Rule;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/** Sessions are kept in the own site: a store in the other site is slow, and gone with that site. */
@ParitySuite
@Early(HostsEarly.class)
class SessionStoreSiteParity {

    @ParityCheck(
            id = "SES-04",
            name = "session.store-site",
            promise = "A customer's session does not depend on the other data centre.",
            family = Family.SESSION,
            severity = Severity.BLOCKER,
            deterministic = true,
            once = true,
            cases = SessionStores.class,
            of = Asked.WHERE_THE_CASE_SAYS,
            rules = @Rule(paths = "*", comparison = Comparison.SHOWN))
    void sessionStoreStandsInTheOwnSite(CheckTarget target, Recorder recorder) {
        Sites.of(target.pass()).requireNetworks();
        HostFacts host = Hosts.facts(target);
        EndpointFacts endpoint = host.endpoint(Dependencies.of(target));
        Dependencies.recordAddress(target, true, endpoint, recorder);
        recorder.value("sockets", socketsTo(endpoint, target, host));
    }

    /**
     * How many connections of the host's processes to the store were seen; none proves nothing, since a site may be idle
     * or its processes hidden from the login. What the setting says is what is judged.
     */
    private static String socketsTo(EndpointFacts endpoint, CheckTarget target, HostFacts host) {
        Set<InetAddress> addresses = Set.copyOf(endpoint.addresses());
        try {
            return Long.toString(target.contract().processes().stream()
                    .filter(process ->
                            process.hostRole().equals(target.subject().get("host-role")))
                    .flatMap(process -> host.sockets(process).stream())
                    .filter(socket -> isTo(socket, addresses, endpoint.port()))
                    .count());
        } catch (NotObservedException e) {
            return "not seen";
        }
    }

    private static boolean isTo(RemoteSocket socket, Set<InetAddress> addresses, int port) {
        return !socket.inbound() && socket.port() == port && addresses.contains(socket.address());
    }

    /** The dependencies of the kind {@code sessions}. */
    static final class SessionStores implements CaseSource {
        @Override
        public List<Case> cases(Contract contract) {
            return Dependencies.cases(contract, dependency -> dependency.kind().equals("sessions"));
        }

        @Override
        public String input() {
            return "a dependency of the kind sessions";
        }
    }
}
