package org.stackparity.measure;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What so many pairs can say about a quantile of times that are lognormal and independent, before any was taken. The
 * logarithm of a sample quantile has the standard deviation k · σ / √n with k = √(p (1 − p)) / φ(z_p), in large samples
 * (design, statistics section 3).
 *
 * @param pairs of an endpoint
 * @param quantile a fraction
 * @param sigma standard deviation of the logarithm of the times
 */
public record SampleSize(int pairs, double quantile, double sigma) {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
    private static final double ALARM_POWER = 0.8;
    private static final double PARITY_POWER = 0.9;
    private static final double SURE_POWER = 0.99;
    /** The spread is told from the median and this quantile: the upper half is what the bounds of a tail hang on. */
    private static final double TAIL = 0.95;

    private static final double MEDIAN = 0.5;

    /**
     * The smallest margin that identical stacks are proven to keep in 90 % of runs, as a ratio; empty with too few pairs.
     *
     * @param risk of calling parity what is none, at the look
     */
    public OptionalDouble smallestMargin(double risk) {
        return pairs > 0 && ranks().below(risk).isPresent() ? ratio(risk, PARITY_POWER) : OptionalDouble.empty();
    }

    /**
     * By how much a failover has to be beyond the margin to be proven too slow in 80 % of runs, as a ratio; empty with too
     * few pairs.
     *
     * @param risk of calling a violation what is none, at the look
     */
    public OptionalDouble smallestExcess(double risk) {
        return pairs > 0 && ranks().above(risk).isPresent() ? ratio(risk, ALARM_POWER) : OptionalDouble.empty();
    }

    /**
     * How many pairs prove in 99 % of runs that identical stacks keep a margin; infinite where there is none.
     *
     * @param risk of calling parity what is none, at the look
     * @param ratio that the margin allows
     */
    public static double pairs(double quantile, double sigma, double risk, double ratio) {
        double error = k(quantile) * sigma * z(risk, SURE_POWER);
        return ratio > 1 ? 2 * Math.pow(error / Math.log(ratio), 2) : Double.POSITIVE_INFINITY;
    }

    /**
     * The standard deviation of the logarithm of times, as the distance of their p95 from their median tells it.
     *
     * @param ascending at least one time, all above 0
     */
    public static double sigma(double[] ascending) {
        return Math.log(at(ascending, TAIL) / at(ascending, MEDIAN)) / STANDARD.inverseCumulativeProbability(TAIL);
    }

    private static double at(double[] ascending, double quantile) {
        return ascending[Math.max(0, (int) Math.ceil(quantile * ascending.length) - 1)];
    }

    private QuantileRanks ranks() {
        return new QuantileRanks(pairs, pairs, quantile);
    }

    private OptionalDouble ratio(double risk, double power) {
        return OptionalDouble.of(Math.exp(k(quantile) * sigma * z(risk, power) * Math.sqrt(2.0 / pairs)));
    }

    private static double k(double quantile) {
        return Math.sqrt(quantile * (1 - quantile)) / STANDARD.density(STANDARD.inverseCumulativeProbability(quantile));
    }

    private static double z(double risk, double power) {
        return STANDARD.inverseSurvivalProbability(risk) + STANDARD.inverseCumulativeProbability(power);
    }
}
