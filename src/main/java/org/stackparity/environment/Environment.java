package org.stackparity.environment;

import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stackparity.model.Role;
import org.stackparity.model.State;

/**
 * One stack: how to reach it, and the state that it is meant to be in.
 *
 * @param networks what belongs to this site; a socket into the other site's is a finding
 * @param hosts what can be asked from inside; empty where nothing can
 * @param colocated true where this stack may share a machine with the other
 */
public record Environment(
        String name,
        Role role,
        Web web,
        List<Network> networks,
        List<Host> hosts,
        Optional<Ssh> ssh,
        Optional<List<String>> shellCommand,
        Standby standby,
        boolean colocated) {
    public Environment {
        networks = List.copyOf(networks);
        hosts = List.copyOf(hosts);
        shellCommand = shellCommand.map(List::copyOf);
    }

    /** The same stack in a role. */
    Environment as(Role otherRole) {
        return new Environment(name, otherRole, web, networks, hosts, ssh, shellCommand, standby, colocated);
    }

    /** The same with half of the limits, for two that ask one stack. */
    Environment gently() {
        return new Environment(
                name, role, web.within(web.limits().half()), networks, hosts, ssh, shellCommand, standby, colocated);
    }

    /** The hosts that play a role, in the order of the file; may be empty. */
    public List<Host> hostsOf(String hostRole) {
        return hosts.stream().filter(host -> host.roles().contains(hostRole)).toList();
    }

    public Optional<Host> findHost(String hostName) {
        return hosts.stream().filter(host -> host.name().equals(hostName)).findFirst();
    }

    /** Where the environment is asked: where customers enter, then its web nodes, then its hosts; each once. */
    public List<Endpoint> endpoints() {
        return Stream.of(
                        Stream.of(web.entrance()),
                        web.nodes().stream().map(web::endpointOf),
                        hosts.stream().map(this::shellOf))
                .flatMap(endpoints -> endpoints)
                .distinct()
                .toList();
    }

    /** Where a host's SSH server listens. */
    public Endpoint shellOf(Host host) {
        return new Endpoint(
                host.address(), host.port().orElseGet(() -> ssh.map(Ssh::port).orElse(Ssh.DEFAULT_PORT)));
    }

    public boolean isIn(State state) {
        return switch (state) {
            case WRITABLE -> standby.writable();
        };
    }

    /**
     * The web tier.
     *
     * @param url what a customer's browser opens; scheme, host and port, no path
     * @param connectTo asked instead of the url's host, whose name is kept; empty for DNS
     * @param nodes each asked directly; never empty
     * @param trustedCa the certificates that are trusted beside those of Java; empty where no file is named, and where the
     *     pair was read without its secrets
     */
    public record Web(
            String url,
            Optional<Endpoint> connectTo,
            List<Node> nodes,
            Limits limits,
            Map<String, Secret> headers,
            List<X509Certificate> trustedCa) {
        public Web {
            nodes = List.copyOf(nodes);
            headers = Map.copyOf(headers);
            trustedCa = List.copyOf(trustedCa);
        }

        Web within(Limits others) {
            return new Web(url, connectTo, nodes, others, headers, trustedCa);
        }

        /** Where customers enter. */
        public Endpoint entrance() {
            return connectTo.orElseGet(() -> new Endpoint(URI.create(url).getHost(), port()));
        }

        public Endpoint endpointOf(Node node) {
            return new Endpoint(node.address(), node.port().orElseGet(this::port));
        }

        /** The url's port, written or of its scheme. */
        public int port() {
            return port(URI.create(url));
        }

        static int port(URI url) {
            if (url.getPort() >= 0) {
                return url.getPort();
            }
            return "https".equals(url.getScheme()) ? 443 : 80;
        }
    }

    /**
     * A web node.
     *
     * @param address host name or IP address
     * @param port where it listens; empty for the port of the url
     * @param tls false where TLS ends at the load balancer, so that the node speaks plain HTTP although customers use https;
     *     true where it speaks as the url says
     */
    public record Node(String name, String address, Optional<Integer> port, boolean tls) {}

    /** What may be asked of the stack at once and per second. */
    public record Limits(int requestsPerSecond, int connectsPerSecond, int connections) {
        public static final Limits DEFAULT = new Limits(200, 200, 8);

        Limits half() {
            return new Limits(half(requestsPerSecond), half(connectsPerSecond), half(connections));
        }

        private static int half(int limit) {
            return Math.max(1, limit / 2);
        }
    }

    /**
     * A machine that can be asked from inside.
     *
     * @param roles like {@code web} or {@code jobs}; never empty
     * @param port of its SSH server; empty for the default of {@link Ssh}
     */
    public record Host(String name, String address, Optional<Integer> port, List<String> roles) {
        public Host {
            roles = List.copyOf(roles);
        }
    }

    /**
     * How to log in to the hosts.
     *
     * @param key the private key's file
     * @param knownHosts the file with the hosts' keys; an unknown or changed key is refused, always
     * @param jump a host to pass through, as {@code host} or {@code host:port}
     */
    public record Ssh(String user, Path key, Path knownHosts, int port, Optional<String> jump) {
        /** Of SSH servers (RFC 4253, section 4.1). */
        public static final int DEFAULT_PORT = 22;
    }

    /**
     * The state that the site is meant to be in.
     *
     * @param writable whether its database takes writes. It is believed where it does not, since trying to write is not
     *     for a check; where it does, everything that writes to the sandbox tenant fails if it is not true
     * @param armed whether its scheduled jobs run, verified wherever the contract says how a schedule is armed; empty if it
     *     is not declared
     */
    public record Standby(boolean writable, Optional<Boolean> armed) {
        public static final Standby ACTIVE = new Standby(true, Optional.empty());
    }
}
