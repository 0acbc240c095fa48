package org.stackparity.bench.statistics;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * How long the answers of one endpoint take on one stack: lognormal, with neighbours that are alike, a load that rises
 * over the run, and a share of answers that a fault makes slower.
 *
 * @param median in milliseconds, at the beginning of the run
 * @param sigma standard deviation of the logarithm
 * @param correlation of the logarithms of neighbouring answers, an autoregression of order 1; 0 for independent ones
 * @param drift how much slower all is at the end of the run, a fraction of the median
 * @param tailShare of answers that the fault strikes, independently
 * @param tailFactor by which it makes them slower
 */
record LatencyModel(
        double median, double sigma, double correlation, double drift, double tailShare, double tailFactor) {

    /** Independent answers without a fault. */
    static LatencyModel lognormal(double median, double sigma) {
        return new LatencyModel(median, sigma, 0, 0, 0, 1);
    }

    LatencyModel correlated(double rho) {
        return new LatencyModel(median, sigma, rho, drift, tailShare, tailFactor);
    }

    LatencyModel drifting(double by) {
        return new LatencyModel(median, sigma, correlation, by, tailShare, tailFactor);
    }

    LatencyModel withTail(double share, double factor) {
        return new LatencyModel(median, sigma, correlation, drift, share, factor);
    }

    /** All answers slower by a factor. */
    LatencyModel times(double factor) {
        return new LatencyModel(median * factor, sigma, correlation, drift, tailShare, tailFactor);
    }

    /** @param length how many answers the run has, over which the drift is spread */
    Answers answers(UniformRandomProvider random, int length) {
        return new Answers(this, random, length);
    }

    /** The answers of one run in order; stationary from the first on. */
    static final class Answers {
        private final LatencyModel model;
        private final UniformRandomProvider random;
        private final ZigguratSampler.NormalizedGaussian gaussian;
        private final int length;
        private double state;
        private int given;

        private Answers(LatencyModel model, UniformRandomProvider random, int length) {
            this.model = model;
            this.random = random;
            this.gaussian = ZigguratSampler.NormalizedGaussian.of(random);
            this.length = length;
            this.state = gaussian.sample();
        }

        double next() {
            double rho = model.correlation;
            state = rho == 0 ? gaussian.sample() : rho * state + Math.sqrt(1 - rho * rho) * gaussian.sample();
            double load = 1 + model.drift * given++ / Math.max(1, length - 1);
            double tail = model.tailShare > 0 && random.nextDouble() < model.tailShare ? model.tailFactor : 1;
            return model.median * load * tail * Math.exp(model.sigma * state);
        }

        double[] next(int count) {
            double[] answers = new double[count];
            for (int i = 0; i < count; i++) {
                answers[i] = next();
            }
            return answers;
        }
    }
}
