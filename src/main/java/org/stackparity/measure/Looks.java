package org.stackparity.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * When a run looks at its samples: after each pass. The passes grow, since a case that two of them have left open needs
 * many more samples, and few cases are open then.
 */
public final class Looks {
    /** How often each pass asks in the order primary, failover, failover, primary; the first as its plan says. */
    public static final List<Integer> QUADRUPLES = List.of(1, 1, 2, 4, 6);

    private Looks() {}

    /** After each pass the part of all samples that are there by then, up to 1. */
    public static List<Double> parts() {
        List<Double> parts = new ArrayList<>();
        int taken = 0;
        for (int quadruples : QUADRUPLES) {
            taken += quadruples;
            parts.add((double) taken / all());
        }
        return parts;
    }

    /** How many quadruples a run takes of a case at most. */
    public static int all() {
        return QUADRUPLES.stream().mapToInt(Integer::intValue).sum();
    }
}
