package org.stackparity.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects everything that is wrong with a pair's files, so that all of it is said at once. */
final class Faults {
    private final List<ConfigurationFault> found = new ArrayList<>();

    void add(ConfigurationFault fault) {
        found.add(fault);
    }

    /** Says something about a whole file. */
    void add(PairFile file, String sentence) {
        add(new ConfigurationFault(file.order(), file.path(), Optional.empty(), sentence));
    }

    /** Says something about a line of a file. */
    void add(PairFile file, int line, String sentence) {
        add(new ConfigurationFault(file.order(), file.path(), Optional.of(line), sentence));
    }

    /** Says something about a value: its key path, then the rest of the sentence. */
    void add(YamlValue value, String rest) {
        add(value.document().file(), value.line(), value.path() + " " + rest);
    }

    /** @throws ConfigurationException with every fault, if there is one */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ConfigurationException(found.stream()
                    .sorted()
                    .map(ConfigurationFault::toString)
                    .distinct()
                    .toList());
        }
    }
}
