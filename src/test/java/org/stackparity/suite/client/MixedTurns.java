package org.stackparity.suite.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Requests in turn, each turn in an order of its own. A balancer that takes its nodes in turn would keep step with a fixed
 * order: the same requests would meet the same node each time, so that one bad node of the pool looked like a few bad
 * paths, and a node with one bad path was perhaps never asked for it.
 */
public final class MixedTurns {
    /** Any will do; always the same one, so that both stacks are asked alike. */
    private static final long SEED = 1;

    private MixedTurns() {}

    /** So many of the items, none where there are no items: each once in every turn, the last turn may be cut short. */
    public static <T> List<T> of(List<T> items, int count) {
        Random random = new Random(SEED);
        int wanted = items.isEmpty() ? 0 : count;
        List<T> turns = new ArrayList<>();
        while (turns.size() < wanted) {
            List<T> turn = new ArrayList<>(items);
            Collections.shuffle(turn, random);
            turns.addAll(turn);
        }
        return List.copyOf(turns.subList(0, wanted));
    }
}
