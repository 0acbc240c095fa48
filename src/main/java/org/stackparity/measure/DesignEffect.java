package org.stackparity.measure;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * By how much samples that follow one another say less than independent ones would: the variance of block sums over that
 * of independent values (Kish, Survey Sampling, 1965), of the indicator "above the quantile". Of the primary's samples
 * only, and with blocks of a fixed length, so that no sample of the failover ever widens a bound. Series of one run are
 * pooled, since a single one has too few blocks to tell.
 */
public final class DesignEffect {
    private static final int BLOCK = 10;
    /** Independent samples are taken for independent in so many of a hundred runs. */
    private static final double SURE = 0.95;
    /**
     * Correlation reaches over the ends of blocks, the more the stronger it is. With autocorrelation 0.8 of a normal series
     * the variance at the median grows by 5.4 (1 + 2 Σ (2/π) asin(0.8^k) = 6.4), of which blocks of ten show 3.1. Weaker
     * correlation, and what is further out than the median, needs less: 1.25 for 0.5, 1.56 for p95.
     */
    private static final double REACH = 1.75;

    /**
     * So many samples above show whether they come together. Where a quantile has fewer it is looked at lower down as well:
     * a single sample comes alone, however much the load changes. Long series count there too: a few short ones, of
     * endpoints that were decided early, would have the word for all.
     */
    private static final int TELLING = 10;

    private final Blocks atQuantile = new Blocks();
    private final Blocks lowerDown = new Blocks();

    /** Adds the samples of one series, in the order in which they were taken. */
    public void add(double[] series, double quantile) {
        if (series.length / BLOCK < 2) {
            return;
        }
        double[] sorted = series.clone();
        Arrays.sort(sorted);
        atQuantile.add(series, sorted[place(quantile, sorted)]);
        double lower = Math.min(quantile, 1 - (double) TELLING / sorted.length);
        lowerDown.add(series, sorted[place(lower, sorted)]);
    }

    private static int place(double quantile, double[] sorted) {
        return Math.max(0, (int) Math.ceil(quantile * sorted.length) - 1);
    }

    /** How many samples stand for one independent one; 1 where nothing speaks against their independence. */
    public double value() {
        return Math.max(atQuantile.effect(), lowerDown.effect());
    }

    /** How much the blocks of all series differ in how many of their samples are above a threshold. */
    private static final class Blocks {
        private double squares;
        private int degrees;

        void add(double[] series, double threshold) {
            double above =
                    Arrays.stream(series).filter(value -> value > threshold).count() / (double) series.length;
            double expected = BLOCK * above * (1 - above);
            if (expected == 0) {
                return;
            }
            double[] sums = new double[series.length / BLOCK];
            for (int i = 0; i < sums.length * BLOCK; i++) {
                sums[i / BLOCK] += series[i] > threshold ? 1 : 0;
            }
            double mean = Arrays.stream(sums).average().orElseThrow();
            squares +=
                    Arrays.stream(sums).map(sum -> (sum - mean) * (sum - mean)).sum() / expected;
            degrees += sums.length - 1;
        }

        double effect() {
            if (degrees == 0) {
                return 1;
            }
            double most = ChiSquaredDistribution.of(degrees).inverseCumulativeProbability(SURE);
            return squares <= most ? 1 : 1 + REACH * Math.max(0, squares / degrees - 1);
        }
    }
}
