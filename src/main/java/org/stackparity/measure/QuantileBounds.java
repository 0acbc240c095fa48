package org.stackparity.measure;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Distribution-free one-sided bounds of a quantile from the order statistics of a sample (Wilks 1941; David and Nagaraja,
 * Order Statistics, 2003, section 7.1): the number of samples below the quantile is binomial. Making any sample larger
 * never lowers a bound.
 */
public final class QuantileBounds {
    private final double[] sorted;
    private final double quantile;

    /** @param quantile a fraction between 0 and 1 */
    public QuantileBounds(double[] samples, double quantile) {
        if (!(quantile > 0 && quantile < 1)) {
            throw new IllegalArgumentException(
                    "The quantile is [" + quantile + "]; expected a fraction between 0 and 1, like 0.95.");
        }
        this.sorted = samples.clone();
        Arrays.sort(sorted);
        this.quantile = quantile;
    }

    /** The sample quantile: the smallest sample that at least the fraction of samples does not exceed (type 1 of Hyndman and Fan). */
    public double estimate() {
        return sorted[Math.max(0, (int) Math.ceil(quantile * sorted.length) - 1)];
    }

    /** The largest sample that lies at or below the quantile but for the risk; empty if there are too few samples. */
    public OptionalDouble lower(double risk) {
        BinomialDistribution below = BinomialDistribution.of(sorted.length, quantile);
        for (int rank = sorted.length; rank >= 1; rank--) {
            // the rank-th smallest exceeds the quantile when fewer than rank samples are at or below it
            if (below.cumulativeProbability(rank - 1) <= risk) {
                return OptionalDouble.of(sorted[rank - 1]);
            }
        }
        return OptionalDouble.empty();
    }

    /** The smallest sample that lies at or above the quantile but for the risk; empty if there are too few samples. */
    public OptionalDouble upper(double risk) {
        BinomialDistribution below = BinomialDistribution.of(sorted.length, quantile);
        for (int rank = 1; rank <= sorted.length; rank++) {
            if (below.survivalProbability(rank - 1) <= risk) {
                return OptionalDouble.of(sorted[rank - 1]);
            }
        }
        return OptionalDouble.empty();
    }
}
