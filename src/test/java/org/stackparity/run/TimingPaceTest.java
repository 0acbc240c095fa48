package org.stackparity.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimingPaceTest {
    @Test
    void isAtLeisureWhereNothingIsKnownAndWhereTimeSuffices() {
        assertThat(TimingPace.pairsAtOnce(List.of(), 80, Duration.ofMinutes(1))).isEqualTo(TimingPace.LEISURE);
        assertThat(pace(200, 100, Duration.ofMinutes(1))).isEqualTo(TimingPace.LEISURE);
    }

    /** 1,000 pairs of half a second in half of a minute are 17 at once. */
    @Test
    void isInHasteWhereWhatIsMissingWouldNotBeThereInTime() {
        assertThat(pace(1_000, 500, Duration.ofMinutes(1))).isEqualTo(17);
        assertThat(pace(1_000, 500, Duration.ofMinutes(10))).isEqualTo(2);
    }

    @Test
    void countsAtLeastTheSamplesOfThePass() {
        assertThat(pace(0, 3_000, Duration.ofMinutes(1))).isEqualTo(8);
    }

    @Test
    void knowsNoTimeThatIsOver() {
        assertThat(pace(1_000, 500, Duration.ofSeconds(-5))).isGreaterThan(100);
    }

    private static int pace(int missingPairs, double millis, Duration left) {
        return TimingPace.pairsAtOnce(List.of(new TimingPace.Timed(missingPairs, millis)), 80, left);
    }
}
