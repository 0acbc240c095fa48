package org.stackparity.suite.client;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.stackparity.environment.Environment.Limits;
import org.stackparity.suite.client.host.Dependencies;
import org.stackparity.suite.junit.Load;
import org.stackparity.suite.junit.Scope;

/** Holds all clients of a pass to what the environment allows at once and per second. Thread-safe. */
public final class Throttle {
    private final Semaphore places;
    private final Pace requests;
    private final Pace connects;

    /** @param shareOfConnects the part of the connects per second that is left to these clients, up to 1 */
    Throttle(Limits limits, double shareOfConnects, Ticker ticker) {
        places = new Semaphore(limits.connections(), true);
        requests = new Pace(limits.requestsPerSecond(), ticker);
        connects = new Pace(limits.connectsPerSecond() * shareOfConnects, ticker);
    }

    /** The throttle that all clients of a pass share; where hosts are soaked with connects, they have their share of them. */
    public static Throttle of(Scope pass) {
        return pass.shared(
                Throttle.class,
                scope -> new Throttle(
                        scope.environment().web().limits(),
                        Dependencies.areSoaked(scope) ? 1 - Load.SHARE_OF_CONNECTS : 1,
                        Ticker.SYSTEM));
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

    /** A clock that can be waited on. */
    interface Ticker {
        Ticker SYSTEM = new Ticker() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void pause(long nanos) {
                LockSupport.parkNanos(nanos);
            }
        };

        /** Nanoseconds from any instant on. */
        long nanos();

        /** Waits, and may come back early. */
        void pause(long nanos);
    }

    /** Hands out instants that lie an even interval apart. */
    private static final class Pace {
        private final long intervalNanos;
        private final Ticker ticker;
        private final AtomicLong next;

        Pace(double perSecond, Ticker ticker) {
            intervalNanos = (long) Math.ceil(TimeUnit.SECONDS.toNanos(1) / perSecond);
            this.ticker = ticker;
            next = new AtomicLong(ticker.nanos());
        }

        void await() {
            long now = ticker.nanos();
            long slot = Math.max(now, next.getAndUpdate(free -> Math.max(free, now) + intervalNanos));
            for (long left = slot - now; left > 0; left = slot - ticker.nanos()) {
                ticker.pause(left);
            }
        }
    }
}
