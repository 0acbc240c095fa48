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

    private QuantileRanks ranks() {
        return new QuantileRanks(pairs, pairs, quantile);
    }

    private OptionalDouble ratio(double risk, double power) {
        double k = Math.sqrt(quantile * (1 - quantile))
                / STANDARD.density(STANDARD.inverseCumulativeProbability(quantile));
        double z = STANDARD.inverseSurvivalProbability(risk) + STANDARD.inverseCumulativeProbability(power);
        return OptionalDouble.of(Math.exp(k * sigma * z * Math.sqrt(2.0 / pairs)));
    }
}
