package org.stackparity.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.stackparity.run.SuiteRunner;

/** Finds the suite and the checks that a team brings itself. */
final class Suites {
    private static final Path OWN_CHECKS = Path.of("checks");

    private Suites() {}

    /** @throws UsageException if no suite is on the class path */
    static SuiteRunner suite() {
        return ServiceLoader.load(SuiteRunner.class)
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "There is no suite on the class path; start ./parity, which puts it" + " there."));
    }

    /** The jars in {@code checks/} of the current folder, by name; empty if there is no such folder. */
    static List<Path> extensions() {
        if (!Files.isDirectory(OWN_CHECKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(OWN_CHECKS)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .map(Path::toAbsolutePath)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder [checks] cannot be read.", e);
        }
    }
}
