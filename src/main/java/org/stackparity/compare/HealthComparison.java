package org.stackparity.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stackparity.measure.ErrorRate;
import org.stackparity.model.Fault;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.NodeRef;
import org.stackparity.model.Observation;
import org.stackparity.model.Role;

/**
 * What is wrong with the answers by themselves. A fault in every answer of a node is a finding. A fault in some of them
 * is one where it comes more often than the acceptable error rate explains, and not proven while too few answers were
 * seen to tell; either way it stays in its node's error tally, and is never noise.
 */
final class HealthComparison {
    /** Answers of a node that must all be at fault before the fault counts as lasting. */
    static final int LASTING = 3;
    /** Fewest answers of a node before a rare fault is left to the tally. */
    private static final int ENOUGH = 12;
    /** The risk of calling a rare fault of one node and case frequent, before it is shared out. */
    private static final double RISK = 0.01;
    /** The fact of a fault that says at which request of several it came. */
    private static final String REQUEST = "request";

    private final CaseSamples samples;
    private final Doubt doubt;
    private final List<Finding> findings = new ArrayList<>();
    private Optional<String> open = Optional.empty();

    HealthComparison(CaseSamples samples, Doubt doubt) {
        this.samples = samples;
        this.doubt = doubt;
        SortedMap<String, List<Sighting>> byFault = new TreeMap<>();
        for (NodeRef node : samples.byNode().keySet()) {
            for (Sighting sighting : sightings(node)) {
                byFault.computeIfAbsent(sighting.key(), any -> new ArrayList<>())
                        .add(sighting);
            }
        }
        byFault.values().forEach(this::judge);
    }

    List<Finding> findings() {
        return findings;
    }

    /** Why further answers are needed; empty where they are not. */
    Optional<String> open() {
        return open;
    }

    private List<Sighting> sightings(NodeRef node) {
        List<Observation> observed = samples.observed(node);
        boolean allFail = observed.stream().allMatch(observation -> observation.isSpoilt(""));
        boolean wanders = isWandering(observed);
        SortedMap<String, List<Fault>> faults = new TreeMap<>();
        for (Observation observation : observed) {
            numbered(observation.faults())
                    .forEach((key, fault) -> faults.computeIfAbsent(key, any -> new ArrayList<>())
                            .add(fault));
        }
        List<Sighting> sightings = new ArrayList<>();
        faults.forEach((key, seen) -> {
            Fault fault = seen.get(0);
            boolean lasting =
                    seen.size() == observed.size() || (allFail && fault.path().isEmpty());
            boolean wandering = wanders && fault.facts().containsKey(REQUEST);
            sightings.add(
                    new Sighting(key, fault, node, seen.size(), seen.size(), observed.size(), lasting, wandering));
        });
        Set<String> passing = sightings.stream()
                .filter(sighting -> !sighting.lasting())
                .map(Sighting::key)
                .collect(Collectors.toSet());
        int disturbed = (int) observed.stream()
                .filter(observation ->
                        numbered(observation.faults()).keySet().stream().anyMatch(passing::contains))
                .count();
        return sightings.stream()
                .map(sighting -> sighting.lasting() ? sighting : sighting.amongDisturbed(disturbed))
                .toList();
    }

    /**
     * Whether answers that take several requests failed at one and at another, and at none of them so often that it fails each
     * time: what failed once was passed at another time.
     */
    private static boolean isWandering(List<Observation> observed) {
        Map<String, Long> failures = observed.stream()
                .flatMap(observation -> observation.faults().stream()
                        .flatMap(fault -> Optional.ofNullable(fault.facts().get(REQUEST)).stream())
                        .distinct())
                .collect(Collectors.groupingBy(request -> request, Collectors.counting()));
        return failures.size() > 1 && Collections.max(failures.values()) < LASTING;
    }

    /** The faults of one answer; several of one kind and path are told apart by their place in the order of messages. */
    private static SortedMap<String, Fault> numbered(List<Fault> faults) {
        SortedMap<String, Fault> numbered = new TreeMap<>();
        faults.stream().distinct().sorted(Comparator.comparing(Fault::message)).forEach(fault -> {
            int number = 1;
            while (numbered.containsKey(key(fault, number))) {
                number++;
            }
            numbered.put(key(fault, number), fault);
        });
        return numbered;
    }

    private static String key(Fault fault, int number) {
        return fault.kind() + "\t" + fault.path() + "\t" + number;
    }

