package org.stackparity.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.stackparity.model.Question;
import picocli.CommandLine.Option;

/** What is asked of the findings, and on which day. */
final class QuestionOptions {
    @Option(
            names = "--for",
            paramLabel = "QUESTION",
            defaultValue = "switchover",
            description = "Whose verdict is the exit code: ${COMPLETION-CANDIDATES} (default: switchover).")
    Question question = Question.SWITCHOVER;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "Judge as on this day, like 2026-12-31: what has expired by then, and how old the evidence is then; old"
                            + " evidence is never a GO (default: today, UTC).")
    LocalDate day;

    @Option(names = "--no-colour", description = "Plain text, also on a terminal.")
    boolean plain;

    QuestionOptions() {}

    LocalDate asOf(Clock clock) {
        return Optional.ofNullable(day).orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** The moment of the day that was asked for that is nearest to now: evidence grows old on the way to a later day. */
    Instant now(Clock clock) {
        Instant now = clock.instant();
        if (day == null) {
            return now;
        }
        Instant begin = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = day.atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC);
        if (begin.isAfter(now)) {
            return begin;
        }
        return end.isBefore(now) ? end : now;
    }
}
