package org.stackparity.bench.statistics;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts over the repetitions of a scenario what came up in each; from any thread. */
final class Tally {
    private final Map<String, int[]> counts = new HashMap<>();

    synchronized void count(String what, boolean happened) {
        int[] both = counts.computeIfAbsent(what, any -> new int[2]);
        both[0] += happened ? 1 : 0;
        both[1]++;
    }

    synchronized Rate rate(String what) {
        int[] both = Optional.ofNullable(counts.get(what))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Nothing was counted as [" + what + "]; it is one of " + counts.keySet() + "."));
        return new Rate(both[0], both[1]);
    }
}
