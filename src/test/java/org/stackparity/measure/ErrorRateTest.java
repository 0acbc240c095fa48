package org.stackparity.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers are those of the design's statistics, section 5. */
class ErrorRateTest {
    private static final ErrorRate RATE = new ErrorRate(0.001, 0.01, ErrorRate.DEFAULT_RISK);

    @ParameterizedTest
    @CsvSource({"0.001, 0.01, 326", "0.01, 0.05, 72", "0.01, 0.10, 31"})
    void acceptsAfterSoManyCleanRequests(double acceptable, double unacceptable, long clean) {
        ErrorRate rate = new ErrorRate(acceptable, unacceptable, 0.05);
        assertThat(rate.decide(clean - 1, 0)).isEqualTo(Answer.NOT_PROVEN);
        assertThat(rate.decide(clean, 0)).isEqualTo(Answer.PARITY);
    }

    @ParameterizedTest
    @CsvSource({"0.001, 0.01, 416, 245", "0.01, 0.05, 111, 77", "0.01, 0.10, 40, 24"})
    void needsTheExpectedNumberOfSamples(double acceptable, double unacceptable, double toAccept, double toReject) {
        ErrorRate rate = new ErrorRate(acceptable, unacceptable, 0.05);
        assertThat(meanSamples(rate, acceptable, 11)).isCloseTo(toAccept, within(0.05 * toAccept));
        assertThat(meanSamples(rate, unacceptable, 12)).isCloseTo(toReject, within(0.05 * toReject));
    }

    private static double meanSamples(ErrorRate rate, double truth, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long sum = 0;
        int runs = 3_000;
        for (int run = 0; run < runs; run++) {
            int requests = 0;
            int errors = 0;
            do {
                requests++;
                errors += random.nextDouble() < truth ? 1 : 0;
            } while (rate.decide(requests, errors) == Answer.NOT_PROVEN);
            sum += requests;
        }
        return (double) sum / runs;
    }

    @Test
    void errsNoMoreOftenThanItsRisk() {
        assertThat(violations(0.001, 21)).isLessThanOrEqualTo(0.05);
        assertThat(violations(0.01, 22)).isGreaterThanOrEqualTo(0.94);
    }

    private static double violations(double truth, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int violations = 0;
        int runs = 2_000;
        for (int run = 0; run < runs; run++) {
            int requests = 0;
            int errors = 0;
            Answer answer = Answer.NOT_PROVEN;
            while (answer == Answer.NOT_PROVEN) {
                requests++;
                errors += random.nextDouble() < truth ? 1 : 0;
                answer = RATE.decide(requests, errors);
            }
            violations += answer == Answer.VIOLATION ? 1 : 0;
        }
        return (double) violations / runs;
    }

    @Test
    void alarmsLessOftenWhereTheRiskIsShared() {
        assertThat(RATE.decide(75, 2, 0.05, true)).isEqualTo(Answer.VIOLATION);
        assertThat(RATE.decide(75, 2, 0.01 / 20, true)).isEqualTo(Answer.NOT_PROVEN);
        assertThat(RATE.decide(75, 4, 0.01 / 20, true)).isEqualTo(Answer.VIOLATION);
        assertThat(RATE.decide(326, 0, 0.01 / 20, true)).isEqualTo(Answer.NOT_PROVEN);
        assertThat(RATE.decide(331, 0, 0.01 / 20, true)).isEqualTo(Answer.PARITY);
    }

    /** 0.1 % in bursts: a run of 500 requests has one in every tenth run or so. */
    @Test
    void takesErrorsOfOneTimeForOneBurst() {
        for (int errors = 5; errors <= 22; errors++) {
            assertThat(RATE.decide(500, errors, 0.005, false)).isEqualTo(Answer.NOT_PROVEN);
            assertThat(RATE.decide(500, errors, 0.005, true)).isEqualTo(Answer.VIOLATION);
        }
        assertThat(RATE.decide(500, 23, 0.005, false)).isEqualTo(Answer.VIOLATION);
        assertThat(RATE.decide(500, 0, 0.005, false)).isEqualTo(Answer.PARITY);
    }

