package org.stackparity.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stackparity.model.NodeRef;
import org.stackparity.model.Role;

/**
 * What the primary's nodes agree on, and who deviates from it. Where they are split evenly, the nodes of both stacks
 * together decide; where that is even too, the first node's answer stands.
 *
 * @param answer the agreed one
 * @param deviating the other answers with their nodes, in order of the nodes; empty where all agree
 */
record Consensus<T>(T answer, Map<T, List<NodeRef>> deviating) {

    /** @param answers one per node, in order of the nodes; never empty */
    static <T> Consensus<T> of(Map<NodeRef, T> answers) {
        Map<T, List<NodeRef>> groups = new LinkedHashMap<>();
        answers.forEach((node, answer) ->
                groups.computeIfAbsent(answer, any -> new ArrayList<>()).add(node));
        Comparator<Map.Entry<T, List<NodeRef>>> votes = Comparator.comparingLong(group -> ofPrimary(group.getValue()));
        T agreed = groups.entrySet().stream()
                .max(votes.thenComparingInt(group -> group.getValue().size())
                        .thenComparing(group -> group.getValue().get(0), Comparator.reverseOrder()))
                .orElseThrow()
                .getKey();
        groups.remove(agreed);
        return new Consensus<>(agreed, groups);
    }

    private static long ofPrimary(List<NodeRef> nodes) {
        return nodes.stream().filter(node -> node.role() == Role.PRIMARY).count();
    }
}
