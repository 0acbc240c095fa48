package org.stackparity.measure;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * Which order statistics of two samples have to be compared to say that a quantile of the second is above or below that of
 * the first, whatever the distribution. Where both samples are of one distribution, how many of the second lie at or below
 * the j-th smallest of the first follows the negative hypergeometric distribution, exactly (Mathisen, Annals of
 * Mathematical Statistics 14, 1943; Balakrishnan and Ng, Precedence-Type Tests and Applications, 2006, chapter 2).
 *
 * @param first how many samples the first has
 * @param second how many samples the second has
 * @param quantile a fraction between 0 and 1
 */
record QuantileRanks(int first, int second, double quantile) {
    /** Half of 5 %: the next look has at least twice the samples, and the square of this risk. */
    private static final double UNSEEN_TAIL = 0.025;
    /** LIMIT: so many answers are kept; all endpoints of a run have the same sizes and risks. */
    private static final int MOST_KEPT = 50_000;

    private static final Map<Sought, OptionalInt> ABOVE = new ConcurrentHashMap<>();

    private static final Map<Sought, Optional<Below>> BELOW = new ConcurrentHashMap<>();

    QuantileRanks {
        if (first < 1 || second < 1) {
            throw new IllegalArgumentException(
                    "The samples have [" + first + "] and [" + second + "] values; expected one each at least.");
        }
        if (!(quantile > 0 && quantile < 1)) {
            throw new IllegalArgumentException(
                    "The quantile is [" + quantile + "]; expected a fraction between 0 and 1, like 0.95.");
        }
    }

    /** The rank in the first sample, from 1 on: that of its sample quantile (type 1 of Hyndman and Fan). */
    int reference() {
        return Math.max(1, (int) Math.ceil(quantile * first));
    }

    /**
     * The largest rank in the second sample of which the value is above the first's reference no more often than the risk,
     * where both are of one distribution; empty where there are too few samples.
     */
    OptionalInt above(double risk) {
        forgetTooMany(ABOVE);
        return ABOVE.computeIfAbsent(new Sought(this, risk), any -> findAbove(risk));
    }

    private OptionalInt findAbove(double risk) {
        int rank = largest(candidate -> atMost(reference(), candidate - 1), second, risk);
        return rank == 0 ? OptionalInt.empty() : OptionalInt.of(rank);
    }

    /**
     * Two ranks of which the second's value is at or below the first's no more often than the risk, where both are of one
     * distribution: as far below the quantile in the first sample as above it in the second, so that neither is trusted
     * more than the other, and the far tail, where values lie far apart, says as little as it can. Where the second sample
     * ends before that, its largest value, and a rank of the first that is the lower for it. Empty where so few are there
     * that all of the second could well lie below its own quantile, whatever the first says (Wilks, Annals of Mathematical
     * Statistics 12, 1941).
     */
    Optional<Below> below(double risk) {
        forgetTooMany(BELOW);
        return BELOW.computeIfAbsent(new Sought(this, risk), any -> findBelow(risk));
    }

    private Optional<Below> findBelow(double risk) {
        int most = 2 * reference();
        int steps = most - largest(candidate -> isBelow(apart(most - candidate)), most, risk);
        return Optional.of(steps)
                .filter(found -> found < most)
                .map(this::apart)
                .filter(found -> found.rank() < second || Math.pow(quantile, second) <= UNSEEN_TAIL);
    }

    /** The two ranks so many steps away from the quantile, which are taken in the second and in the first by turns. */
    private Below apart(int steps) {
        int inSecond = (steps + 1) / 2;
        int rank = (int) Math.ceil(quantile * second + (double) inSecond * second / first);
        return new Below(reference() - steps / 2, Math.max(1, Math.min(second, rank)));
    }

    /** How probable it is that the second's value is at or below the first's. */
    private double isBelow(Below ranks) {
        return 1 - atMost(ranks.reference(), ranks.rank() - 1);
    }

    /**
     * Ranks in both samples, from 1 on.
     *
     * @param reference in the first
     * @param rank in the second
     */
    record Below(int reference, int rank) {}

    private static void forgetTooMany(Map<Sought, ?> kept) {
        if (kept.size() > MOST_KEPT) {
            kept.clear();
        }
    }

    private record Sought(QuantileRanks ranks, double risk) {}

    /** The largest number from 1 to the most whose probability, which grows with it, is at most the risk; 0 if none is. */
    private static int largest(IntToDoubleFunction growing, int most, double risk) {
        int low = 0;
        int high = most;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (growing.applyAsDouble(middle) <= risk) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /**
     * How probable it is that at most so many of the second sample lie at or below a rank of the first: that the first has
     * reached it among that many more values of both.
     */
    private double atMost(int reference, int count) {
        return HypergeometricDistribution.of(first + second, first, reference + count)
                .survivalProbability(reference - 1);
    }
}
