package org.stackparity.store.shop.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The rule for days that a month does not have; decides between the two that shops use. */
public enum BillingCalendar {
    /** Counts from the start: 31 January, 28 February, 31 March. */
    CLIP {
        @Override
        public LocalDate next(LocalDate start, Interval interval, LocalDate charged) {
            int count = 1;
            while (!interval.plus(start, count).isAfter(charged)) {
                count++;
            }
            return interval.plus(start, count);
        }
    },
    /** Counts from the last charge: 31 January, 28 February, 28 March. */
    DRIFT {
        @Override
        public LocalDate next(LocalDate start, Interval interval, LocalDate charged) {
            return interval.plus(charged, 1);
        }
    };

    /** Reads the setting {@code billing.month-end}: {@code clip} or {@code drift}. */
    public static BillingCalendar of(String setting) {
        return switch (setting) {
            case "clip" -> CLIP;
            case "drift" -> DRIFT;
            default ->
                throw new IllegalArgumentException("billing.month-end is [" + setting + "]; expected clip or drift");
        };
    }

    /** The day after {@code charged} on which a subscription of {@code start} is charged. */
    public abstract LocalDate next(LocalDate start, Interval interval, LocalDate charged);

    /**
     * The instants of the next {@code count} charges after the start, in order. A local time that a change of clocks leaves
     * out is moved by the length of the gap, as java.time does.
     */
    public List<Instant> instants(LocalDate start, Interval interval, int count, LocalTime at, ZoneId zone) {
        List<Instant> instants = new ArrayList<>();
        LocalDate charged = start;
        for (int i = 0; i < count; i++) {
            charged = next(start, interval, charged);
            instants.add(charged.atTime(at).atZone(zone).toInstant());
        }
        return instants;
    }
}
