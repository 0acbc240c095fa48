package org.stackparity.store.link;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection through a link: copies both directions until both have ended, or one has failed. */
final class Relay implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int DIRECTIONS = 2;

    private final Socket client;
    private final Socket server;
    private final Duration delay;
    private final AtomicInteger running = new AtomicInteger(DIRECTIONS);

    Relay(Socket client, Socket server, Duration delay) throws IOException {
        this.client = client;
        this.server = server;
        this.delay = delay;
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    /** Copies the answers in a thread of {@code threads} and the requests in the calling one. */
    void run(Executor threads, Runnable whenEnded) {
        threads.execute(() -> copy(server, client, threads, whenEnded));
        copy(client, server, threads, whenEnded);
    }

    private void copy(Socket from, Socket to, Executor threads, Runnable whenEnded) {
        try {
            if (delay.isZero()) {
                from.getInputStream().transferTo(to.getOutputStream());
            } else {
                new DelayedCopy(from.getInputStream(), to.getOutputStream(), delay).run(threads);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            LOG.debug("the connection {} broke", client, e);
            close();
        }
        if (running.decrementAndGet() == 0) {
            close();
            whenEnded.run();
        }
    }

    @Override
    public void close() {
        for (Socket socket : new Socket[] {client, server}) {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.debug("closing {}", socket, e);
            }
        }
    }
}