    private void judge(List<Sighting> sightings) {
        List<Sighting> lasting = sightings.stream().filter(Sighting::lasting).toList();
        List<Sighting> frequent = sightings.stream()
                .filter(sighting -> !sighting.lasting() && isFrequent(sighting))
                .toList();
        List<Sighting> doubtful = sightings.stream()
                .filter(sighting -> !sighting.lasting() && !isFrequent(sighting) && isDoubtful(sighting))
                .toList();
        if (!lasting.isEmpty()) {
            findings.add(finding(lasting, FindingKind.UNHEALTHY, ""));
        }
        if (!frequent.isEmpty()) {
            findings.add(finding(frequent, FindingKind.UNHEALTHY, ""));
        }
        if (!doubtful.isEmpty()) {
            findings.add(
                    finding(doubtful, FindingKind.NOT_PROVEN, "; more answers would tell whether it is rare enough"));
        }
        for (Sighting sighting : sightings) {
            boolean few = sighting.lasting()
                    ? sighting.answers() < LASTING && !isSettled(sighting)
                    : !isFrequent(sighting) && isDoubtful(sighting);
            if (few && open.isEmpty()) {
                open = Optional.of(
                        sighting.node() + " gave [" + sighting.fault().kind() + "] in " + sighting.hits() + " of "
                                + sighting.answers() + " answers");
            }
        }
    }

    /** A value that cannot vary by itself is at fault at once. */
    private boolean isSettled(Sighting sighting) {
        return samples.check().deterministic() && !sighting.fault().path().isEmpty();
    }

    private boolean isFrequent(Sighting sighting) {
        return isSettled(sighting)
                || (sighting.disturbed() >= 2 && probability(sighting) <= RISK / Math.max(1, doubt.answers()));
    }

    /**
     * Whether the answers do not say yet that the fault is as rare as it may be; otherwise the tally has it. A fault of what an
     * answer holds is in no tally, so that it stays in doubt however rare it is.
     */
    private boolean isDoubtful(Sighting sighting) {
        return !sighting.fault().failsTheRequest() || sighting.answers() < ENOUGH || probability(sighting) <= RISK;
    }

    private double probability(Sighting sighting) {
        return ErrorRate.probabilityOfAtLeast(sighting.answers(), sighting.disturbed(), doubt.acceptableErrors());
    }

    private Finding finding(List<Sighting> sightings, FindingKind kind, String more) {
        boolean sporadic = sightings.stream().allMatch(Sighting::comesAndGoes);
        Fault fault = sightings.get(0).fault();
        long hits = sightings.stream().mapToLong(Sighting::hits).sum();
        long answers = sightings.stream().mapToLong(Sighting::answers).sum();
        LinkedHashSet<NodeRef> nodes = new LinkedHashSet<>();
        sightings.forEach(sighting -> nodes.add(sighting.node()));
        Map<String, String> facts = new TreeMap<>(fault.facts());
        facts.putAll(Map.of("fault", fault.kind(), "errors", Long.toString(hits), "samples", Long.toString(answers)));
        if (sporadic) {
            facts.put("sporadic", "true");
        }
        String reason = sporadic ? "In " + hits + " of " + answers + " answers: " + fault.message() : fault.message();
        return samples.finding(
                fault.path(),
                kind,
                side(Role.PRIMARY, sightings, fault.path()),
                side(Role.FAILOVER, sightings, fault.path()),
                nodes,
                reason + more,
                facts);
    }

    /** What a side has at the path: a deviating node's message, else a healthy node's value. */
    private Optional<String> side(Role role, List<Sighting> sightings, String path) {
        Optional<String> message = sightings.stream()
                .filter(sighting -> sighting.node().role() == role)
                .map(sighting -> sighting.fault().message())
                .findFirst();
        return message.or(() -> samples.nodes(role).stream()
                .flatMap(node -> samples.observed(node).stream())
                .flatMap(observation -> observation.findValue(path).stream())
                .filter(value -> value.length() < 1000)
                .findFirst());
    }

    /**
     * A fault as one node shows it: in how many of how many answers.
     *
     * @param disturbed how many of the answers have this or another fault that comes and goes: a link that fails now and
     *     then fails in several ways, and each of them alone would be rare
     * @param lasting whether no answer of the node is without a fault
     * @param wandering whether it was at another request each time
     */
    private record Sighting(
            String key,
            Fault fault,
            NodeRef node,
            int hits,
            int disturbed,
            int answers,
            boolean lasting,
            boolean wandering) {
        Sighting amongDisturbed(int all) {
            return new Sighting(key, fault, node, hits, all, answers, lasting, wandering);
        }

        boolean comesAndGoes() {
            return !lasting || wandering;
        }
    }
}
