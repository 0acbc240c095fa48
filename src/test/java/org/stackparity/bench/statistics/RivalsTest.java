package org.stackparity.bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of other tools say on small data what their formulas say. */
class RivalsTest {
    @ParameterizedTest
    @CsvSource({
        "30, 10, 1000, true, 50 % relative and 2 % absolute",
        "10, 10, 1000, false, raw is not above noise",
        "10, 30, 1000, false, raw is below noise",
        "14, 10, 1000, false, 16.7 % relative",
        "15, 10, 1000, false, exactly 20 % relative",
        "16, 10, 1000, true, 23 % relative",
        "3, 0, 10000, false, exactly 0.03 % absolute",
        "4, 0, 10000, true, 0.04 % absolute",
        "1000, 660, 1000, true, 20.5 % relative",
        "1000, 670, 1000, false, noise above two thirds"
    })
    void diffyTakesBothThresholds(long raw, long noise, long requests, boolean critical, String why) {
        assertThat(Diffy.isCritical(raw, noise, requests)).as(why).isEqualTo(critical);
    }

    @Test
    void diffyComparesRequestByRequest() {
        List<String[]> primary = said("a", "b", "c", "d");
        List<String[]> candidate = said("a", "x", "x", "d");
        assertThat(Diffy.isCritical(primary, said("a", "b", "c", "d"), candidate, 0))
                .isTrue();
        assertThat(Diffy.isCritical(primary, said("y", "b", "c", "y"), candidate, 0))
                .isFalse();
        assertThat(Diffy.isCritical(List.of(), List.of(), List.of(), 0)).isFalse();
    }

    private static List<String[]> said(String... values) {
        return Arrays.stream(values).map(value -> new String[] {value}).toList();
    }

    /** The nine differences are 8, 9, 9, 10, 10, 10, 11, 11, 12; with so few the interval is all of them. */
    @Test
    void kayentaEstimatesTheShiftAfterHodgesAndLehmann() {
        Kayenta.Shift shift = Kayenta.shift(new double[] {1, 2, 3}, new double[] {11, 12, 13});
        assertThat(shift.estimate()).isCloseTo(10, within(1e-9));
        assertThat(shift.lower()).isCloseTo(8, within(1e-9));
        assertThat(shift.upper()).isCloseTo(12, within(1e-9));
    }

    @Test
    void kayentaClassifiesByAQuarterOfTheShift() {
        double[] low = {1, 2, 3};
        double[] high = {11, 12, 13};
        assertThat(Kayenta.classify(low, high)).isEqualTo(Kayenta.Label.HIGH);
        assertThat(Kayenta.classify(high, low)).isEqualTo(Kayenta.Label.LOW);
        assertThat(Kayenta.classify(low, low)).isEqualTo(Kayenta.Label.PASS);
        // differences from 1 to 19 with their median at 10: the lower end 1 is below 2.5
        assertThat(Kayenta.classify(new double[] {1, 5, 10}, new double[] {11, 15, 20}))
                .isEqualTo(Kayenta.Label.PASS);
        assertThat(Kayenta.classify(new double[0], high)).isEqualTo(Kayenta.Label.NO_DATA);
        assertThat(Kayenta.classify(low, new double[0])).isEqualTo(Kayenta.Label.NO_DATA);
    }

    /** The interval leaves zero out where the test of Mann and Whitney rejects at two-sided 2 %. */
    @Test
    void kayentasIntervalAgreesWithTheTest() {
        int rejected = 0;
        for (int run = 0; run < 400; run++) {
            UniformRandomProvider random = new Seed(1947).repetition(run);
            double[] control =
                    LatencyModel.lognormal(100, 0.5).answers(random, 60).next(60);
            double[] experiment = LatencyModel.lognormal(100 + run % 80, 0.5)
                    .answers(random, 60)
                    .next(60);
            double p = MannWhitneyUTest.withDefaults().test(control, experiment).getPValue();
            Kayenta.Shift shift = Kayenta.shift(control, experiment);
            boolean excludesZero = shift.lower() > 0 || shift.upper() < 0;
            if (p < 0.019 || p > 0.021) {
                assertThat(excludesZero).as("p = %s, %s", p, shift).isEqualTo(p < 0.02);
            }
            rejected += excludesZero ? 1 : 0;
        }
        assertThat(rejected).isBetween(40, 360);
    }

