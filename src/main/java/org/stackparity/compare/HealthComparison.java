package org.stackparity.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stackparity.measure.ErrorRate;
import org.stackparity.model.Fault;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.NodeRef;
import org.stackparity.model.Observation;
import org.stackparity.model.Role;

/**
 * What is wrong with the answers by themselves. A fault in every answer of a node is a finding. A fault in some of them
 * is one where it comes more often than the acceptable error rate explains; either way it stays in its node's error
 * tally, and is never noise.
 */
final class HealthComparison {
    /** Answers of a node that must all be at fault before the fault counts as lasting. */
    private static final int LASTING = 3;
    /** Answers of a node after which a rare fault is left to the tally. */
    private static final int ENOUGH = 12;
    /** The risk of calling a rare fault of one node and case frequent, before it is shared out. */
    private static final double RISK = 0.01;

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
        SortedMap<String, List<Fault>> faults = new TreeMap<>();
        for (Observation observation : observed) {
            Map<String, Fault> once = new TreeMap<>();
            observation.faults().forEach(fault -> once.putIfAbsent(fault.kind() + "\t" + fault.path(), fault));
            once.forEach((key, fault) ->
                    faults.computeIfAbsent(key, any -> new ArrayList<>()).add(fault));
        }
        List<Sighting> sightings = new ArrayList<>();
        faults.forEach(
                (key, seen) -> sightings.add(new Sighting(key, seen.get(0), node, seen.size(), observed.size())));
        return sightings;
    }

    private void judge(List<Sighting> sightings) {
        List<Sighting> lasting = sightings.stream()
                .filter(sighting -> sighting.hits() == sighting.answers())
                .toList();
        List<Sighting> frequent = sightings.stream()
                .filter(sighting -> sighting.hits() < sighting.answers() && isFrequent(sighting))
                .toList();
        if (!lasting.isEmpty()) {
            findings.add(finding(lasting, false));
        }
        if (!frequent.isEmpty()) {
            findings.add(finding(frequent, true));
        }
        for (Sighting sighting : sightings) {
            boolean settled =
                    samples.check().deterministic() && !sighting.fault().path().isEmpty();
            boolean few = sighting.hits() == sighting.answers()
                    ? sighting.answers() < LASTING
                    : sighting.answers() < ENOUGH && !isFrequent(sighting);
            if (!settled && few && open.isEmpty()) {
                open = Optional.of(
                        sighting.node() + " gave [" + sighting.fault().kind() + "] in " + sighting.hits() + " of "
                                + sighting.answers() + " answers");
            }
        }
    }

    private boolean isFrequent(Sighting sighting) {
        return sighting.hits() >= 2
                && ErrorRate.probabilityOfAtLeast(sighting.answers(), sighting.hits(), doubt.acceptableErrors())
                        <= RISK / Math.max(1, doubt.paths() / 10.0);
    }

    private Finding finding(List<Sighting> sightings, boolean sporadic) {
        Fault fault = sightings.get(0).fault();
        long hits = sightings.stream().mapToLong(Sighting::hits).sum();
        long answers = sightings.stream().mapToLong(Sighting::answers).sum();
        LinkedHashSet<NodeRef> nodes = new LinkedHashSet<>();
        sightings.forEach(sighting -> nodes.add(sighting.node()));
        Map<String, String> facts = new TreeMap<>(
                Map.of("fault", fault.kind(), "errors", Long.toString(hits), "samples", Long.toString(answers)));
        if (sporadic) {
            facts.put("sporadic", "true");
        }
        String reason = sporadic ? "In " + hits + " of " + answers + " answers: " + fault.message() : fault.message();
        return samples.finding(
                fault.path(),
                FindingKind.UNHEALTHY,
                side(Role.PRIMARY, sightings, fault.path()),
                side(Role.FAILOVER, sightings, fault.path()),
                nodes,
                reason,
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

    /** A fault as one node shows it: in how many of how many answers. */
    private record Sighting(String key, Fault fault, NodeRef node, int hits, int answers) {}
}
