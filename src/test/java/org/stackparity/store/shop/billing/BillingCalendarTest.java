package org.stackparity.store.shop.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BillingCalendarTest {
    private static final LocalTime TWO = LocalTime.of(2, 0);

    @Test
    void clipsTheThirtyFirstAndComesBackToIt() {
        assertThat(BillingCalendar.CLIP.instants(LocalDate.of(2027, 1, 31), Interval.MONTH, 3, TWO, ZoneOffset.UTC))
                .containsExactly(
                        Instant.parse("2027-02-28T02:00:00Z"),
                        Instant.parse("2027-03-31T02:00:00Z"),
                        Instant.parse("2027-04-30T02:00:00Z"));
    }

    @Test
    void driftsToTheTwentyEighthWhenItCountsFromTheLastCharge() {
        assertThat(BillingCalendar.DRIFT.instants(LocalDate.of(2027, 1, 31), Interval.MONTH, 2, TWO, ZoneOffset.UTC))
                .containsExactly(Instant.parse("2027-02-28T02:00:00Z"), Instant.parse("2027-03-28T02:00:00Z"));
    }

    @Test
    void keepsTheLeapDayForTheNextLeapYear() {
        assertThat(BillingCalendar.CLIP.instants(LocalDate.of(2024, 2, 29), Interval.YEAR, 4, TWO, ZoneOffset.UTC))
                .endsWith(Instant.parse("2027-02-28T02:00:00Z"), Instant.parse("2028-02-29T02:00:00Z"));
    }

    @Test
    void movesATimeThatTheClocksLeaveOut() {
        assertThat(BillingCalendar.CLIP.instants(
                        LocalDate.of(2027, 3, 21), Interval.WEEK, 1, TWO, ZoneId.of("Europe/Berlin")))
                .containsExactly(Instant.parse("2027-03-28T01:00:00Z"));
    }
}
