package org.stackparity.suite.client.host;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A range of IPv4 or IPv6 addresses in CIDR form (RFC 4632); contains addresses of its own kind only. */
record Network(InetAddress base, int prefix) {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** Parses a range like {@code 10.1.0.0/16}, or a single address. */
    static Network parse(String cidr) {
        int slash = cidr.indexOf('/');
        InetAddress base = literal(slash < 0 ? cidr : cidr.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException(
                        "The network is [" + cidr + "]; expected a range like 10.1.0.0/16."));
        return new Network(base, slash < 0 ? bits(base) : Integer.parseInt(cidr.substring(slash + 1)));
    }

    /** The address that a text spells; empty for a host name, since DNS is never asked here. */
    static Optional<InetAddress> literal(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress address) {
        byte[] range = base.getAddress();
        byte[] one = address.getAddress();
        if (range.length != one.length || prefix > bits(base)) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((range[bit / 8] & mask) != (one[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static int bits(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }

    @Override
    public String toString() {
        return base.getHostAddress() + "/" + prefix;
    }
}
