package org.stackparity.run;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.stackparity.environment.Environment;

/**
 * Every address that an environment is asked at, as {@code host:port}; the ports tell two stacks on one machine apart.
 * Where the web is asked directly, the addresses behind a name stand beside it, since one node may have many names. The
 * customers' host name is left as it is: two stacks may stand behind one content delivery network.
 */
final class Addresses {
    private Addresses() {}

    static SortedSet<String> of(Environment environment) {
        SortedSet<String> addresses = new TreeSet<>();
        URI url = URI.create(environment.web().url());
        int urlPort = url.getPort() > 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
        environment
                .web()
                .nodes()
                .forEach(node -> add(addresses, node.address(), node.port().orElse(urlPort)));
        environment
                .web()
                .connectTo()
                .ifPresentOrElse(
                        to -> addConnectTo(addresses, to, urlPort), () -> addresses.add(url.getHost() + ":" + urlPort));
        int sshPort = environment.ssh().map(Environment.Ssh::port).orElse(22);
        environment
                .hosts()
                .forEach(
                        host -> addresses.add(host.address() + ":" + host.port().orElse(sshPort)));
        return addresses;
    }

    /** A host or an address, with a port or not; an IPv6 address with a port stands in brackets. */
    private static void addConnectTo(SortedSet<String> addresses, String to, int urlPort) {
        int colon = to.lastIndexOf(':');
        boolean hasPort = colon > 0 && (to.indexOf(':') == colon || to.charAt(colon - 1) == ']');
        String host = (hasPort ? to.substring(0, colon) : to).replaceAll("[\\[\\]]", "");
        add(addresses, host, hasPort ? Integer.parseInt(to.substring(colon + 1)) : urlPort);
    }

    private static void add(SortedSet<String> addresses, String host, int port) {
        addresses.add(host + ":" + port);
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                addresses.add(address.getHostAddress() + ":" + port);
            }
        } catch (UnknownHostException e) {
            // Asking it says so; here its name has to do.
            return;
        }
    }
}
