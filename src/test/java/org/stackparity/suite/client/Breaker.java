package org.stackparity.suite.client;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.Scope;

/**
 * Stops asking a node that takes long to fail: a pool that waits for a dead database would hold all other nodes up for
 * minutes, since requests of a stack share their places. By then its error rate is proven; what is not asked any more is
 * not observed. After {@link #REST} a few requests look whether it is back. A node that fails at once is asked for all.
 * Thread-safe.
 */
final class Breaker {
    /** From this time on a failure is slow. */
    private static final Duration SLOW = Duration.ofSeconds(1);
    /** The latest requests of a node that are looked at, and the fewest that say anything. */
    private static final int WINDOW = 40;

    private static final int FEWEST = 12;
    /** In per cent; beyond any rate that a contract could call acceptable. */
    private static final float MOST_FAILURES = 20;

    private static final Duration REST = Duration.ofSeconds(5);
    /** Requests that look whether the node is back; all of them have to succeed. */
    private static final int TRIALS = 4;

    private final CircuitBreakerRegistry nodes;

    /** @param rest how long a node is left alone before a few requests look again */
    Breaker(Duration rest) {
        nodes = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindow(WINDOW, FEWEST, SlidingWindowType.COUNT_BASED)
                .recordResult(Boolean.TRUE::equals)
                .failureRateThreshold(MOST_FAILURES)
                .waitDurationInOpenState(rest)
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .build());
    }

    /** The breaker that all clients of a pass share. */
    static Breaker of(Scope pass) {
        return pass.shared(Breaker.class, scope -> new Breaker(REST));
    }

    /**
     * Lets one request to a node go; {@link #count} has to follow.
     *
     * @throws NotObservedException if the node is not asked any more
     */
    void require(String node) {
        CircuitBreaker breaker = nodes.circuitBreaker(node);
        if (!breaker.tryAcquirePermission()) {
            throw new NotObservedException(String.format(
                    Locale.ROOT,
                    "%s is not asked for now: %d of its latest %d requests failed after a second or more; see NET-02"
                            + " for how many failed in all.",
                    node,
                    breaker.getMetrics().getNumberOfFailedCalls(),
                    breaker.getMetrics().getNumberOfBufferedCalls()));
        }
    }

    /** Takes down what came of a request that was let go. */
    void count(String node, boolean failed, Duration took) {
        boolean isSlowFailure = failed && took.compareTo(SLOW) >= 0;
        nodes.circuitBreaker(node).onResult(took.toNanos(), TimeUnit.NANOSECONDS, isSlowFailure);
    }
}
