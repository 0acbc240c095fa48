package org.stackparity.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stackparity.compare.Comparer;
import org.stackparity.compare.ComparisonResult;
import org.stackparity.compare.OpenCase;
import org.stackparity.environment.Contract;
import org.stackparity.environment.Environment;
import org.stackparity.environment.Pair;
import org.stackparity.evidence.EvidenceWriter;
import org.stackparity.measure.Looks;
import org.stackparity.model.Case;
import org.stackparity.model.CheckId;
import org.stackparity.model.Evidence;
import org.stackparity.model.EvidenceClosing;
import org.stackparity.model.EvidenceHeader;
import org.stackparity.model.Finding;
import org.stackparity.model.NodeRef;
import org.stackparity.model.Observation;
import org.stackparity.model.Plan;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Role;
import org.stackparity.plan.Planner;

/**
 * Records both stacks in passes: the first asks what the plan requires, each further one only what comparing left open,
 * until nothing is open, the passes are used up or the budget ends.
 * Long, since a pass and the reasons to end passes are one loop.
 */
public final class ParityRun {
    /**
     * How long confirming goes on once something is proven that forbids a GO: nothing that is still asked can undo that,
     * and a short answer is worth more than the last detail of it. No pass begins in the second half of it. Of 65 drifts of the
     * lab, 7 s left one with a language that was read and not proven to be missing.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** So many answers of a node to one case are enough to call it red; it is then not asked for more. */
    private static final int ENOUGH = 12;
    /** The path under which a check may tell which machine and boot answered. */
    public static final String MACHINE = "machine";

    private final SuiteRunner suite;
    private final Pair pair;
    private final Plan plan;
    private final List<Path> extensions;
    private final Path folder;
    private final Path allureResults;
    private final String runId;
    private final String suiteVersion;
    private final FingerprintKey fingerprints;
    private final Clock clock;
    private final Progress progress;
    private final Map<Role, List<Observation>> recorded = new EnumMap<>(Role.class);

    public ParityRun(
            SuiteRunner suite,
            Pair pair,
            Plan plan,
            List<Path> extensions,
            Path folder,
            Path allureResults,
            String runId,
            String suiteVersion,
            FingerprintKey fingerprints,
            Clock clock,
            Progress progress) {
        this.suite = suite;
        this.pair = pair;
        this.plan = plan;
        this.extensions = List.copyOf(extensions);
        this.folder = folder;
        this.allureResults = allureResults;
        this.runId = runId;
        this.suiteVersion = suiteVersion;
        this.fingerprints = fingerprints;
        this.clock = clock;
        this.progress = progress;
        for (Role role : Role.values()) {
            recorded.put(role, Collections.synchronizedList(new ArrayList<>()));
        }
    }

