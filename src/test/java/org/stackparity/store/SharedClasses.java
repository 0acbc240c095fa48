package org.stackparity.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stackparity.store.host.Jar;

/**
 * The class path of all hosts, and an archive of the classes that a web host loads (application class-data sharing, JEP
 * 350): a process that maps it starts with half of the work. The first web host writes the archive when it ends; until
 * then, and where it does not fit, processes start without it.
 */
final class SharedClasses {
    private static final Logger LOG = LoggerFactory.getLogger(SharedClasses.class);

    private final String classPath;
    private final Path archive;
    private final Path written;

    private SharedClasses(String classPath, Path archive) {
        this.classPath = classPath;
        this.archive = archive;
        this.written = archive.resolveSibling(archive.getFileName() + "." + UUID.randomUUID() + ".new");
    }

    /** @param folder keeps the archive, and jars of those parts of this process's class path that are folders */
    static SharedClasses of(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry).toAbsolutePath().normalize();
            if (Files.isDirectory(path)) {
                entries.add(jar(path, folder));
            } else if (Files.exists(path)) {
                entries.add(path);
            }
        }
        String classPath = entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return new SharedClasses(classPath, folder.resolve("classes-" + fingerprint(entries) + ".jsa"));
    }

    /** The children run in other folders than this process, and an archive holds classes of jars only. */
    String classPath() {
        return classPath;
    }

    /** What a host's process is started with; one web host has to be the one that writes the archive. */
    List<String> options(boolean mayWrite) {
        if (Files.exists(archive)) {
            return List.of("-XX:SharedArchiveFile=" + archive);
        }
        return mayWrite ? List.of("-XX:ArchiveClassesAtExit=" + written) : List.of();
    }

    /** Takes the archive that a process has written, after its end; does nothing where none did. */
    void take() {
        try {
            if (Files.exists(written)) {
                Files.move(written, archive, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            LOG.debug("the archive of classes is not kept, so that the next start takes as long as this one", e);
        }
    }

    /** Jars, the time of their making, and the Java that reads them: an archive fits these only. */
    private static String fingerprint(Collection<Path> jars) throws IOException {
        StringBuilder text = new StringBuilder(System.getProperty("java.vm.version"));
        for (Path jar : jars) {
            text.append('\n')
                    .append(jar)
                    .append(' ')
                    .append(Files.getLastModifiedTime(jar))
                    .append(' ')
                    .append(Files.size(jar));
        }
        return UUID.nameUUIDFromBytes(text.toString().getBytes(UTF_8)).toString();
    }

    /** The jar of a folder of classes, made anew where a file of the folder is younger. */
    private static Path jar(Path classes, Path folder) throws IOException {
        String name = classes.getFileName() + "-"
                + UUID.nameUUIDFromBytes(classes.toString().getBytes(UTF_8));
        Path jar = folder.resolve(name + ".jar");
        if (!Files.exists(jar) || isYounger(classes, jar)) {
            Path made = Files.createTempFile(folder, name, ".new");
            Jar.create(made, classes, "--no-compress");
            Files.move(made, jar, StandardCopyOption.REPLACE_EXISTING);
        }
        return jar;
    }

    private static boolean isYounger(Path classes, Path jar) throws IOException {
        long made = Files.getLastModifiedTime(jar).toMillis();
        try (Stream<Path> files = Files.walk(classes)) {
            return files.anyMatch(file -> file.toFile().lastModified() > made);
        }
    }
}
