package org.stackparity.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.stackparity.environment.Endpoint;
import org.stackparity.environment.Environment;
import org.stackparity.environment.Environment.Web;

/**
 * Every address that an environment is asked at, as {@code host:port}; the ports tell two stacks on one machine apart.
 * Where the web is asked directly, the addresses behind a name stand beside it, since one node may have many names. The
 * customers' host name is left as it is: two stacks may stand behind one content delivery network.
 */
final class Addresses {
    private Addresses() {}

    /**
     * The addresses of an environment.
     *
     * @param other the stack that it is compared with: where the customers' name of this one leads to what the other calls
     *     its own, as DNS does after a switch, it is the other that would answer, and its address stands here too
     */
    static SortedSet<String> of(Environment environment, Environment other) {
        SortedSet<String> addresses = of(environment);
        if (environment.web().connectTo().isEmpty()) {
            SortedSet<String> behindTheName = new TreeSet<>();
            resolve(environment.web().entrance(), behindTheName);
            behindTheName.retainAll(askedDirectly(other.web()));
            addresses.addAll(behindTheName);
        }
        return addresses;
    }

    static SortedSet<String> of(Environment environment) {
        Web web = environment.web();
        SortedSet<String> addresses = new TreeSet<>();
        environment.endpoints().forEach(endpoint -> addresses.add(endpoint.toString()));
        addresses.addAll(askedDirectly(web));
        return addresses;
    }

    private static SortedSet<String> askedDirectly(Web web) {
        SortedSet<String> addresses = new TreeSet<>();
        Stream.concat(web.connectTo().stream(), web.nodes().stream().map(web::endpointOf))
                .forEach(endpoint -> resolve(endpoint, addresses));
        return addresses;
    }

    private static void resolve(Endpoint endpoint, SortedSet<String> addresses) {
        try {
            for (InetAddress address : InetAddress.getAllByName(endpoint.host())) {
                addresses.add(new Endpoint(address.getHostAddress(), endpoint.port()).toString());
            }
        } catch (UnknownHostException e) {
            // Asking it says so; here its name has to do.
            return;
        }
    }
}
