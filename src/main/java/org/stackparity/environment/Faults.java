package org.stackparity.environment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects everything that is wrong with a pair's files, so that all of it is said at once. */
final class Faults {
    private final List<ConfigurationFault> found = new ArrayList<>();
    private final Set<String> values = new HashSet<>();

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
        values.add(id(value));
        add(value.document().file(), value.line(), value.path() + " " + rest);
    }

    /** Says something about a key of a mapping, in the line of the key. */
    void addAboutKey(YamlValue mapping, String key, String rest) {
        YamlValue value = mapping.get(key);
        values.add(id(value));
        add(value.document().file(), value.line(), mapping.path() + " " + rest);
    }

    /** Whether something was said about the value itself, so that one cause is not said twice. */
    boolean isKnown(YamlValue value) {
        return values.contains(id(value));
    }

    private static String id(YamlValue value) {
        return value.document().file().kind() + " " + value.path().steps();
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
