package org.stackparity.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupSequentialTest {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    /** Figures of the design, statistics section 4; Jennison and Turnbull, Group Sequential Methods, 2000, table 2.3 halves two-sided ones. */
    @ParameterizedTest
    @CsvSource({
        "1, 0, 0.05, 1.645",
        "5, 0, 0.05, 1.749",
        "5, 0, 0.025, 2.040",
        "2, 0, 0.025, 1.977",
        "4, 0, 0.005, 2.609",
        "5, 0, 0.005, 2.621",
        "5, 0.5, 0.05, 2.122",
        "5, 0.5, 0.025, 2.413",
        "5, 0.25, 0.025, 2.136"
    })
    void hasTheConstantOfTheTables(int looks, double shape, double risk, double constant) {
        assertThat(even(looks, shape, risk).constant()).isCloseTo(constant, within(0.003));
    }

    @Test
    void isHardAtFirstOrAlwaysTheSame() {
        GroupSequential five = even(5, 0, 0.05);
        assertThat(five.nominal(1)).isCloseTo(0.000_046, within(0.000_003));
        assertThat(five.nominal(2)).isCloseTo(0.002_85, within(0.000_05));
        assertThat(five.nominal(5)).isCloseTo(0.0401, within(0.0003));
        assertThat(five.nominal(9)).isEqualTo(five.nominal(5));
        GroupSequential even = even(5, 0.5, 0.05);
        assertThat(even.nominal(1)).isCloseTo(0.0169, within(0.0001));
        assertThat(even.nominal(5)).isEqualTo(even.nominal(1));
    }

    @ParameterizedTest
    @CsvSource({"5, 0.25, 0.05", "3, 0, 0.02"})
    void isWrongInAllLooksTogetherAsOftenAsItsRisk(int looks, double shape, double risk) {
        GroupSequential design = even(looks, shape, risk);
        SplittableRandom random = new SplittableRandom(1979);
        int runs = 20_000;
        int crossed = 0;
        for (int run = 0; run < runs; run++) {
            double at = 0;
            boolean isCrossed = false;
            for (int look = 1; look <= looks; look++) {
                at += random.nextGaussian();
                double p = STANDARD.survivalProbability(at / Math.sqrt(look));
                isCrossed |= p <= design.nominal(look);
            }
            crossed += isCrossed ? 1 : 0;
        }
        assertThat(crossed / (double) runs).isCloseTo(risk, within(4 * Math.sqrt(risk / runs)));
    }

    /** Looks of passes that grow, as a run has them. */
    @Test
    void isWrongAsOftenAsItsRiskWhereTheLooksAreNotEvenlySpaced() {
        List<Double> parts = Looks.parts();
        assertThat(parts).hasSize(6).endsWith(1.0);
        for (double shape : new double[] {0.25, 0.5}) {
            GroupSequential design = new GroupSequential(parts, shape, 0.05);
            SplittableRandom random = new SplittableRandom(1987);
            int runs = 20_000;
            int crossed = 0;
            for (int run = 0; run < runs; run++) {
                double at = 0;
                double before = 0;
                boolean isCrossed = false;
                for (int look = 1; look <= parts.size(); look++) {
                    double part = parts.get(look - 1);
                    at += random.nextGaussian() * Math.sqrt(part - before);
                    before = part;
                    isCrossed |= STANDARD.survivalProbability(at / Math.sqrt(part)) <= design.nominal(look);
                }
                crossed += isCrossed ? 1 : 0;
            }
            assertThat(crossed / (double) runs).isCloseTo(0.05, within(4 * Math.sqrt(0.05 / runs)));
        }
    }

    private static GroupSequential even(int looks, double shape, double risk) {
        return new GroupSequential(
                IntStream.rangeClosed(1, looks)
                        .mapToObj(look -> (double) look / looks)
                        .toList(),
                shape,
                risk);
    }

    @Test
    void refusesWhatIsNoDesign() {
        assertThatThrownBy(() -> new GroupSequential(List.of(), 0, 0.05)).hasMessageContaining("[[]]");
        assertThatThrownBy(() -> new GroupSequential(List.of(0.5), 0, 0.05)).hasMessageContaining("[[0.5]]");
        assertThatThrownBy(() -> new GroupSequential(List.of(0.5, 0.5, 1.0), 0, 0.05))
                .hasMessageContaining("growing");
        assertThatThrownBy(() -> even(5, 0, 0.5)).hasMessageContaining("[0.5]");
        assertThatThrownBy(() -> even(5, 0, 0.05).nominal(0)).hasMessageContaining("[0]");
    }
}
