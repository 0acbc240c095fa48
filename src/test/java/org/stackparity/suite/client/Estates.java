package org.stackparity.suite.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.stackparity.environment.Environment;
import org.stackparity.suite.junit.Scope;

/** Tells whose a host name or address is: the own stack's, the other stack's or nobody's. */
public final class Estates {
    private static final Pattern LABELS = Pattern.compile("[.-]");
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
        if (own.networks.stream().anyMatch(network -> network.contains(host))) {
            return Owner.OWN;
        }
        if (other.networks.stream().anyMatch(network -> network.contains(host))) {
            return Owner.OTHER;
        }
        return namedAfter(host);
    }

    /** A host like {@code web1.arizona.internal} belongs to the environment whose name is one of its parts. */
    private Owner namedAfter(String host) {
        List<String> labels = Arrays.asList(LABELS.split(host));
        if (labels.contains(own.name)) {
            return Owner.OWN;
        }
        return labels.contains(other.name) ? Owner.OTHER : Owner.NOBODY;
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
            String name, Set<Endpoint> endpoints, Set<String> hosts, List<Network> networks, Set<String> nodeNames) {

        static Estate of(Environment environment) {
            HttpUrl url = HttpUrl.get(environment.web().url());
            Set<Endpoint> endpoints = new HashSet<>();
            endpoints.add(new Endpoint(url.host(), url.port()));
            environment.web().connectTo().ifPresent(to -> endpoints.add(Endpoint.parse(to, url.port())));
            Set<String> names = new HashSet<>();
            environment.web().nodes().forEach(node -> {
                endpoints.add(new Endpoint(node.address(), node.port().orElse(url.port())));
                names.add(node.name());
            });
            Set<String> hosts = new HashSet<>();
            endpoints.forEach(endpoint -> hosts.add(endpoint.host().toLowerCase(Locale.ROOT)));
            environment.hosts().forEach(host -> {
                hosts.add(host.address().toLowerCase(Locale.ROOT));
                names.add(host.name());
            });
            List<Network> networks = new ArrayList<>();
            environment.networks().forEach(cidr -> networks.add(Network.parse(cidr)));
            return new Estate(environment.name().toLowerCase(Locale.ROOT), endpoints, hosts, networks, names);
        }
    }

    /** An IPv4 range; any other range contains nothing here. */
    private record Network(long base, int prefix) {
        private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

        static Network parse(String cidr) {
            int slash = cidr.indexOf('/');
            String address = slash < 0 ? cidr : cidr.substring(0, slash);
            return new Network(number(address), slash < 0 ? 32 : Integer.parseInt(cidr.substring(slash + 1)));
        }

        boolean contains(String address) {
            long number = number(address);
            return number >= 0 && base >= 0 && prefix <= 32 && number >> (32 - prefix) == base >> (32 - prefix);
        }

        /** The address as a number; -1 for anything that is no IPv4 address. */
        private static long number(String address) {
            Matcher matcher = IPV4.matcher(address);
            if (!matcher.matches()) {
                return -1;
            }
            long number = 0;
            for (int group = 1; group <= 4; group++) {
                int octet = Integer.parseInt(matcher.group(group));
                if (octet > 255) {
                    return -1;
                }
                number = number << 8 | octet;
            }
            return number;
        }
    }
}
