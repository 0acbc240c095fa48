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
                    "Judge as on this day, like 2026-12-31: expiries and the age of evidence (default: today, UTC).")
    LocalDate day;

    @Option(names = "--no-colour", description = "Plain text, also on a terminal.")
    boolean plain;

    QuestionOptions() {}

    LocalDate asOf(Clock clock) {
        return Optional.ofNullable(day).orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** The moment of the question: now, or the end of the day that was asked for, if that is earlier. */
    Instant now(Clock clock) {
        Instant now = clock.instant();
        return Optional.ofNullable(day)
                .map(date -> date.atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC))
                .filter(end -> end.isBefore(now))
                .orElse(now);
    }
}
