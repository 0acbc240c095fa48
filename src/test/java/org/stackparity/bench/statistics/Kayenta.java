package org.stackparity.bench.statistics;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The rule of Kayenta's default judge for one metric: the shift between experiment and control is estimated with its
 * 98 % interval after Mann and Whitney (the estimate of Hodges and Lehmann 1963 and the interval of Moses, by normal
 * approximation, as {@code wilcox.test} of R gives them). The metric is high where the lower end lies above 25 % of the
 * estimate, low where the upper end lies below minus that, and passes otherwise. No data on a side passes as "no data".
 *
 * <p>Written from the description of the judge in the documentation of Spinnaker ("Canary judge", "Metric
 * classification") and the constants of spinnaker/kayenta ({@code MannWhitneyClassifier(tolerance = 0.25, confLevel =
 * 0.98)}).
 */
final class Kayenta {
    private static final double TOLERANCE = 0.25;
    /** The quantile of the standard normal distribution at 99 %. */
    private static final double Z = 2.3263478740408408;

    private Kayenta() {}

    /** What the judge calls a metric. */
    enum Label {
        PASS,
        HIGH,
        LOW,
        NO_DATA
    }

    static Label classify(double[] control, double[] experiment) {
        if (control.length == 0 || experiment.length == 0) {
            return Label.NO_DATA;
        }
        Shift shift = shift(control, experiment);
        double allowed = Math.abs(TOLERANCE * shift.estimate());
        if (shift.lower() > allowed) {
            return Label.HIGH;
        }
        return shift.upper() < -allowed ? Label.LOW : Label.PASS;
    }

    /**
     * How much larger the experiment is.
     *
     * @param estimate the median of all differences
     * @param lower the lower end of the interval
     */
    record Shift(double estimate, double lower, double upper) {}

    static Shift shift(double[] control, double[] experiment) {
        double[] x = experiment.clone();
        double[] y = control.clone();
        Arrays.sort(x);
        Arrays.sort(y);
        double all = (double) x.length * y.length;
        double width = Z * Math.sqrt(all * (x.length + y.length + 1) / 12);
        DoubleUnaryOperator atRank = rank -> difference(x, y, Math.max(1, Math.min(all, rank)));
        double lower = atRank.applyAsDouble(Math.floor(all / 2 - width + 0.5));
        double upper = atRank.applyAsDouble(Math.ceil(all / 2 + width + 0.5));
        double estimate =
                (atRank.applyAsDouble(Math.floor((all + 1) / 2)) + atRank.applyAsDouble(Math.ceil((all + 1) / 2))) / 2;
        return new Shift(estimate, lower, upper);
    }

    /** The difference of that rank among all of x − y, to a part in 10¹² of their range; found by halving. */
    private static double difference(double[] x, double[] y, double rank) {
        double low = x[0] - y[y.length - 1];
        double high = x[x.length - 1] - y[0];
        double enough = (high - low) * 1e-12;
        while (high - low > enough) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            if (countUpTo(x, y, middle) >= rank) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** How many differences are at most so large; both sorted. */
    private static double countUpTo(double[] x, double[] y, double most) {
        double count = 0;
        int first = 0;
        for (double one : x) {
            while (first < y.length && one - y[first] > most) {
                first++;
            }
            count += y.length - first;
        }
        return count;
    }
}
