package org.stackparity.measure;

import java.util.Arrays;
import org.apache.commons.numbers.combinatorics.LogBinomialCoefficient;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;
import org.apache.commons.statistics.inference.FisherExactTest;

/**
 * When an apparent difference of a varying site is a difference. A quadruple is two samples of each stack; under parity
 * the pairing "within the stacks" agrees best in one of three ways, so each quadruple that agrees within and differs
 * between divides the doubt by three (statistics of the design, section 6).
 */
public final class Confirmation {
    /** The share of the run's false alarms that functional noise may use. */
    public static final double RISK = 0.01;

    private Confirmation() {}

    /** How many quadruples must agree before a difference among so many compared paths is proven; at least 5. */
    public static int quadruples(long paths) {
        return Math.max(5, (int) Math.ceil(Math.log(Math.max(1, paths) / 0.05) / Math.log(3)));
    }

    /**
     * How many answers of each node must agree where there are several. A quadruple asks all of them, twice each: where one
     * of four nodes differs from the others, that is one of the 28 ways to pick two answers of eight, and where all nodes
     * of a stack do, one of 35; either divides the doubt by more than 27. No quadruple counts for more than three, and
     * fewer than five answers prove nothing: what changes slowly changes on all nodes.
     *
     * @param deviating nodes that differ, over both stacks
     * @param others nodes that they differ from
     */
    public static int answers(long paths, int deviating, int others) {
        double ways = LogBinomialCoefficient.value(2 * (deviating + others), 2 * deviating)
                - (deviating == others ? Math.log(2) : 0);
        double worth = Math.min(3, Math.max(1, Math.floor(ways / Math.log(3) + 1e-9)));
        return Math.max(5, (int) Math.ceil(2 * quadruples(paths) / worth));
    }

    /**
     * Whether something that varies comes up on the two stacks with different frequency, by Fisher's exact test, with
     * the risk shared out over the paths (Bonferroni).
     */
    public static boolean isDifferentFrequency(
            long primaryHits, long primarySamples, long failoverHits, long failoverSamples, long paths) {
        int[][] table = {
            {Math.toIntExact(primaryHits), Math.toIntExact(primarySamples - primaryHits)},
            {Math.toIntExact(failoverHits), Math.toIntExact(failoverSamples - failoverHits)}
        };
        boolean degenerate = Arrays.stream(table).anyMatch(row -> row[0] + row[1] == 0)
                || table[0][0] + table[1][0] == 0
                || table[0][1] + table[1][1] == 0;
        double risk = RISK / Math.max(1, paths);
        return !degenerate
                && isReachable(primaryHits + failoverHits, primarySamples, failoverSamples, risk)
                && isReachable(
                        primarySamples + failoverSamples - primaryHits - failoverHits,
                        primarySamples,
                        failoverSamples,
                        risk)
                && FisherExactTest.withDefaults()
                                .with(AlternativeHypothesis.TWO_SIDED)
                                .test(table)
                                .getPValue()
                        <= risk;
    }

    /** Whether so many hits would be improbable enough if all of them were on one stack; most values come up too seldom. */
    private static boolean isReachable(long hits, long primarySamples, long failoverSamples, double risk) {
        int fewer = Math.toIntExact(Math.min(primarySamples, failoverSamples));
        int all = Math.toIntExact(primarySamples + failoverSamples);
        int together = Math.toIntExact(hits);
        return together > fewer
                || LogBinomialCoefficient.value(fewer, together) - LogBinomialCoefficient.value(all, together)
                        <= Math.log(risk);
    }

    /**
     * Whether one stack says more that the other never says than chance explains. Where both draw from one distribution, a
     * value that only one of them showed is either's in proportion to their answers, so that the numbers of such values
     * are binomial; sign test, two-sided, with the risk shared out over the paths (Bonferroni).
     *
     * @param onPrimary how many different values only the primary showed
     * @param onFailover how many different values only the failover showed
     */
    public static boolean isMoreNew(
            long onPrimary, long primarySamples, long onFailover, long failoverSamples, long paths) {
        long trials = onPrimary + onFailover;
        if (trials == 0) {
            return false;
        }
        double share = (double) failoverSamples / (primarySamples + failoverSamples);
        return BinomialTest.withDefaults()
                        .test(Math.toIntExact(trials), Math.toIntExact(onFailover), share)
                        .getPValue()
                <= RISK / Math.max(1, paths);
    }
}
