package org.stackparity.bench.statistics;

import java.util.Locale;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * How often something came up, with its 95 % interval after Clopper and Pearson 1934.
 *
 * @param of how many repetitions; at least 1
 */
record Rate(int hits, int of) {
    private static final double ERROR = 0.05;

    double share() {
        return (double) hits / of;
    }

    double lower() {
        return interval().getLowerBound();
    }

    double upper() {
        return interval().getUpperBound();
    }

    private Interval interval() {
        return BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(of, hits, ERROR);
    }

    /** Like {@code 3.1 % (2.4–4.0)}. */
    @Override
    public String toString() {
        return percent(share()) + " % (" + percent(lower()) + "–" + percent(upper()) + ")";
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, fraction > 0 && fraction < 0.001 ? "%.2f" : "%.1f", 100 * fraction);
    }
}
