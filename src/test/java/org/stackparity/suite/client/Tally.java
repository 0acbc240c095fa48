package org.stackparity.suite.client;

import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.stackparity.suite.junit.Recorder;
import org.stackparity.suite.junit.Scope;

/** Counts every request of a pass by node, since every request is a sample of the node's error rate. Thread-safe. */
public final class Tally {
    /** The case that all requests of a run together are, of nodes as of where customers enter. */
    public static final String REQUESTS = "requests";
    /** Wald's 325 clean requests for 0.1 % against 1 %, and more since the rates of a run share the risk. */
    public static final int ENOUGH = 500;
    /** What a round has to bring of them, since each stack has two in the first pass. */
    public static final int ENOUGH_OF_A_ROUND = ENOUGH / 2;
    /** So many requests are told apart for a node; what is beyond counts in the sum only. */
    private static final int MOST_NAMES = 1000;
    /** So many of the requests that failed are taken down. */
    private static final int MOST_FAILING = 20;

    /** Errors within it may have one reason that is gone again. */
    private static final Duration MOMENT = Duration.ofSeconds(5);

    private final LongSupplier nanos;
    private final Map<String, Count> counts = new HashMap<>();

    /** @param nanos a clock that never goes back */
    Tally(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The tally that all clients of a pass share. */
    public static Tally of(Scope pass) {
        return pass.shared(Tally.class, scope -> new Tally(System::nanoTime));
    }

    /**
     * Counts one request.
     *
     * @param request method and path; a query is left out
     * @param errorKind where it failed, like {@code connection-reset} or {@code http-500}
     */
    public synchronized void count(String node, String request, Optional<String> errorKind) {
        counts.computeIfAbsent(node, any -> new Count())
                .add(request.replaceFirst("\\?.*", ""), errorKind, nanos.getAsLong());
    }

    /** What was counted for the node since the last call; all zero where nothing was. */
    public synchronized Count drain(String node) {
        Count count = counts.remove(node);
        return count == null ? new Count() : count;
    }

    /** How many requests to the node were counted since the last {@link #drain}. */
    public synchronized long pending(String node) {
        Count count = counts.get(node);
        return count == null ? 0 : count.requests();
    }

    /** How often something was asked for, and how often that failed. */
    public record Asks(long requests, long errors) {
        Asks plus(boolean failed) {
            return new Asks(requests + 1, errors + (failed ? 1 : 0));
        }
    }

    /**
     * Takes down which requests failed, so that what fails each time is told apart from what fails now and then: the
     * {@value #MOST_FAILING} with the most errors, each as {@code failing[GET /path].requests} and {@code .errors}.
     */
    public static void takeDownFailing(Map<String, Asks> asks, Recorder recorder) {
        asks.entrySet().stream()
                .filter(entry -> entry.getValue().errors() > 0)
                .sorted(Comparator.<Map.Entry<String, Asks>>comparingLong(
                                entry -> -entry.getValue().errors())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_FAILING)
                .forEach(entry -> {
                    String at = "failing[" + entry.getKey() + "]";
                    recorder.value(at + ".requests", entry.getValue().requests());
                    recorder.value(at + ".errors", entry.getValue().errors());
                });
    }

    /** The requests of a node and their errors. */
    public static final class Count {
        private long requests;
        private long errors;
        private final SortedMap<String, Long> kinds = new TreeMap<>();
        private final Map<String, Asks> asks = new HashMap<>();
        private final Occasions occasions = new Occasions(MOMENT.toNanos());

        private void add(String request, Optional<String> errorKind, long at) {
            requests++;
            errorKind.ifPresent(kind -> {
                errors++;
                occasions.at(at);
                kinds.merge(kind, 1L, Long::sum);
            });
            if (asks.size() < MOST_NAMES || asks.containsKey(request)) {
                asks.put(request, asks.getOrDefault(request, new Asks(0, 0)).plus(errorKind.isPresent()));
            }
        }

        public long requests() {
            return requests;
        }

        public long errors() {
            return errors;
        }

        /** At how many times errors came. */
        public int occasions() {
            return occasions.count();
        }

        /** Error kind to how often; sorted by kind, empty without errors. */
        public SortedMap<String, Long> kinds() {
            return Collections.unmodifiableSortedMap(kinds);
        }

        /** Request to how often it was asked. */
        public Map<String, Asks> asks() {
            return Collections.unmodifiableMap(asks);
        }
    }
}
