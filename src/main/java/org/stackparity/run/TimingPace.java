package org.stackparity.run;

import java.time.Duration;
import java.util.List;

/**
 * How many pairs of samples have to be under way at once in a pass. Times are best taken at leisure; where pages are slow
 * and spread widely, the samples that are missing would not be there in time.
 */
public final class TimingPace {
    /** The first pass knows no times yet. */
    public static final int LEISURE = 1;

    /** Of the time that is left, for what is missing: some endpoints need more than what nearly always does. */
    private static final double PART = 0.5;

    private TimingPace() {}

    /**
     * At least 1; how many the stacks allow is another matter.
     *
     * @param open what is timed in the pass
     * @param samples of each node that the pass takes, where no more are known to be missing
     * @param left until timing ends
     */
    public static int pairsAtOnce(List<Timed> open, int samples, Duration left) {
        double millis = open.stream()
                .mapToDouble(each -> Math.max(samples, each.missingPairs()) * each.millisOfPairs())
                .sum();
        return (int) Math.max(LEISURE, Math.ceil(millis / PART / Math.max(1, left.toMillis())));
    }

    /**
     * An endpoint that is timed.
     *
     * @param missingPairs of each node
     * @param millisOfPairs how long a pair of each node takes, one after the other
     */
    public record Timed(int missingPairs, double millisOfPairs) {}
}
