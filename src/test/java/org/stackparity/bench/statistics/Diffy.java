package org.stackparity.bench.statistics;

import java.util.List;

/**
 * Diffy's rule for one field. The same requests go to a primary, a secondary of the same build and a candidate; the raw
 * rate is the share of requests in which candidate and primary differ, the noise that in which secondary and primary do.
 * A field is critical where raw &gt; noise, the relative difference 100 · |raw − noise| / (raw + noise) is above 20 % and
 * the absolute difference above 0.03 % of requests.
 *
 * <p>Written from the description of its filter in the README of twitter-archive/diffy ("Excluding noise",
 * {@code threshold.relative} 20.0 and {@code threshold.absolute} 0.03).
 */
final class Diffy {
    private static final double RELATIVE_PERCENT = 20;
    private static final double ABSOLUTE_PERCENT = 0.03;

    private Diffy() {}

    /** @param requests how many; all three were sent each */
    static boolean isCritical(long rawDifferences, long noiseDifferences, long requests) {
        double raw = 100.0 * rawDifferences / requests;
        double noise = 100.0 * noiseDifferences / requests;
        return raw > noise && 100 * (raw - noise) / (raw + noise) > RELATIVE_PERCENT && raw - noise > ABSOLUTE_PERCENT;
    }

    /** The rule on what a field said, request by request. */
    static boolean isCritical(List<String[]> primary, List<String[]> secondary, List<String[]> candidate, int field) {
        long raw = 0;
        long noise = 0;
        int requests = Math.min(primary.size(), Math.min(secondary.size(), candidate.size()));
        for (int request = 0; request < requests; request++) {
            String expected = primary.get(request)[field];
            raw += expected.equals(candidate.get(request)[field]) ? 0 : 1;
            noise += expected.equals(secondary.get(request)[field]) ? 0 : 1;
        }
        return requests > 0 && isCritical(raw, noise, requests);
    }
}
