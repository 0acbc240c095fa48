package org.stackparity.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * When a run looks at its samples: after each pass. The passes grow, since a case that two of them have left open needs
 * many more samples, and few cases are open then.
 */
public final class Looks {
    /**
     * How often each pass asks in the order primary, failover, failover, primary; the first as its plan says. All of them
     * take 1,920 pairs of an endpoint by default, which is what a p95 of times with σ = 1.0 needs for the default margin:
     * with 1,600, 20 such endpoints that are alike are left UNDECIDED in 2.5 % of runs.
     */
    public static final List<Integer> QUADRUPLES = List.of(1, 1, 2, 4, 6, 10);

    /** Risk of calling a quantile in parity that is not (design, statistics section 1). */
    private static final double PARITY_RISK = 0.05;
    /** Share of the run's false alarms that latency may use (statistics, section 4). */
    public static final double RUN_VIOLATION_RISK = 0.03;

    private static final double POCOCK = 0.5;
    /** Nearly even: what is far too slow shows in the first pass, and the last look is little harder than a single one. */
    private static final double VIOLATION_SHAPE = 0.4;

    private Looks() {}

    /** How sure parity has to be of one quantile; the same at each look, so that GO comes early. */
    public static GroupSequential parity() {
        return new GroupSequential(parts(), POCOCK, PARITY_RISK);
    }

    /**
     * How sure a violation has to be.
     *
     * @param ratios how many quantiles and middles share the alarm risk of the run
     */
    public static GroupSequential violation(long ratios) {
        return new GroupSequential(parts(), VIOLATION_SHAPE, RUN_VIOLATION_RISK / Math.max(1, ratios));
    }

    /** How many answers about a node share the alarm risk: whether each quantile is too large, and the middle of its pairs. */
    public static int answers(int quantiles) {
        return quantiles + 1;
    }

    /** After each pass the part of all samples that are there by then, up to 1. */
    public static List<Double> parts() {
        List<Double> parts = new ArrayList<>();
        int taken = 0;
        for (int quadruples : QUADRUPLES) {
            taken += quadruples;
            parts.add((double) taken / all());
        }
        return parts;
    }

    /** How many quadruples a run takes of a case at most. */
    public static int all() {
        return QUADRUPLES.stream().mapToInt(Integer::intValue).sum();
    }
}
