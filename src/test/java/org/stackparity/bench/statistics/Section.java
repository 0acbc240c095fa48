package org.stackparity.bench.statistics;

import java.util.List;

/**
 * A table of the document.
 *
 * @param text what is simulated and what counts, in Markdown
 * @param figures what the columns of {@link Row#required} and {@link Row#product} are called
 */
record Section(String title, String text, List<String> figures, List<Row> rows) {
    /** A table of what the product has to reach. */
    Section(String title, String text, List<Row> rows) {
        this(title, text, List.of("required", "product"), rows);
    }

    Section {
        rows = List.copyOf(rows);
    }
}
