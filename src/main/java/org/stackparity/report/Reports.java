package org.stackparity.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.stackparity.model.ParityReport;

/** Writes a report in every file format. */
public final class Reports {
    private static final List<Renderer> FILES =
            List.of(new HtmlRenderer(), new JsonRenderer(), new MarkdownRenderer(), new JunitXmlRenderer());

    private Reports() {}

    /**
     * Writes the files of a report into a folder, which is made if need be; replaces those of an earlier report, each at
     * once, so that a reader never sees half a file. Only the owner may read them where the file system knows owners.
     *
     * @return the files, {@code report.html} first
     * @throws UncheckedIOException if a file cannot be written
     */
    public static List<Path> writeAll(ParityReport report, Path folder) {
        List<Path> files = new ArrayList<>();
        Path file = folder;
        try {
            createFolder(folder);
            for (Renderer renderer : FILES) {
                file = folder.resolve(renderer.fileName());
                write(report, renderer, file);
                files.add(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing the report to [" + file + "] failed: " + e.getMessage(), e);
        }
        return List.copyOf(files);
    }

    private static void createFolder(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new IOException("[" + folder + "] is a file; expected a folder.", e);
        }
    }

    private static void write(ParityReport report, Renderer renderer, Path file) throws IOException {
        Path draft =
                Files.createTempFile(file.toAbsolutePath().getParent(), renderer.fileName(), ".part", ownerOnly(file));
        try {
            try (Writer out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                renderer.render(report, out);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
