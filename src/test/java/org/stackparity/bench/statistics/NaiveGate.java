package org.stackparity.bench.statistics;

import java.util.Arrays;

/** The usual gate of a pipeline: red where the failover's p95 is more than 1.2 times the primary's. */
final class NaiveGate {
    private static final double FACTOR = 1.2;
    private static final double QUANTILE = 0.95;

    private NaiveGate() {}

    static boolean isRed(double[] primary, double[] failover) {
        return primary.length > 0 && failover.length > 0 && p95(failover) > FACTOR * p95(primary);
    }

    /** Between the two nearest samples, as most tools reckon it (type 7 of Hyndman and Fan). */
    static double p95(double[] samples) {
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        double place = QUANTILE * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
