package org.stackparity.suite.functional;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.stackparity.environment.Contract;
import org.stackparity.environment.Environment;
import org.stackparity.model.Fault;
import org.stackparity.suite.client.Answer;
import org.stackparity.suite.client.Ask;
import org.stackparity.suite.client.Http;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.Scope;
import org.stackparity.suite.junit.StackException;
import org.stackparity.suite.junit.Waiting;

/**
 * Asks every node for the smoke paths again and again, once in a round, all nodes at the same time. Each ask is that of
 * a new visitor; connections are reused.
 */
final class SmokeSoak {
    /**
     * Asks of a node and round, over all paths. Two rounds make 334: Wald's test accepts 0.1 % against 1 % after 326 clean
     * answers, and after at most 332 where the rates of a run share the risk; 149 show a fault of 2 % with 95 %.
     */
    private static final int ASKS = 167;

    private static final Set<String> REFUSALS = Set.of("401", "403", "429");

    private final Map<String, SortedMap<String, Count>> byNode = new HashMap<>();

    private SmokeSoak(Scope round, Http http) {
        Environment.Web web = round.environment().web();
        List<String> paths = round.contract().smoke();
        ExecutorService threads = Executors.newFixedThreadPool(web.limits().connections());
        try {
            List<Future<Run>> runs = new ArrayList<>();
            for (int i = 0; i < asks(round.contract()); i++) {
                String path = paths.get(i % paths.size());
                web.nodes().forEach(node -> runs.add(threads.submit(() -> ask(http, node.name(), path))));
            }
            runs.forEach(run -> add(Waiting.on(run, "smoke soak")));
        } finally {
            threads.shutdownNow();
        }
    }

    /** Asks of a node and round: each path at least once. */
    static int asks(Contract contract) {
        return Math.max(ASKS, contract.smoke().size());
    }

    /** The soak of the target's round. */
    static SmokeSoak of(CheckTarget target) {
        Http http = Http.of(target);
        return target.round().shared(SmokeSoak.class, round -> new SmokeSoak(round, http));
    }

    /** What a node answered on one path. */
    Count of(String node, String path) {
        return byNode.get(node).get(path);
    }

    /** What a node answered on all paths together. */
    Count of(String node) {
        return byNode.get(node).values().stream().reduce(new Count(), Count::add);
    }

    private static Run ask(Http http, String node, String path) {
        try {
            return new Run(node, path, Optional.of(http.ask(node, Ask.get(path))), Optional.empty());
        } catch (StackException e) {
            return new Run(node, path, Optional.empty(), Optional.of(e.fault()));
        }
    }

    private void add(Run run) {
        byNode.computeIfAbsent(run.node(), node -> new TreeMap<>())
                .computeIfAbsent(run.path(), path -> new Count())
                .add(run);
    }

    /** One ask and what came of it: an answer or the fault that there was none. */
    private record Run(String node, String path, Optional<Answer> answer, Optional<Fault> fault) {}

    /** Answers of one node, counted; the shapes are those of the answers that were no errors. */
    static final class Count {
        private int requests;
        private int errors;
        private final SortedMap<String, Integer> kinds = new TreeMap<>();
        private final SortedSet<String> statuses = new TreeSet<>();
        private final SortedSet<String> shapes = new TreeSet<>();
        private Optional<Fault> lastFault = Optional.empty();

        int requests() {
            return requests;
        }

        int errors() {
            return errors;
        }

        /** Error kinds with how often each came, like {@code connection-reset 3}; "none" without errors. */
        String kinds() {
            List<String> words = new ArrayList<>();
            kinds.forEach((kind, times) -> words.add(kind + " " + times));
            return words.isEmpty() ? "none" : String.join(", ", words);
        }

        /** The statuses of the healthy answers, sorted; empty where there was none. */
        String statuses() {
            return String.join(", ", statuses);
        }

        /** The shapes of the healthy bodies, sorted; empty where there was none. */
        String shapes() {
            return String.join(", ", shapes);
        }

        /** Whether some answer asked for credentials, forbade the visit or counted our requests. */
        boolean isRefused() {
            return statuses.stream().anyMatch(REFUSALS::contains);
        }

        /** The first status that says that nothing is there for anybody. */
        Optional<String> findMissing() {
            return statuses.stream().filter(status -> status.startsWith("4")).findFirst();
        }

        Optional<Fault> lastFault() {
            return lastFault;
        }

        private void add(Run run) {
            requests++;
            Optional<Fault> fault = run.fault()
                    .or(() -> run.answer()
                            .filter(Answer::isServerError)
                            .map(answer -> new Fault(
                                    "http-" + answer.status(),
                                    "",
                                    answer.ask() + " answered [" + answer.status() + "].")));
            if (fault.isPresent()) {
                errors++;
                kinds.merge(fault.get().kind(), 1, Integer::sum);
                lastFault = fault;
            } else {
                Answer answer = run.answer().orElseThrow();
                statuses.add(Integer.toString(answer.status()));
                shapes.add(BodyShape.of(answer));
            }
        }

        private Count add(Count other) {
            requests += other.requests;
            errors += other.errors;
            other.kinds.forEach((kind, times) -> kinds.merge(kind, times, Integer::sum));
            return this;
        }
    }
}
