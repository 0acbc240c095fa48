package org.stackparity.suite.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What a piece of work costs a processor, whatever else runs on the machine. */
public final class Effort {
    /** What reading a text of {@link #LENGTH} may cost. */
    public static final Duration MOST = Duration.ofSeconds(2);
    /** A quarter of the longest body: work that grows with the square of it takes minutes. */
    private static final int LENGTH = 500_000;

    private Effort() {}

    /** A long text of one piece again and again. */
    public static String filled(String start, String piece, String end) {
        return start + piece.repeat(LENGTH / piece.length()) + end;
    }

    /** Does the work in this thread and claims that it took less than the time of a processor. */
    public static void requireLessThan(Duration most, Runnable work) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        assertThat(Duration.ofNanos(nanos)).isLessThan(most);
    }
}
