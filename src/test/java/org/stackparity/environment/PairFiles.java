package org.stackparity.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A pair without faults in a folder of its own, for tests to break. */
final class PairFiles {
    static final String PROBE = "marked-probe-token";
    static final String PASSWORD = "marked-shop-password";
    private static final Path SOURCE = Path.of("src/test/resources/environment/pair");

    private final Path folder;
    private final Map<String, String> variables;

    private PairFiles(Path folder, Map<String, String> variables) {
        this.folder = folder;
        this.variables = variables;
    }

    static PairFiles in(Path folder) {
        PairFiles files =
                new PairFiles(folder, Map.of("PROBE", PROBE, "KEYS", "/home/parity/keys", "PASSWORD", PASSWORD));
        for (PairFile.Kind kind : PairFile.Kind.values()) {
            files.write(kind.fileName(), read(SOURCE.resolve(kind.fileName())));
        }
        return files;
    }

    PairFiles with(Map<String, String> otherVariables) {
        return new PairFiles(folder, otherVariables);
    }

    /** Replaces a piece of a file that is in it exactly once. */
    PairFiles replace(String file, String piece, String replacement) {
        String text = read(folder.resolve(file));
        assertThat(text.split(Pattern.quote(piece), -1))
                .as("pieces of %s around [%s]", file, piece)
                .hasSize(2);
        return write(file, text.replace(piece, replacement));
    }

    PairFiles write(String file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    PairFiles write(String file, byte[] bytes) {
        try {
            Files.write(folder.resolve(file), bytes);
            return this;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    PairFiles delete(String file) {
        try {
            Files.delete(folder.resolve(file));
            return this;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    Pair read() {
        return PairReader.read(folder, name -> Optional.ofNullable(variables.get(name)));
    }

    /** The faults of reading, without the folder's path; empty if there are none. */
    List<String> faults() {
        ConfigurationException exception = catchThrowableOfType(ConfigurationException.class, this::read);
        return exception == null
                ? List.of()
                : exception.faults().stream()
                        .map(fault -> fault.replace(folder + "/", ""))
                        .toList();
    }

    Path folder() {
        return folder;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
