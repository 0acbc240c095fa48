package org.stackparity.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stackparity.model.Comparison;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.NodeRef;
import org.stackparity.model.PathRule;
import org.stackparity.model.Role;

/**
 * Compares single values: every node with the consensus of the primary's, and what varies by its frequency and shape.
 * What a one-sided comparison says with the roles reversed, for a failback, stands in the fact {@code failback}.
 * Long, since stable, varying and one-sided values share one consensus and one doubt.
 */
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
        if (roles.size() < 2) {
            return;
        }
        if (rule.comparison() == Comparison.DIFFER) {
            compareMustDiffer();
        } else if (answers.values().stream().allMatch(ValueComparison::isStable)) {
            compareStable();
        } else if (samples.check().deterministic()) {
            compareUnsteady();
        } else {
            compareVarying();
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
        if (rule.comparison() == Comparison.AT_LEAST && stable.values().stream().allMatch(Numbers::isNumber)) {
            compareSizes(stable);
            return;
        }
        Consensus<Optional<String>> consensus = Consensus.of(stable);
        consensus.deviating().forEach((value, nodes) -> {
            Optional<FindingKind> kind = deviation(consensus.answer(), value, nodes);
            Optional<FindingKind> reversed = reversed(consensus.answer(), value, nodes);
            if (kind.isPresent()) {
                Map<String, String> facts = reversed.isEmpty() ? Map.of("failback", "same") : Map.of();
                add(kind.get(), consensus.answer(), value, nodes, "differs in every answer", facts);
            } else {
                reversed.ifPresent(found -> addForFailback(found, consensus.answer(), value, nodes));
            }
        });
    }

    private void compareSizes(Map<NodeRef, Optional<String>> stable) {
        Map<NodeRef, String> primary = ofRole(stable, Role.PRIMARY);
        Map<NodeRef, String> failover = ofRole(stable, Role.FAILOVER);
        Optional<String> tolerance = rule.findLimit("tolerance");
        List<Shortfall> less = Shortfall.of(primary, failover, tolerance);
        List<Shortfall> lessForFailback = Shortfall.of(failover, primary, tolerance);
        less.forEach(one -> add(
                FindingKind.DIFFERENT,
                Optional.of(one.base()),
                Optional.of(one.value()),
                one.nodes(),
                one.reason(),
                lessForFailback.isEmpty() ? Map.of("failback", "same") : Map.of()));
        if (less.isEmpty()) {
            lessForFailback.forEach(one -> addForFailback(
                    FindingKind.DIFFERENT, Optional.of(one.value()), Optional.of(one.base()), ofFailover()));
        }
    }

    private static Map<NodeRef, String> ofRole(Map<NodeRef, Optional<String>> stable, Role role) {
        Map<NodeRef, String> values = new LinkedHashMap<>();
        stable.forEach((node, value) -> {
            if (node.role() == role) {
                values.put(node, value.orElseThrow());
            }
        });
        return values;
    }

    /** A value that cannot vary by itself varies within a node: each of its other values deviates. */
    private void compareUnsteady() {
        Map<NodeRef, Optional<String>> modes = new LinkedHashMap<>();
        answers.forEach((node, values) -> modes.put(node, Variation.mode(values)));
        Optional<String> agreed = Consensus.of(modes).answer();
        Map<Optional<String>, List<NodeRef>> deviating = new LinkedHashMap<>();
        answers.forEach((node, values) -> new LinkedHashSet<>(values).forEach(value -> {
            if (!value.equals(agreed)) {
                deviating.computeIfAbsent(value, any -> new ArrayList<>()).add(node);
            }
        }));
        deviating.forEach((value, nodes) -> deviation(agreed, value, nodes)
                .ifPresent(kind -> add(
                        kind,
                        agreed,
                        value,
                        nodes,
                        "is not the same in every answer, and cannot vary by itself",
                        Map.of("varying", "true"))));
    }

    /** No failover node may ever answer what some primary node answers. */
    private void compareMustDiffer() {
        Set<Optional<String>> ofPrimary = new HashSet<>();
        answers.forEach((node, values) -> {
            if (node.role() == Role.PRIMARY) {
                ofPrimary.addAll(values);
            }
        });
        answers.forEach((node, values) -> {
            if (node.role() == Role.FAILOVER) {
                values.stream()
                        .filter(ofPrimary::contains)
                        .findFirst()
                        .ifPresent(value -> add(
                                FindingKind.DIFFERENT,
                                value,
                                value,
                                List.of(node),
                                "has to differ and does not",
                                Map.of()));
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
        boolean allowed =
                (rule.comparison() != Comparison.AT_LEAST || onFailover) && isAllowed(value.get(), agreed.get());
        return allowed ? Optional.empty() : Optional.of(FindingKind.DIFFERENT);
    }

    /** The same with the roles reversed; differs from the straight answer for one-sided comparisons only. */
    private Optional<FindingKind> reversed(Optional<String> agreed, Optional<String> value, List<NodeRef> nodes) {
        boolean onFailover = nodes.stream().allMatch(node -> node.role() == Role.FAILOVER);
        if (onFailover && rule.comparison() == Comparison.SUBSET) {
            if (agreed.isEmpty()) {
                return Optional.of(FindingKind.MISSING_ON_PRIMARY);
            }
            return value.isEmpty() ? Optional.empty() : Optional.of(FindingKind.DIFFERENT);
        }
        if (onFailover && rule.comparison() == Comparison.AT_LEAST && agreed.isPresent() && value.isPresent()) {
            return isAllowed(agreed.get(), value.get()) ? Optional.empty() : Optional.of(FindingKind.DIFFERENT);
        }
        return deviation(agreed, value, nodes);
    }

    private boolean isAllowed(String value, String agreed) {
        return switch (rule.comparison()) {
            case AT_LEAST -> Numbers.isAtLeast(value, agreed, rule.findLimit("tolerance"));
            case WITHIN -> Numbers.isWithin(value, agreed, rule.findLimit("tolerance"));
            case SAME, LINES, SUBSET, PAIRED_RATIO, ERROR_RATE, DIFFER, SHOWN -> false;
        };
    }

    /** At least one node varies: the frequencies, the sizes of numbers and the shapes have to be alike on both sides. */
    private void compareVarying() {
        Variation<Optional<String>> variation = new Variation<>(answers, doubt);
        List<Optional<String>> primary = variation.pool(Role.PRIMARY);
        List<Optional<String>> failover = variation.pool(Role.FAILOVER);
        boolean onFailoverOnly = primary.stream().allMatch(Optional::isEmpty);
        if (rule.comparison() == Comparison.SUBSET && onFailoverOnly) {
            return;
        }
        boolean everywhere = java.util.stream.Stream.concat(primary.stream(), failover.stream())
                .allMatch(Optional::isPresent);
        if (everywhere && (rule.comparison() == Comparison.AT_LEAST || rule.comparison() == Comparison.WITHIN)) {
            compareVaryingNumbers(primary, failover);
            return;
        }
        if (variation.isDifferent()) {
            varying(variation, FindingKind.DIFFERENT, shares(primary, failover));
            return;
        }
        Set<Shape> primaryShapes = primary.stream().map(Shape::of).collect(Collectors.toSet());
        Set<Shape> failoverShapes = failover.stream().map(Shape::of).collect(Collectors.toSet());
        boolean disjoint = failoverShapes.stream().noneMatch(primaryShapes::contains);
        if (disjoint && Math.min(primary.size(), failover.size()) >= ENOUGH_FOR_SHAPE) {
            add(
                    FindingKind.DIFFERENT,
                    primary.get(0),
                    failover.get(0),
                    ofFailover(),
                    "varies on a side, and is of another shape on each",
                    Map.of("varying", "true"));
            return;
        }
        int missing = doubt.missingQuadruples(false, ofFailover(), answers);
        if (variation.isSuspicious() && (missing > 0 || variation.isDoubtful())) {
            missingQuadruples = Math.max(1, missing);
            varying(
                    variation,
                    FindingKind.NOT_PROVEN,
                    "varies, so far not alike on both stacks: " + shares(primary, failover));
            return;
        }
        noise(primary, failover);
    }

    private List<Optional<String>> answersOf(NodeRef node) {
        return answers.getOrDefault(node, List.of());
    }

    /** Numbers that vary: some answer of each failover node has to keep the limit to some answer of the primary. */
    private void compareVaryingNumbers(List<Optional<String>> primary, List<Optional<String>> failover) {
        List<NodeRef> breaking = new ArrayList<>();
        for (NodeRef node : ofFailover()) {
            boolean kept = answersOf(node).stream()
                    .anyMatch(value -> primary.stream()
                            .anyMatch(agreed -> value.equals(agreed) || isAllowed(value.get(), agreed.get())));
            if (!kept) {
                breaking.add(node);
            }
        }
        if (breaking.isEmpty()) {
            noise(primary, failover);
            return;
        }
        add(
                FindingKind.DIFFERENT,
                Variation.mode(primary),
                Variation.mode(answersOf(breaking.get(0))),
                breaking,
                "varies, and keeps the limit in no answer",
                Map.of("varying", "true"));
    }

    private List<NodeRef> ofFailover() {
        return answers.keySet().stream()
                .filter(node -> node.role() == Role.FAILOVER)
                .toList();
    }

    private void varying(Variation<Optional<String>> variation, FindingKind kind, String reason) {
        findings.add(samples.finding(
                path,
                kind,
                Variation.mode(variation.pool(Role.PRIMARY)),
                Variation.mode(variation.pool(Role.FAILOVER)),
                variation.deviating(),
                reason,
                Map.of("varying", "true")));
    }

    private static String shares(List<Optional<String>> primary, List<Optional<String>> failover) {
        Optional<String> value = Variation.mode(primary);
        Optional<String> shown = value.equals(Variation.mode(failover))
                        || count(primary, value) >= count(failover, Variation.mode(failover))
                ? value
                : Variation.mode(failover);
        return "is [" + shown.orElse("missing") + "] in " + count(primary, shown) + " of " + primary.size()
                + " answers of the primary and in " + count(failover, shown) + " of " + failover.size()
                + " of the failover";
    }

    private static long count(List<Optional<String>> values, Optional<String> value) {
        return values.stream().filter(value::equals).count();
    }

    private void noise(List<Optional<String>> primary, List<Optional<String>> failover) {
        findings.add(samples.finding(
                path,
                FindingKind.NOISE,
                primary.get(0),
                failover.get(0),
                List.of(),
                "varies within a stack: " + primary.stream().distinct().count() + " values in " + primary.size()
                        + " answers of the primary, "
                        + failover.stream().distinct().count() + " in " + failover.size()
                        + " of the failover",
                Map.of()));
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
                                doubt.soFar(missing, answers),
                                facts));
    }

    /** What is fine for a switchover and not for a failback: the failover has more than the primary. */
    private void addForFailback(
            FindingKind kind, Optional<String> primary, Optional<String> failover, Collection<NodeRef> nodes) {
        int missing = doubt.missingQuadruples(samples.check().deterministic(), nodes, answers);
        missingQuadruples = Math.max(missingQuadruples, missing);
        Map<String, String> facts = new TreeMap<>();
        facts.put("failback", (missing == 0 ? kind : FindingKind.NOT_PROVEN).word());
        findings.add(samples.finding(
                path,
                FindingKind.SAME,
                primary,
                failover,
                nodes,
                "the failover has more than the primary, which a failback would lose",
                facts));
    }
}
