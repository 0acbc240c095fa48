package org.stackparity.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stackparity.measure.Confirmation;
import org.stackparity.model.Comparison;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.NodeRef;
import org.stackparity.model.PathRule;
import org.stackparity.model.Role;

/** Compares single values: every node with the consensus of the primary's, and what varies by its frequency and shape. */
final class ValueComparison {
    /** Fewest samples of a side before its varying values say anything about their shape. */
    private static final int ENOUGH_FOR_SHAPE = 4;

    private final CaseSamples samples;
    private final Doubt doubt;
    private final String path;
    private final PathRule rule;
    private final Map<NodeRef, List<Optional<String>>> answers;
    private final List<Finding> findings = new ArrayList<>();
    private int missingQuadruples;

    ValueComparison(CaseSamples samples, Doubt doubt, String path, PathRule rule) {
        this.samples = samples;
        this.doubt = doubt;
        this.path = path;
        this.rule = rule;
        this.answers = samples.answers(path);
        Set<Role> roles = answers.keySet().stream().map(NodeRef::role).collect(Collectors.toSet());
        if (roles.size() == 2) {
            if (answers.values().stream().allMatch(ValueComparison::isStable)) {
                compareStable();
            } else {
                compareVarying();
            }
        }
    }

    List<Finding> findings() {
        return findings;
    }

    /** How many more quadruples an apparent difference needs; 0 where nothing is open. */
    int missingQuadruples() {
        return missingQuadruples;
    }

    private static boolean isStable(List<Optional<String>> values) {
        return values.stream().distinct().count() == 1;
    }

    private void compareStable() {
        Map<NodeRef, Optional<String>> stable = new LinkedHashMap<>();
        answers.forEach((node, values) -> stable.put(node, values.get(0)));
        if (rule.comparison() == Comparison.DIFFER) {
            compareMustDiffer(stable);
            return;
        }
        Consensus<Optional<String>> consensus = Consensus.of(stable);
        consensus.deviating().forEach((value, nodes) -> {
            Optional<FindingKind> kind = deviation(consensus.answer(), value, nodes);
            kind.ifPresent(found -> add(found, consensus.answer(), value, nodes, "differs in every answer", Map.of()));
        });
    }

    private void compareMustDiffer(Map<NodeRef, Optional<String>> stable) {
        Set<Optional<String>> ofPrimary = new HashSet<>();
        stable.forEach((node, value) -> {
            if (node.role() == Role.PRIMARY) {
                ofPrimary.add(value);
            }
        });
        stable.forEach((node, value) -> {
            if (node.role() == Role.FAILOVER && ofPrimary.contains(value)) {
                add(FindingKind.DIFFERENT, value, value, List.of(node), "has to differ and does not", Map.of());
            }
        });
    }

    /** What an answer that is not the consensus amounts to under the rule; empty where the rule allows it. */
    private Optional<FindingKind> deviation(Optional<String> agreed, Optional<String> value, List<NodeRef> nodes) {
        boolean onFailover = nodes.stream().allMatch(node -> node.role() == Role.FAILOVER);
        if (agreed.isEmpty()) {
            return rule.comparison() == Comparison.SUBSET && onFailover
                    ? Optional.empty()
                    : Optional.of(onFailover ? FindingKind.MISSING_ON_PRIMARY : FindingKind.DIFFERENT);
        }
        if (value.isEmpty()) {
            return Optional.of(onFailover ? FindingKind.MISSING_ON_FAILOVER : FindingKind.DIFFERENT);
        }
        boolean allowed = switch (rule.comparison()) {
            case AT_LEAST -> onFailover && isAtLeast(value.get(), agreed.get());
            case WITHIN -> isWithin(value.get(), agreed.get());
            case SAME, LINES, SUBSET, PAIRED_RATIO, ERROR_RATE, DIFFER, SHOWN -> false;
        };
        return allowed ? Optional.empty() : Optional.of(FindingKind.DIFFERENT);
    }