    /** Records everything and closes both evidence files; returns them in the order of the roles. */
    public List<Evidence> record() {
        Instant start = clock.instant();
        Map<Role, EvidenceHeader> headers = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            headers.put(role, header(role, start));
        }
        try (EvidenceWriter primary = writer(of(headers, Role.PRIMARY));
                EvidenceWriter failover = writer(of(headers, Role.FAILOVER))) {
            Map<Role, EvidenceWriter> writers = new EnumMap<>(Map.of(Role.PRIMARY, primary, Role.FAILOVER, failover));
            passes(start, headers, writers);
            List<Evidence> evidences = new ArrayList<>();
            for (Role role : Role.values()) {
                Evidence evidence = evidence(of(headers, role));
                EvidenceClosing closing = evidence.closing().orElseThrow();
                of(writers, role).finish(closing.end(), closing.machines());
                evidences.add(evidence);
            }
            return evidences;
        }
    }

    private EvidenceWriter writer(EvidenceHeader header) {
        boolean beside = pair.primary().name().equals(pair.failover().name());
        String file = header.environment() + (beside ? "-" + header.role().word() : "") + ".jsonl";
        return EvidenceWriter.create(folder.resolve("evidence").resolve(file), header);
    }

    private void passes(Instant start, Map<Role, EvidenceHeader> headers, Map<Role, EvidenceWriter> writers) {
        Optional<Set<Asked>> asked = Optional.empty();
        List<OpenCase> left = List.of();
        Instant end = start.plus(plan.budget());
        Instant deadline = end;
        int round = 1;
        for (int pass = 1; pass <= Looks.QUADRUPLES.size(); pass++) {
            List<Role> rounds = rounds(pass);
            Instant timingUntil = asked.map(open -> end.minus(untimed(open, rounds)))
                    .orElse(start.plus(plan.untimed()).plus(plan.timing()));
            int pairsAtOnce = pairsAtOnce(left, rounds, timingUntil);
            pass(pass, round, rounds, asked, timingUntil, pairsAtOnce, deadline, writers);
            round += rounds.size();
            ComparisonResult result =
                    Comparer.compare(evidence(of(headers, Role.PRIMARY)), evidence(of(headers, Role.FAILOVER)));
            Instant now = clock.instant();
            Set<Asked> open = new HashSet<>();
            for (OpenCase each : result.open()) {
                open.add(new Asked(each.check(), each.subject()));
            }
            if (isDecided(result)) {
                Instant patience = now.plus(PATIENCE);
                deadline = patience.isBefore(deadline) ? patience : deadline;
                if (now.plus(PATIENCE.dividedBy(2)).isAfter(deadline)) {
                    return;
                }
                open.removeAll(redBeyondDoubt(result));
                open = worthAsking(open, result);
            }
            if (open.isEmpty() || !now.isBefore(deadline)) {
                return;
            }
            Set<Asked> next = open;
            asked = Optional.of(next);
            left = result.open().stream()
                    .filter(each -> next.contains(new Asked(each.check(), each.subject())))
                    .toList();
        }
    }

    /**
     * What is still worth asking: what an answer or two more may settle, and where there is nothing of that kind, endpoints
     * that look too slow. The time that is left names more causes with it than with endpoints that are timed at leisure.
     */
    private Set<Asked> worthAsking(Set<Asked> open, ComparisonResult result) {
        Set<Asked> quick = open.stream().filter(each -> !isTimed(each.check())).collect(Collectors.toSet());
        return quick.isEmpty()
                ? result.findings().stream()
                        .filter(finding -> isTimed(finding.check())
                                && finding.findFact("suspected").isPresent())
                        .map(finding -> new Asked(finding.check(), finding.subject()))
                        .filter(open::contains)
                        .collect(Collectors.toSet())
                : quick;
    }

    /** By what is missing and how long pairs took so far; at leisure where nothing is known. */
    private int pairsAtOnce(List<OpenCase> open, List<Role> rounds, Instant until) {
        int samples = Collections.frequency(rounds, Role.PRIMARY)
                / 2
                * pair.contract().latency().map(Contract.Latency::samples).orElse(0);
        List<TimingPace.Timed> timed = open.stream()
                .filter(each -> isTimed(each.check()))
                .map(each -> new TimingPace.Timed(each.missingPairs(), millisOfPairs(each)))
                .toList();
        return TimingPace.pairsAtOnce(timed, samples, Duration.between(clock.instant(), until));
    }

    /** How long a pair of samples of each node took on average, one after the other. */
    private double millisOfPairs(OpenCase open) {
        int nodes = 0;
        double millis = 0;
        for (Role role : Role.values()) {
            List<Observation> observations = of(recorded, role);
            synchronized (observations) {
                List<Observation> ofCase = observations.stream()
                        .filter(one -> one.check().equals(open.check())
                                && one.subject().equals(open.subject()))
                        .toList();
                nodes = Math.max(nodes, (int)
                        ofCase.stream().map(Observation::node).distinct().count());
                millis += ofCase.stream()
                        .mapToLong(one -> one.took().toMillis())
                        .average()
                        .orElse(0);
            }
        }
        return nodes * millis;
    }

    private boolean isTimed(CheckId check) {
        return plan.find(check).filter(planned -> planned.check().takesPairs()).isPresent();
    }

    /** Cases with an open finding, each of whose nodes has answered often enough. */
    private Set<Asked> redBeyondDoubt(ComparisonResult result) {
        Set<Asked> red = new HashSet<>();
        for (Finding finding : result.findings()) {
            boolean isSure = finding.isOpen()
                    && finding.nodes().stream()
                            .allMatch(node -> answers(finding.check(), finding.subject(), node) >= ENOUGH);
            if (isSure) {
                red.add(new Asked(finding.check(), finding.subject()));
            }
        }
        return red;
    }

    private long answers(CheckId check, Case subject, NodeRef node) {
        List<Observation> observations = of(recorded, node.role());
        synchronized (observations) {
            return observations.stream()
                    .filter(one -> one.check().equals(check)
                            && one.subject().equals(subject)
                            && one.node().equals(node.node()))
                    .count();
        }
    }

    /** Whether something forbids a GO already, that no known difference names. */
    private boolean isDecided(ComparisonResult result) {
        return result.findings().stream()
                .anyMatch(finding -> finding.isOpen()
                        && finding.severity().isBlocking()
                        && pair.knownDifferences().stream().noneMatch(known -> known.names(finding)));
    }

    /** How long the cases that are not timed take, by the estimate of the first pass. */
    private Duration untimed(Set<Asked> open, List<Role> rounds) {
        Duration sum = Duration.ZERO;
        for (PlannedCheck planned : plan.required()) {
            if (!planned.check().takesPairs() && !planned.effort().shared()) {
                long cases = planned.cases().stream()
                        .filter(each -> open.contains(new Asked(planned.check().id(), each.subject())))
                        .count();
                sum = sum.plus(planned.effort()
                        .work()
                        .multipliedBy(cases * rounds.size())
                        .dividedBy((long) planned.cases().size() * plan.rounds().size()));
            }
        }
        return sum;
    }

    private List<Role> rounds(int pass) {
        return pass == 1
                ? plan.rounds()
                : Collections.nCopies(Looks.QUADRUPLES.get(pass - 1), Planner.ROUNDS).stream()
                        .flatMap(List::stream)
                        .toList();
    }

    private void pass(
            int pass,
            int round,
            List<Role> rounds,
            Optional<Set<Asked>> asked,
            Instant timingUntil,
            int pairsAtOnce,
            Instant deadline,
            Map<Role, EvidenceWriter> writers) {
        long steps = steps(rounds, asked);
        progress.phase(pass == 1 ? "asking both stacks" : "confirming (pass " + pass + ")", steps);
        suite.run(new SuiteRequest(
                pair,
                plan,
                extensions,
                pass,
                round,
                rounds,
                timingUntil,
                pairsAtOnce,
                (check, subject) -> clock.instant().isBefore(deadline)
                        && asked.map(open -> open.contains(new Asked(check, subject)))
                                .orElse(true),
                (role, observation) -> of(recorded, role).add(of(writers, role).append(observation)),
                fingerprints,
                progress,
                allureResults));
    }

    private long steps(List<Role> rounds, Optional<Set<Asked>> asked) {
        long steps = 0;
        for (var planned : plan.required()) {
            for (var each : planned.cases()) {
                if (asked.map(open -> open.contains(new Asked(planned.check().id(), each.subject())))
                        .orElse(true)) {
                    Set<Role> seen = new HashSet<>();
                    for (Role role : rounds) {
                        boolean first = seen.add(role);
                        steps += first || planned.samples() > 1
                                ? each.nodesOf(role).size()
                                : 0;
                    }
                }
            }
        }
        return steps;
    }

    private Evidence evidence(EvidenceHeader header) {
        List<Observation> observations;
        synchronized (of(recorded, header.role())) {
            observations = of(recorded, header.role()).stream()
                    .sorted(Comparator.comparingLong(Observation::seq))
                    .toList();
        }
        return new Evidence(
                header,
                observations,
                Optional.of(new EvidenceClosing(
                        clock.instant(), observations.size(), new TreeMap<>(machines(header.role())))));
    }

    private Map<String, String> machines(Role role) {
        Map<String, String> machines = new TreeMap<>();
        synchronized (of(recorded, role)) {
            for (Observation observation : of(recorded, role)) {
                // also of an answer at fault: which machine gave it is told all the same
                Optional.ofNullable(observation.values().get(MACHINE))
                        .ifPresent(digest -> machines.put(observation.node(), digest));
            }
        }
        return machines;
    }

    private EvidenceHeader header(Role role, Instant start) {
        Environment environment = pair.environment(role);
        return new EvidenceHeader(
                EvidenceHeader.FORMAT_VERSION,
                runId,
                pair.name(),
                environment.name(),
                role,
                suiteVersion,
                pair.contractDigest(),
                fingerprints.id(),
                List.copyOf(Addresses.of(environment, pair.environment(role.other()))),
                environment.colocated(),
                start,
                plan);
    }

    private static <T> T of(Map<Role, T> both, Role role) {
        return Objects.requireNonNull(both.get(role));
    }

    /** A case of a check. */
    private record Asked(CheckId check, Case subject) {}
}
