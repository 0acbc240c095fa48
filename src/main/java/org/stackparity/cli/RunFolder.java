package org.stackparity.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where the files of a run lie: {@code target/parity/<run-id>/}. */
final class RunFolder {
    private static final Path ALL = Path.of("target", "parity");
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RunFolder() {}

    static String newId(Clock clock) {
        return ID.format(clock.instant());
    }

    static Path of(String runId) {
        return ALL.resolve(runId);
    }

    /** Where another judgement of a run goes: the first verdict stays what it was. */
    static Path judgedAgain(Path run, Clock clock) {
        return run.resolve("judged-" + newId(clock));
    }

    /** The folder that was typed, as a path or as a run id. */
    static Path find(String typed) {
        return Stream.of(Path.of(typed), ALL.resolve(typed))
                .filter(folder -> Files.isDirectory(folder.resolve("evidence")))
                .findFirst()
                .orElseThrow(() -> new UsageException("There is no run [" + typed
                        + "]; expected a folder with evidence/" + " in it, or the id of one under " + ALL + "."));
    }

    /** The evidence files of a run, by name. */
    static List<Path> evidence(Path folder) {
        try (Stream<Path> files = Files.list(folder.resolve("evidence"))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The evidence in [" + folder + "] cannot be listed.", e);
        }
    }
}
