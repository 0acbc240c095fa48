package org.stackparity.suite.subscription;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The times of a crontab line: five fields as in crontab(5), a nickname like {@code @daily}, or six fields with seconds
 * before the minutes, as application schedulers write them. LIMIT: those are taken to change clocks as cron does.
 */
final class CronExpression {
    /** LIMIT: most instants that are listed; a job that runs every minute fills them in days. */
    static final int MOST_INSTANTS = 5_000;

    private static final Map<String, String> NICKNAMES = Map.of(
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *",
            "@monthly", "0 0 1 * *",
            "@weekly", "0 0 * * 0",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@hourly", "0 * * * *");
    private static final int FIELDS = 5;
    private static final CronParser MINUTES =
            new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    private static final CronParser SECONDS =
            new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.SPRING53));

    private final Cron cron;
    private final boolean wildcard;

    private CronExpression(Cron cron, boolean wildcard) {
        this.cron = cron;
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
            Cron cron = (fields.size() == FIELDS ? MINUTES : SECONDS).parse(expression);
            boolean wildcard = text.equals("@hourly")
                    || fields.subList(0, fields.size() - 3).stream().anyMatch(field -> field.startsWith("*"));
            return Optional.of(new CronExpression(cron, wildcard));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The instants at which a daemon in the zone fires, in order, at most {@link #MOST_INSTANTS}. Changes of clocks as in
     * cron(8) of Debian: a job at a fixed time that falls into the gap runs at once after it, and once in the hour that
     * comes twice; a job with a wildcard for hour or minute follows the clock.
     */
    SortedSet<Instant> instants(ZoneRules zone, Instant from, Instant to) {
        ExecutionTime times = ExecutionTime.forCron(cron);
        SortedSet<Instant> instants = new TreeSet<>();
        ZonedDateTime local = from.atZone(ZoneOffset.UTC).minusDays(1);
        ZonedDateTime end = to.atZone(ZoneOffset.UTC).plusDays(1);
        Optional<ZonedDateTime> next = times.nextExecution(local);
        while (next.isPresent() && next.get().isBefore(end) && instants.size() < MOST_INSTANTS) {
            for (Instant instant : fires(next.get().toLocalDateTime(), zone)) {
                if (!instant.isBefore(from) && instant.isBefore(to)) {
                    instants.add(instant);
                }
            }
            next = times.nextExecution(next.get());
        }
        return instants;
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
