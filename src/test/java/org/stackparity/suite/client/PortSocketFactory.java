package org.stackparity.suite.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Makes sockets that connect to a node's own port whatever port the url names, so that Host header and server name stay
 * the customer's. Makes unconnected sockets only.
 */
final class PortSocketFactory extends SocketFactory {
    private final int port;
    private final Throttle throttle;

    PortSocketFactory(int port, Throttle throttle) {
        this.port = port;
        this.throttle = throttle;
    }

    @Override
    public Socket createSocket() {
        return new PortSocket();
    }

    @Override
    public Socket createSocket(String host, int ignored) throws IOException {
        throw new UnsupportedOperationException("Only unconnected sockets are made here.");
    }

    @Override
    public Socket createSocket(String host, int ignored, InetAddress local, int localPort) throws IOException {
        return createSocket(host, ignored);
    }

    @Override
    public Socket createSocket(InetAddress host, int ignored) throws IOException {
        return createSocket(host.getHostAddress(), ignored);
    }

    @Override
    public Socket createSocket(InetAddress host, int ignored, InetAddress local, int localPort) throws IOException {
        return createSocket(host.getHostAddress(), ignored);
    }

    private final class PortSocket extends Socket {
        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            throttle.beforeConnect();
            super.connect(new InetSocketAddress(((InetSocketAddress) endpoint).getAddress(), port), timeout);
        }
    }
}
