package org.stackparity.measure;

import java.util.Arrays;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
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
     * How many quadruples so many samples are worth that differ from so many others. Two against two are one. Two against
     * six, where one node of a stack differs from the other and from both of the other stack, are two: of the 28 ways to
     * pick two of eight one is this, which divides the doubt by more than nine.
     */
    public static long worth(long deviating, long others) {
        long few = Math.min(deviating, others);
        return Math.max(deviating, others) >= 3 * few ? few : few / 2;
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
        return !degenerate
                && FisherExactTest.withDefaults()
                                .with(AlternativeHypothesis.TWO_SIDED)
                                .test(table)
                                .getPValue()
                        <= RISK / Math.max(1, paths);
    }
}
