package org.stackparity.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfirmationTest {
    @ParameterizedTest
    @CsvSource({"0, 5", "1, 5", "12, 5", "13, 6", "1000, 10", "100000, 14"})
    void needsMoreQuadruplesForMorePaths(long paths, int quadruples) {
        assertThat(Confirmation.quadruples(paths)).isEqualTo(quadruples);
        if (paths > 12) {
            assertThat(Math.pow(1 / 3.0, quadruples)).isLessThanOrEqualTo(0.05 / paths);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 1, 1, 20",
        "1000, 1, 3, 7",
        "1000, 3, 1, 7",
        "1000, 2, 2, 7",
        "100000, 2, 2, 10",
        "1000, 1, 2, 10",
        "1, 1, 1, 10",
        "1, 2, 2, 5",
        "1, 20, 20, 5"
    })
    void severalNodesNeedFewerAnswersEachButNeverLessThanFive(long paths, int deviating, int others, int answers) {
        assertThat(Confirmation.answers(paths, deviating, others)).isEqualTo(answers);
    }

    @Test
    void tellsFrequenciesApartOnlyBeyondChance() {
        assertThat(Confirmation.isDifferentFrequency(10, 10, 0, 10, 1)).isTrue();
        assertThat(Confirmation.isDifferentFrequency(10, 10, 0, 10, 10_000)).isFalse();
        assertThat(Confirmation.isDifferentFrequency(5, 10, 5, 10, 1)).isFalse();
        assertThat(Confirmation.isDifferentFrequency(2, 2, 0, 2, 1)).isFalse();
    }

    @Test
    void isSymmetric() {
        for (long hits = 0; hits <= 20; hits++) {
            assertThat(Confirmation.isDifferentFrequency(hits, 20, 4, 30, 3))
                    .isEqualTo(Confirmation.isDifferentFrequency(4, 30, hits, 20, 3));
        }
    }

    @Test
    void saysNothingWithoutSamplesOrVariation() {
        assertThat(Confirmation.isDifferentFrequency(0, 0, 3, 3, 1)).isFalse();
        assertThat(Confirmation.isDifferentFrequency(0, 9, 0, 9, 1)).isFalse();
        assertThat(Confirmation.isDifferentFrequency(9, 9, 9, 9, 1)).isFalse();
    }
}
