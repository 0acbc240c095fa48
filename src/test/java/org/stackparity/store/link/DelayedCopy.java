package org.stackparity.store.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies a stream so that each byte arrives a fixed time after it was sent, however many are under way. */
final class DelayedCopy {
    private static final Logger LOG = LoggerFactory.getLogger(DelayedCopy.class);
    private static final int BUFFER_BYTES = 16_384;
    private static final byte[] END = {};

    private final InputStream from;
    private final OutputStream to;
    private final Duration delay;
    private final BlockingQueue<Chunk> underWay = new LinkedBlockingQueue<>();

    DelayedCopy(InputStream from, OutputStream to, Duration delay) {
        this.from = from;
        this.to = to;
        this.delay = delay;
    }

    /** Reads in a thread of {@code threads} and writes in the calling one, which returns at the end of the stream. */
    void run(Executor threads) throws IOException {
        threads.execute(this::readAll);
        try {
            for (Chunk chunk = underWay.take(); chunk.bytes != END; chunk = underWay.take()) {
                waitUntil(chunk.due);
                to.write(chunk.bytes);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readAll() {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            for (int length = from.read(buffer); length >= 0; length = from.read(buffer)) {
                underWay.add(new Chunk(Arrays.copyOf(buffer, length), System.nanoTime() + delay.toNanos()));
            }
        } catch (IOException e) {
            LOG.debug("a broken connection ends like a closed one: what is under way still arrives", e);
        } finally {
            underWay.add(new Chunk(END, System.nanoTime()));
        }
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private record Chunk(byte[] bytes, long due) {}
}
