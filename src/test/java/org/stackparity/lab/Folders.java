package org.stackparity.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders of this machine that the lab fills. */
final class Folders {
    private Folders() {}

    /** The folder without what an earlier lab left in it; made where it is missing. */
    static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> tree;
            try (Stream<Path> paths = Files.walk(folder)) {
                tree = paths.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : tree) {
                Files.delete(path);
            }
        }
        return Files.createDirectories(folder);
    }
}
