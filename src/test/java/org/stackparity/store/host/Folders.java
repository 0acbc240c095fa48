package org.stackparity.store.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders of this machine that the store fills. */
public final class Folders {
    private Folders() {}

    /** Deletes a folder with all below it; does nothing where there is none. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> tree;
        try (Stream<Path> paths = Files.walk(folder)) {
            tree = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : tree) {
            Files.delete(path);
        }
    }

    /** The folder without what was in it; made where it is missing. */
    public static Path emptied(Path folder) throws IOException {
        delete(folder);
        return Files.createDirectories(folder);
    }
}
