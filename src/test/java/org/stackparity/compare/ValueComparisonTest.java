package org.stackparity.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stackparity.fixture.Checks;
import org.stackparity.fixture.Stacks;
import org.stackparity.model.Case;
import org.stackparity.model.Check;
import org.stackparity.model.Comparison;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.NodeRef;
import org.stackparity.model.Role;

/** Single values, stable, varying and one-sided. Long, since each of them is tried with noise and without. */
class ValueComparisonTest {
    private static final Check VARYING = Checks.varying("FUN-04");
    private static final Check FIXED = Checks.fixed("FUN-07");
    private static final Case HOME = Case.of("page", "/");
    /** The answers of a node after which a difference among few paths is proven: five quadruples over two nodes. */
    private static final int PROVEN = 5;

    @Test
    void saysTheSameOncePerCase() {
        List<Finding> findings = new Stacks()
                .about(VARYING, HOME)
                .see(2, "all", "title", "Shop", "total", "12.50")
                .compare()
                .findings();
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).kind()).isEqualTo(FindingKind.SAME);
        assertThat(findings.get(0).path()).isEmpty();
        assertThat(findings.get(0).reason()).isEqualTo("the same in 2 values");
    }

    @Test
    void callsAFixedValueDifferentAtOnce() {
        Finding finding =
                only(new Stacks().about(FIXED).see("primary", "flag", "on").see("failover", "flag", "off"));
        assertThat(finding.kind()).isEqualTo(FindingKind.DIFFERENT);
        assertThat(finding.path()).isEqualTo("flag");
        assertThat(finding.primary()).hasValue("on");
        assertThat(finding.failover()).hasValue("off");
        assertThat(finding.nodes()).containsExactly(failover("web1"), failover("web2"));
        assertThat(finding.evidence()).containsExactly("primary:1", "failover:1", "failover:2");
    }

    @Test
    void doubtsAVaryingValueUntilEnoughQuadruplesAgree() {
        for (int times = 1; times < PROVEN; times++) {
            Stacks stacks = new Stacks()
                    .about(VARYING, HOME)
                    .see(times, "primary", "title", "Shop")
                    .see(times, "failover", "title", "Laden");
            assertThat(only(stacks).kind()).isEqualTo(FindingKind.NOT_PROVEN);
            assertThat(stacks.compare().open()).extracting(OpenCase::subject).containsExactly(HOME);
        }
        Stacks enough = new Stacks()
                .about(VARYING, HOME)
                .see(PROVEN, "primary", "title", "Shop")
                .see(PROVEN, "failover", "title", "Laden");
        assertThat(only(enough).kind()).isEqualTo(FindingKind.DIFFERENT);
        assertThat(enough.compare().open()).isEmpty();
    }

    @Test
    void tellsWhatIsMissingFromWhatIsDifferent() {
        List<Finding> findings = new Stacks()
                .about(FIXED)
                .see("primary", "only-primary", "1", "both", "2")
                .see("failover", "only-failover", "3", "both", "2")
                .compare()
                .findings();
        assertThat(findings)
                .extracting(Finding::path, Finding::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("only-failover", FindingKind.MISSING_ON_PRIMARY),
                        org.assertj.core.groups.Tuple.tuple("only-primary", FindingKind.MISSING_ON_FAILOVER));
    }

    @Test
    void namesTheOneOddNodeOfTheFailover() {
        Finding finding = only(new Stacks()
                .about(FIXED)
                .see("primary", "build", "41")
                .see("failover web1", "build", "41")
                .see("failover web2", "build", "40"));
        assertThat(finding.nodes()).containsExactly(failover("web2"));
        assertThat(finding.failover()).hasValue("40");
    }

    @Test
    void namesTheOneOddNodeOfThePrimary() {
        Finding finding = only(new Stacks()
                .about(FIXED)
                .see("primary web1", "build", "41")
                .see("primary web2", "build", "40")
                .see("failover", "build", "41"));
        assertThat(finding.nodes()).containsExactly(new NodeRef(Role.PRIMARY, "web2"));
        assertThat(finding.primary()).hasValue("41");
        assertThat(finding.failover()).hasValue("40");
    }

    @Test
    void letsAllNodesDecideATieOfThePrimary() {
        Finding finding = only(new Stacks()
                .about(FIXED)
                .see("primary web1", "build", "40")
                .see("primary web2", "build", "41")
                .see("failover", "build", "41"));
        assertThat(finding.nodes()).containsExactly(new NodeRef(Role.PRIMARY, "web1"));
        assertThat(finding.primary()).hasValue("41");
    }

    @Test
    void letsTheFirstNodeDecideATieOfAll() {
        List<Finding> findings = new Stacks()
                .about(FIXED)
                .see("primary web1", "build", "40")
                .see("primary web2", "build", "41")
                .see("failover web1", "build", "41")
                .see("failover web2", "build", "40")
                .compare()
                .findings();
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).primary()).hasValue("40");
        assertThat(findings.get(0).nodes()).containsExactly(new NodeRef(Role.PRIMARY, "web2"), failover("web1"));
    }

    @Test
    void comparesSitesOfOtherNumbersAndNamesOfNodes() {
        Stacks stacks = new Stacks()
                .nodes(Role.PRIMARY, "alpha", "beta", "gamma")
                .nodes(Role.FAILOVER, "one", "two")
                .about(FIXED)
                .see("primary", "flag", "on")
                .see("failover one", "flag", "on");
        assertThat(only(stacks.see("failover two", "flag", "off")).nodes()).containsExactly(failover("two"));
        assertThat(kinds(new Stacks()
                        .nodes(Role.PRIMARY, "alpha", "beta", "gamma")
                        .nodes(Role.FAILOVER, "one", "two")
                        .about(FIXED)
                        .see("all", "flag", "on")))
                .containsExactly(FindingKind.SAME);
    }

    // noise ---------------------------------------------------------------------------------------------------------

    @Test
    void callsUniqueIdsNoise() {
        Stacks stacks = new Stacks().about(VARYING, HOME);
        vary(stacks, 1, 2, random -> Long.toHexString(random.nextLong() | Long.MIN_VALUE));
        assertThat(kinds(stacks)).containsExactly(FindingKind.SAME, FindingKind.NOISE);
        assertThat(stacks.compare().open()).isEmpty();
    }

    @Test
    void callsAClockNoise() {
        Stacks stacks = new Stacks().about(VARYING, HOME);
        for (int second : List.of(1, 7)) {
            stacks.see("primary", "now", "17:02:0" + second);
            stacks.see("failover", "now", "17:02:0" + (second + 2));
        }
        assertThat(kinds(stacks)).containsExactly(FindingKind.SAME, FindingKind.NOISE);
        assertThat(stacks.compare().open()).isEmpty();
    }

    @Test
    void callsARotatingValueNoiseInTheEnd() {
        int noise = 0;
        for (int seed = 0; seed < 200; seed++) {
            Stacks stacks = new Stacks().about(VARYING, HOME);
            vary(stacks, seed, 20, random -> "teaser-" + random.nextInt(5));
            noise += kinds(stacks).equals(List.of(FindingKind.SAME, FindingKind.NOISE)) ? 1 : 0;
        }
        assertThat(noise).isGreaterThanOrEqualTo(198);
    }

    @Test
    void asksMoreOfASplitTestBeforeItCallsItNoise() {
        Stacks stacks = new Stacks()
                .about(VARYING, HOME)
                .see(2, "primary", "variant", "A")
                .see(2, "failover", "variant", "B");
        assertThat(kinds(stacks)).containsExactly(FindingKind.NOT_PROVEN);
        for (int i = 0; i < 10; i++) {
            stacks.see("all", "variant", i % 2 == 0 ? "A" : "B");
        }
        assertThat(kinds(stacks)).containsExactly(FindingKind.SAME, FindingKind.NOISE);
    }

    @Test
    void doubtsWhatVariesOnOneStackOnlyUntilItIsProven() {
        Stacks stacks = new Stacks()
                .about(VARYING, HOME)
                .see(2, "primary", "cache", "max-age=60")
                .see("failover", "cache", "max-age=60")
                .see("failover", "cache", "no-store");
        assertThat(kinds(stacks)).containsExactly(FindingKind.NOT_PROVEN);
        assertThat(stacks.compare().open()).hasSize(1);
        for (int i = 0; i < 10; i++) {
            stacks.see("primary", "cache", "max-age=60");
            stacks.see("failover", "cache", i % 2 == 0 ? "max-age=60" : "no-store");
        }
        Finding finding = only(stacks);
        assertThat(finding.kind()).isEqualTo(FindingKind.DIFFERENT);
        assertThat(finding.reason()).contains("24 of 24 answers of the primary and in 12 of 24");
        assertThat(finding.findFact("varying")).hasValue("true");
    }

    @Test
    void findsAConstantInThePlaceOfAnId() {
        Stacks stacks = new Stacks().about(VARYING, HOME);
        Random random = new Random(7);
        for (int i = 0; i < 12; i++) {
            stacks.see("primary web1", "csrf", Long.toHexString(random.nextLong() | Long.MIN_VALUE));
            stacks.see("primary web2", "csrf", Long.toHexString(random.nextLong() | Long.MIN_VALUE));
            stacks.see("failover", "csrf", "8888888888888888");
        }
        assertThat(only(stacks).kind()).isEqualTo(FindingKind.DIFFERENT);
    }

    @Test
    void findsAnotherShapeOfWhatVaries() {
        Stacks stacks = new Stacks().about(VARYING, HOME);
        for (int i = 0; i < PROVEN; i++) {
            stacks.see("primary", "request", "id-" + (1000 + i));
            stacks.see("failover", "request", "Fehler beim Laden der Kennung Nr. " + i);
        }
        assertThat(only(stacks).kind()).isEqualTo(FindingKind.DIFFERENT);
        assertThat(only(stacks).reason()).contains("of another shape");
    }

    @Test
    void findsARealDifferenceBesideOneStrayAnswer() {
        Stacks stacks = new Stacks()
                .about(VARYING, HOME)
                .see(12, "primary", "title", "Shop")
                .see(11, "failover", "title", "Laden")
                .see("failover", "title", "Shop");
        assertThat(only(stacks).kind()).isEqualTo(FindingKind.DIFFERENT);
        assertThat(only(stacks).nodes()).containsExactly(failover("web1"), failover("web2"));
    }

    @Test
    void namesTheOddNodeAmongVaryingOnes() {
        Stacks stacks = new Stacks().about(VARYING, HOME);
        for (int i = 0; i < 20; i++) {
            String turn = i % 2 == 0 ? "A" : "B";
            stacks.see("primary", "variant", turn);
            stacks.see("failover web1", "variant", turn);
            stacks.see("failover web2", "variant", "broken");
        }
        assertThat(only(stacks).kind()).isEqualTo(FindingKind.DIFFERENT);
        assertThat(only(stacks).nodes()).containsExactly(failover("web2"));
    }

    @Test
    void callsAFixedValueThatVariesDifferent() {
        Finding finding = only(new Stacks()
                .about(FIXED)
                .see(2, "primary", "build", "41")
                .see(2, "failover web1", "build", "41")
                .see("failover web2", "build", "41")
                .see("failover web2", "build", "40"));
        assertThat(finding.kind()).isEqualTo(FindingKind.DIFFERENT);
        assertThat(finding.nodes()).containsExactly(failover("web2"));
        assertThat(finding.failover()).hasValue("40");
    }

    @Test
    void raisesNoFalseAlarmOnIdenticalNoisyPairs() {
        int alarms = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            Stacks stacks = new Stacks().about(VARYING, HOME);
            int kinds = 2 + random.nextInt(6);
            for (int pass = 0; pass < 5; pass++) {
                if (pass == 0 || !stacks.compare().open().isEmpty()) {
                    for (int i = 0; i < (pass == 0 ? 2 : 6); i++) {
                        for (String node : List.of("primary web1", "failover web1", "failover web2", "primary web2")) {
                            stacks.see(node, "value", "v" + random.nextInt(kinds), "split", "s" + random.nextInt(2));
                        }
                    }
                }
            }
            alarms += stacks.compare().findings().stream()
                            .anyMatch(finding -> finding.kind().isDeviation())
                    ? 1
                    : 0;
        }
        assertThat(alarms).isLessThanOrEqualTo(20);
    }

    // comparisons ---------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 4, 4, SAME",
        "AT_LEAST, 4, 8, SAME",
        "AT_LEAST, 4, 3.9, DIFFERENT",
        "AT_LEAST, 4, many, DIFFERENT",
        "AT_LEAST, 1e3, 1000, SAME",
        "AT_LEAST, 4, 1e999999999, DIFFERENT",
        "SUBSET, x, x, SAME",
        "SUBSET, x, y, DIFFERENT",
        "DIFFER, a, b, SAME",
        "DIFFER, a, a, DIFFERENT"
    })
    void comparesAsTheRuleSays(Comparison comparison, String primary, String failover, FindingKind kind) {
        Check check = Checks.rule(FIXED, "value", comparison);
        assertThat(kinds(new Stacks()
                        .about(check)
                        .see("primary", "value", primary)
                        .see("failover", "value", failover)))
                .contains(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "WITHIN, 0.15, 100, 115, SAME",
        "WITHIN, 0.15, 100, 85, SAME",
        "WITHIN, 0.15, 100, 116, DIFFERENT",
        "WITHIN, 0.15, 100, 84, DIFFERENT",
        "WITHIN, 0, 100, 100.0, SAME",
        "WITHIN, 0.15, 0, 1, DIFFERENT",
        "WITHIN, 0.15, ten, eleven, DIFFERENT",
        "WITHIN, 0.15, -100, -110, SAME",
        "WITHIN, 0.15, 100, 1E+900, DIFFERENT",
        "AT_LEAST, 0.15, 100, 85, SAME",
        "AT_LEAST, 0.15, 100, 84.9, DIFFERENT",
        "AT_LEAST, 0.15, 100, 900, SAME",
        "AT_LEAST, 0, 4, 3.99, DIFFERENT",
        "AT_LEAST, 0.15, -100, -115, SAME",
        "AT_LEAST, 0.15, -100, -116, DIFFERENT",
        "AT_LEAST, some, 100, 100.0, DIFFERENT"
    })
    void keepsTheTolerance(Comparison comparison, String tolerance, String primary, String failover, FindingKind kind) {
        Check check = Checks.rule(FIXED, "value", comparison, Map.of("tolerance", tolerance));
        assertThat(kinds(new Stacks()
                        .about(check)
                        .see("primary", "value", primary)
                        .see("failover", "value", failover)))
                .contains(kind);
    }

    /** Sizes of the nodes of each stack in order, and which of the failover's have less than what they need. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8 8   | 8 8   | ''",
                "16 8  | 8 16  | ''",
                "16 8  | 8 8   | web1: 8 for 16",
                "8 8   | 8 1   | web2: 1 for 8",
                "8 7   | 6 8   | web1: 6 for 7",
                "8 8   | 8 8 1 | web3: 1 for 8",
                "8 8   | 8 16  | ''",
                "8 8   | 16    | ''",
                "8 8   | 8     | web1: 8 for 16",
                "8 8 8 | 12    | web1: 12 for 24",
                "8     | 4 4   | web1 web2: 4 for 8",
            })
    void holdsNodesAgainstThoseOfTheirSizeAndFewerOfThemTogether(String primary, String failover, String less) {
        Stacks stacks = new Stacks();
        Map<Role, String[]> sizes = Map.of(Role.PRIMARY, primary.split(" "), Role.FAILOVER, failover.split(" "));
        sizes.forEach((role, values) -> stacks.nodes(
                role, List.of("web1", "web2", "web3").subList(0, values.length).toArray(String[]::new)));
        stacks.about(Checks.rule(FIXED, "cpus", Comparison.AT_LEAST));
        sizes.forEach((role, values) -> {
            for (int i = 0; i < values.length; i++) {
                stacks.see(role.word() + " web" + (i + 1), "cpus", values[i]);
            }
        });
        assertThat(stacks.compare().findings().stream()
                        .filter(Finding::isOpen)
                        .map(finding -> String.join(
                                        " ",
                                        finding.nodes().stream()
                                                .map(NodeRef::node)
                                                .toList())
                                + ": " + finding.failover().orElseThrow() + " for "
                                + finding.primary().orElseThrow()))
                .containsExactlyElementsOf(less.isEmpty() ? List.of() : List.of(less));
    }

    @Test
    void allowsMoreOnTheFailoverInASubsetButNotLess() {
        Check check = Checks.rule(FIXED, "route*", Comparison.SUBSET);
        assertThat(kinds(new Stacks()
                        .about(check)
                        .see("primary", "a", "1")
                        .see("failover", "a", "1", "route[/new]", "200")))
                .containsOnly(FindingKind.SAME);
        Finding finding = only(new Stacks()
                .about(check)
                .see("primary", "a", "1", "route[/old]", "200")
                .see("failover", "a", "1"));
        assertThat(finding.kind()).isEqualTo(FindingKind.MISSING_ON_FAILOVER);
    }

    @Test
    void saysWhatAOneSidedComparisonMeansForAFailback() {
        Check atLeast = Checks.rule(FIXED, "cpus", Comparison.AT_LEAST);
        Finding more = new Stacks()
                .about(atLeast).see("primary", "cpus", "4").see("failover", "cpus", "8").compare().findings().stream()
                        .filter(finding -> finding.path().equals("cpus"))
                        .findFirst()
                        .orElseThrow();
        assertThat(more.kind()).isEqualTo(FindingKind.SAME);
        assertThat(more.findFact("failback")).hasValue("different");
        Finding less =
                only(new Stacks().about(atLeast).see("primary", "cpus", "8").see("failover", "cpus", "4"));
        assertThat(less.kind()).isEqualTo(FindingKind.DIFFERENT);
        assertThat(less.findFact("failback")).hasValue("same");
        Check subset = Checks.rule(FIXED, "table*", Comparison.SUBSET);
        Finding extra = new Stacks()
                        .about(subset)
                        .see("primary", "a", "1")
                        .see("failover", "a", "1", "table[new]", "1")
                        .compare()
                        .findings()
                        .stream()
                        .filter(finding -> finding.path().equals("table[new]"))
                        .findFirst()
                        .orElseThrow();
        assertThat(extra.findFact("failback")).hasValue("missing-on-primary");
    }

    @Test
    void comparesNumbersThatVaryByTheirSize() {
        Check check = Checks.rule(VARYING, "threads", Comparison.WITHIN, Map.of("tolerance", "0.1"));
        Stacks alike = new Stacks().about(check, HOME);
        Stacks other = new Stacks().about(check, HOME);
        for (int i = 0; i < PROVEN; i++) {
            alike.see("primary", "threads", "" + (100 + i)).see("failover", "threads", "" + (102 - i));
            other.see("primary", "threads", "" + (100 + i)).see("failover", "threads", "" + (50 + i));
        }
        assertThat(kinds(alike)).containsExactly(FindingKind.SAME, FindingKind.NOISE);
        assertThat(only(other).kind()).isEqualTo(FindingKind.DIFFERENT);
    }

    @Test
    void allowsIdsThatHaveToDifferToVary() {
        Check check = Checks.rule(VARYING, "id", Comparison.DIFFER);
        Stacks stacks = new Stacks().about(check, HOME);
        for (int i = 0; i < 20; i++) {
            stacks.see("primary", "id", "p" + i % 3).see("failover", "id", "f" + i % 4);
        }
        assertThat(kinds(stacks)).containsExactly(FindingKind.SAME);
        stacks.see("failover web2", "id", "p1");
        assertThat(only(stacks).reason()).isEqualTo("has to differ and does not");
    }

    @Test
    void neverComparesWhatIsOnlyShown() {
        Check check = Checks.rule(FIXED, "zone", Comparison.SHOWN);
        assertThat(kinds(new Stacks().about(check).see("primary", "zone", "UTC").see("failover", "zone", "GMT")))
                .containsExactly(FindingKind.SAME);
    }

    private static void vary(Stacks stacks, int seed, int times, java.util.function.Function<Random, String> value) {
        Random random = new Random(seed);
        for (int i = 0; i < times; i++) {
            for (String node : List.of("primary web1", "failover web1", "failover web2", "primary web2")) {
                stacks.see(node, "value", value.apply(random));
            }
        }
    }

    private static Finding only(Stacks stacks) {
        List<Finding> findings = stacks.compare().findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static List<FindingKind> kinds(Stacks stacks) {
        return stacks.compare().findings().stream().map(Finding::kind).toList();
    }

    private static NodeRef failover(String node) {
        return new NodeRef(Role.FAILOVER, node);
    }
}
