package org.stackparity.suite.client;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.stackparity.environment.Endpoint;
import org.stackparity.environment.Environment;
import org.stackparity.environment.Network;
import org.stackparity.suite.junit.Scope;

/** Tells whose a host name or address is: the own stack's, the other stack's or nobody's. */
public final class Estates {
    private static final Pattern LABELS = Pattern.compile("[.-]");
    /** Domains that nobody can own in public: RFC 6762, appendix G; RFC 8375; {@code internal} by ICANN in 2024. */
    private static final Pattern PRIVATE_USE =
            Pattern.compile("(.*\\.)?(internal|intranet|private|corp|home|lan|local|localdomain|home\\.arpa)");

    private static final Set<Integer> CUSTOMERS_PORTS = Set.of(0, 80, 443);
    private final Estate own;
    private final Estate other;

    Estates(Environment own, Environment other) {
        this.own = Estate.of(own);
        this.other = Estate.of(other);
    }

    /** The estates as the scope's environment sees them. */
    public static Estates of(Scope scope) {
        return new Estates(scope.environment(), scope.otherEnvironment());
    }

    /** Whose a host is. */
    public enum Owner {
        OWN,
        OTHER,
        NOBODY
    }

    boolean isOwn(String host, int port) {
        return owner(host, port) == Owner.OWN;
    }

    /**
     * Whose the host is. What both stacks have, like the customer's host name, is the own one's; a port decides where
     * both stand on one address.
     *
     * @param port 0 where none is written
     */
    public Owner owner(String hostName, int port) {
        String host = hostName.toLowerCase(Locale.ROOT);
        Endpoint endpoint = new Endpoint(host, port);
        if (own.endpoints.contains(endpoint)) {
            return Owner.OWN;
        }
        if (other.endpoints.contains(endpoint)) {
            return Owner.OTHER;
        }
        if (own.hosts.contains(host)) {
            return Owner.OWN;
        }
        if (other.hosts.contains(host)) {
            return Owner.OTHER;
        }
        if (own.hasInNetworks(endpoint)) {
            return Owner.OWN;
        }
        if (other.hasInNetworks(endpoint)) {
            return Owner.OTHER;
        }
        return namedAfter(host);
    }

    /**
     * A host like {@code web1.arizona.internal} belongs to the environment whose name is one of its parts, if it stands in
     * a domain of that environment or in one for private use. Others may use the same word: {@code eu-assets.cdn.example}
     * is no host of an environment {@code eu}.
     */
    private Owner namedAfter(String host) {
        if (own.isNamedIn(host)) {
            return Owner.OWN;
        }
        return other.isNamedIn(host) ? Owner.OTHER : Owner.NOBODY;
    }

    /**
     * Whether a host is the one that customers of the own stack use, by a port that browsers reach. Nodes, hosts, networks
     * and the entrance of a site are its own as well, but customers reach none of them.
     *
     * @param port 0 where none is written
     */
    boolean isPublic(String hostName, int port) {
        Endpoint customers = own.customers;
        return customers.host().equalsIgnoreCase(hostName)
                && (port == customers.port() || CUSTOMERS_PORTS.contains(port));
    }

    /** The part of a host name that somebody registered, like {@code example.com}; empty for addresses and bare names. */
    private static Optional<String> registered(String host) {
        return Optional.ofNullable(
                new HttpUrl.Builder().scheme("http").host(host).build().topPrivateDomain());
    }

    /** The names of web nodes and hosts of both stacks, so that masking them treats both alike. */
    Set<String> nodeNames() {
        Set<String> names = new HashSet<>(own.nodeNames);
        names.addAll(other.nodeNames);
        return names;
    }

    /** The addresses of both stacks that patterns for host names and IPv4 do not find. */
    Set<String> hosts() {
        Set<String> hosts = new HashSet<>(own.hosts);
        hosts.addAll(other.hosts);
        return hosts;
    }

    private record Estate(
            String name,
            Endpoint customers,
            Set<Endpoint> endpoints,
            Set<String> hosts,
            Set<String> domains,
            List<Network> networks,
            Set<String> nodeNames) {

        static Estate of(Environment environment) {
            HttpUrl url = HttpUrl.get(environment.web().url());
            Set<Endpoint> endpoints = new HashSet<>();
            Endpoint customers = new Endpoint(url.host(), url.port());
            endpoints.add(customers);
            endpoints.add(environment.web().entrance());
            Set<String> names = new HashSet<>();
            environment.web().nodes().forEach(node -> {
                endpoints.add(environment.web().endpointOf(node));
                names.add(node.name());
            });
            Set<String> hosts = new HashSet<>();
            endpoints.forEach(endpoint -> hosts.add(endpoint.host().toLowerCase(Locale.ROOT)));
            environment.hosts().forEach(host -> {
                hosts.add(host.address().toLowerCase(Locale.ROOT));
                names.add(host.name());
            });
            Set<String> domains =
                    hosts.stream().flatMap(host -> registered(host).stream()).collect(Collectors.toSet());
            return new Estate(
                    environment.name().toLowerCase(Locale.ROOT),
                    customers,
                    endpoints,
                    hosts,
                    domains,
                    environment.networks(),
                    names);
        }

        boolean isNamedIn(String host) {
            if (!Arrays.asList(LABELS.split(host)).contains(name)) {
                return false;
            }
            boolean isBare = host.indexOf('.') < 0;
            return isBare
                    || PRIVATE_USE.matcher(host).matches()
                    || registered(host).filter(domains::contains).isPresent();
        }

        boolean hasInNetworks(Endpoint endpoint) {
            return endpoint.address()
                    .filter(address ->
                            networks.stream().anyMatch(network -> network.contains(address, endpoint.port())))
                    .isPresent();
        }
    }
}
