package org.stackparity.suite.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stackparity.suite.junit.NotObservedException;

class CronExpressionTest {
    private static final ZoneRules BERLIN = ZoneId.of("Europe/Berlin").getRules();
    /** Clocks go forward at 2027-03-28T01:00Z, from 02:00 to 03:00. */
    private static final Instant BEFORE_SUMMER = Instant.parse("2027-03-27T00:00:00Z");
    /** Clocks go back at 2027-10-31T01:00Z, from 03:00 to 02:00. */
    private static final Instant BEFORE_WINTER = Instant.parse("2027-10-30T00:00:00Z");

    @Test
    void firesInTheZoneOfTheHost() {
        assertThat(instants("0 2 * * *", ZoneOffset.ofHours(-8).getRules(), "2026-11-01T00:00:00Z", 2))
                .containsExactly("2026-11-01T10:00:00Z", "2026-11-02T10:00:00Z");
        assertThat(instants("0 2 * * *", ZoneOffset.UTC.getRules(), "2026-11-01T00:00:00Z", 2))
                .containsExactly("2026-11-01T02:00:00Z", "2026-11-02T02:00:00Z");
    }

    @Test
    void aFixedTimeInTheGapFiresAtOnceAfterIt() {
        assertThat(instants("30 2 * * *", BERLIN, BEFORE_SUMMER.toString(), 3))
                .containsExactly("2027-03-27T01:30:00Z", "2027-03-28T01:00:00Z", "2027-03-29T00:30:00Z");
    }

    @Test
    void aWildcardLeavesTheGapOut() {
        assertThat(instants("30 * * * *", BERLIN, "2027-03-28T00:00:00Z", 1))
                .startsWith("2027-03-28T00:30:00Z", "2027-03-28T01:30:00Z")
                .hasSize(24);
    }

    @Test
    void aFixedTimeInTheHourThatComesTwiceFiresOnce() {
        assertThat(instants("30 2 * * *", BERLIN, BEFORE_WINTER.toString(), 2))
                .containsExactly("2027-10-30T00:30:00Z", "2027-10-31T00:30:00Z");
    }

    @Test
    void aWildcardFiresInBothHours() {
        assertThat(instants("30 * * * *", BERLIN, "2027-10-31T00:00:00Z", 1))
                .startsWith("2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z", "2027-10-31T02:30:00Z")
                .hasSize(24);
    }

    @Test
    void knowsSecondsAndNicknames() {
        assertThat(instants("*/20 * * * * *", ZoneOffset.UTC.getRules(), "2026-11-01T00:00:00Z", 1))
                .startsWith("2026-11-01T00:00:00Z", "2026-11-01T00:00:20Z");
        assertThat(instants("@daily", ZoneOffset.UTC.getRules(), "2026-11-01T00:00:00Z", 2))
                .containsExactly("2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z");
        assertThat(CronExpression.find("@reboot")).isEmpty();
        assertThat(CronExpression.find("61 * * * *")).isEmpty();
        assertThat(CronExpression.find("now and then")).isEmpty();
    }

    @Test
    void listsEveryMinuteOfTheLongestHorizon() {
        List<String> minutes = instants("* * * * *", BERLIN, "2026-11-01T00:00:00Z", 462);
        assertThat(minutes)
                .hasSize(462 * 24 * 60)
                .startsWith("2026-11-01T00:00:00Z")
                .endsWith("2028-02-05T23:59:00Z");
    }

    @Test
    void seesAChangeOfClocksThatComesAfterThousandsOfInstants() {
        List<String> withSummer = instants("*/10 8-18 * * *", BERLIN, "2026-11-01T00:00:00Z", 400);
        List<String> without =
                instants("*/10 8-18 * * *", ZoneId.of("Africa/Algiers").getRules(), "2026-11-01T00:00:00Z", 400);
        assertThat(withSummer).hasSize(400 * 66).isNotEqualTo(without);
        assertThat(withSummer.subList(0, 5_000)).isEqualTo(without.subList(0, 5_000));
    }

    @Test
    void saysHowFarItCameWhereThereAreTooMany() {
        assertThatThrownBy(() -> instants("* * * * * *", ZoneOffset.UTC.getRules(), "2026-11-01T00:00:00Z", 400))
                .isInstanceOf(NotObservedException.class)
                .hasMessageContaining("[700000] instants from [2026-11-01T00:00:00Z] to [2027-12-06T00:00:00Z]")
                .hasMessageContaining("[8 days]")
                .hasMessageContaining("subscriptions.horizon");
    }

    @Test
    void countsTheInstantsOfAllLinesTogether() {
        CronExpression minutes = CronExpression.find("* * * * *").orElseThrow();
        Instant from = Instant.parse("2026-11-01T00:00:00Z");
        Instant to = from.plus(Duration.ofDays(400));
        assertThatThrownBy(() -> CronExpression.instants(Collections.nCopies(2, minutes), BERLIN, from, to))
                .isInstanceOf(NotObservedException.class);
    }

    @Test
    void takesADayOfTheMonthOrOneOfTheWeek() {
        assertThat(instants("15 4 13 * 1", ZoneOffset.UTC.getRules(), "2026-11-08T00:00:00Z", 9))
                .containsExactly("2026-11-09T04:15:00Z", "2026-11-13T04:15:00Z", "2026-11-16T04:15:00Z");
    }

    private static List<String> instants(String expression, ZoneRules zone, String from, int days) {
        Instant start = Instant.parse(from);
        return CronExpression.find(expression)
                .orElseThrow()
                .instants(zone, start, start.plusSeconds(days * 86_400L))
                .stream()
                .map(Instant::toString)
                .toList();
    }
}
