package org.stackparity.report;

import java.io.IOException;
import org.stackparity.model.ParityReport;

/** Writes a report in one format; the same report gives the same characters. */
public interface Renderer {
    /** The name of the file that this format is written to, without a folder. */
    String fileName();

    /**
     * Writes the report.
     *
     * @throws IOException if the destination does
     */
    void render(ParityReport report, Appendable out) throws IOException;

    /** The report as text. */
    default String render(ParityReport report) {
        StringBuilder text = new StringBuilder();
        try {
            render(report, text);
        } catch (IOException e) {
            throw new AssertionError("A StringBuilder does not fail.", e);
        }
        return text.toString();
    }
}
