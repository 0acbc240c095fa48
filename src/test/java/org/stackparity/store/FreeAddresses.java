package org.stackparity.store;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.stackparity.store.host.Endpoint;

/** Makes sure that nothing listens where the store is about to. */
final class FreeAddresses {
    private FreeAddresses() {}

    /**
     * Binds and releases each address.
     *
     * @throws IllegalStateException naming the first address that is busy, and what to do
     */
    static void require(List<Endpoint> addresses) {
        for (Endpoint address : addresses) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(address.host(), address.port()));
            } catch (BindException e) {
                throw new IllegalStateException(
                        "starting the reference store: the address [" + address + "] cannot be used ("
                                + e.getMessage()
                                + "). Stop the other store, or whatever listens there, and start again.",
                        e);
            } catch (IOException e) {
                throw new IllegalStateException(
                        "starting the reference store: trying the address [" + address + "]", e);
            }
        }
    }
}
