package org.stackparity.measure;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whether a quantile of the failover's times keeps a margin above the primary's, by one exact test in each direction.
 *
 * <p>The margin turns into equality: each time a of the primary becomes max((1 + margin) · a, a + floor), and then the two
 * samples are compared at the quantile by their ranks ({@link QuantileRanks}). Violation: the failover is above. Parity: it
 * is below. One-sided: a faster failover is parity. Ranks only, so that no worse sample of the failover ever improves the
 * answer, and as strong as the large-sample theory: p95 and 20 % beyond the margin need about 416 pairs for 80 %.
 *
 * <p>The risk of a violation holds for stacks that are the same up to the margin. That of parity too; for a failover of
 * another shape, whose density at the margin is r times the primary's, the standard error is √(2 (1 + r²)) / (1 + r) times
 * as large, since the ranks of parity lie as far from the quantile in both samples: 1.7 % are 1.9 % for r = 1.5, which is a
 * constant delay at the default margin, and 6.7 % for the worst of shapes.
 *
 * @param quantile a fraction
 * @param margin what the failover may take longer
 * @param parityRisk of calling parity what is none, at this look ({@link GroupSequential})
 * @param violationRisk of calling a violation what is none, at this look; already shared out over the comparisons of a run
 */
public record PairedRatio(double quantile, Margin margin, double parityRisk, double violationRisk) {

    /**
     * What the samples say; both in milliseconds.
     *
     * @param ratio failover to primary, of the sample quantiles
     * @param provenMargin the largest ratio that the samples leave open; empty with too few samples
     */
    public record Result(Answer answer, double primary, double failover, double ratio, Optional<Double> provenMargin) {}

    /** How a quantile is written, like {@code p95} or {@code p99.9}. */
    public static String percentile(double quantile) {
        return "p"
                + BigDecimal.valueOf(quantile)
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** What samples that are independent of each other say; empty samples on either side prove nothing. */
    public Optional<Result> decide(double[] primary, double[] failover) {
        return decide(primary, failover, 1);
    }

    /**
     * The same of samples that follow one another.
     *
     * @param designEffect how many of them stand for one independent one, from 1 on
     */
    public Optional<Result> decide(double[] primary, double[] failover, double designEffect) {
        if (primary.length == 0 || failover.length == 0) {
            return Optional.empty();
        }
        double[] of = sorted(primary);
        double[] over = sorted(failover);
        QuantileRanks ranks =
                new QuantileRanks(independent(of, designEffect), independent(over, designEffect), quantile);
        double reference = quantile(of);
        Optional<Bound> below = ranks.below(parityRisk)
                .map(found -> new Bound(
                        of[down(found.reference(), ranks.first(), of)], over[up(found.rank(), ranks.second(), over)]));
        OptionalInt above = ranks.above(violationRisk);
        boolean parity = below.filter(bound -> bound.failover() <= margin.limit(bound.primary()))
                .isPresent();
        boolean violation =
                above.isPresent() && over[down(above.getAsInt(), ranks.second(), over)] > margin.limit(reference);
        Optional<Double> proven =
                below.filter(bound -> bound.primary() > 0).map(bound -> bound.failover() / bound.primary());
        double failoverQuantile = quantile(over);
        return Optional.of(new Result(
                parity ? Answer.PARITY : violation ? Answer.VIOLATION : Answer.NOT_PROVEN,
                reference,
                failoverQuantile,
                failoverQuantile / Math.max(reference, 1e-9),
                proven));
    }

    /** Whether a time of the failover is longer than that of the primary allows; proves nothing. */
    public boolean isBeyondMargin(double primary, double failover) {
        return failover > margin.limit(primary);
    }

    /** Two values of which the failover's is at most the primary's, but for the risk, where both stacks are the same. */
    private record Bound(double primary, double failover) {}

    private static int independent(double[] samples, double designEffect) {
        return Math.max(1, (int) (samples.length / designEffect));
    }

    /** The place among all samples of a rank among the independent ones, or the one below it. */
    private static int down(int rank, int independent, double[] samples) {
        return Math.max(0, (int) Math.floor((double) rank * samples.length / independent) - 1);
    }

    /** The place among all samples of a rank among the independent ones, or the one above it. */
    private static int up(int rank, int independent, double[] samples) {
        return (int) Math.ceil((double) rank * samples.length / independent) - 1;
    }

    /** The sample quantile: the smallest sample that at least the fraction does not exceed (type 1 of Hyndman and Fan). */
    private double quantile(double[] sorted) {
        return sorted[Math.max(0, (int) Math.ceil(quantile * sorted.length) - 1)];
    }

    private static double[] sorted(double[] samples) {
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
