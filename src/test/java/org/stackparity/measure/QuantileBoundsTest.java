package org.stackparity.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantileBoundsTest {
    /** Wilks: the fewest samples whose largest lies above the quantile (design, statistics section 3). */
    @ParameterizedTest
    @CsvSource({"0.90, 29", "0.95, 59", "0.99, 299"})
    void hasAnUpperBoundFromWilksNumberOn(double quantile, int fewest) {
        assertThat(new QuantileBounds(ascending(fewest - 1), quantile).upper(0.05))
                .isEmpty();
        assertThat(new QuantileBounds(ascending(fewest), quantile).upper(0.05)).hasValue(fewest);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 20, 0.05", "0.5, 64, 0.025", "0.95, 64, 0.05", "0.95, 240, 0.025", "0.99, 400, 0.05"})
    void coversTheQuantileButForTheRisk(double quantile, int samples, double risk) {
        Random random = new Random(1941);
        int above = 0;
        int below = 0;
        int runs = 2_000;
        for (int run = 0; run < runs; run++) {
            double[] uniform = random.doubles(samples).toArray();
            QuantileBounds bounds = new QuantileBounds(uniform, quantile);
            above += bounds.lower(risk).orElse(Double.NEGATIVE_INFINITY) > quantile ? 1 : 0;
            below += bounds.upper(risk).orElse(Double.POSITIVE_INFINITY) < quantile ? 1 : 0;
        }
        double slack = 3 * Math.sqrt(risk * (1 - risk) / runs);
        assertThat((double) above / runs).isLessThanOrEqualTo(risk + slack);
        assertThat((double) below / runs).isLessThanOrEqualTo(risk + slack);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 11", "0.5, 64", "0.95, 100", "0.99, 500"})
    void isAsTightAsTheRiskAllows(double quantile, int samples) {
        // brute force over the exact binomial: one rank further in would break the risk
        double risk = 0.05;
        QuantileBounds bounds = new QuantileBounds(ascending(samples), quantile);
        int lower = (int) bounds.lower(risk).orElseThrow();
        assertThat(atMost(samples, quantile, lower - 1)).isLessThanOrEqualTo(risk);
        assertThat(atMost(samples, quantile, lower)).isGreaterThan(risk);
        bounds.upper(risk).ifPresent(upper -> {
            assertThat(1 - atMost(samples, quantile, (int) upper - 1)).isLessThanOrEqualTo(risk + 1e-12);
            assertThat(1 - atMost(samples, quantile, (int) upper - 2)).isGreaterThan(risk);
        });
    }

    /** The probability that so many samples or fewer lie below the quantile. */
    private static double atMost(int samples, double quantile, int count) {
        double sum = 0;
        for (int k = 0; k <= count; k++) {
            double log = 0;
            for (int i = 1; i <= k; i++) {
                log += Math.log((double) (samples - k + i) / i);
            }
            sum += Math.exp(log + k * Math.log(quantile) + (samples - k) * Math.log1p(-quantile));
        }
        return sum;
    }

    @Test
    void neverFallsWhenASampleGrows() {
        Random random = new Random(2012);
        for (int run = 0; run < 300; run++) {
            double[] samples = random.doubles(30 + run % 90).toArray();
            double[] worse = samples.clone();
            for (int i = 0; i < worse.length; i++) {
                worse[i] += random.nextInt(3) == 0 ? random.nextDouble() * 5 : 0;
            }
            QuantileBounds before = new QuantileBounds(samples, 0.9);
            QuantileBounds after = new QuantileBounds(worse, 0.9);
            assertThat(after.lower(0.05).orElse(-1))
                    .isGreaterThanOrEqualTo(before.lower(0.05).orElse(-1));
            assertThat(after.upper(0.05).orElse(99))
                    .isGreaterThanOrEqualTo(before.upper(0.05).orElse(99));
            assertThat(after.estimate()).isGreaterThanOrEqualTo(before.estimate());
        }
    }

    @Test
    void estimatesByTheSmallestSampleThatIsEnough() {
        assertThat(new QuantileBounds(ascending(20), 0.95).estimate()).isEqualTo(19);
        assertThat(new QuantileBounds(ascending(21), 0.95).estimate()).isEqualTo(20);
        assertThat(new QuantileBounds(ascending(1), 0.5).estimate()).isEqualTo(1);
    }

    @Test
    void doesNotTouchTheSamples() {
        double[] samples = {3, 1, 2};
        new QuantileBounds(samples, 0.5).estimate();
        assertThat(samples).containsExactly(3, 1, 2);
    }

    @Test
    void refusesWhatIsNoFraction() {
        assertThatThrownBy(() -> new QuantileBounds(ascending(5), 95)).hasMessageContaining("[95.0]");
        assertThatThrownBy(() -> new QuantileBounds(ascending(5), Double.NaN)).hasMessageContaining("[NaN]");
    }

    private static double[] ascending(int count) {
        double[] samples = new double[count];
        for (int i = 0; i < count; i++) {
            samples[i] = i + 1;
        }
        return samples;
    }
}
