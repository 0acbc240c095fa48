package org.stackparity.suite.client.host;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Predicate;
import org.stackparity.environment.Contract;
import org.stackparity.environment.Endpoint;
import org.stackparity.model.Case;
import org.stackparity.model.Fault;
import org.stackparity.suite.client.host.Sites.Place;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.Recorder;
import org.stackparity.suite.junit.Scope;

/** The contract's dependencies as cases, {@code dependency · kind · host-role}, and where they stand. */
public final class Dependencies {
    /** Connections from a host to each of its dependencies, where their error rate is asked. */
    public static final int SOAK_CONNECTS = HostScript.BATCHES * HostScript.BATCH;

    /** Connections that time the round trip to a dependency. */
    public static final int TIMED_CONNECTS = HostScript.PINGS;

    private static final String SOAK = "NET-02";

    private Dependencies() {}

    /** Whether hosts are soaked with connections in a pass. */
    public static boolean areSoaked(Scope pass) {
        return pass.asked().stream()
                .filter(planned -> planned.check().id().value().equals(SOAK))
                .flatMap(planned -> planned.cases().stream())
                .anyMatch(planned -> planned.subject().find("dependency").isPresent());
    }

    /** A case for each dependency that is wanted, in the order of the contract. */
    public static List<Case> cases(Contract contract, Predicate<Contract.Dependency> wanted) {
        return contract.dependencies().stream()
                .filter(wanted)
                .map(dependency -> Case.of("dependency", dependency.name())
                        .with("kind", dependency.kind())
                        .with("host-role", dependency.hostRole()))
                .toList();
    }

    /** The dependency that a target is asked about. */
    public static Contract.Dependency of(CheckTarget target) {
        Case subject = target.subject();
        return target.contract().dependencies().stream()
                .filter(one -> one.name().equals(subject.get("dependency"))
                        && one.hostRole().equals(subject.get("host-role")))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Records the address of a dependency, and the fault {@code foreign-address} where it stands in the other site, or in
     * neither though it has to stand in its own.
     *
     * @throws NotObservedException if the name does not resolve on the host
     */
    public static void recordAddress(
            CheckTarget target, boolean hasToBeLocal, EndpointFacts endpoint, Recorder recorder) {
        recorder.value("address", endpoint.toString());
        if (endpoint.addresses().isEmpty()) {
            throw new NotObservedException(
                    "The name [" + endpoint.name() + "] does not resolve on the host " + target.node() + ".");
        }
        Sites sites = Sites.of(target.pass());
        String own = target.environment().name();
        for (InetAddress address : endpoint.addresses()) {
            Place place = sites.place(address, endpoint.port());
            String found = "The address of [" + target.subject().get("dependency") + "] on " + target.node() + " of "
                    + own + " is [" + endpoint + "], ";
            if (place == Place.OTHER) {
                recorder.fault(foreign(
                                endpoint,
                                address,
                                found + "which stands in the other site, " + sites.otherName() + "; expected one in "
                                        + own + ".")
                        .with("site", "other"));
            } else if (place == Place.ELSEWHERE && hasToBeLocal && !address.isLoopbackAddress()) {
                recorder.fault(foreign(
                                endpoint,
                                address,
                                found + "which is in the networks of neither site; expected one in " + own + ".")
                        .with("site", "neither"));
            }
        }
    }

    private static Fault foreign(EndpointFacts endpoint, InetAddress address, String message) {
        return new Fault("foreign-address", "address", message)
                .with("endpoint", endpoint.toString())
                .with("address", new Endpoint(address.getHostAddress(), endpoint.port()).toString());
    }
}
