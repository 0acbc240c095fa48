package org.stackparity.bench.statistics;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * How often requests fail: independently, or in bursts as behind a link that goes away for a moment. In a burst every
 * request fails; bursts have a geometric length, and so have the times between them.
 *
 * @param rate of errors in the long run, a fraction
 * @param burst mean length of a burst in requests; 1 for independent errors
 */
record ErrorModel(double rate, double burst) {

    ErrorModel inBursts(double length) {
        return new ErrorModel(rate, length);
    }

    Requests requests(UniformRandomProvider random) {
        return new Requests(this, random);
    }

    /** The requests of one run in order; stationary from the first on. */
    static final class Requests {
        private final ErrorModel model;
        private final UniformRandomProvider random;
        private boolean failing;

        private Requests(ErrorModel model, UniformRandomProvider random) {
            this.model = model;
            this.random = random;
            this.failing = random.nextDouble() < model.rate;
        }

        boolean nextFails() {
            if (model.burst <= 1) {
                return random.nextDouble() < model.rate;
            }
            boolean fails = failing;
            double leave = 1 / model.burst;
            double enter = model.rate * leave / (1 - model.rate);
            failing = random.nextDouble() < (failing ? 1 - leave : enter);
            return fails;
        }

        int errors(int count) {
            int errors = 0;
            for (int i = 0; i < count; i++) {
                errors += nextFails() ? 1 : 0;
            }
            return errors;
        }
    }
}
