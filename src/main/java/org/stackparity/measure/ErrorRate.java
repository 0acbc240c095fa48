package org.stackparity.measure;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * Decides between two error rates of a node by Wald's sequential probability ratio test (Wald 1945), with equal risks
 * for a false alarm and for a miss. May be asked again after every pass: the test is made for looking at any time.
 *
 * @param acceptable the rate that is fine, a fraction
 * @param unacceptable the rate that is not, above the acceptable one
 * @param risk the probability of either mistake
 */
public record ErrorRate(double acceptable, double unacceptable, double risk) {
    /** The risk of either mistake that the design allows a node. */
    public static final double DEFAULT_RISK = 0.05;
    /** Share of the run's false alarms that error rates may use (design, statistics section 4). */
    private static final double RUN_ALARM_RISK = 0.01;

    /**
     * How many errors of one time stand for one: the design effect of bursts of geometric length with a mean of five,
     * E[L²] / E[L] = 2 · 5 − 1 (Kish, Survey Sampling, 1965).
     */
    private static final int BURST = 9;

    /** @throws IllegalArgumentException unless 0 &lt; acceptable &lt; unacceptable &lt; 1 */
    public ErrorRate {
        if (!(acceptable > 0 && acceptable < unacceptable && unacceptable < 1)) {
            throw new IllegalArgumentException("The error rates are [" + acceptable + "] and [" + unacceptable
                    + "]; expected fractions with 0 < acceptable < unacceptable < 1.");
        }
    }

    /** What requests that fail independently of each other say. Zero requests prove nothing. */
    public Answer decide(long requests, long errors) {
        return decide(requests, errors, risk, true);
    }

    /**
     * What the requests say when a false alarm may come no more often than {@code alarmRisk}, the node's share of the
     * run's false alarms; a miss keeps the risk of this test. Zero requests prove nothing.
     *
     * @param again whether errors came up at more than one time; before that they may be one burst, as of a link that was
     *     away for a moment, and only so many prove a violation that a burst hardly explains them
     */
    public Answer decide(long requests, long errors, double alarmRisk, boolean again) {
        double ratio = logRatio(requests, errors);
        if (ratio >= (again ? 1 : BURST) * Math.log((1 - risk) / alarmRisk)) {
            return Answer.VIOLATION;
        }
        return ratio <= Math.log(risk / (1 - alarmRisk)) ? Answer.PARITY : Answer.NOT_PROVEN;
    }

    /** How much more probable the unacceptable rate makes the errors than the acceptable one, as a logarithm. */
    private double logRatio(long requests, long errors) {
        return errors * Math.log(unacceptable / acceptable)
                + (requests - errors) * Math.log((1 - unacceptable) / (1 - acceptable));
    }

    /**
     * The alarm risk of one node's rate: half of the run's, shared out; the other half is that of {@link #isMoreOften}.
     *
     * @param rates how many are judged in the run
     */
    public static double alarmRisk(long rates) {
        return RUN_ALARM_RISK / 2 / Math.max(1, rates);
    }

    /**
     * Whether a node of the failover fails more often than the primary where neither rate is known: with as many errors on
     * both together, those of the node are binomial by its share of the requests (Przyborowski and Wilenski, Biometrika 31,
     * 1940; of as many requests each it is McNemar's test of discordant pairs). Monotone: another error of the node, or one
     * fewer of the primary, never makes it false.
     *
     * @param rates how many are judged in the run, at up to as many looks as there are passes
     */
    public static boolean isMoreOften(
            long primaryRequests, long primaryErrors, long requests, long errors, long rates) {
        if (errors == 0 || primaryRequests == 0) {
            return false;
        }
        double share = (double) requests / (requests + primaryRequests);
        double risk = alarmRisk(rates) / Looks.QUADRUPLES.size();
        return probabilityOfAtLeast(errors + primaryErrors, errors, share) <= risk;
    }

    /** How many further requests without an error would prove parity; 0 where it is proven. */
    public long cleanRequestsToParity(long requests, long errors) {
        return cleanRequestsToParity(requests, errors, risk);
    }

    /** The same where a false alarm may come no more often than {@code alarmRisk}. */
    public long cleanRequestsToParity(long requests, long errors, double alarmRisk) {
        double missing = logRatio(requests, errors) - Math.log(risk / (1 - alarmRisk));
        return missing <= 0 ? 0 : (long) Math.ceil(missing / -Math.log((1 - unacceptable) / (1 - acceptable)));
    }

    /** The rate that the errors prove at most, one-sided 95 %, after Clopper and Pearson 1934. */
    public static double provenAtMost(long requests, long errors) {
        return requests == 0
                ? 1
                : BinomialConfidenceInterval.CLOPPER_PEARSON
                        .fromErrorRate(Math.toIntExact(requests), Math.toIntExact(errors), 0.10)
                        .getUpperBound();
    }

    /**
     * How probable it is that so many errors or more come up among the samples at the rate; small means that they are
     * more than the rate explains.
     */
    public static double probabilityOfAtLeast(long samples, long errors, double rate) {
        if (errors <= 0) {
            return 1;
        }
        return BinomialDistribution.of(Math.toIntExact(samples), rate).survivalProbability((int) errors - 1);
    }
}
