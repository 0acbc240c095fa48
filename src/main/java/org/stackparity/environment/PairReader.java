package org.stackparity.environment;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Reads a pair's folder; either all of it is right, or everything that is wrong with it is said at once. */
public final class PairReader {
    private PairReader() {}

    /**
     * Reads a pair with its secrets.
     *
     * @param folder with {@code primary.yaml}, {@code failover.yaml}, {@code contract.yaml} and, if there are any,
     *     {@code known-differences.yaml}; messages name the files by this path
     * @param environmentVariables the value of a variable by its name, or empty if it is not set
     * @throws ConfigurationException with every fault of every file; no message has the value of a secret
     */
    public static Pair read(Path folder, Function<String, Optional<String>> environmentVariables) {
        return new PairFolder(folder, ReferenceValues.from(environmentVariables)).read();
    }

    /**
     * Reads a pair for planning: references are checked for their form and left as they are, so that paths may have
     * them and secrets cannot be revealed. Needs no environment variable and no file beside the pair's own.
     *
     * @throws ConfigurationException as {@link #read} does, apart from references without a value
     */
    public static Pair readWithoutSecrets(Path folder) {
        return new PairFolder(folder, ReferenceValues.unread()).read();
    }
}
