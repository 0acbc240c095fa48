package org.stackparity.suite.client.host;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.stackparity.environment.Network;

/**
 * Where a host's setting leads.
 *
 * @param name host name or IP address as written
 * @param addresses what it resolves to on that host; empty if it does not resolve there
 */
public record EndpointFacts(String name, int port, List<InetAddress> addresses) {
    public EndpointFacts {
        addresses = List.copyOf(addresses);
    }

    static EndpointFacts parse(String text) {
        String name = "";
        int port = 0;
        List<InetAddress> addresses = new ArrayList<>();
        for (String line : text.split("\n")) {
            if (line.startsWith("host ")) {
                name = line.substring("host ".length());
            } else if (line.matches("port \\d{1,5}")) {
                port = Integer.parseInt(line.substring("port ".length()));
            } else if (line.startsWith("ip ")) {
                Network.findAddress(line.substring("ip ".length())).ifPresent(addresses::add);
            }
        }
        return new EndpointFacts(name, port, addresses);
    }

    @Override
    public String toString() {
        return (name.indexOf(':') < 0 ? name : "[" + name + "]") + ":" + port;
    }
}
