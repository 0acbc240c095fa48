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
     * Correlation reaches over the ends of blocks: with autocorrelation 0.8 of a normal series, blocks of ten show 4.1 of
     * the 6.4 by which the variance at the median grows.
     */
    private static final double REACH = 1.6;

    private double squares;
    private int degrees;

    /** Adds the samples of one series, in the order in which they were taken. */
    public void add(double[] series, double quantile) {
        int blocks = series.length / BLOCK;
        if (blocks < 2) {
            return;
        }
        double[] sorted = series.clone();
        Arrays.sort(sorted);
        double threshold = sorted[Math.max(0, (int) Math.ceil(quantile * sorted.length) - 1)];
        double above = Arrays.stream(series).filter(value -> value > threshold).count() / (double) series.length;
        double expected = BLOCK * above * (1 - above);
        if (expected == 0) {
            return;
        }
        double[] sums = new double[blocks];
        for (int i = 0; i < blocks * BLOCK; i++) {
            sums[i / BLOCK] += series[i] > threshold ? 1 : 0;
        }
        double mean = Arrays.stream(sums).average().orElseThrow();
        squares += Arrays.stream(sums).map(sum -> (sum - mean) * (sum - mean)).sum() / expected;
        degrees += blocks - 1;
    }

    /** How many samples stand for one independent one; 1 where nothing speaks against their independence. */
    public double value() {
        if (degrees == 0) {
            return 1;
        }
        double most = ChiSquaredDistribution.of(degrees).inverseCumulativeProbability(SURE);
        return squares <= most ? 1 : Math.max(1, REACH * squares / degrees);
    }
}
