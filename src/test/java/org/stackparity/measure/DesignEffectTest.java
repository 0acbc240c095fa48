package org.stackparity.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DesignEffectTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.95})
    void isOneForIndependentSamples(double quantile) {
        SplittableRandom random = new SplittableRandom(1965);
        int ones = 0;
        for (int run = 0; run < 200; run++) {
            ones += of(20, 160, 0, quantile, random) == 1 ? 1 : 0;
        }
        assertThat(ones).isGreaterThanOrEqualTo(180);
    }

    /** Independent samples stand out by chance in one run of twenty, and must not be taken for half as many there. */
    @Test
    void staysNearOneWhereIndependentSamplesStandOutByChance() {
        SplittableRandom random = new SplittableRandom(1965);
        double largest = 1;
        for (int run = 0; run < 400; run++) {
            largest = Math.max(largest, of(20, 320, 0, 0.95, random));
        }
        assertThat(largest).isBetween(1.1, 1.5);
    }

    /** What weak correlation costs: 2.3 at the median for 0.5, 1.7 at p95 (the bivariate normal distribution). */
    @ParameterizedTest
    @CsvSource({"0.5, 2.3, 3.1", "0.95, 1.6, 2.4"})
    void isHardlyMoreThanWeakCorrelationCosts(double quantile, double least, double most) {
        SplittableRandom random = new SplittableRandom(1965);
        double sum = 0;
        for (int run = 0; run < 100; run++) {
            sum += of(20, 320, 0.5, quantile, random);
        }
        assertThat(sum / 100).isBetween(least, most);
    }

    /** 1 + 2 Σ (2/π) asin(0.8^k) = 6.4 at the median; less in the tail, where values above come seldom together. */
    @Test
    void isAboutTheFactorByWhichTheVarianceGrows() {
        SplittableRandom random = new SplittableRandom(1965);
        double sum = 0;
        for (int run = 0; run < 100; run++) {
            sum += of(20, 160, 0.8, 0.5, random);
        }
        assertThat(sum / 100).isBetween(5.5, 7.5);
        assertThat(of(20, 160, 0.8, 0.95, random)).isBetween(1.5, 6.0);
    }

    /** Of 160 samples one is above their p99: it cannot show that such samples come together. */
    @Test
    void isSeenLowerDownWhereAQuantileHasTooFewSamplesAboveIt() {
        SplittableRandom random = new SplittableRandom(1965);
        for (int run = 0; run < 100; run++) {
            assertThat(of(20, 160, 0.8, 0.99, random)).isBetween(2.0, 6.0);
        }
    }

    /** A pause that strikes four answers in a row shows at the quantile, though all around it comes as it likes. */
    @Test
    void isSeenWhereOnlyTheSlowestComeTogether() {
        DesignEffect effect = new DesignEffect();
        for (int series = 0; series < 10; series++) {
            double[] values = new double[80];
            for (int i = 0; i < values.length; i++) {
                values[i] = 100 + (i * 31) % 80;
            }
            for (int i = 0; i < 4; i++) {
                values[series + i] = 900 + i;
            }
            effect.add(values, 0.95);
        }
        assertThat(effect.value()).isGreaterThan(3);
    }

    /** A few endpoints that were decided early must not have the word for all: three of 160 samples seem to come together. */
    @Test
    void isPooledOverShortAndLongSeries() {
        SplittableRandom random = new SplittableRandom(1965);
        DesignEffect mixed = new DesignEffect();
        for (int one = 0; one < 17; one++) {
            mixed.add(random.doubles(800).toArray(), 0.95);
        }
        DesignEffect few = new DesignEffect();
        for (int one = 0; one < 3; one++) {
            double[] values = random.doubles(160).toArray();
            for (int i = 0; i < 4; i++) {
                values[20 + i] = 2 + i;
            }
            few.add(values, 0.95);
            mixed.add(values, 0.95);
        }
        assertThat(few.value()).isGreaterThan(1.5);
        assertThat(mixed.value()).isLessThan(1.2);
    }

    @Test
    void isOneWhereTooFewSamplesOrNoDifferenceTellAnything() {
        SplittableRandom random = new SplittableRandom(1965);
        assertThat(of(1, 12, 0.8, 0.5, random)).isEqualTo(1);
        DesignEffect same = new DesignEffect();
        same.add(new double[80], 0.5);
        assertThat(same.value()).isEqualTo(1);
        assertThat(new DesignEffect().value()).isEqualTo(1);
    }

    private static double of(int series, int samples, double rho, double quantile, SplittableRandom random) {
        DesignEffect effect = new DesignEffect();
        for (int one = 0; one < series; one++) {
            double[] values = new double[samples];
            double state = random.nextGaussian();
            for (int i = 0; i < samples; i++) {
                values[i] = Math.exp(0.5 * state);
                state = rho * state + Math.sqrt(1 - rho * rho) * random.nextGaussian();
            }
            effect.add(values, quantile);
        }
        return effect.value();
    }
}
