package org.stackparity.evidence;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.stackparity.model.EvidenceClosing;
import org.stackparity.model.EvidenceHeader;
import org.stackparity.model.Observation;

/**
 * Appends observations to one evidence file as they happen; each line is on its way to the disk when {@link #append}
 * returns. May be used from several threads. A file that was not {@link #finish finished} stays partial.
 */
public final class EvidenceWriter implements AutoCloseable {
    private final Path file;
    private final BufferedWriter writer;
    private long observations;
    private boolean finished;

    private EvidenceWriter(Path file, BufferedWriter writer) {
        this.file = file;
        this.writer = writer;
    }

    /**
     * Creates the file, readable by its owner only, and writes the header.
     *
     * @throws EvidenceException if the file is there already or cannot be written
     */
    public static EvidenceWriter create(Path file, EvidenceHeader header) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
            EvidenceWriter writer = new EvidenceWriter(
                    file, Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND));
            writer.write(EvidenceFormat.Line.of(header));
            return writer;
        } catch (IOException e) {
            throw new EvidenceException(file, 0, "Evidence cannot be written here: " + e.getMessage(), e);
        }
    }

    /**
     * Appends an observation and gives it the next sequence number.
     *
     * @throws EvidenceException if the recording is finished or the file cannot be written
     */
    public synchronized Observation append(Observation observation) {
        if (finished) {
            throw new EvidenceException(
                    file,
                    0,
                    "An observation of " + observation.check() + " " + observation.subject()
                            + " came after the recording was finished.");
        }
        Observation placed = observation.withSeq(++observations);
        write(EvidenceFormat.Line.of(placed));
        return placed;
    }

    /** Writes the closing line, without which the evidence is partial. */
    public synchronized void finish(Instant end, Map<String, String> machines) {
        finished = true;
        write(EvidenceFormat.Line.of(new EvidenceClosing(end, observations, new TreeMap<>(machines))));
    }

    private void write(EvidenceFormat.Line line) {
        try {
            writer.write(EvidenceFormat.MAPPER.writeValueAsString(line));
            writer.write('\n');
            writer.flush();
        } catch (IOException e) {
            throw new EvidenceException(file, 0, "Evidence cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new EvidenceException(file, 0, "Evidence cannot be closed: " + e.getMessage(), e);
        }
    }
}
