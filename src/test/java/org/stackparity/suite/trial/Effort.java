package org.stackparity.suite.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What a piece of work costs a processor, whatever else runs on the machine. */
public final class Effort {
    private Effort() {}

    /** Does the work in this thread and claims that it took less than the time of a processor. */
    public static void requireLessThan(Duration most, Runnable work) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        assertThat(Duration.ofNanos(nanos)).isLessThan(most);
    }
}
