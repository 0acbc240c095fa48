package org.stackparity.environment;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/**
 * One thing that is wrong with a pair's files.
 *
 * @param order the place of its file among the pair's files, from 0
 * @param line from 1; empty where the file as a whole is meant
 * @param sentence what was found and what was expected
 */
record ConfigurationFault(int order, Path file, Optional<Integer> line, String sentence)
        implements Comparable<ConfigurationFault> {
    private static final Comparator<ConfigurationFault> BY_PLACE = Comparator.comparingInt(ConfigurationFault::order)
            .thenComparingInt(fault -> fault.line().orElse(0));

    /** By file and line; faults of one line stay in the order in which they were found. */
    @Override
    public int compareTo(ConfigurationFault other) {
        return BY_PLACE.compare(this, other);
    }

    @Override
    public String toString() {
        String place = file.toString().replace('\\', '/');
        return line.map(number -> place + ":" + number).orElse(place) + ": " + sentence;
    }
}
