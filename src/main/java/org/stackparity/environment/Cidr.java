package org.stackparity.environment;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of IP addresses (RFC 4632, RFC 4291).
 *
 * @param bits 32 or 128
 */
record Cidr(BigInteger first, BigInteger last, int bits) {
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
    private static final Pattern FORM = Pattern.compile("(?:(?<four>(" + OCTET + "\\.){3}" + OCTET
            + ")|(?<six>[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*))/" + "(?<prefix>[0-9]{1,3})");

    /** The range that a text like {@code 10.1.0.0/16} names; empty if it names none. Never asks DNS. */
    static Optional<Cidr> find(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String four = matcher.group("four");
        // only an IPv6 literal may stand in brackets, so that neither form can be taken for a host name
        return address(four != null ? four : "[" + matcher.group("six") + "]")
                .flatMap(address -> of(address, Integer.parseInt(matcher.group("prefix"))));
    }

    private static Optional<byte[]> address(String literal) {
        try {
            return Optional.of(InetAddress.getByName(literal).getAddress());
        } catch (UnknownHostException exception) {
            return Optional.empty();
        }
    }

    private static Optional<Cidr> of(byte[] address, int prefix) {
        int bits = address.length * Byte.SIZE;
        if (prefix > bits) {
            return Optional.empty();
        }
        BigInteger hosts = BigInteger.ONE.shiftLeft(bits - prefix).subtract(BigInteger.ONE);
        BigInteger first = new BigInteger(1, address).andNot(hosts);
        return Optional.of(new Cidr(first, first.add(hosts), bits));
    }

    boolean overlaps(Cidr other) {
        return bits == other.bits && first.compareTo(other.last) <= 0 && other.first.compareTo(last) <= 0;
    }
}
