package org.stackparity.environment;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the path of a file on this machine as a pair's file writes it. */
final class LocalPath {
    private LocalPath() {}

    /** The path, relative to a folder where it is relative; {@code ~/} is the home folder. Empty if it is none. */
    static Optional<Path> find(String text, Path folder) {
        try {
            if (text.equals("~") || text.startsWith("~/")) {
                return Optional.of(Path.of(System.getProperty("user.home"), text.substring(1)));
            }
            return Optional.of(folder.resolve(text).normalize());
        } catch (InvalidPathException exception) {
            return Optional.empty();
        }
    }
}
