package org.stackparity.suite.client;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stackparity.suite.junit.Scope;

/** Counts every request of a pass by node, since every request is a sample of the node's error rate. Thread-safe. */
public final class Tally {
    private final Map<String, Count> counts = new HashMap<>();

    /** The tally that all clients of a pass share. */
    public static Tally of(Scope pass) {
        return pass.shared(Tally.class, scope -> new Tally());
    }

    /** Counts one request; the kind of its error where it failed, like {@code connection-reset} or {@code http-500}. */
    public synchronized void count(String node, Optional<String> errorKind) {
        counts.merge(node, Count.of(errorKind), Count::plus);
    }

    /** What was counted for the node since the last call; all zero where nothing was. */
    public synchronized Count drain(String node) {
        Count count = counts.remove(node);
        return count == null ? Count.NONE : count;
    }

    /** How many requests to the node were counted since the last {@link #drain}. */
    public synchronized long pending(String node) {
        return counts.getOrDefault(node, Count.NONE).requests();
    }

    /**
     * Requests and their errors.
     *
     * @param kinds error kind to how often; sorted by kind, empty without errors
     */
    public record Count(long requests, long errors, SortedMap<String, Long> kinds) {
        static final Count NONE = new Count(0, 0, new TreeMap<>());

        public Count {
            kinds = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
        }

        static Count of(Optional<String> errorKind) {
            SortedMap<String, Long> kinds = new TreeMap<>();
            errorKind.ifPresent(kind -> kinds.put(kind, 1L));
            return new Count(1, kinds.size(), kinds);
        }

        Count plus(Count other) {
            SortedMap<String, Long> sum = new TreeMap<>(kinds);
            other.kinds.forEach((kind, times) -> sum.merge(kind, times, Long::sum));
            return new Count(requests + other.requests, errors + other.errors, sum);
        }
    }
}
