package org.stackparity.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stackparity.model.Evidence;
import org.stackparity.model.EvidenceClosing;
import org.stackparity.model.EvidenceHeader;
import org.stackparity.model.Observation;
import tools.jackson.core.JacksonException;

/** Reads evidence files. */
public final class EvidenceReader {
    private EvidenceReader() {}

    /**
     * Reads a whole file. A last line that is cut off, as a killed recording leaves it, is dropped: the evidence is then
     * partial.
     *
     * @throws EvidenceException if there is no such file, it has no header, its format is of another version, or a line
     *     other than the last cannot be read
     */
    public static Evidence read(Path file) {
        Optional<EvidenceHeader> header = Optional.empty();
        Optional<EvidenceClosing> closing = Optional.empty();
        List<Observation> observations = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            long number = 0;
            String text = reader.readLine();
            while (text != null) {
                number++;
                String next = reader.readLine();
                if (closing.isPresent()) {
                    throw new EvidenceException(file, number, "there is a line after the closing line.");
                }
                Optional<EvidenceFormat.Line> line = parse(file, number, text, next == null);
                if (line.isPresent()) {
                    if (number == 1 != line.get().header().isPresent()) {
                        throw new EvidenceException(
                                file, number, "expected the header as the first line and nowhere else.");
                    }
                    header = header.or(line.get()::header);
                    line.get().observation().ifPresent(observations::add);
                    closing = line.get().closing();
                }
                text = next;
            }
        } catch (IOException e) {
            throw new EvidenceException(
                    file, 0, "Evidence cannot be read: " + e.getClass().getSimpleName() + " " + e.getMessage(), e);
        }
        EvidenceHeader found = header.orElseThrow(
                () -> new EvidenceException(file, 1, "the file has no header; it is not evidence of Stack Parity."));
        if (found.formatVersion() != EvidenceHeader.FORMAT_VERSION) {
            throw new EvidenceException(
                    file,
                    1,
                    "the format version is [" + found.formatVersion() + "]; this suite reads ["
                            + EvidenceHeader.FORMAT_VERSION + "]. Record again with this suite.");
        }
        return new Evidence(found, observations, closing);
    }

    private static Optional<EvidenceFormat.Line> parse(Path file, long number, String text, boolean last) {
        try {
            return Optional.of(EvidenceFormat.MAPPER.readValue(text, EvidenceFormat.Line.class));
        } catch (JacksonException e) {
            if (last && number > 1) {
                return Optional.empty();
            }
            throw new EvidenceException(file, number, "cannot be read as evidence: " + e.getOriginalMessage(), e);
        }
    }
}
