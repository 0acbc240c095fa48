package org.stackparity.store;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The addresses at which this machine reaches itself. */
enum Loopback {
    /** Every address of 127.0.0.0/8, as on Linux: each host of the store has one of its own. */
    MANY,
    /** 127.0.0.1 only, as on macOS: each host of the store has ports of its own. */
    ONE;

    /** {@code -Dparity.loopback=one} takes one address on any machine. */
    private static final String PROPERTY = "parity.loopback";

    private static final Loopback OF_THIS_MACHINE = find();

    static Loopback ofThisMachine() {
        return OF_THIS_MACHINE;
    }

    private static Loopback find() {
        if ("one".equals(System.getProperty(PROPERTY))) {
            return ONE;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress("127.10.1.1", 0));
            return MANY;
        } catch (IOException e) {
            return ONE;
        }
    }

    /** The address itself where there are many, the only one otherwise. */
    String address(String wanted) {
        return this == MANY ? wanted : "127.0.0.1";
    }
}
