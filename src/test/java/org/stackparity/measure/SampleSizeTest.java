package org.stackparity.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers are those of the design's statistics, section 3. */
class SampleSizeTest {
    @ParameterizedTest
    @CsvSource({
        "0.3, 53, 0.5",
        "0.3, 150, 0.95",
        "0.5, 147, 0.5",
        "0.5, 416, 0.95",
        "0.5, 1295, 0.99",
        "1.0, 1663, 0.95"
    })
    void findsTwentyPerCentWithThePairsOfTheory(double sigma, int pairs, double quantile) {
        assertThat(new SampleSize(pairs, quantile, sigma).smallestExcess(0.05).orElseThrow())
                .isCloseTo(1.2, within(0.002));
    }

    @ParameterizedTest
    @CsvSource({"2105, 1.1", "576, 1.2", "278, 1.3", "117, 1.5"})
    void provesAMarginWithThePairsOfTheory(int pairs, double margin) {
        assertThat(new SampleSize(pairs, 0.95, 0.5).smallestMargin(0.05).orElseThrow())
                .isCloseTo(margin, within(0.003));
    }

    /** 117 pairs prove 50 % in nine of ten runs; 99 of a hundred take ((1.645 + 2.326) / (1.645 + 1.282))² times as many. */
    @Test
    void nearlyAlwaysTakesMorePairsAndNoneDoWithoutAMargin() {
        double pairs = SampleSize.pairs(0.95, 0.5, 0.05, 1.5);
        assertThat(pairs).isCloseTo(117 * 1.84, within(2.0));
        assertThat(SampleSize.pairs(0.95, 1.0, 0.05, 1.5)).isCloseTo(4 * pairs, within(1e-9));
        assertThat(SampleSize.pairs(0.95, 0.5, 0.05, 1)).isInfinite();
    }

    @ParameterizedTest
    @CsvSource({"0.3", "0.5", "1.0"})
    void tellsTheSpreadOfTimes(double sigma) {
        NormalDistribution normal = NormalDistribution.of(Math.log(200), sigma);
        double[] ascending = IntStream.range(0, 2_000)
                .mapToDouble(i -> Math.exp(normal.inverseCumulativeProbability((i + 0.5) / 2_000)))
                .toArray();
        assertThat(SampleSize.sigma(ascending)).isCloseTo(sigma, within(0.01));
    }

    @Test
    void provesNothingWithTooFew() {
        assertThat(new SampleSize(20, 0.95, 0.5).smallestMargin(0.02)).isEmpty();
        assertThat(new SampleSize(5, 0.95, 0.5).smallestExcess(0.001)).isEmpty();
        assertThat(new SampleSize(0, 0.5, 0.5).smallestMargin(0.05)).isEmpty();
    }
}
