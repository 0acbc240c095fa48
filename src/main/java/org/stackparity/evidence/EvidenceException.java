package org.stackparity.evidence;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An evidence file cannot be written or read; carries the file and, where there is one, the line. */
public final class EvidenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Path file;
    private final long line;

    /** @param line counts from 1; 0 where the whole file is meant */
    public EvidenceException(Path file, long line, String message, @Nullable Throwable cause) {
        super((line == 0 ? file + ": " : file + ":" + line + ": ") + message, cause);
        this.file = file;
        this.line = line;
    }

    public EvidenceException(Path file, long line, String message) {
        this(file, line, message, null);
    }

    public Path file() {
        return file;
    }

    public long line() {
        return line;
    }
}
