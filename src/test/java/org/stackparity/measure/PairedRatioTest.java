package org.stackparity.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairedRatioTest {
    private static final PairedRatio MEDIAN = new PairedRatio(0.5, new Margin(0.5, 25), 0.05, 0.03);
    private static final PairedRatio TAIL = new PairedRatio(0.95, new Margin(0.5, 0), 0.05, 0.03);

    @Test
    void provesParityOfTheSame() {
        PairedRatio.Result result =
                MEDIAN.decide(spread(100, 64), spread(101, 64)).orElseThrow();
        assertThat(result.answer()).isEqualTo(Answer.PARITY);
        assertThat(result.ratio()).isBetween(1.0, 1.02);
        assertThat(result.provenMargin().orElseThrow()).isBetween(1.01, 1.5);
    }

    @Test
    void provesThatAFailoverIsSlower() {
        PairedRatio.Result result =
                MEDIAN.decide(spread(100, 64), spread(300, 64)).orElseThrow();
        assertThat(result.answer()).isEqualTo(Answer.VIOLATION);
        assertThat(result.failover() - result.primary()).isBetween(150.0, 250.0);
    }

    @Test
    void leavesOpenWhatTheSamplesDoNotSay() {
        assertThat(MEDIAN.decide(spread(100, 64), spread(150, 64)).orElseThrow().answer())
                .isEqualTo(Answer.NOT_PROVEN);
        assertThat(MEDIAN.decide(spread(100, 4), spread(100, 4)).orElseThrow().answer())
                .isEqualTo(Answer.NOT_PROVEN);
        assertThat(MEDIAN.decide(spread(100, 4), spread(100, 4)).orElseThrow().provenMargin())
                .isEmpty();
    }

    @Test
    void saysNothingWithoutSamplesOfBoth() {
        assertThat(MEDIAN.decide(new double[0], spread(100, 64))).isEmpty();
        assertThat(MEDIAN.decide(spread(100, 64), new double[0])).isEmpty();
    }

    @Test
    void allowsAFasterFailover() {
        assertThat(MEDIAN.decide(spread(300, 64), spread(30, 64)).orElseThrow().answer())
                .isEqualTo(Answer.PARITY);
    }

    @Test
    void allowsWhatLiesBelowTheFloor() {
        assertThat(MEDIAN.decide(spread(2, 64), spread(20, 64)).orElseThrow().answer())
                .isEqualTo(Answer.PARITY);
        assertThat(new PairedRatio(0.5, new Margin(0.5, 0), 0.05, 0.03)
                        .decide(spread(2, 64), spread(20, 64))
                        .orElseThrow()
                        .answer())
                .isEqualTo(Answer.VIOLATION);
    }

    @Test
    void countsWhatNeverCameAsTheSlowest() {
        double[] failover = spread(100, 64);
        Arrays.fill(failover, 0, 20, Double.POSITIVE_INFINITY);
        assertThat(TAIL.decide(spread(100, 64), failover).orElseThrow().answer())
                .isNotEqualTo(Answer.PARITY);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.9, 0.95})
    void neverImprovesWhenASubsetOfTheFailoverGetsWorse(double quantile) {
        PairedRatio test = new PairedRatio(quantile, new Margin(0.5, 5), 0.05, 0.03);
        Random random = new Random(1979);
        for (int run = 0; run < 400; run++) {
            int count = 20 + random.nextInt(200);
            double[] primary = lognormal(random, count, 100, 0.5);
            double[] failover = lognormal(random, count, 60 + random.nextInt(150), 0.5);
            double[] worse = failover.clone();
            for (int i = 0; i < count; i++) {
                worse[i] *= random.nextInt(4) == 0 ? 1 + 9 * random.nextDouble() : 1;
            }
            Answer before = test.decide(primary, failover).orElseThrow().answer();
            Answer after = test.decide(primary, worse).orElseThrow().answer();
            assertThat(worth(after)).isLessThanOrEqualTo(worth(before));
        }
    }

    private static int worth(Answer answer) {
        return switch (answer) {
            case VIOLATION -> 0;
            case NOT_PROVEN -> 1;
            case PARITY -> 2;
        };
    }

    @Test
    void alarmsOnIdenticalStacksNoMoreOftenThanItsRisk() {
        PairedRatio test = new PairedRatio(0.95, new Margin(0.000_001, 0), 0.05, 0.03);
        Random random = new Random(1937);
        int alarms = 0;
        for (int run = 0; run < 2_000; run++) {
            double[] primary = lognormal(random, 100, 100, 0.5);
            double[] failover = lognormal(random, 100, 100, 0.5);
            alarms += test.decide(primary, failover).orElseThrow().answer() == Answer.VIOLATION ? 1 : 0;
        }
        assertThat(alarms / 2_000.0).isLessThanOrEqualTo(0.03);
    }

    @Test
    void callsParityWhatIsAtTheMarginNoMoreOftenThanItsRisk() {
        Random random = new Random(1987);
        int mistakes = 0;
        for (int run = 0; run < 2_000; run++) {
            double[] primary = lognormal(random, 200, 100, 0.3);
            double[] failover = lognormal(random, 200, 150, 0.3);
            mistakes += TAIL.decide(primary, failover).orElseThrow().answer() == Answer.PARITY ? 1 : 0;
        }
        assertThat(mistakes / 2_000.0).isLessThanOrEqualTo(0.05);
    }

    @Test
    void reachesGoOnIdenticalStacksOfAKnownSpread() {
        Random random = new Random(2020);
        int parities = 0;
        for (int run = 0; run < 300; run++) {
            double[] primary = lognormal(random, 400, 100, 0.3);
            double[] failover = lognormal(random, 400, 100, 0.3);
            parities += TAIL.decide(primary, failover).orElseThrow().answer() == Answer.PARITY ? 1 : 0;
        }
        assertThat(parities / 300.0).isGreaterThan(0.95);
    }

    private static double[] lognormal(Random random, int count, double median, double sigma) {
        double[] samples = new double[count];
        for (int i = 0; i < count; i++) {
            samples[i] = median * Math.exp(sigma * random.nextGaussian());
        }
        return samples;
    }

    /** Samples between 80 % and 120 % of the middle. */
    private static double[] spread(double middle, int count) {
        double[] samples = new double[count];
        for (int i = 0; i < count; i++) {
            samples[i] = middle * (0.8 + 0.4 * i / Math.max(1, count - 1));
        }
        return samples;
    }
}
