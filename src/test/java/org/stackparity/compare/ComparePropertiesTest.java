package org.stackparity.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stackparity.fixture.Checks;
import org.stackparity.fixture.Stacks;
import org.stackparity.model.Case;
import org.stackparity.model.Check;
import org.stackparity.model.Comparison;
import org.stackparity.model.Evidence;
import org.stackparity.model.Finding;
import org.stackparity.model.Observation;
import org.stackparity.model.Role;

/** What holds for any evidence, tried on seeded ones. */
class ComparePropertiesTest {
    private static final int RUNS = 150;

    @ParameterizedTest
    @EnumSource(
            value = Comparison.class,
            names = {"SAME", "LINES", "SUBSET", "AT_LEAST", "WITHIN", "ERROR_RATE", "PAIRED_RATIO", "SHOWN"})
    void findsNoDifferenceInOneEvidence(Comparison comparison) {
        for (int seed = 0; seed < RUNS; seed++) {
            Evidence evidence = some(comparison, seed, "0.1").evidence(Role.PRIMARY);
            assertThat(Comparer.compare(evidence, evidence).findings())
                    .noneMatch(finding -> finding.kind().isDeviation()
                            && finding.findFact("fault").isEmpty()
                            && finding.nodes().stream().anyMatch(node -> node.role() == Role.FAILOVER)
                            && finding.nodes().stream().noneMatch(node -> node.role() == Role.PRIMARY));
        }
    }

    @ParameterizedTest
    @EnumSource(Comparison.class)
    void doesNotDependOnTheOrderOfObservations(Comparison comparison) {
        for (int seed = 0; seed < RUNS; seed++) {
            Stacks stacks = some(comparison, seed, "0.1");
            ComparisonResult straight = stacks.compare();
            ComparisonResult shuffled = Comparer.compare(
                    shuffled(stacks.evidence(Role.PRIMARY), seed), shuffled(stacks.evidence(Role.FAILOVER), -seed));
            assertThat(shuffled).isEqualTo(straight);
            assertThat(shuffled.toString()).isEqualTo(straight.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Comparison.class,
            names = {"SAME", "LINES", "DIFFER", "SHOWN"})
    void isSymmetricWhereTheComparisonIs(Comparison comparison) {
        for (int seed = 0; seed < RUNS; seed++) {
            Stacks stacks = some(comparison, seed, "0.1");
            Evidence primary = stacks.evidence(Role.PRIMARY);
            Evidence failover = stacks.evidence(Role.FAILOVER);
            assertThat(deviatingPaths(Comparer.compare(failover, primary)))
                    .isEqualTo(deviatingPaths(Comparer.compare(primary, failover)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.05", "0.5"})
    void findsNoMoreUnderAWiderTolerance(String tolerance) {
        for (int seed = 0; seed < RUNS; seed++) {
            List<Finding> narrow = deviations(some(Comparison.WITHIN, seed, tolerance));
            List<Finding> wide = deviations(some(Comparison.WITHIN, seed, "0.8"));
            assertThat(narrow.stream().map(Finding::path).toList())
                    .containsAll(wide.stream().map(Finding::path).toList());
        }
    }

    private static List<Finding> deviations(Stacks stacks) {
        return stacks.compare().findings().stream()
                .filter(finding -> finding.kind().isDeviation())
                .toList();
    }

    private static List<String> deviatingPaths(ComparisonResult result) {
        return result.findings().stream()
                .filter(finding ->
                        finding.kind().isDeviation() || finding.kind().isUnknown())
                .map(finding -> finding.subject() + " " + finding.path())
                .distinct()
                .collect(Collectors.toList());
    }

    private static Evidence shuffled(Evidence evidence, long seed) {
        List<Observation> observations = new ArrayList<>(evidence.observations());
        Collections.shuffle(observations, new Random(seed));
        return new Evidence(evidence.header(), observations, evidence.closing());
    }

    /** Two stacks of one node each with some answers, some of them different and some of them noise. */
    private static Stacks some(Comparison comparison, int seed, String tolerance) {
        Random random = new Random(seed);
        Check base = random.nextBoolean() ? Checks.varying("FUN-04") : Checks.fixed("FUN-04");
        Check check = Checks.rule(
                base,
                "v*",
                comparison,
                comparison == Comparison.WITHIN ? Map.of("tolerance", tolerance) : Map.of("quantiles", "0.5,0.9"));
        Stacks stacks = new Stacks()
                .nodes(Role.PRIMARY, "web1")
                .nodes(Role.FAILOVER, "web1")
                .about(check, Case.of("page", "/"));
        int answers = 1 + random.nextInt(9);
        boolean noisy = random.nextInt(3) == 0;
        int shift = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0;
        for (int i = 0; i < answers; i++) {
            for (Role role : Role.values()) {
                if (random.nextInt(12) == 0) {
                    stacks.fault(role.word(), "http-500", "", "answers 500");
                } else {
                    int value = 10 + (role == Role.FAILOVER ? shift : 0) + (noisy ? random.nextInt(3) : 0);
                    stacks.see(role.word(), "v.a", text(comparison, value), "v.b", text(comparison, 7));
                }
            }
        }
        return stacks;
    }

    private static String text(Comparison comparison, int value) {
        return comparison == Comparison.LINES
                ? "main\tvalue " + value + "\nmain\tsecond\naside\tthird " + value % 2
                : Integer.toString(value);
    }
}
