package org.stackparity.suite.client.host;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stackparity.suite.junit.NotObservedException;

/**
 * A connection that a process made or took: the far end of it. An IPv4 address that a kernel shows as IPv6
 * ({@code ::ffff:10.0.0.1}) is shown as IPv4.
 *
 * @param inbound true where the process listens on the near end's port, so that the far end made it
 */
public record RemoteSocket(InetAddress address, int port, boolean inbound) implements Comparable<RemoteSocket> {
    private static final Pattern DESCRIPTOR = Pattern.compile("socket:\\[(\\d+)]");
    /** Of /proc/net/tcp (proc(5)): near end, far end, state, and behind five columns the inode. */
    private static final Pattern CONNECTION = Pattern.compile(
            " *\\d+: [0-9A-F]+:([0-9A-F]{4}) ([0-9A-F]+):([0-9A-F]{4}) ([0-9A-F]{2})(?: +\\S+){2} +\\S+ +\\d+ +\\d+ +(\\d+).*");

    private static final String LISTENING = "0A";

    /**
     * The far ends of all samples together, sorted. A row counts where its inode is a descriptor's; one in state 0A tells a
     * port that is listened on.
     *
     * @param text as {@code sockets} of the script prints it: descriptors and rows, each once
     * @throws NotObservedException if the login may not see the process's descriptors, by sudo neither
     */
    static Set<RemoteSocket> parse(String host, String text) {
        if (text.lines().noneMatch(line -> line.startsWith("table tcp"))) {
            throw new NotObservedException("The sockets of the host " + host
                    + " are not known: the login may not read /proc/PID/net/tcp of the process; log in as the process's"
                    + " user.");
        }
        Set<String> inodes = new HashSet<>();
        List<Matcher> connections = new ArrayList<>();
        for (String line : text.split("\n")) {
            if (line.contains("ermission denied")) {
                throw new NotObservedException("The sockets of the host " + host
                        + " cannot be told apart: the login may not read the process's descriptors [" + line.strip()
                        + "], and sudo -n ls -l /proc/PID/fd does not tell them either; " + HostScript.RIGHTS + ".");
            }
            Matcher descriptor = DESCRIPTOR.matcher(line);
            if (descriptor.find()) {
                inodes.add(descriptor.group(1));
                continue;
            }
            Matcher connection = CONNECTION.matcher(line);
            if (connection.matches()) {
                connections.add(connection);
            }
        }
        connections.removeIf(connection -> !inodes.contains(connection.group(5)));
        Set<Integer> listening = new HashSet<>();
        connections.stream()
                .filter(connection -> connection.group(4).equals(LISTENING))
                .forEach(connection -> listening.add(port(connection.group(1))));
        Set<RemoteSocket> sockets = new TreeSet<>();
        for (Matcher connection : connections) {
            if (!connection.group(4).equals(LISTENING)) {
                sockets.add(new RemoteSocket(
                        address(connection.group(2)),
                        port(connection.group(3)),
                        listening.contains(port(connection.group(1)))));
            }
        }
        return sockets;
    }

    private static int port(String hex) {
        return Integer.parseInt(hex, 16);
    }

    /** LIMIT: reads the 32-bit words as little-endian machines print them; big-endian Linux hosts are not known. */
    private static InetAddress address(String hex) {
        byte[] printed = HexFormat.of().parseHex(hex);
        byte[] bytes = new byte[printed.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = printed[i - i % 4 + 3 - i % 4];
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("The kernel's table names an address [" + hex + "].", e);
        }
    }

    @Override
    public int compareTo(RemoteSocket other) {
        int byAddress = Arrays.compareUnsigned(address.getAddress(), other.address.getAddress());
        if (byAddress != 0) {
            return byAddress;
        }
        return port != other.port ? Integer.compare(port, other.port) : Boolean.compare(inbound, other.inbound);
    }

    /** Like {@code 10.0.0.1:6379}, or {@code [2001:db8::1]:6379} as Java writes it. */
    @Override
    public String toString() {
        String host = address.getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
