package org.stackparity.suite.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Makes sockets that connect to a node's own port where the url has the customer's, so that Host header and server name
 * stay the customer's; any other port that a url names is the node's as well. Makes unconnected sockets only.
 */
final class PortSocketFactory extends SocketFactory {
    private final int customersPort;
    private final int port;
    private final Throttle throttle;

    PortSocketFactory(int customersPort, int port, Throttle throttle) {
        this.customersPort = customersPort;
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
            InetSocketAddress asked = (InetSocketAddress) endpoint;
            int own = asked.getPort() == customersPort ? port : asked.getPort();
            super.connect(new InetSocketAddress(asked.getAddress(), own), timeout);
        }
    }
}
