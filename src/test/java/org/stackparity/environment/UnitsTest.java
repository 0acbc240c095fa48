package org.stackparity.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
    @ParameterizedTest
    @CsvSource({"25ms, PT0.025S", "10s, PT10S", "5m, PT5M", "26h, PT26H", "400d, PT9600H", "999999999d, PT23999999976H"
    })
    void readsDurations(String text, Duration duration) {
        assertThat(Units.parseDuration(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "s", "10 s", "1.5s", "-1s", "10S", "10w", "1h30m", "10000000000s", "١s"})
    void refusesOtherDurations(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Units.parseDuration(text))
                .withMessage("A duration is [" + text + "]; expected one like 10s or 5m.");
    }

    @ParameterizedTest
    @CsvSource({"0.1%, 0.001", "1%, 0.01", "50%, 0.5", "12.5%, 0.125", "200%, 2.0"})
    void readsPercentagesAsFractions(String text, double fraction) {
        assertThat(Units.parsePercent(text)).isEqualTo(fraction);
    }

    @ParameterizedTest
    @CsvSource({"p50, 0.5", "p95, 0.95", "p99.9, 0.999", "p5, 0.05"})
    void readsQuantilesAsFractions(String text, double fraction) {
        assertThat(Units.parseQuantile(text)).isEqualTo(fraction);
    }

    @Test
    void refusesOtherPercentagesAndQuantiles() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Units.parsePercent("0.5"))
                .withMessage("A percentage is [0.5]; expected one like 0.1%.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Units.parsePercent("half%"))
                .withMessage("A number is [half%]; expected decimal digits.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Units.parseQuantile("95"))
                .withMessage("A quantile is [95]; expected one like p95.");
    }
}
