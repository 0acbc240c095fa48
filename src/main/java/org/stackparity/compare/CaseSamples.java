package org.stackparity.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stackparity.model.Case;
import org.stackparity.model.Check;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.NodeRef;
import org.stackparity.model.Observation;
import org.stackparity.model.Role;

/**
 * Everything that was observed about one case of one check.
 *
 * @param byNode every node that had to answer, sorted, with its observations in order; a list may be empty
 */
record CaseSamples(Check check, Case subject, SortedMap<NodeRef, List<Observation>> byNode) {
    /** LIMIT: how many observations a finding cites. */
    private static final int MOST_CITED = 8;

    /** The observations of a node that answered the question at all. */
    List<Observation> observed(NodeRef node) {
        return byNode.getOrDefault(node, List.of()).stream()
                .filter(observation -> observation.outcome().isObserved())
                .toList();
    }

    /** The nodes of a role in order. */
    List<NodeRef> nodes(Role role) {
        return byNode.keySet().stream().filter(node -> node.role() == role).toList();
    }

    /** Every path that some node answered, sorted. */
    SortedSet<String> paths() {
        Set<String> paths = new HashSet<>();
        byNode.values()
                .forEach(all -> all.forEach(one -> paths.addAll(one.values().keySet())));
        return new TreeSet<>(paths);
    }

    /** Whether some node of each role has a value at the path. */
    boolean isOnBoth(String path) {
        return Arrays.stream(Role.values())
                .allMatch(role -> nodes(role).stream()
                        .flatMap(node -> observed(node).stream())
                        .anyMatch(observation -> observation.findValue(path).isPresent()));
    }

    /** Whether some node of each role answered in full health. */
    boolean isHealthyOnBoth() {
        return Arrays.stream(Role.values())
                .allMatch(role -> nodes(role).stream()
                        .flatMap(node -> observed(node).stream())
                        .anyMatch(observation -> observation.faults().isEmpty()));
    }

    /**
     * The answers of each node about a path, in order; an answer without a value at the path is an empty Optional, an
     * answer that a fault spoils there is left out, and so is a node without any answer left.
     */
    Map<NodeRef, List<Optional<String>>> answers(String path) {
        Map<NodeRef, List<Optional<String>>> answers = new LinkedHashMap<>();
        for (NodeRef node : byNode.keySet()) {
            List<Optional<String>> values = new ArrayList<>();
            for (Observation observation : observed(node)) {
                if (!observation.isSpoilt(path)) {
                    values.add(observation.findValue(path));
                }
            }
            if (!values.isEmpty()) {
                answers.put(node, Collections.unmodifiableList(values));
            }
        }
        return answers;
    }

    /** A finding about this case, with the observations of its nodes as evidence. */
    Finding finding(
            String path,
            FindingKind kind,
            Optional<String> primary,
            Optional<String> failover,
            Collection<NodeRef> nodes,
            String reason,
            Map<String, String> facts) {
        return new Finding(
                check.id(),
                subject,
                path,
                kind,
                check.severity(),
                primary,
                failover,
                List.copyOf(nodes),
                reason,
                new TreeMap<>(facts),
                cited(nodes));
    }

    /** The first observation of a node on each side, then further ones of the deviating nodes. */
    private List<String> cited(Collection<NodeRef> nodes) {
        List<String> refs = new ArrayList<>();
        for (Role role : Role.values()) {
            if (nodes.stream().noneMatch(node -> node.role() == role)) {
                nodes(role).stream().limit(1).forEach(node -> cite(node, 1, refs));
            }
        }
        nodes.stream().sorted().distinct().forEach(node -> cite(node, 2, refs));
        return refs.stream().distinct().limit(MOST_CITED).toList();
    }

    private void cite(NodeRef node, int most, List<String> refs) {
        byNode.getOrDefault(node, List.of()).stream()
                .sorted((one, other) ->
                        Integer.compare(other.faults().size(), one.faults().size()))
                .limit(most)
                .forEach(observation -> refs.add(node.role().word() + ":" + observation.seq()));
    }
}
