package org.stackparity.suite.client;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.stackparity.environment.Environment.Limits;
import org.stackparity.suite.junit.Scope;

/** Holds all clients of a pass to what the environment allows at once and per second. Thread-safe. */
public final class Throttle {
    private final Semaphore places;
    private final Pace requests;
    private final Pace connects;

    Throttle(Limits limits) {
        places = new Semaphore(limits.connections(), true);
        requests = new Pace(limits.requestsPerSecond());
        connects = new Pace(limits.connectsPerSecond());
    }

    /** The throttle that all clients of a pass share. */
    public static Throttle of(Scope pass) {
        return pass.shared(
                Throttle.class, scope -> new Throttle(scope.environment().web().limits()));
    }

    /** Waits for a place and for the next request's turn; close the place when the answer was read. */
    public Place enter() {
        places.acquireUninterruptibly();
        requests.await();
        return places::release;
    }

    /** Waits for the next connect's turn. */
    public void beforeConnect() {
        connects.await();
    }

    /** One of the requests that may be under way at once. */
    public interface Place {
        /** Gives the place back. */
        void close();
    }

    /** Hands out instants that lie an even interval apart. */
    private static final class Pace {
        private final long intervalNanos;
        private final AtomicLong next = new AtomicLong(System.nanoTime());

        Pace(int perSecond) {
            intervalNanos = TimeUnit.SECONDS.toNanos(1) / Math.max(1, perSecond);
        }

        void await() {
            long now = System.nanoTime();
            long slot = Math.max(now, next.getAndUpdate(free -> Math.max(free, now) + intervalNanos));
            for (long left = slot - now; left > 0; left = slot - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }
}
