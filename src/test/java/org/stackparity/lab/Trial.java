package org.stackparity.lab;

import java.util.List;
import java.util.SortedSet;

/**
 * What came of one run with a drift, or of a twin, which is a run without one.
 *
 * @param drift its name, or {@code twin-3}
 * @param driftClass of the catalogue; empty for a twin and for a benign difference
 * @param isHealthy whether the run had to say GO
 * @param expected the checks that had to turn red
 * @param red the checks that did
 * @param positions of the causes that had to be named, from 1; 0 for one that was not
 * @param causes how many there were
 * @param blockers the facts of causes that block and were not to be named
 * @param seconds that the run took
 * @param run the folder of the run
 */
record Trial(
        String drift,
        String driftClass,
        boolean isHealthy,
        List<String> expected,
        SortedSet<String> red,
        String verdict,
        List<Integer> positions,
        int causes,
        List<String> blockers,
        double seconds,
        String run) {
    /** A cause further down is not read in time. */
    private static final int LAST_NAMED = 3;

    Trial {
        expected = List.copyOf(expected);
        positions = List.copyOf(positions);
        blockers = List.copyOf(blockers);
    }

    /** Whether every check that had to turn red did; a healthy run has to say GO instead. */
    boolean isCaught() {
        return isHealthy ? verdict.equals("GO") : red.containsAll(expected);
    }

    /** Whether each cause that had to be named is, and among the first three, or as many as had to be. */
    boolean isNamed() {
        int last = Math.max(LAST_NAMED, positions.size());
        return positions.stream().allMatch(position -> position > 0 && position <= last);
    }

    boolean isTwin() {
        return isHealthy && drift.startsWith("twin-");
    }

    /** The last of the places at which a cause that had to be named stands; 0 if one is missing. */
    int position() {
        return positions.contains(0)
                ? 0
                : positions.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
