package org.stackparity.bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulated stacks are distributed as they say: what is measured with them is worth no more than that. */
class SimulatedStacksTest {
    private static final int MANY = 200_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 1.0})
    void timesAreLognormal(double sigma) {
        double[] sorted = answers(LatencyModel.lognormal(100, sigma));
        Arrays.sort(sorted);
        assertThat(sorted[MANY / 2]).isCloseTo(100, within(1.5 * sigma));
        assertThat(Math.log(sorted[MANY * 95 / 100] / 100)).isCloseTo(1.6449 * sigma, within(0.015 * sigma));
        assertThat(Math.log(sorted[MANY * 99 / 100] / 100)).isCloseTo(2.3263 * sigma, within(0.03 * sigma));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.8})
    void neighboursAreAsAlikeAsTheCorrelationSays(double rho) {
        double[] logs = Arrays.stream(answers(LatencyModel.lognormal(1, 0.5).correlated(rho)))
                .map(Math::log)
                .toArray();
        double variance = covariance(logs, 0);
        assertThat(Math.sqrt(variance)).isCloseTo(0.5, within(0.01));
        assertThat(covariance(logs, 1) / variance).isCloseTo(rho, within(0.02));
        assertThat(covariance(logs, 2) / variance).isCloseTo(rho * rho, within(0.02));
    }

    @Test
    void correlationHoldsFromTheFirstAnswerOn() {
        LatencyModel model = LatencyModel.lognormal(1, 0.5).correlated(0.8);
        double squares = 0;
        for (int run = 0; run < 20_000; run++) {
            double log = Math.log(model.answers(new Seed(3).repetition(run), 2).next());
            squares += log * log;
        }
        assertThat(Math.sqrt(squares / 20_000)).isCloseTo(0.5, within(0.01));
    }

    @Test
    void driftSlowsTheRunEvenly() {
        double[] logs = Arrays.stream(answers(LatencyModel.lognormal(1, 0.1).drifting(0.2)))
                .map(Math::log)
                .toArray();
        assertThat(mean(logs, 0, MANY / 10)).isCloseTo(Math.log(1.01), within(0.003));
        assertThat(mean(logs, MANY * 45 / 100, MANY * 55 / 100)).isCloseTo(Math.log(1.10), within(0.003));
        assertThat(mean(logs, MANY * 9 / 10, MANY)).isCloseTo(Math.log(1.19), within(0.003));
    }

    @Test
    void aTailStrikesItsShareOfRequests() {
        double[] times = answers(LatencyModel.lognormal(100, 0.01).withTail(0.08, 4));
        double[] slow = Arrays.stream(times).filter(time -> time > 200).toArray();
        assertThat((double) slow.length / MANY).isCloseTo(0.08, within(0.003));
        assertThat(mean(slow, 0, slow.length)).isCloseTo(400, within(1.0));
    }

    @ParameterizedTest
    @CsvSource({"0.01, 1", "0.01, 5", "0.2, 3"})
    void errorsComeAtTheirRateAndInBursts(double rate, double burst) {
        ErrorModel.Requests requests = new ErrorModel(rate, burst).requests(new Seed(4).repetition(0));
        int errors = 0;
        int bursts = 0;
        boolean before = false;
        for (int request = 0; request < 10 * MANY; request++) {
            boolean fails = requests.nextFails();
            errors += fails ? 1 : 0;
            bursts += fails && !before ? 1 : 0;
            before = fails;
        }
        assertThat(errors / (10.0 * MANY)).isCloseTo(rate, within(0.05 * rate));
        double length = burst == 1 ? 1 / (1 - rate) : burst;
        assertThat((double) errors / bursts).isCloseTo(length, within(0.05 * length));
    }

    @Test
    void fieldsSayTheirUsualValueNoiseAndFaults() {
        UniformRandomProvider random = new Seed(5).repetition(0);
        FieldModel field = FieldModel.noisy(0.2, 4).withFault(0.05, "broken");
        Map<String, Integer> counts = new HashMap<>();
        for (int answer = 0; answer < MANY; answer++) {
            counts.merge(field.next(random), 1, Integer::sum);
        }
        assertThat(counts.keySet())
                .containsExactlyInAnyOrder("usual", "broken", "other 0", "other 1", "other 2", "other 3");
        assertThat(counts.get("broken") / (double) MANY).isCloseTo(0.05, within(0.003));
        assertThat(counts.get("usual") / (double) MANY).isCloseTo(0.95 * 0.8, within(0.004));
        assertThat(counts.get("other 3") / (double) MANY).isCloseTo(0.95 * 0.05, within(0.003));
    }

    @Test
    void aSplitTestIsInHalvesAndRotatingValuesAreAsProbable() {
        UniformRandomProvider random = new Seed(6).repetition(0);
        for (int values : new int[] {2, 5}) {
            Map<String, Integer> counts = new HashMap<>();
            for (int answer = 0; answer < MANY; answer++) {
                counts.merge(FieldModel.rotating(values).next(random), 1, Integer::sum);
            }
            assertThat(counts).hasSize(values);
            assertThat(counts.values())
                    .allSatisfy(count -> assertThat(count / (double) MANY).isCloseTo(1.0 / values, within(0.005)));
        }
    }

    @Test
    void noiseWithoutOthersIsNewEachTime() {
        UniformRandomProvider random = new Seed(7).repetition(0);
        List<String> said = new ArrayList<>();
        IntStream.range(0, 1_000).forEach(any -> said.add(FieldModel.noisy(1, 0).next(random)));
        assertThat(said).doesNotHaveDuplicates();
    }

    @Test
    void aRepetitionCanBeHadAgainAndOthersDiffer() {
        LatencyModel model = LatencyModel.lognormal(100, 0.5);
        double[] once = model.answers(new Seed(8).repetition(17), 5).next(5);
        assertThat(model.answers(new Seed(8).repetition(17), 5).next(5)).isEqualTo(once);
        assertThat(model.answers(new Seed(8).repetition(18), 5).next(5)).isNotEqualTo(once);
        assertThat(model.answers(new Seed(9).repetition(17), 5).next(5)).isNotEqualTo(once);
    }

    private static double[] answers(LatencyModel model) {
        return model.answers(new Seed(1).repetition(0), MANY).next(MANY);
    }

    private static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).average().orElseThrow();
    }

    private static double covariance(double[] values, int lag) {
        double mean = mean(values, 0, values.length);
        return IntStream.range(0, values.length - lag)
                .mapToDouble(i -> (values[i] - mean) * (values[i + lag] - mean))
                .average()
                .orElseThrow();
    }
}
