package org.stackparity.store.host;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of resources on the class path, in a directory or in a jar. */
public final class ResourceTree {
    private ResourceTree() {}

    /**
     * Copies the folder with all below it over what is in {@code target}.
     *
     * @param folder absolute, like {@code /store/web}
     */
    public static void copy(String folder, Path target) throws IOException {
        URI uri = locate(folder);
        if (!uri.getScheme().equals("jar")) {
            copyTree(Path.of(uri), target);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
            copyTree(jar.getPath(folder), target);
        }
    }

    /**
     * Reads a file.
     *
     * @param file absolute, like {@code /store/old/lib/icu4j-old.jar}
     */
    public static byte[] read(String file) throws IOException {
        try (InputStream content = ResourceTree.class.getResourceAsStream(file)) {
            if (content == null) {
                throw new IOException("the file " + file + " is not on the class path");
            }
            return content.readAllBytes();
        }
    }

    private static URI locate(String folder) throws IOException {
        try {
            return Optional.ofNullable(ResourceTree.class.getResource(folder))
                    .orElseThrow(() -> new IOException("the folder " + folder + " is not on the class path"))
                    .toURI();
        } catch (URISyntaxException e) {
            throw new IOException("locating " + folder, e);
        }
    }

    private static void copyTree(Path source, Path target) throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(source)) {
            files = tree.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            Path copy = target.resolve(source.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
