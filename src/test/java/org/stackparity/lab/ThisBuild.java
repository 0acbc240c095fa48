package org.stackparity.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells this build of the suite, the engine and the lab from every other. */
final class ThisBuild {
    private ThisBuild() {}

    /** A word that changes with every file of the class path, by its name, size and time. */
    static String digest() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            for (Path file : files(Path.of(entry))) {
                text.append(file)
                        .append(' ')
                        .append(Files.size(file))
                        .append(' ')
                        .append(Files.getLastModifiedTime(file))
                        .append('\n');
            }
        }
        return UUID.nameUUIDFromBytes(text.toString().getBytes(UTF_8)).toString();
    }

    private static List<Path> files(Path entry) throws IOException {
        if (!Files.exists(entry)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(entry)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
