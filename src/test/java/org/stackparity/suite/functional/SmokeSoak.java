package org.stackparity.suite.functional;

import java.util.ArrayList;
import java.util.Collections;
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
import java.util.stream.Collectors;
import org.stackparity.environment.Contract;
import org.stackparity.environment.Environment;
import org.stackparity.model.Fault;
import org.stackparity.model.NodeRef;
import org.stackparity.suite.client.Answer;
import org.stackparity.suite.client.Ask;
import org.stackparity.suite.client.Http;
import org.stackparity.suite.client.MixedTurns;
import org.stackparity.suite.client.Tally;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.Scope;
import org.stackparity.suite.junit.StackException;
import org.stackparity.suite.junit.Waiting;

/**
 * Asks every node for the smoke paths, and the entrance for those of them that customers ask for, again and again, once in a
 * round, all at the same time. Each ask is that of a new visitor. Connections to a node are reused; at the entrance each
 * visitor comes with his own, so that a balancer chooses for each. A later pass asks only for what is still open.
 */
final class SmokeSoak {
    /**
     * Asks of a node and round, over all paths. Two rounds make 160: 149 show a fault of {@link SmokeParity#UNACCEPTABLE}
     * with 95 %, and Wald's test accepts 0.1 % against it after 156 clean answers. Smaller rates are shown by all requests
     * of the run together, which NET-02 counts.
     */
    private static final int ASKS = 80;

    /** Statuses by which a stack holds strangers or frequent visitors off; they say nothing about the node. */
    static final SortedSet<Integer> REFUSALS = Collections.unmodifiableSortedSet(new TreeSet<>(Set.of(401, 403, 429)));

    private final Contract contract;
    private final Map<String, SortedMap<String, Count>> byNode = new HashMap<>();

    private SmokeSoak(Scope round, Http http) {
        contract = round.contract();
        Environment.Web web = round.environment().web();
        List<String> ofTheEntrance = contract.pathsOfTheEntrance();
        Set<String> askedOfNodes = asked(round, "smoke", contract.smoke());
        Set<String> askedOfTheEntrance = asked(round, "entrance", ofTheEntrance);
        List<String> toNodes = MixedTurns.of(contract.smoke(), asks(contract)).stream()
                .filter(askedOfNodes::contains)
                .toList();
        List<String> toTheEntrance = MixedTurns.of(ofTheEntrance, asksOfTheEntrance(round)).stream()
                .filter(askedOfTheEntrance::contains)
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(web.limits().connections());
        try {
            List<Future<Optional<Run>>> runs = new ArrayList<>();
            for (int i = 0; i < Math.max(toNodes.size(), toTheEntrance.size()); i++) {
                if (i < toNodes.size()) {
                    String path = toNodes.get(i);
                    web.nodes().forEach(node -> runs.add(threads.submit(() -> ask(http, node.name(), path))));
                }
                if (i < toTheEntrance.size()) {
                    String path = toTheEntrance.get(i);
                    runs.add(threads.submit(() -> ask(http, NodeRef.SITE, path)));
                }
            }
            runs.forEach(run -> Waiting.on(run, "smoke soak").ifPresent(this::add));
        } finally {
            threads.shutdownNow();
        }
    }

    /** Those of the paths that a case of the pass needs: all of them, if only for the rate that they have together. */
    private static Set<String> asked(Scope round, String dimension, List<String> paths) {
        Set<String> cases = round.askedWith(dimension).stream()
                .map(planned -> planned.subject().get(dimension))
                .collect(Collectors.toSet());
        return paths.stream()
                .filter(path -> cases.contains(path) || cases.contains(SmokeParity.ALL))
                .collect(Collectors.toSet());
    }

    /** Asks of a node and round: each path at least once. */
    static int asks(Contract contract) {
        return Math.max(ASKS, contract.smoke().size());
    }

