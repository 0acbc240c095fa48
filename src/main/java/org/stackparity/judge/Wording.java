package org.stackparity.judge;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.stackparity.model.Finding;
import org.stackparity.model.NodeRef;
import org.stackparity.model.Role;
import org.stackparity.model.Severity;

/** How causes speak of nodes, severities and times. */
final class Wording {
    private static final int MOST_CASES = 3;

    private Wording() {}

    /** Who deviates, like {@code failover web1, web2}; "both stacks" style lists name both roles. */
    static String nodes(Collection<NodeRef> nodes) {
        Map<Role, TreeSet<String>> byRole = new EnumMap<>(Role.class);
        nodes.forEach(node ->
                byRole.computeIfAbsent(node.role(), any -> new TreeSet<>()).add(node.node()));
        return byRole.entrySet().stream()
                .map(entry -> entry.getValue().equals(new TreeSet<>(List.of(NodeRef.SITE)))
                        ? entry.getKey().word()
                        : entry.getKey().word() + " " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining(" and "));
    }

    /** What is said of one node, or of several. */
    static String number(Collection<NodeRef> nodes, String ofOne, String ofSeveral) {
        return new HashSet<>(nodes).size() == 1 ? ofOne : ofSeveral;
    }

    /** The roles of the nodes, like {@code failover} or {@code primary and failover}. */
    static String roles(Collection<NodeRef> nodes) {
        return nodes.stream()
                .map(NodeRef::role)
                .sorted()
                .distinct()
                .map(Role::word)
                .collect(Collectors.joining(" and "));
    }

    /** The cases that deviate, all where they are few. */
    static String cases(Collection<Finding> findings) {
        List<String> cases = findings.stream()
                .map(finding -> finding.subject().toString())
                .distinct()
                .toList();
        return cases.size() <= MOST_CASES
                ? String.join(", ", cases)
                : cases.get(0) + " and " + (cases.size() - 1) + " more";
    }

    static List<NodeRef> nodesOf(Collection<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.nodes().stream())
                .sorted()
                .distinct()
                .toList();
    }

    /** What nodes have in the place of what the primary has, value by value. */
    static String inPlaceOf(Collection<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.path() + " [" + finding.failover().orElse("missing") + "], primary ["
                        + finding.primary().orElse("missing") + "]")
                .collect(Collectors.joining("; "));
    }

    static Severity worst(Collection<Finding> findings) {
        return findings.stream()
                .map(Finding::severity)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Minutes as a person says them, like {@code 8 h 00 min}. */
    static String hours(long minutes) {
        long size = Math.abs(minutes);
        return size / 60 + " h " + (size % 60 < 10 ? "0" : "") + size % 60 + " min";
    }

    /** A sentence as a part of another one. */
    static String clause(String sentence) {
        return sentence.replaceFirst("\\.$", "");
    }

    /** A value short enough for a sentence. */
    static String shortly(String value) {
        String oneLine = value.replaceAll("\\s+", " ").strip();
        return oneLine.length() <= 80 ? oneLine : oneLine.substring(0, 79) + "…";
    }
}
