package org.stackparity.suite.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.stackparity.environment.Environment.Limits;

class ThrottleTest {
    /** Comes back early from every other pause. */
    private static final class Clock implements Throttle.Ticker {
        private long nanos = 17;
        private boolean early;

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public void pause(long nanos) {
            early = !early;
            this.nanos += early ? Math.max(1, nanos / 3) : nanos;
        }

        long millis() {
            return TimeUnit.NANOSECONDS.toMillis(nanos);
        }
    }

    private final Clock clock = new Clock();

    @Test
    void requestsLieAnEvenIntervalApart() {
        Throttle throttle = new Throttle(new Limits(50, 3, 2), 1, clock);
        assertThat(IntStream.range(0, 4).mapToLong(i -> request(throttle))).containsExactly(0L, 20L, 40L, 60L);
    }

    @Test
    void nobodyCatchesUpAfterAPause() {
        Throttle throttle = new Throttle(new Limits(50, 3, 2), 1, clock);
        request(throttle);
        clock.nanos += Duration.ofSeconds(9).toNanos();
        assertThat(LongStream.of(request(throttle), request(throttle), request(throttle)))
                .containsExactly(9_000L, 9_020L, 9_040L);
    }

    @Test
    void connectsHaveARateOfTheirOwn() {
        Throttle throttle = new Throttle(new Limits(1_000, 10, 2), 1, clock);
        assertThat(IntStream.range(0, 3).mapToLong(i -> connect(throttle))).containsExactly(0L, 100L, 200L);
    }

    @Test
    void connectsOfClientsAndOfSoakedHostsShareOneRate() {
        Throttle throttle = new Throttle(new Limits(1_000, 1, 2), 0.25, clock);
        assertThat(IntStream.range(0, 3).mapToLong(i -> connect(throttle))).containsExactly(0L, 4_000L, 8_000L);
    }

    @Test
    void noMoreAreUnderWayThanThereAreConnections() throws Exception {
        Throttle throttle = new Throttle(new Limits(1_000, 1_000, 2), 1, Throttle.Ticker.SYSTEM);
        Throttle.Place first = throttle.enter();
        throttle.enter();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture<Throttle.Place> third = CompletableFuture.supplyAsync(throttle::enter, thread);
            assertThat(third).isNotDone();
            first.close();
            assertThat(third.get(10, TimeUnit.SECONDS)).isNotNull();
        } finally {
            thread.shutdownNow();
        }
    }

    private long request(Throttle throttle) {
        throttle.enter().close();
        return clock.millis();
    }

    private long connect(Throttle throttle) {
        throttle.beforeConnect();
        return clock.millis();
    }
}
