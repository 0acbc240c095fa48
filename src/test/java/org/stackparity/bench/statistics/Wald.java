package org.stackparity.bench.statistics;

/**
 * Wald's lower bounds of the expected number of samples of any sequential test between two error rates (Wald 1945,
 * section 4.7), and of how the alarm rate is shared in a run.
 *
 * @param alpha risk of calling the acceptable rate unacceptable
 * @param beta risk of the other mistake
 */
record Wald(double acceptable, double unacceptable, double alpha, double beta) {

    /** Fewest samples on average where the rate is the acceptable one. */
    double toAccept() {
        double sum = alpha * Math.log((1 - beta) / alpha) + (1 - alpha) * Math.log(beta / (1 - alpha));
        return sum / drift(acceptable);
    }

    /** Fewest samples on average where the rate is the unacceptable one. */
    double toReject() {
        double sum = (1 - beta) * Math.log((1 - beta) / alpha) + beta * Math.log(beta / (1 - alpha));
        return sum / drift(unacceptable);
    }

    /** What one sample adds to the logarithm of the likelihood ratio on average. */
    private double drift(double rate) {
        return rate * Math.log(unacceptable / acceptable)
                + (1 - rate) * Math.log((1 - unacceptable) / (1 - acceptable));
    }
}
