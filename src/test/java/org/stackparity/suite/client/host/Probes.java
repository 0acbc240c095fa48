package org.stackparity.suite.client.host;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The instants at which hosts are asked for their UTC offset. Both stacks of a pair are asked for the same.
 *
 * @param now truncated to seconds
 * @param june the middle of the 21st of this year, near the solstice
 * @param december likewise
 * @param sampled every two weeks from the beginning of this month to the horizon, in order
 */
public record Probes(Instant now, Instant june, Instant december, List<Instant> sampled) {
    private static final Period STEP = Period.ofDays(14);

    public Probes {
        sampled = List.copyOf(sampled);
    }

    /** @param horizon how far schedules are looked ahead; zero for none */
    static Probes at(Instant instant, Duration horizon) {
        Instant now = instant.truncatedTo(ChronoUnit.SECONDS);
        int year = now.atOffset(ZoneOffset.UTC).getYear();
        TreeSet<Instant> sampled = new TreeSet<>(Comparator.naturalOrder());
        Instant end = now.plus(horizon);
        if (!horizon.isZero()) {
            for (Instant next = monthOf(now); next.isBefore(end); next = next.plus(STEP)) {
                sampled.add(next);
            }
            sampled.add(end);
        }
        return new Probes(now, noon(year, Month.JUNE), noon(year, Month.DECEMBER), List.copyOf(sampled));
    }

    /** The beginning of the UTC month of an instant, so that evidence of two nights counts from the same instant. */
    public static Instant monthOf(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC)
                .withDayOfMonth(1)
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
    }

    private static Instant noon(int year, Month month) {
        return LocalDateTime.of(year, month, 21, 12, 0).toInstant(ZoneOffset.UTC);
    }

    /** Everything that is asked, in order, without duplicates. */
    List<Instant> all() {
        TreeSet<Instant> all = new TreeSet<>(sampled);
        all.addAll(List.of(now, june, december));
        return List.copyOf(all);
    }
}