    @Test
    void theRanksOfDifferencesAreThoseOfAllOfThem() {
        UniformRandomProvider random = new Seed(1963).repetition(0);
        double[] control = LatencyModel.lognormal(100, 1).answers(random, 31).next(31);
        double[] experiment = LatencyModel.lognormal(120, 1).answers(random, 31).next(31);
        double[] all = Arrays.stream(experiment)
                .flatMap(one -> Arrays.stream(control).map(other -> one - other))
                .sorted()
                .toArray();
        Kayenta.Shift shift = Kayenta.shift(control, experiment);
        assertThat(shift.estimate()).isCloseTo(all[all.length / 2], within(1e-6));
        double width = 2.3263478740408408 * Math.sqrt(31.0 * 31 * 63 / 12);
        int below = (int) Math.floor(all.length / 2.0 - width + 0.5);
        assertThat(shift.lower()).isCloseTo(all[below - 1], within(1e-6));
        assertThat(shift.upper()).isCloseTo(all[all.length - below], within(1e-6));
    }

    @Test
    void theNaiveGateComparesP95() {
        double[] hundred = IntStream.rangeClosed(1, 100).mapToDouble(i -> i).toArray();
        assertThat(NaiveGate.p95(hundred)).isCloseTo(95.05, within(1e-9));
        assertThat(NaiveGate.p95(new double[] {7})).isEqualTo(7);
        assertThat(NaiveGate.isRed(hundred, times(hundred, 1.19))).isFalse();
        assertThat(NaiveGate.isRed(hundred, times(hundred, 1.21))).isTrue();
        assertThat(NaiveGate.isRed(hundred, new double[0])).isFalse();
    }

    private static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(value -> value * factor).toArray();
    }

    /** The design's statistics, section 5. */
    @ParameterizedTest
    @CsvSource({"0.001, 0.01, 393, 188", "0.01, 0.05, 107, 64", "0.01, 0.10, 37, 18"})
    void waldsBoundsAreThoseOfTheDesign(double acceptable, double unacceptable, double toAccept, double toReject) {
        Wald wald = new Wald(acceptable, unacceptable, 0.05, 0.05);
        assertThat(wald.toAccept()).isCloseTo(toAccept, within(0.5));
        assertThat(wald.toReject()).isCloseTo(toReject, within(0.5));
    }

    @Test
    void aClaimHoldsBreaksOrIsNotShown() {
        Required atMost = Required.atMost(0.05);
        assertThat(atMost.of(new Rate(0, 2_000))).isEqualTo(Required.Held.YES);
        assertThat(atMost.of(new Rate(0, 20))).isEqualTo(Required.Held.NOT_SHOWN);
        assertThat(atMost.of(new Rate(200, 2_000))).isEqualTo(Required.Held.NO);
        Required atLeast = Required.atLeast(0.8);
        assertThat(atLeast.of(new Rate(1_700, 2_000))).isEqualTo(Required.Held.YES);
        assertThat(atLeast.of(new Rate(1_610, 2_000))).isEqualTo(Required.Held.NOT_SHOWN);
        assertThat(atLeast.of(new Rate(100, 2_000))).isEqualTo(Required.Held.NO);
        assertThat(new Rate(0, 59).upper()).isCloseTo(0.0606, within(0.0001));
        assertThat(new Rate(62, 2_000)).hasToString("3.1 % (2.4–4.0)");
    }
}
