package org.stackparity.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stackparity.measure.Confirmation;
import org.stackparity.model.NodeRef;
import org.stackparity.model.Role;

/**
 * Answers that vary within some node: whether they vary alike on both stacks. Three answers: proven different, in doubt
 * so that more samples have to be asked for, or noise.
 *
 * @param answers the samples of each node in order; never empty, of both roles
 */
record Variation<T>(Map<NodeRef, List<T>> answers, Doubt doubt) {
    /**
     * A value comes up with other frequency on one of the stacks, or on one node, than chance explains, or one of the
     * stacks says more that the other never says.
     */
    boolean isDifferent() {
        return isDifferentOfRoles(doubt.paths()) || !oddNodes().isEmpty();
    }

    /**
     * What noise seldom looks like: one stack steady while the other varies, or a value that a node repeats and that the
     * other stack, or every other node, never shows. Not proof of anything, but a reason not to call it noise yet.
     */
    boolean isSuspicious() {
        if (isSteady(Role.PRIMARY) != isSteady(Role.FAILOVER)) {
            return true;
        }
        for (Map.Entry<NodeRef, List<T>> entry : answers.entrySet()) {
            for (T value : new HashSet<>(entry.getValue())) {
                boolean repeated = count(entry.getValue(), value) >= 2;
                if (repeated
                        && (!pool(entry.getKey().role().other()).contains(value)
                                || !others(entry.getKey()).contains(value))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a single comparison of the stacks would already be called different. */
    boolean isDoubtful() {
        return isDifferentOfRoles(1);
    }

    /** Who shows most often what the nodes together do not, in order; all failover nodes where nobody stands out. */
    List<NodeRef> deviating() {
        Map<NodeRef, T> modes = new LinkedHashMap<>();
        answers.forEach((node, values) -> modes.put(node, mode(values)));
        List<NodeRef> nodes = new ArrayList<>();
        Consensus.of(modes).deviating().values().forEach(nodes::addAll);
        if (nodes.isEmpty() || nodes.size() == answers.size() - 1) {
            List<NodeRef> odd = oddNodes();
            return odd.isEmpty()
                    ? answers.keySet().stream()
                            .filter(node -> node.role() == Role.FAILOVER)
                            .toList()
                    : odd;
        }
        return nodes.stream().sorted().toList();
    }

    List<T> pool(Role role) {
        List<T> pool = new ArrayList<>();
        answers.forEach((node, values) -> {
            if (node.role() == role) {
                pool.addAll(values);
            }
        });
        return pool;
    }

    /** The most frequent value, the first of several. */
    static <T> T mode(List<T> values) {
        return counts(values).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private boolean isDifferentOfRoles(long paths) {
        List<T> primary = pool(Role.PRIMARY);
        List<T> failover = pool(Role.FAILOVER);
        Map<T, Integer> ofPrimary = counts(primary);
        Map<T, Integer> ofFailover = counts(failover);
        Set<T> distinct = new HashSet<>(ofPrimary.keySet());
        distinct.addAll(ofFailover.keySet());
        long comparisons = shared(paths);
        boolean moreOften = distinct.stream()
                .anyMatch(value -> Confirmation.isDifferentFrequency(
                        ofPrimary.getOrDefault(value, 0),
                        primary.size(),
                        ofFailover.getOrDefault(value, 0),
                        failover.size(),
                        comparisons));
        return moreOften
                || Confirmation.isMoreNew(
                        distinct.size() - ofFailover.size(),
                        primary.size(),
                        distinct.size() - ofPrimary.size(),
                        failover.size(),
                        comparisons);
    }

    private static <T> Map<T, Integer> counts(List<T> values) {
        Map<T, Integer> counts = new LinkedHashMap<>();
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        return counts;
    }

    /** Nodes that stand out from all others; the risk is shared out over the nodes too. */
    private List<NodeRef> oddNodes() {
        long comparisons = shared(doubt.paths()) * answers.size();
        return answers.keySet().stream()
                .filter(node -> {
                    List<T> own = answers.getOrDefault(node, List.of());
                    List<T> others = others(node);
                    T value = mode(own);
                    return Confirmation.isDifferentFrequency(
                            count(own, value), own.size(), count(others, value), others.size(), comparisons);
                })
                .toList();
    }

    /**
     * Over how many comparisons the risk is shared: those of stacks and those of nodes, of any of the values that come up
     * and of what is new on a stack.
     */
    private long shared(long paths) {
        Set<T> distinct = new HashSet<>();
        answers.values().forEach(distinct::addAll);
        return Math.max(1, paths) * 2 * (distinct.size() + 1);
    }

    private boolean isSteady(Role role) {
        return pool(role).stream().distinct().count() == 1;
    }

    private List<T> others(NodeRef node) {
        List<T> others = new ArrayList<>();
        answers.forEach((other, values) -> {
            if (!other.equals(node)) {
                others.addAll(values);
            }
        });
        return others;
    }

    private static <T> long count(List<T> values, T value) {
        return values.stream().filter(value::equals).count();
    }
}
