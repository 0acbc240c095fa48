package org.stackparity.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What comparing said about one path of one check and case.
 *
 * @param path the path that it is about; empty where it is about the whole case
 * @param primary the primary's value (its consensus where its nodes agree), or empty if it has none
 * @param failover the failover's value, of the deviating nodes where they disagree, or empty if it has none
 * @param nodes who deviates, sorted; empty where nobody does
 * @param reason one sentence for a reader
 * @param facts further facts by name, for cause rules and reports: {@code fault} (a fault's kind), {@code samples},
 *     {@code errors}, {@code ratio}, {@code landmark} …
 * @param evidence sequence numbers of the observations behind it, as {@code primary:12} or {@code failover:7}; the
 *     first few only
 */
public record Finding(
        CheckId check,
        Case subject,
        String path,
        FindingKind kind,
        Severity severity,
        Optional<String> primary,
        Optional<String> failover,
        List<NodeRef> nodes,
        String reason,
        SortedMap<String, String> facts,
        List<String> evidence) {
    public Finding {
        nodes = nodes.stream().sorted().distinct().toList();
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        evidence = List.copyOf(evidence);
    }

    public Optional<String> findFact(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    /** A fact that is a number; empty where there is none, or where it is something else. */
    public Optional<Double> findNumber(String name) {
        try {
            return findFact(name).map(Double::valueOf);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether it is a fault of the kind, like {@code http-500}. */
    public boolean isFault(String kind) {
        return findFact("fault").filter(kind::equals).isPresent();
    }

    /** Whether nodes deviate, and all of them are among the others. */
    public boolean isAmong(Collection<NodeRef> others) {
        return !nodes.isEmpty() && others.containsAll(nodes);
    }

    /** Whether nodes deviate, and all of them are of stacks of which the other nodes are too. */
    public boolean isOfStacksOf(Collection<NodeRef> others) {
        return !nodes.isEmpty()
                && nodes.stream().allMatch(node -> others.stream().anyMatch(other -> other.role() == node.role()));
    }

    /** Whether a node of the role deviates. */
    public boolean isOf(Role role) {
        return nodes.stream().anyMatch(node -> node.role() == role);
    }

    /** Whether it stands open: a deviation that nobody accepted. */
    public boolean isOpen() {
        return kind.isDeviation();
    }

    public Finding withKind(FindingKind other, String otherReason) {
        return new Finding(
                check, subject, path, other, severity, primary, failover, nodes, otherReason, facts, evidence);
    }

    public Finding withFact(String name, String value) {
        Map<String, String> more = new TreeMap<>(facts);
        more.put(name, value);
        return new Finding(
                check, subject, path, kind, severity, primary, failover, nodes, reason, new TreeMap<>(more), evidence);
    }
}
