package org.stackparity.environment;

import inet.ipaddr.AddressStringParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What belongs to one site: a range of IP addresses (RFC 4632, RFC 4291), or a range of ports at one address where both
 * sites stand behind it. Contains addresses of its own kind only. Never asks DNS.
 */
public final class Network {
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern PORTS =
            Pattern.compile("(?<address>[^\\[\\]:]+|\\[[^\\[\\]]+]):(?<first>[0-9]{1,5})-(?<last>[0-9]{1,5})");
    /** Plain addresses and prefixes only: no wildcards, no address that is short for another, no empty text. */
    private static final IPAddressStringParameters PLAIN = new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowSingleSegment(false)
            .allowWildcardedSeparator(false)
            .allowMask(false)
            .allowPrefixOnly(false)
            .setRangeOptions(AddressStringParameters.RangeParameters.NO_RANGE)
            .getIPv4AddressParametersBuilder()
            .allow_inet_aton(false)
            .allowLeadingZeros(false)
            .getParentBuilder()
            .getIPv6AddressParametersBuilder()
            .allowZone(false)
            .allowBase85(false)
            .getParentBuilder()
            .toParams();

    private static final IPAddressNetwork.IPAddressGenerator ADDRESSES = new IPAddressNetwork.IPAddressGenerator();

    private final String text;
    private final IPAddress range;
    private final int firstPort;
    private final int lastPort;

    private Network(String text, IPAddress range, int firstPort, int lastPort) {
        this.text = text;
        this.range = range;
        this.firstPort = firstPort;
        this.lastPort = lastPort;
    }

    /**
     * The network that a text like {@code 10.1.0.0/16}, {@code 2001:db8::/32}, {@code 192.0.2.7:8000-8099} or
     * {@code [2001:db8::7]:8000-8099} names; empty if it names none.
     */
    public static Optional<Network> find(String text) {
        Matcher ports = PORTS.matcher(text);
        if (ports.matches()) {
            int first = Integer.parseInt(ports.group("first"));
            int last = Integer.parseInt(ports.group("last"));
            String address = ports.group("address").replaceAll("[\\[\\]]", "");
            return parsed(address)
                    .filter(range -> !range.isPrefixed() && first <= last && last <= HIGHEST_PORT)
                    .map(range -> new Network(text, range, first, last));
        }
        return parsed(text)
                .filter(IPAddress::isPrefixed)
                .map(range -> new Network(text, range.toPrefixBlock(), 0, HIGHEST_PORT));
    }

    /** The address that a text spells, like {@code 10.1.0.11} or {@code 2001:db8::7}; empty for a host name. */
    public static Optional<InetAddress> findAddress(String text) {
        return parsed(text).filter(address -> !address.isPrefixed()).map(IPAddress::toInetAddress);
    }

    private static Optional<IPAddress> parsed(String text) {
        return Optional.ofNullable(new IPAddressString(text, PLAIN).getAddress());
    }

    /**
     * Whether an address and a port at it belong to the network.
     *
     * @param port 0 where it is not known: a range of ports does not have it then
     */
    public boolean contains(InetAddress address, int port) {
        return firstPort <= port && port <= lastPort && range.contains(ADDRESSES.from(address));
    }

    /** Whether something may belong to both. */
    boolean overlaps(Network other) {
        return range.getIPVersion() == other.range.getIPVersion()
                && range.intersect(other.range) != null
                && firstPort <= other.lastPort
                && other.firstPort <= lastPort;
    }

    /** As it is written in the environment's file. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Network network && text.equals(network.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
