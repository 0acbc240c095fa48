package org.stackparity.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantileRanksTest {
    /** All orders in which values of two samples can come are equally probable where both are of one distribution. */
    @ParameterizedTest
    @CsvSource({"5, 5, 0.5, 0.2", "6, 4, 0.5, 0.3", "4, 7, 0.75, 0.25", "8, 6, 0.9, 0.4", "8, 8, 0.5, 0.05"})
    void areAboveAsCountingAllOrdersGives(int first, int second, double quantile, double risk) {
        QuantileRanks ranks = new QuantileRanks(first, second, quantile);
        List<Integer> below = belowReference(first, second, ranks.reference());
        OptionalInt above = ranks.above(risk);
        for (int rank = 1; rank <= second; rank++) {
            int k = rank;
            double isAbove = below.stream().filter(count -> count < k).count() / (double) below.size();
            assertThat(above.orElse(0) >= k).as("above at %s, %s", k, isAbove).isEqualTo(isAbove <= risk);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5, 0.5, 0.2",
        "6, 4, 0.5, 0.3",
        "10, 6, 0.5, 0.1",
        "7, 6, 0.4, 0.1",
        "6, 8, 0.5, 0.2",
        "8, 8, 0.5, 0.05"
    })
    void areBelowAsCountingAllOrdersGives(int first, int second, double quantile, double risk) {
        QuantileRanks ranks = new QuantileRanks(first, second, quantile);
        QuantileRanks.Below found = ranks.below(risk).orElseThrow();
        assertThat(isBelow(first, second, found.reference(), found.rank())).isLessThanOrEqualTo(risk);
        assertThat(Math.max(
                        isBelow(first, second, found.reference() + 1, found.rank()),
                        isBelow(first, second, found.reference(), found.rank() - 1)))
                .as("a step nearer to each other")
                .isGreaterThan(risk);
    }

    /** The far tail says little: what is as far below the quantile here as above it there is nearer to both. */
    @Test
    void areAsFarFromTheQuantileInBothSamples() {
        QuantileRanks.Below below =
                new QuantileRanks(640, 320, 0.95).below(0.017).orElseThrow();

        assertThat(0.95 - below.reference() / 640.0).isCloseTo(below.rank() / 320.0 - 0.95, within(0.004));
    }

    /** What is clear needs no more samples: all of the second are at or below a value of the first that is often passed. */
    @Test
    void takeALowerReferenceWhereTheSecondSampleEnds() {
        QuantileRanks.Below below = new QuantileRanks(7, 8, 0.6).below(0.003).orElseThrow();

        assertThat(below.rank()).isEqualTo(8);
        assertThat(isBelow(7, 8, below.reference(), 8)).isLessThanOrEqualTo(0.003);
        assertThat(isBelow(7, 8, below.reference() + 1, 8)).isGreaterThan(0.003);
    }

    /** Four samples never show a tail of 5 %, however small they are. */
    @ParameterizedTest
    @CsvSource({"4, false", "71, false", "72, true", "80, true"})
    void sayNothingBelowWithoutASampleInTheTail(int samples, boolean isThere) {
        assertThat(new QuantileRanks(samples, samples, 0.95).below(0.05).isPresent())
                .isEqualTo(isThere);
    }

    private static double isBelow(int first, int second, int reference, int rank) {
        List<Integer> counts = belowReference(first, second, reference);
        return counts.stream().filter(count -> count >= rank).count() / (double) counts.size();
    }

    /** How many of the second sample lie below the reference of the first, for each order of the values of both. */
    private static List<Integer> belowReference(int first, int second, int reference) {
        List<Integer> counts = new ArrayList<>();
        for (int order = 0; order < 1 << (first + second); order++) {
            if (Integer.bitCount(order) == first) {
                int ofFirst = 0;
                int ofSecond = 0;
                for (int place = 0; ofFirst < reference; place++) {
                    if ((order >> place & 1) == 1) {
                        ofFirst++;
                    } else {
                        ofSecond++;
                    }
                }
                counts.add(ofSecond);
            }
        }
        return counts;
    }

    @Test
    void areAsFarApartAsTheTheoryOfLargeSamplesSays() {
        QuantileRanks ranks = new QuantileRanks(2_000, 2_000, 0.95);
        double deviations = 1.645 * Math.sqrt(2 * 0.95 * 0.05 * 2_000);
        assertThat((double) ranks.reference()).isEqualTo(1_900);
        assertThat((double) ranks.above(0.05).orElseThrow()).isCloseTo(1_900 - deviations, within(3.0));
        QuantileRanks.Below below = ranks.below(0.05).orElseThrow();
        assertThat((double) below.rank() - below.reference()).isCloseTo(deviations, within(3.0));
    }

    @Test
    void areNoneWhereTooFewSamplesCouldSayAnything() {
        QuantileRanks few = new QuantileRanks(4, 4, 0.95);
        assertThat(few.above(0.01)).isEmpty();
        assertThat(few.below(0.05)).isEmpty();
    }

    @Test
    void refuseWhatIsNoSampleAndNoQuantile() {
        assertThatThrownBy(() -> new QuantileRanks(0, 4, 0.5)).hasMessageContaining("[0] and [4]");
        assertThatThrownBy(() -> new QuantileRanks(4, 4, 1)).hasMessageContaining("The quantile is [1.0]");
    }
}