    private static boolean isAtLeast(String value, String least) {
        Optional<BigDecimal> number = number(value);
        Optional<BigDecimal> bound = number(least);
        return number.isPresent() && bound.isPresent() && number.get().compareTo(bound.get()) >= 0;
    }

    private boolean isWithin(String value, String base) {
        Optional<BigDecimal> number = number(value);
        Optional<BigDecimal> center = number(base);
        Optional<BigDecimal> tolerance = rule.findLimit("tolerance").flatMap(ValueComparison::number);
        return number.isPresent()
                && center.isPresent()
                && tolerance.isPresent()
                && number.get()
                                .subtract(center.get())
                                .abs()
                                .compareTo(center.get().abs().multiply(tolerance.get()))
                        <= 0;
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** At least one node varies: the most frequent value's share and the shapes have to be alike on both sides. */
    private void compareVarying() {
        List<Optional<String>> primary = pool(Role.PRIMARY);
        List<Optional<String>> failover = pool(Role.FAILOVER);
        List<NodeRef> failoverNodes = answers.keySet().stream()
                .filter(node -> node.role() == Role.FAILOVER)
                .toList();
        for (Optional<String> value : frequentValues(primary, failover)) {
            long ofPrimary = primary.stream().filter(value::equals).count();
            long ofFailover = failover.stream().filter(value::equals).count();
            if (Confirmation.isDifferentFrequency(
                    ofPrimary, primary.size(), ofFailover, failover.size(), doubt.paths())) {
                String shares = "is [" + value.orElse("missing") + "] in " + ofPrimary + " of " + primary.size()
                        + " answers of the primary and in " + ofFailover + " of " + failover.size()
                        + " of the failover";
                findings.add(samples.finding(
                        path,
                        FindingKind.DIFFERENT,
                        mostFrequent(primary),
                        mostFrequent(failover),
                        failoverNodes,
                        shares,
                        Map.of("varying", "true")));
                return;
            }
        }
        Set<Shape> primaryShapes = primary.stream().map(Shape::of).collect(Collectors.toSet());
        Set<Shape> failoverShapes = failover.stream().map(Shape::of).collect(Collectors.toSet());
        boolean disjoint = failoverShapes.stream().noneMatch(primaryShapes::contains);
        if (disjoint && Math.min(primary.size(), failover.size()) >= ENOUGH_FOR_SHAPE) {
            add(
                    FindingKind.DIFFERENT,
                    primary.get(0),
                    failover.get(0),
                    failoverNodes,
                    "varies on a side, and is of another shape on each",
                    Map.of("varying", "true"));
            return;
        }
        findings.add(samples.finding(
                path,
                FindingKind.NOISE,
                primary.get(0),
                failover.get(0),
                List.of(),
                "varies within a stack from answer to answer",
                Map.of()));
    }

    private List<Optional<String>> pool(Role role) {
        List<Optional<String>> pool = new ArrayList<>();
        answers.forEach((node, values) -> {
            if (node.role() == role) {
                pool.addAll(values);
            }
        });
        return pool;
    }

    private static List<Optional<String>> frequentValues(
            List<Optional<String>> primary, List<Optional<String>> failover) {
        return List.of(primary, failover).stream()
                .map(ValueComparison::mostFrequent)
                .distinct()
                .toList();
    }

    private static Optional<String> mostFrequent(List<Optional<String>> values) {
        Map<Optional<String>, Long> counts = values.stream()
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    /** Adds a difference, or "not proven" while it may still be chance. */
    private void add(
            FindingKind kind,
            Optional<String> primary,
            Optional<String> failover,
            Collection<NodeRef> nodes,
            String reason,
            Map<String, String> facts) {
        int missing = doubt.missingQuadruples(samples.check().deterministic(), nodes, answers);
        missingQuadruples = Math.max(missingQuadruples, missing);
        findings.add(
                missing == 0
                        ? samples.finding(path, kind, primary, failover, nodes, reason, facts)
                        : samples.finding(
                                path,
                                FindingKind.NOT_PROVEN,
                                primary,
                                failover,
                                nodes,
                                "differs so far; " + missing + " more quadruples would prove it",
                                facts));
    }
}
