package org.stackparity.environment;

import java.nio.file.Path;
import java.util.List;

/**
 * One of the files of a pair.
 *
 * @param kind which of the four it is
 * @param path where it lies, as the user said it; never made absolute, since messages show it
 */
record PairFile(Kind kind, Path path) {

    static PairFile in(Path folder, Kind kind) {
        return new PairFile(kind, folder.resolve(kind.fileName));
    }

    /** The path as messages and findings show it. */
    String shownPath() {
        return path.toString().replace('\\', '/');
    }

    int order() {
        return List.of(Kind.values()).indexOf(kind);
    }

    /** The four files, in the order in which they are read and reported. */
    enum Kind {
        PRIMARY("primary.yaml", "environment"),
        FAILOVER("failover.yaml", "environment"),
        CONTRACT("contract.yaml", "contract"),
        KNOWN_DIFFERENCES("known-differences.yaml", "known-differences");

        private final String fileName;
        private final String schema;

        Kind(String fileName, String schema) {
            this.fileName = fileName;
            this.schema = schema;
        }

        String fileName() {
            return fileName;
        }

        /** The name of its schema, without {@code .schema.json}. */
        String schema() {
            return schema;
        }
    }
}
