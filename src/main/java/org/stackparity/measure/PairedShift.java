package org.stackparity.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/**
 * Whether the failover is too slow in the middle of its pairs: the signed-rank test (Wilcoxon, Biometrics Bulletin 1, 1945)
 * of log(failover / limit of the primary), one-sided. What both samples of a pair have in common drops out, so that it
 * sees a shift with fewer samples than a comparison of quantiles; a fault that makes few answers slow it does not see.
 * Ranks only: no worse sample of the failover ever improves the answer.
 *
 * @param margin what the failover may take longer
 * @param risk of calling a violation what is none, at this look; already shared out over the comparisons of a run
 */
public record PairedShift(Margin margin, double risk) {
    private static final WilcoxonSignedRankTest ABOVE =
            WilcoxonSignedRankTest.withDefaults().with(AlternativeHypothesis.GREATER_THAN);
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
    /**
     * Signed ranks of samples that follow one another vary more than indicators of the median do: with autocorrelation 0.8
     * of a normal series by 8.6, Σ (6 / π) asin(ρᵏ / 2), where the median's indicators do by 6.4, Σ (2 / π) asin(ρᵏ).
     */
    private static final double BEYOND_MEDIAN = 8.6 / 6.4;

    /**
     * The middle of the pairs, in milliseconds.
     *
     * @param ratio the median of the pairs' ratios
     */
    public record Middle(double primary, double failover, double ratio) {}

    /**
     * The middle of pairs that are proven to be too slow; empty where they are not.
     *
     * @param primary in milliseconds
     * @param failover beside it; infinite where no answer came
     * @param designEffect how many samples stand for one independent one at the median, from 1 on
     * @throws IllegalArgumentException unless there are as many of both
     */
    public Optional<Middle> violation(double[] primary, double[] failover, double designEffect) {
        if (primary.length != failover.length) {
            throw new IllegalArgumentException("There are [" + primary.length + "] times of the primary and ["
                    + failover.length + "] of the failover; expected pairs.");
        }
        double[] beyond = new double[primary.length];
        double[] ratios = new double[primary.length];
        for (int i = 0; i < primary.length; i++) {
            beyond[i] = beyond(margin.limit(primary[i]), failover[i]);
            ratios[i] = failover[i] / primary[i];
        }
        if (Arrays.stream(beyond).noneMatch(value -> value > 0)) {
            return Optional.empty();
        }
        double effect = designEffect > 1 ? BEYOND_MEDIAN * designEffect : 1;
        double z = STANDARD.inverseSurvivalProbability(
                        ABOVE.test(signedRanks(beyond)).getPValue())
                / Math.sqrt(effect);
        return STANDARD.survivalProbability(z) > risk
                ? Optional.empty()
                : Optional.of(new Middle(median(primary), median(failover), median(ratios)));
    }

    /** By which factor a time is beyond its limit, as a logarithm; 0 where it is as long. */
    private static double beyond(double limit, double time) {
        return time == limit ? 0 : Math.log(time / limit);
    }

    /**
     * Distances without ties, of the same order and sign: what is neither beyond nor within counts as within, and of two
     * that are as far the one within is the farther. With ties the test would change its method, and a failover could
     * improve by answering twice as badly.
     */
    private static double[] signedRanks(double[] beyond) {
        double[] sorted = Arrays.stream(beyond)
                .boxed()
                .sorted(Comparator.<Double>comparingDouble(Math::abs).thenComparing(Comparator.reverseOrder()))
                .mapToDouble(Double::doubleValue)
                .toArray();
        return IntStream.range(0, sorted.length)
                .mapToDouble(place -> sorted[place] > 0 ? place + 1 : -place - 1)
                .toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) / 2];
    }
}
