package org.stackparity.measure;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether a quantile of the failover's times keeps a margin above the primary's, judged by proven bounds of both.
 *
 * <p>Parity: the upper bound of the failover is at most the larger of (1 + margin) × and floor above the lower bound of
 * the primary. Violation: its lower bound is above the larger of the two over the primary's upper bound. Each bound
 * carries half of the risk, so that both hold together but for the whole risk (Bonferroni). One-sided: a faster failover
 * is parity. LIMIT: the samples are fixed before the first request; sequential looks have their place here.
 *
 * @param quantile a fraction
 * @param margin a fraction of the primary
 * @param floorMillis a difference below it is never a violation
 * @param parityRisk of calling parity what is none
 * @param violationRisk of calling a violation what is none; already shared out over the comparisons of a run
 */
public record PairedRatio(double quantile, double margin, double floorMillis, double parityRisk, double violationRisk) {

    /**
     * What the samples say; both in milliseconds.
     *
     * @param ratio failover to primary, of the sample quantiles
     * @param provenMargin the largest ratio that the samples leave open; empty with too few samples
     */
    public record Result(Answer answer, double primary, double failover, double ratio, Optional<Double> provenMargin) {}

    /** Empty samples on either side prove nothing. */
    public Optional<Result> decide(double[] primary, double[] failover) {
        if (primary.length == 0 || failover.length == 0) {
            return Optional.empty();
        }
        QuantileBounds of = new QuantileBounds(primary, quantile);
        QuantileBounds over = new QuantileBounds(failover, quantile);
        OptionalDouble lowest = of.lower(parityRisk / 2);
        OptionalDouble highest = over.upper(parityRisk / 2);
        boolean parity =
                lowest.isPresent() && highest.isPresent() && highest.getAsDouble() <= limit(lowest.getAsDouble());
        OptionalDouble primaryAtMost = of.upper(violationRisk / 2);
        OptionalDouble failoverAtLeast = over.lower(violationRisk / 2);
        boolean violation = primaryAtMost.isPresent()
                && failoverAtLeast.isPresent()
                && failoverAtLeast.getAsDouble() > limit(primaryAtMost.getAsDouble());
        Optional<Double> proven = lowest.isPresent() && highest.isPresent() && lowest.getAsDouble() > 0
                ? Optional.of(highest.getAsDouble() / lowest.getAsDouble())
                : Optional.empty();
        return Optional.of(new Result(
                parity ? Answer.PARITY : violation ? Answer.VIOLATION : Answer.NOT_PROVEN,
                of.estimate(),
                over.estimate(),
                over.estimate() / Math.max(of.estimate(), 1e-9),
                proven));
    }

    private double limit(double base) {
        return Math.max(base * (1 + margin), base + floorMillis);
    }
}
