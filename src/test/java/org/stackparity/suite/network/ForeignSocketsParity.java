package org.stackparity.suite.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.stackparity.environment.Contract;
import org.stackparity.model.Case;
import org.stackparity.model.Comparison;
import org.stackparity.model.Family;
import org.stackparity.model.Fault;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.host.HostFacts;
import org.stackparity.suite.client.host.Hosts;
import org.stackparity.suite.client.host.HostsEarly;
import org.stackparity.suite.client.host.RemoteSocket;
import org.stackparity.suite.client.host.Sites;
import org.stackparity.suite.client.host.Sites.Place;
import org.stackparity.suite.junit.CaseSource;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.Early;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParityCheck.Asked;
import org.stackparity.suite.junit.ParityCheck.Rule;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/**
 * No process of a site holds a connection into the other site, which would be slow while both live and broken when one
 * dies. A connection that lives shorter than the pauses between the looks may be missed.
 */
@ParitySuite
@Early(HostsEarly.class)
class ForeignSocketsParity {

    @ParityCheck(
            id = "NET-10",
            name = "network.foreign-sockets",
            promise = "Each stack works when the other data centre is gone.",
            family = Family.NETWORK,
            severity = Severity.BLOCKER,
            deterministic = true,
            once = true,
            cases = RolesWithProcesses.class,
            of = Asked.WHERE_THE_CASE_SAYS,
            rules = @Rule(paths = "*", comparison = Comparison.SHOWN))
    void noSocketLeadsIntoTheOtherSite(CheckTarget target, Recorder recorder) {
        Sites sites = Sites.of(target.pass()).requireNetworks();
        HostFacts host = Hosts.facts(target);
        Set<RemoteSocket> outbound = new TreeSet<>();
        for (Contract.ProcessRef process : target.contract().processes()) {
            if (process.hostRole().equals(target.subject().get("host-role"))) {
                outbound.addAll(host.sockets(process));
            }
        }
        // What the other site connects to is the other site's fault, and found there.
        outbound.removeIf(RemoteSocket::inbound);
        recorder.value("sockets", outbound.size());
        recorder.value("machine", host.machine());
        for (RemoteSocket socket : outbound) {
            if (sites.place(socket.address(), socket.port()) == Place.OTHER) {
                recorder.fault(new Fault(
                                "socket-into-other-site",
                                "socket[" + socket + "]",
                                "A process of " + target.node() + " of "
                                        + target.environment().name()
                                        + " is connected to [" + socket + "], which stands in the other site, "
                                        + sites.otherName() + ".")
                        .with("address", socket.toString()));
            }
        }
    }

    /** One case per host role that has a process in the contract. */
    static final class RolesWithProcesses implements CaseSource {
        @Override
        public List<Case> cases(Contract contract) {
            List<Case> cases = new ArrayList<>();
            contract.processes().stream()
                    .map(Contract.ProcessRef::hostRole)
                    .distinct()
                    .forEach(role -> cases.add(Case.of("host-role", role)));
            return cases;
        }

        @Override
        public String input() {
            return "processes";
        }
    }
}
