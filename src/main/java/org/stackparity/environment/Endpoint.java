package org.stackparity.environment;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Where something listens.
 *
 * @param host a host name or an IP address, as written in a pair's file; an IPv6 address has no brackets here
 */
public record Endpoint(String host, int port) {

    /** Parses {@code host}, {@code host:port}, {@code [address]} or {@code [address]:port}. */
    public static Endpoint parse(String text, int defaultPort) {
        int colon = text.lastIndexOf(':');
        boolean hasPort = colon > 0 && (text.indexOf(':') == colon || text.charAt(colon - 1) == ']');
        String host = hasPort ? text.substring(0, colon) : text;
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        return new Endpoint(host, hasPort ? Integer.parseInt(text.substring(colon + 1)) : defaultPort);
    }

    /** The IP address that the host spells; empty for a host name. Never asks DNS. */
    public Optional<InetAddress> address() {
        return Network.findAddress(host);
    }

    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
