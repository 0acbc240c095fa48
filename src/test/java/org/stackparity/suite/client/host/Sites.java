package org.stackparity.suite.client.host;

import java.net.InetAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stackparity.environment.Environment;
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
        boolean inOwn = own.hasInNetworks(address);
        boolean inOther = other.hasInNetworks(address);
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
                                + "] declares no networks, so that no address can be told to be its own; add networks: [CIDR].");
            }
        }
        return this;
    }

    private record Peer(InetAddress address, int port) {}

    private record Site(String name, List<Network> networks, Set<Peer> peers) {

        static Site of(Environment environment) {
            Set<Peer> peers = new HashSet<>();
            URI url = URI.create(environment.web().url());
            int port = url.getPort() >= 0 ? url.getPort() : url.getScheme().equals("https") ? 443 : 80;
            environment
                    .web()
                    .nodes()
                    .forEach(node -> add(
                            peers, Network.literal(node.address()), node.port().orElse(port)));
            environment.web().connectTo().ifPresent(to -> {
                int colon = to.lastIndexOf(':');
                boolean hasPort = colon > 0 && (to.indexOf(':') == colon || to.charAt(colon - 1) == ']');
                String host = (hasPort ? to.substring(0, colon) : to).replaceAll("[\\[\\]]", "");
                add(peers, Network.literal(host), hasPort ? Integer.parseInt(to.substring(colon + 1)) : port);
            });
            int ssh = environment.ssh().map(Environment.Ssh::port).orElse(0);
            environment
                    .hosts()
                    .forEach(host -> add(
                            peers, Network.literal(host.address()), host.port().orElse(ssh)));
            return new Site(
                    environment.name(),
                    environment.networks().stream().map(Network::parse).toList(),
                    peers);
        }

        private static void add(Set<Peer> peers, Optional<InetAddress> address, int port) {
            address.ifPresent(found -> peers.add(new Peer(found, port)));
        }

        boolean hasInNetworks(InetAddress address) {
            return networks.stream().anyMatch(network -> network.contains(address));
        }

        boolean hasAddress(InetAddress address) {
            return peers.stream().anyMatch(peer -> peer.address().equals(address));
        }
    }
}
