package org.stackparity.suite.trial;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.stackparity.environment.Contract;
import org.stackparity.environment.Pair;
import org.stackparity.environment.Secret;
import org.stackparity.model.Case;
import org.stackparity.model.Observation;
import org.stackparity.model.Plan;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Role;
import org.stackparity.run.FingerprintKey;
import org.stackparity.run.Progress;
import org.stackparity.run.SuiteRequest;
import org.stackparity.run.TimingPace;
import org.stackparity.suite.junit.JUnitSuiteRunner;

/** What the checks of the suite observed on two tiny stacks in one pass. */
public final class Trial {
    private final Map<Role, List<Observation>> observations = new EnumMap<>(Role.class);

    private Trial() {
        for (Role role : Role.values()) {
            observations.put(role, new CopyOnWriteArrayList<>());
        }
    }

    /** Runs the checks with these ids, and no others, for one round on each stack. */
    public static Trial run(TinyStack primary, TinyStack failover, Contract contract, Path scratch, String... ids) {
        return run(primary, failover, contract, Map.of(), scratch, ids);
    }

    /** The same, with what the contract's journeys send by reference. */
    public static Trial run(
            TinyStack primary,
            TinyStack failover,
            Contract contract,
            Map<String, Secret> secrets,
            Path scratch,
            String... ids) {
        return run(primary, failover, contract, secrets, List.of(), scratch, ids);
    }

    /** The same, with jars of a team's own checks. */
    public static Trial run(
            TinyStack primary,
            TinyStack failover,
            Contract contract,
            Map<String, Secret> secrets,
            List<Path> extensions,
            Path scratch,
            String... ids) {
        return run(pair(primary, failover, contract, secrets, scratch), extensions, 1, (trial, any) -> true, ids);
    }

    /** Asks a check for one of its cases, as a later pass does when nothing else is open. */
    public static Trial runCase(
            TinyStack primary, TinyStack failover, Contract contract, Path scratch, String id, Case only) {
        return run(
                pair(primary, failover, contract, Map.of(), scratch),
                List.of(),
                1,
                (trial, one) -> only.equals(one),
                id);
    }

    /** Asks a check in a pass whose time is up as soon as one node has answered. */
    public static Trial runUntilTheFirstAnswer(
            TinyStack primary, TinyStack failover, Contract contract, Path scratch, int pass, String id) {
        return run(pair(primary, failover, contract, Map.of(), scratch), List.of(), pass, Trial::isUnanswered, id);
    }

    private boolean isUnanswered(Case any) {
        return observations.values().stream().allMatch(List::isEmpty);
    }

    private static Pair pair(
            TinyStack primary, TinyStack failover, Contract contract, Map<String, Secret> secrets, Path scratch) {
        return new Pair(
                "trial", scratch, primary.environment(), failover.environment(), contract, List.of(), "0", secrets);
    }

    private static Trial run(
            Pair pair, List<Path> extensions, int pass, BiPredicate<Trial, Case> asked, String... ids) {
        JUnitSuiteRunner runner = new JUnitSuiteRunner();
        Set<String> wanted = Arrays.stream(ids).collect(Collectors.toSet());
        List<PlannedCheck> planned = runner.propose(pair, extensions).stream()
                .filter(check -> wanted.contains(check.check().id().toString()))
                .toList();
        List<Role> rounds = List.of(Role.PRIMARY, Role.FAILOVER);
        Trial trial = new Trial();
        runner.run(new SuiteRequest(
                pair,
                new Plan(planned, rounds, false, pair.contract().budget()),
                extensions,
                pass,
                1,
                rounds,
                Instant.now().plus(pair.contract().budget()),
                TimingPace.LEISURE,
                (check, subject) -> asked.test(trial, subject),
                (role, observation) -> trial.observations.get(role).add(observation),
                FingerprintKey.ofOneRun(),
                Progress.SILENT,
                pair.folder()));
        return trial;
    }

    /** All observations of a role in the order of recording. */
    public List<Observation> of(Role role) {
        return List.copyOf(observations.get(role));
    }

    /** The only observation of a case on a node. */
    public Observation one(Role role, Case subject, String node) {
        List<Observation> found = of(role).stream()
                .filter(one -> one.subject().equals(subject) && one.node().equals(node))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(
                    "[" + found.size() + "] observations of [" + subject + "] on [" + node + "]: " + of(role));
        }
        return found.get(0);
    }
}