    /**
     * Asks of the entrance and round: those of a node, or as many as its own rate needs where NET-02 asks for that. Few
     * others come to the entrance, and what is missing there would be sent when all others have ended, alone.
     */
    private static int asksOfTheEntrance(Scope round) {
        boolean isRateAsked = round.askedWith("entrance").stream()
                .anyMatch(planned -> planned.subject().get("entrance").equals(Tally.REQUESTS));
        return Math.max(asks(round.contract()), isRateAsked ? Tally.ENOUGH_OF_A_ROUND : 0);
    }

    /** The soak of the target's round. */
    static SmokeSoak of(CheckTarget target) {
        Http http = Http.of(target);
        return target.round().shared(SmokeSoak.class, round -> new SmokeSoak(round, http));
    }

    /** What a node answered on one path. */
    Count of(String node, String path) {
        return byNode.getOrDefault(node, Collections.emptySortedMap()).getOrDefault(path, new Count());
    }

    /** What a node answered on all paths together. */
    Count of(String node) {
        return byNode.getOrDefault(node, Collections.emptySortedMap()).values().stream()
                .reduce(new Count(), Count::add);
    }

    /** How often a node was asked for each path, and failed. */
    Map<String, Tally.Asks> asks(String node) {
        Map<String, Tally.Asks> asks = new TreeMap<>();
        byNode.getOrDefault(node, Collections.emptySortedMap())
                .forEach((path, count) -> asks.put("GET " + path, new Tally.Asks(count.requests(), count.errors())));
        return asks;
    }

    /** Asks once; empty where the node is not asked any more, since it failed so often already. */
    private Optional<Run> ask(Http http, String node, String path) {
        Ask ask = Ask.ofAVisitor(contract, node, path);
        try {
            Answer answer = http.ask(node, ask);
            boolean isHeldOff = !contract.isHealthy(path, answer.status()) && REFUSALS.contains(answer.status());
            return Optional.of(new Run(node, path, Optional.of(answer), complaint(path, answer), isHeldOff));
        } catch (StackException e) {
            return Optional.of(new Run(node, path, Optional.empty(), Optional.of(e.fault()), false));
        } catch (NotObservedException e) {
            return Optional.empty();
        }
    }

    /** What is wrong with an answer by itself: both stacks may give it. Being held off says nothing about the node. */
    private Optional<Fault> complaint(String path, Answer answer) {
        return contract.isHealthy(path, answer.status()) || REFUSALS.contains(answer.status())
                ? Optional.empty()
                : Optional.of(new Fault(
                        "http-" + answer.status(), "", answer.ask() + " answered [" + answer.status() + "]."));
    }

    private void add(Run run) {
        byNode.computeIfAbsent(run.node(), node -> new TreeMap<>())
                .computeIfAbsent(run.path(), path -> new Count())
                .add(run);
    }

    /** One ask and what came of it: an answer, and the fault that there was none or that it is an error. */
    private record Run(String node, String path, Optional<Answer> answer, Optional<Fault> fault, boolean isHeldOff) {}

    /** Answers of one node, counted; the shapes are those of the answers that were no errors. */
    static final class Count {
        private int requests;
        private int errors;
        private int heldOff;
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

        /** Answers by which the stack held us off, and which are neither errors nor healthy. */
        int heldOff() {
            return heldOff;
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

        Optional<Fault> lastFault() {
            return lastFault;
        }

        private void add(Run run) {
            requests++;
            if (run.fault().isPresent()) {
                errors++;
                kinds.merge(run.fault().get().kind(), 1, Integer::sum);
                lastFault = run.fault();
            } else if (run.isHeldOff()) {
                heldOff++;
            } else {
                Answer answer = run.answer().orElseThrow();
                statuses.add(Integer.toString(answer.status()));
                shapes.add(BodyShape.of(answer));
            }
        }

        private Count add(Count other) {
            requests += other.requests;
            errors += other.errors;
            heldOff += other.heldOff;
            other.kinds.forEach((kind, times) -> kinds.merge(kind, times, Integer::sum));
            return this;
        }
    }
}
