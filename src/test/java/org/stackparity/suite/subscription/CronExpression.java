package org.stackparity.suite.subscription;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.stackparity.suite.junit.NotObservedException;

/**
 * The times of a crontab line: five fields as in crontab(5), a nickname like {@code @daily}, or six fields with seconds
 * before the minutes, as application schedulers write them. LIMIT: those are taken to change clocks as cron does.
 */
final class CronExpression {
    /** LIMIT: most instants of one job; every minute of the longest horizon, 400 days and up to two months, fits. */
    static final int MOST_INSTANTS = 700_000;

    private static final Map<String, String> NICKNAMES = Map.of(
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *",
            "@monthly", "0 0 1 * *",
            "@weekly", "0 0 * * 0",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@hourly", "0 * * * *");
    private static final int FIELDS = 5;
    private static final LocalDate ANY_DAY = LocalDate.of(2001, 1, 1);
    private static final CronParser MINUTES =
            new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    private static final CronParser SECONDS =
            new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.SPRING53));

    private final Cron days;
    private final Cron times;
    private final boolean wildcard;

    private CronExpression(Cron days, Cron times, boolean wildcard) {
        this.days = days;
        this.times = times;
        this.wildcard = wildcard;
    }

    /** The times that a text names; empty if it names none, like {@code @reboot}. */
    static Optional<CronExpression> find(String text) {
        String expression = NICKNAMES.getOrDefault(text, text);
        List<String> fields = List.of(expression.split("\\s+"));
        if (fields.size() != FIELDS && fields.size() != FIELDS + 1) {
            return Optional.empty();
        }
        try {
            CronParser parser = fields.size() == FIELDS ? MINUTES : SECONDS;
            parser.parse(expression);
            int clock = fields.size() - 3;
            String midnight = "0 ".repeat(clock);
            Cron days = parser.parse(midnight + String.join(" ", fields.subList(clock, fields.size())));
            Cron times = parser.parse(String.join(" ", fields.subList(0, clock)) + " * * *");
            boolean wildcard = text.equals("@hourly")
                    || fields.subList(0, clock).stream().anyMatch(field -> field.startsWith("*"));
            return Optional.of(new CronExpression(days, times, wildcard));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The instants at which a daemon in the zone fires, in order and without a gap. Changes of clocks as in cron(8) of
     * Debian: a job at a fixed time that falls into the gap runs at once after it, and once in the hour that comes twice; a
     * job with a wildcard for hour or minute follows the clock.
     */
    SortedSet<Instant> instants(ZoneRules zone, Instant from, Instant to) {
        return instants(List.of(this), zone, from, to);
    }

    /**
     * The instants of all the expressions together, in order and without a gap.
     *
     * @throws NotObservedException if there are more than {@link #MOST_INSTANTS}, with the part of the horizon that would
     *     have fitted: a list that ends before the horizon proves nothing of what comes after
     */
    static SortedSet<Instant> instants(
            Collection<CronExpression> expressions, ZoneRules zone, Instant from, Instant to) {
        SortedSet<Instant> instants = new TreeSet<>();
        long found = 0;
        for (CronExpression expression : expressions) {
            List<LocalTime> times = all(expression.times, ANY_DAY, ANY_DAY.plusDays(1)).stream()
                    .map(LocalDateTime::toLocalTime)
                    .toList();
            LocalDate first = from.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
            LocalDate end = to.atZone(ZoneOffset.UTC).toLocalDate().plusDays(2);
            for (LocalDateTime day : all(expression.days, first, end)) {
                for (LocalTime time : times) {
                    for (Instant instant : expression.fires(day.with(time), zone)) {
                        if (!instant.isBefore(from) && instant.isBefore(to)) {
                            requireRoom(++found, from, instant, to);
                            instants.add(instant);
                        }
                    }
                }
            }
        }
        return instants;
    }

    private static void requireRoom(long found, Instant from, Instant reached, Instant to) {
        if (found > MOST_INSTANTS) {
            throw new NotObservedException("The job has more than [" + MOST_INSTANTS + "] instants from [" + from
                    + "] to [" + to + "], and those until [" + reached + "] fill the list, which is ["
                    + Duration.between(from, reached).toDays()
                    + " days]; expected to compare all of them. Shorten subscriptions.horizon in contract.yaml.");
        }
    }

    /** The times that a schedule has on a clock without changes, in order. */
    private static List<LocalDateTime> all(Cron cron, LocalDate from, LocalDate to) {
        ExecutionTime execution = ExecutionTime.forCron(cron);
        List<LocalDateTime> all = new ArrayList<>();
        ZonedDateTime end = to.atStartOfDay(ZoneOffset.UTC);
        Optional<ZonedDateTime> next =
                execution.nextExecution(from.atStartOfDay(ZoneOffset.UTC).minusSeconds(1));
        while (next.isPresent() && next.get().isBefore(end)) {
            all.add(next.get().toLocalDateTime());
            next = execution.nextExecution(next.get());
        }
        return all;
    }

    private List<Instant> fires(LocalDateTime local, ZoneRules zone) {
        List<ZoneOffset> offsets = zone.getValidOffsets(local);
        if (offsets.isEmpty()) {
            ZoneOffsetTransition gap = zone.getTransition(local);
            return wildcard ? List.of() : List.of(gap.getInstant());
        }
        return offsets.subList(0, wildcard ? offsets.size() : 1).stream()
                .map(local::toInstant)
                .toList();
    }
}