    @Test
    void provesNothingWithoutRequests() {
        assertThat(RATE.decide(0, 0)).isEqualTo(Answer.NOT_PROVEN);
        assertThat(ErrorRate.provenAtMost(0, 0)).isEqualTo(1);
    }

    @Test
    void oneMoreErrorNeverImproves() {
        for (int requests = 0; requests <= 800; requests += 7) {
            Answer before = Answer.PARITY;
            for (int errors = 0; errors <= requests; errors++) {
                Answer answer = RATE.decide(requests, errors);
                assertThat(worth(answer)).isLessThanOrEqualTo(worth(before));
                before = answer;
            }
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
    void saysHowManyCleanRequestsAreMissing() {
        for (int errors = 0; errors <= 2; errors++) {
            long missing = RATE.cleanRequestsToParity(200, errors);
            assertThat(RATE.decide(200 + missing - 1, errors)).isEqualTo(Answer.NOT_PROVEN);
            assertThat(RATE.decide(200 + missing, errors)).isEqualTo(Answer.PARITY);
        }
        assertThat(RATE.cleanRequestsToParity(1_000, 0)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"20, 0.139", "59, 0.0495", "299, 0.00997", "2995, 0.000999"})
    void provesWhatZeroErrorsProve(long clean, double atMost) {
        assertThat(ErrorRate.provenAtMost(clean, 0)).isCloseTo(atMost, within(0.0005));
    }

    /** Two unknown rates: only the errors tell, and which stack has them. */
    @Test
    void tellsThatTheFailoverFailsMoreOften() {
        assertThat(ErrorRate.isMoreOften(2_000, 0, 2_000, 12, 1)).isTrue();
        assertThat(ErrorRate.isMoreOften(2_000, 0, 2_000, 8, 4)).isFalse();
        assertThat(ErrorRate.isMoreOften(2_000, 9, 2_000, 12, 1)).isFalse();
        assertThat(ErrorRate.isMoreOften(6_000, 0, 2_000, 6, 1)).isTrue();
        assertThat(ErrorRate.isMoreOften(0, 0, 2_000, 50, 1)).isFalse();
        assertThat(ErrorRate.isMoreOften(2_000, 0, 0, 0, 1)).isFalse();
        for (int errors = 1; errors < 60; errors++) {
            assertThat(!ErrorRate.isMoreOften(2_000, 5, 2_000, errors, 1)
                            || ErrorRate.isMoreOften(2_000, 5, 2_000, errors + 1, 1))
                    .isTrue();
        }
    }

    @Test
    void knowsHowProbableErrorsAre() {
        assertThat(ErrorRate.probabilityOfAtLeast(12, 0, 0.001)).isEqualTo(1);
        assertThat(ErrorRate.probabilityOfAtLeast(12, 1, 0.001)).isCloseTo(0.0119, within(0.0001));
        assertThat(ErrorRate.probabilityOfAtLeast(14, 2, 0.001)).isCloseTo(9.0e-5, within(2e-6));
        assertThat(ErrorRate.probabilityOfAtLeast(3, 3, 0.001)).isCloseTo(1e-9, within(1e-12));
    }

    @Test
    void refusesRatesThatDoNotStandInOrder() {
        assertThatThrownBy(() -> new ErrorRate(0.01, 0.001, 0.05)).hasMessageContaining("[0.01] and [0.001]");
        assertThatThrownBy(() -> new ErrorRate(0, 0.01, 0.05)).hasMessageContaining("0 < acceptable");
        assertThatThrownBy(() -> new ErrorRate(0.001, 1, 0.05)).hasMessageContaining("unacceptable < 1");
    }
}
