package org.stackparity.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairedShiftTest {
    private static final Margin HALF = new Margin(0.5, 0);
    private static final PairedShift TEST = new PairedShift(HALF, 0.03);

    /** Pairs that meet the same weather, twice as slow as at night in the day, with a failover 1.7 × as slow. */
    @Test
    void seesAShiftBeforeAQuantileDoes() {
        double[] primary = weather(60, 1);
        double[] failover = times(primary, 1.7, 2);
        PairedShift.Middle middle = TEST.violation(primary, failover, 1).orElseThrow();
        assertThat(middle.ratio()).isCloseTo(1.7, within(0.05));
        assertThat(middle.failover()).isGreaterThan(middle.primary());
        PairedRatio median = new PairedRatio(0.5, HALF, 0.05, 0.03);
        assertThat(median.decide(primary, failover).orElseThrow().answer()).isEqualTo(Answer.NOT_PROVEN);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 1.4})
    void isSilentWithinTheMargin(double ratio) {
        double[] primary = weather(200, 3);
        assertThat(TEST.violation(primary, times(primary, ratio, 4), 1)).isEmpty();
    }

    @Test
    void isSilentBelowTheFloor() {
        double[] primary = weather(200, 5);
        assertThat(new PairedShift(new Margin(0.5, 2_000), 0.03).violation(primary, times(primary, 3, 6), 1))
                .isEmpty();
    }

    @Test
    void alarmsAtTheMarginNoMoreOftenThanItsRisk() {
        int alarms = 0;
        int runs = 2_000;
        for (int run = 0; run < runs; run++) {
            double[] primary = weather(80, 100 + run);
            alarms +=
                    TEST.violation(primary, times(primary, 1.5, -100 - run), 1).isPresent() ? 1 : 0;
        }
        assertThat((double) alarms / runs).isBetween(0.015, 0.04);
    }

    @Test
    void takesWhatNeverCameForTheSlowest() {
        double[] primary = weather(40, 7);
        double[] failover = primary.clone();
        java.util.Arrays.fill(failover, 0, 35, Double.POSITIVE_INFINITY);
        assertThat(TEST.violation(primary, failover, 1).orElseThrow().failover())
                .isInfinite();
    }

    @Test
    void needsMoreOfSamplesThatFollowOneAnother() {
        double[] primary = weather(30, 8);
        double[] failover = times(primary, 1.6, 9);
        assertThat(TEST.violation(primary, failover, 1)).isPresent();
        assertThat(TEST.violation(primary, failover, 30)).isEmpty();
    }

    @Test
    void noWorseSampleMakesAViolationGoAway() {
        Random random = new Random(11);
        int violations = 0;
        for (int run = 0; run < 2_000; run++) {
            double[] primary = weather(10 + random.nextInt(60), random.nextLong());
            double[] failover = times(primary, 1.2 + random.nextDouble(), random.nextLong());
            boolean before = TEST.violation(primary, failover, 1).isPresent();
            for (int i = 0; i < failover.length; i++) {
                if (random.nextInt(3) == 0) {
                    failover[i] = random.nextInt(5) == 0
                            ? Double.POSITIVE_INFINITY
                            : failover[i] * (1 + 5 * random.nextDouble());
                }
            }
            violations += before ? 1 : 0;
            assertThat(!before || TEST.violation(primary, failover, 1).isPresent())
                    .isTrue();
        }
        assertThat(violations).isBetween(200, 1_800);
    }

    /** Two answers that never came are as far beyond the margin as each other, which is no reason to doubt the rest. */
    @Test
    void losesNothingOfItsPowerToTies() {
        for (int pairs = 32; pairs <= 60; pairs++) {
            double[] primary = weather(pairs, pairs);
            double[] failover = times(primary, 4, pairs);
            PairedShift strict = new PairedShift(HALF, 3e-9);
            boolean before = strict.violation(primary, failover, 1).isPresent();
            failover[0] = Double.POSITIVE_INFINITY;
            failover[1] = Double.POSITIVE_INFINITY;
            assertThat(strict.violation(primary, failover, 1).isPresent()).isEqualTo(before);
        }
    }

    @Test
    void takesEqualTimesForNoViolation() {
        double[] zero = new double[30];
        double[] some = new double[30];
        some[7] = 20;
        assertThat(TEST.violation(zero, zero, 1)).isEmpty();
        assertThat(TEST.violation(zero, some, 1)).isEmpty();
    }

    @Test
    void provesNothingWithoutPairs() {
        assertThat(TEST.violation(new double[0], new double[0], 1)).isEmpty();
        assertThat(TEST.violation(new double[] {10, 10}, new double[] {90, 90}, 1))
                .isEmpty();
        assertThatThrownBy(() -> TEST.violation(new double[2], new double[3], 1))
                .hasMessageContaining("[2]");
    }

    private static double[] weather(int count, long seed) {
        return new Random(seed).doubles(count).map(day -> 100 * (1 + day * 3)).toArray();
    }

    private static double[] times(double[] primary, double ratio, long seed) {
        Random random = new Random(seed);
        double[] failover = new double[primary.length];
        for (int i = 0; i < failover.length; i++) {
            failover[i] = primary[i] * ratio * Math.exp(0.1 * random.nextGaussian());
        }
        return failover;
    }
}
