package org.stackparity.suite.client.host;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stackparity.environment.Environment;
import org.stackparity.environment.Network;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.Scope;

/**
 * Tells in which site an address stands: by the networks that the environments declare, then by the addresses of their
 * nodes and hosts. DNS is never asked.
 */
public final class Sites {
    private final Site own;
    private final Site other;

    private Sites(Site own, Site other) {
        this.own = own;
        this.other = other;
    }

    /** The sites as a scope's environment sees them. */
    public static Sites of(Scope scope) {
        return of(scope.environment(), scope.otherEnvironment());
    }

    static Sites of(Environment own, Environment other) {
        return new Sites(Site.of(own), Site.of(other));
    }

    /** Where an address stands. */
    public enum Place {
        OWN,
        OTHER,
        /** Neither site claims it; on the same machine, somewhere else, or not declared. */
        ELSEWHERE
    }

    /** The name of the other environment. */
    public String otherName() {
        return other.name;
    }

    /** Where the address stands; a port tells the sites apart where both stand on one address. */
    public Place place(InetAddress address, int port) {
        boolean inOwn = own.hasInNetworks(address, port);
        boolean inOther = other.hasInNetworks(address, port);
        if (inOwn != inOther) {
            return inOwn ? Place.OWN : Place.OTHER;
        }
        Peer peer = new Peer(address, port);
        if (own.peers.contains(peer)) {
            return Place.OWN;
        }
        if (other.peers.contains(peer)) {
            return Place.OTHER;
        }
        boolean ownAddress = inOwn || own.hasAddress(address);
        boolean otherAddress = inOther || other.hasAddress(address);
        if (ownAddress == otherAddress) {
            return ownAddress ? Place.OWN : Place.ELSEWHERE;
        }
        return ownAddress ? Place.OWN : Place.OTHER;
    }

    /**
     * Says that something must be judged by networks.
     *
     * @throws NotObservedException if an environment declares none
     */
    public Sites requireNetworks() {
        for (Site site : List.of(own, other)) {
            if (site.networks.isEmpty()) {
                throw new NotObservedException(
                        "The environment [" + site.name
                                + "] declares no networks, so that no address can be told to be its own; add networks: [10.1.0.0/16] or the like.");
            }
        }
        return this;
    }

    private record Peer(InetAddress address, int port) {}

    private record Site(String name, List<Network> networks, Set<Peer> peers) {

        static Site of(Environment environment) {
            Set<Peer> peers = new HashSet<>();
            environment
                    .endpoints()
                    .forEach(endpoint ->
                            endpoint.address().ifPresent(address -> peers.add(new Peer(address, endpoint.port()))));
            return new Site(environment.name(), environment.networks(), peers);
        }

        boolean hasInNetworks(InetAddress address, int port) {
            return networks.stream().anyMatch(network -> network.contains(address, port));
        }

        boolean hasAddress(InetAddress address) {
            return peers.stream().anyMatch(peer -> peer.address().equals(address));
        }
    }
}
