package org.stackparity.store.shop.billing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;

/** How often a subscription is charged. */
public enum Interval {
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS),
    YEAR(ChronoUnit.YEARS);

    private final ChronoUnit unit;

    Interval(ChronoUnit unit) {
        this.unit = unit;
    }

    /**
     * Parses the word in lower case, like {@code month}.
     *
     * @throws IllegalArgumentException for any other word, naming the allowed ones
     */
    public static Interval parse(String word) {
        return Arrays.stream(values())
                .filter(interval -> interval.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("the interval is [" + word + "]; expected week, month or year"));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    LocalDate plus(LocalDate date, int count) {
        return date.plus(count, unit);
    }
}
