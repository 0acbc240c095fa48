package org.stackparity.store.link;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stackparity.store.host.Endpoint;

/**
 * A TCP link: what connects to its address reaches one of the endpoints behind it, in turn, connection by connection.
 * An endpoint that refuses is passed over. With several endpoints it is the balancer of a site.
 * LIMIT: a delay applies to bytes only; the connection itself is always accepted at once, as by a nearby switch.
 */
public final class TcpLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TcpLink.class);
    private static final int BACKLOG = 512;
    private static final int SPEAKS_WITHIN_MILLIS = 5;
    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;

    private final ServerSocket listener;
    private final List<Endpoint> targets;
    private final LinkQuality quality;
    private final Random random;
    private final ExecutorService threads;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong turn = new AtomicLong();

    private TcpLink(ServerSocket listener, List<Endpoint> targets, LinkQuality quality) {
        this.listener = listener;
        this.targets = List.copyOf(targets);
        this.quality = quality;
        this.random = new Random(quality.seed());
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "link-" + listener.getLocalPort());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Starts to listen; port 0 takes any free one. Does not connect to the targets before somebody comes. */
    public static TcpLink open(Endpoint listen, List<Endpoint> targets, LinkQuality quality) {
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("the link " + listen + " leads nowhere; expected at least one target");
        }
        try {
            ServerSocket listener = new ServerSocket(listen.port(), BACKLOG, InetAddress.getByName(listen.host()));
            TcpLink link = new TcpLink(listener, targets, quality);
            link.threads.execute(link::acceptAll);
            return link;
        } catch (IOException e) {
            throw new UncheckedIOException("opening the link at " + listen, e);
        }
    }

    /** Where the link listens, with the port that it really has. */
    public Endpoint endpoint() {
        return new Endpoint(listener.getInetAddress().getHostAddress(), listener.getLocalPort());
    }

    @Override
    public void close() {
        closeQuietly(listener);
        open.forEach(TcpLink::closeQuietly);
        threads.shutdownNow();
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (random.nextDouble() < quality.resetProbability()) {
                    // at once, and not by a thread that a busy machine starts after the client has left
                    reset(client);
                } else {
                    threads.execute(() -> join(client));
                }
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    LOG.warn("accepting on the link {}", endpoint(), e);
                }
            }
        }
    }

    /**
     * Resets a connection as soon as its client speaks, or shortly after the connection for one that only listens. Not at
     * once: a reset that meets a connect call under way would look like a refused connection, which many clients try again.
     * Closing with a linger time of zero sends RST instead of FIN (RFC 1122, 4.2.2.13).
     */
    private static void reset(Socket client) {
        try (client) {
            client.setSoLinger(true, 0);
            client.setSoTimeout(SPEAKS_WITHIN_MILLIS);
            int first = client.getInputStream().read();
            LOG.debug("resetting {} after [{}]", client, first);
        } catch (IOException e) {
            LOG.debug("resetting {}", client, e);
        }
    }

    private void join(Socket client) {
        try {
            Relay relay = new Relay(client, connect(), quality.delay());
            open.add(relay);
            relay.run(threads, () -> open.remove(relay));
        } catch (IOException | RejectedExecutionException e) {
            closeQuietly(client);
            LOG.warn("the link {} reached none of {}", endpoint(), targets);
        }
    }

    private Socket connect() throws IOException {
        IOException refused = new IOException("no target");
        for (int i = 0; i < targets.size(); i++) {
            Endpoint target = targets.get((int) (turn.getAndIncrement() % targets.size()));
            Socket server = new Socket();
            try {
                server.connect(new InetSocketAddress(target.host(), target.port()), CONNECT_TIMEOUT_MILLIS);
                return server;
            } catch (IOException e) {
                closeQuietly(server);
                refused = e;
            }
        }
        throw refused;
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            LOG.debug("closing", e);
        }
    }
}
