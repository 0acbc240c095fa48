package org.stackparity.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stackparity.model.NodeRef;

/**
 * Nodes that have less of something than those that they stand in for: node by node, the largest of each stack first,
 * since a healthy stack may have nodes of several sizes; and all together where they are fewer.
 *
 * @param base what they would need
 * @param value what they have
 * @param nodes in order
 */
record Shortfall(String base, String value, List<NodeRef> nodes, String reason) {

    /**
     * What is short, by what is needed and what is there.
     *
     * @param needed one number per node, of at least one
     * @param held likewise
     * @param tolerance a fraction of what is needed that may be missing; none is zero
     */
    static List<Shortfall> of(Map<NodeRef, String> needed, Map<NodeRef, String> held, Optional<String> tolerance) {
        List<Map.Entry<NodeRef, String>> bases = largestFirst(needed);
        List<Map.Entry<NodeRef, String>> values = largestFirst(held);
        Map<List<String>, List<NodeRef>> smaller = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            String base = bases.get(Math.min(i, bases.size() - 1)).getValue();
            String value = values.get(i).getValue();
            if (!Numbers.isAtLeast(value, base, tolerance)) {
                smaller.computeIfAbsent(List.of(base, value), any -> new ArrayList<>())
                        .add(values.get(i).getKey());
            }
        }
        if (smaller.isEmpty() && values.size() < bases.size()) {
            return together(bases, values, tolerance);
        }
        List<Shortfall> all = new ArrayList<>();
        smaller.forEach((pair, nodes) -> all.add(
                new Shortfall(pair.get(0), pair.get(1), nodes.stream().sorted().toList(), "is less in every answer")));
        return all;
    }

    private static List<Shortfall> together(
            List<Map.Entry<NodeRef, String>> bases,
            List<Map.Entry<NodeRef, String>> values,
            Optional<String> tolerance) {
        String base = sum(bases);
        String value = sum(values);
        return Numbers.isAtLeast(value, base, tolerance)
                ? List.of()
                : List.of(new Shortfall(
                        base,
                        value,
                        values.stream().map(Map.Entry::getKey).sorted().toList(),
                        "is less of " + values.size() + " together than of the other stack's " + bases.size()));
    }

    private static List<Map.Entry<NodeRef, String>> largestFirst(Map<NodeRef, String> numbers) {
        Comparator<Map.Entry<NodeRef, String>> bySize = Comparator.comparing(entry -> number(entry.getValue()));
        return numbers.entrySet().stream()
                .sorted(bySize.reversed().thenComparing(Map.Entry::getKey))
                .toList();
    }

    private static String sum(List<Map.Entry<NodeRef, String>> numbers) {
        return numbers.stream()
                .map(entry -> number(entry.getValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }

    private static BigDecimal number(String text) {
        return Numbers.parse(text).orElseThrow();
    }
}
