package org.stackparity.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.stackparity.fixture.Checks;
import org.stackparity.fixture.Stacks;
import org.stackparity.model.Case;
import org.stackparity.model.Check;
import org.stackparity.model.Comparison;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.NodeRef;
import org.stackparity.model.Role;

/** Texts compared line by line. Long, since noise, order and number of lines are tried one by one. */
class LinesComparisonTest {
    private static final Check PAGES = Checks.rule(Checks.varying("FUN-04"), "text", Comparison.LINES);
    private static final Case HOME = Case.of("page", "/");
    private static final List<String> NODES = List.of("primary web1", "primary web2", "failover web1", "failover web2");

    @Test
    void findsALineThatDiffers() {
        Finding finding = only(
                steady("header\tShop\nmain\tBuy now\nfooter\t© 2012", "header\tShop\nmain\tKaufen\nfooter\t© 2012"));
        assertThat(finding.kind()).isEqualTo(FindingKind.DIFFERENT);
        assertThat(finding.path()).isEqualTo("text[main]");
        assertThat(finding.primary()).hasValue("Buy now");
        assertThat(finding.failover()).hasValue("Kaufen");
        assertThat(finding.findFact("landmark")).hasValue("main");
    }

    @Test
    void findsLinesThatAreMissingOnASide() {
        assertThat(only(steady("main\tA\nmain\tB", "main\tA")).kind()).isEqualTo(FindingKind.MISSING_ON_FAILOVER);
        Finding more = only(steady("main\tA", "main\tA\naside\tC"));
        assertThat(more.kind()).isEqualTo(FindingKind.MISSING_ON_PRIMARY);
        assertThat(more.path()).isEqualTo("text[aside]");
    }

    @Test
    void doubtsALineUntilEnoughAnswersAgree() {
        Stacks stacks = new Stacks()
                .about(PAGES, HOME)
                .see(2, "primary", "text", "main\tBuy")
                .see(2, "failover", "text", "main\tKaufen");
        assertThat(kinds(stacks)).containsExactly(FindingKind.NOT_PROVEN);
        assertThat(stacks.compare().open()).hasSize(1);
    }

    @Test
    void findsATextThatIsMissingAltogetherOnce() {
        Stacks stacks = new Stacks()
                .about(PAGES, HOME)
                .see(6, "primary", "text", "main\tA\nmain\tB\nmain\tC", "status", "200")
                .see(6, "failover", "status", "200");
        assertThat(only(stacks).kind()).isEqualTo(FindingKind.MISSING_ON_FAILOVER);
        assertThat(only(stacks).primary()).hasValue("3 lines");
    }

    @Test
    void leavesARotatingAsideOut() {
        for (int seed = 0; seed < 60; seed++) {
            Stacks stacks = varying(
                    seed,
                    12,
                    (node, random) -> "main\tBuy\naside\tYou may like\naside\tproduct " + random.nextInt(5)
                            + "\nfooter\tImprint");
            assertThat(kinds(stacks)).containsExactly(FindingKind.SAME, FindingKind.NOISE);
        }
    }

    @Test
    void findsADifferenceBesideARotatingAside() {
        Stacks stacks = varying(
                3,
                12,
                (node, random) -> "main\t" + (node.startsWith("failover") ? "Kaufen" : "Buy") + "\naside\tproduct "
                        + random.nextInt(5));
        assertThat(deviations(stacks))
                .extracting(Finding::path, finding -> finding.failover().orElse(""))
                .containsExactly(tuple("text[main]", "Kaufen"));
    }

    @Test
    void findsAnEmptyRotatingBlockUnderItsHeading() {
        Stacks stacks = varying(
                4,
                12,
                (node, random) -> node.startsWith("failover")
                        ? "main\tBuy\naside\tYou may like"
                        : "main\tBuy\naside\tYou may like\naside\tproduct " + random.nextInt(5));
        assertThat(deviations(stacks))
                .extracting(Finding::path, Finding::kind)
                .containsExactly(tuple("text[aside]", FindingKind.MISSING_ON_FAILOVER));
    }

    @Test
    void findsAShorterRotatingBlock() {
        Stacks stacks = varying(5, 12, (node, random) -> {
            List<Integer> products = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7));
            Collections.shuffle(products, random);
            StringBuilder text = new StringBuilder("main\tBuy");
            products.stream()
                    .limit(node.startsWith("failover") ? 1 : 3)
                    .forEach(product -> text.append("\naside\tproduct ").append(product));
            return text.toString();
        });
        assertThat(deviations(stacks))
                .isNotEmpty()
                .allMatch(finding -> finding.path().equals("text[aside]"));
    }

    @Test
    void findsAStableErrorTextInPlaceOfARotatingBlock() {
        Stacks stacks = varying(
                6,
                12,
                (node, random) -> node.startsWith("failover")
                        ? "main\tBuy\naside\tNo recommendations: timeout"
                        : "main\tBuy\naside\tproduct " + random.nextInt(5));
        assertThat(deviations(stacks))
                .extracting(finding -> finding.failover().orElse(""))
                .contains("No recommendations: timeout");
    }

    @Test
    void findsALineThatFailsToComeNowAndThen() {
        Stacks stacks = new Stacks()
                .about(PAGES, HOME)
                .see(2, "primary", "text", "main\tBuy\nmain\tIn stock")
                .see("failover", "text", "main\tBuy\nmain\tIn stock")
                .see("failover", "text", "main\tBuy");
        assertThat(stacks.compare().open()).hasSize(1);
        assertThat(kinds(stacks)).contains(FindingKind.NOT_PROVEN).doesNotContain(FindingKind.SAME);
        for (int i = 0; i < 10; i++) {
            stacks.see("primary", "text", "main\tBuy\nmain\tIn stock");
            stacks.see("failover", "text", i % 2 == 0 ? "main\tBuy" : "main\tBuy\nmain\tIn stock");
        }
        assertThat(deviations(stacks))
                .extracting(finding -> finding.primary().orElse(""), Finding::kind)
                .containsExactly(tuple("In stock", FindingKind.DIFFERENT));
    }

    @Test
    void doubtsALineThatGivesWayToAnotherOnOneStackOnly() {
        Stacks stacks = new Stacks()
                .about(PAGES, HOME)
                .see(2, "primary", "text", "main\tIn stock")
                .see("failover", "text", "main\tIn stock")
                .see("failover", "text", "main\tSold out");
        assertThat(kinds(stacks)).contains(FindingKind.NOT_PROVEN).doesNotContain(FindingKind.SAME);
        assertThat(stacks.compare().open()).hasSize(1);
    }

    @Test
    void findsLinesInAnotherOrder() {
        assertThat(deviations(steady("main\tA\nmain\tB\nmain\tC", "main\tC\nmain\tA\nmain\tB")))
                .isNotEmpty();
    }

    @Test
    void leavesAnOrderThatVariesByItselfOut() {
        for (int seed = 0; seed < 20; seed++) {
            Stacks stacks = varying(seed, 12, (node, random) -> {
                List<String> lines = new ArrayList<>(List.of("main\tA", "main\tB", "main\tC", "main\tD"));
                Collections.shuffle(lines, random);
                return "header\tShop\n" + String.join("\n", lines) + "\nfooter\tImprint";
            });
            assertThat(deviations(stacks)).isEmpty();
            assertThat(kinds(stacks)).contains(FindingKind.SAME);
        }
    }

    @Test
    void findsADifferenceAmongLinesOfVaryingOrder() {
        Stacks stacks = varying(8, 12, (node, random) -> {
            List<String> lines =
                    new ArrayList<>(List.of("main\tA", "main\tB", node.startsWith("failover") ? "main\tX" : "main\tC"));
            Collections.shuffle(lines, random);
            return String.join("\n", lines);
        });
        assertThat(deviations(stacks)).hasSize(1);
        assertThat(deviations(stacks).get(0).failover()).hasValue("X");
    }

    @Test
    void namesTheOddNode() {
        Stacks stacks = varying(
                9, 12, (node, random) -> "main\t" + (node.equals("failover web2") ? "Kaufen" : "Buy") + "\nfooter\tF");
        assertThat(only(stacks).nodes()).containsExactly(new NodeRef(Role.FAILOVER, "web2"));
        Stacks ofPrimary = varying(
                9, 12, (node, random) -> "main\t" + (node.equals("primary web2") ? "Kaufen" : "Buy") + "\nfooter\tF");
        assertThat(only(ofPrimary).nodes()).containsExactly(new NodeRef(Role.PRIMARY, "web2"));
    }

    @Test
    void findsOtherWordsInALineThatVaries() {
        Stacks stacks = varying(
                11,
                16,
                (node, random) -> "main\t"
                        + (node.startsWith("failover") ? "Ihre Bestellung %d wird gepackt" : "Your order %d is packed")
                                .formatted(random.nextInt(1_000_000)));
        assertThat(deviations(stacks)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(FindingKind.DIFFERENT);
            assertThat(finding.path()).isEqualTo("text[main]");
            assertThat(finding.reason()).contains("the word [Bestellung] stands in 0 of 32 answers of the primary");
        });
    }

    @Test
    void asksAgainWhereWordsOfLinesThatVaryDifferSoFar() {
        Stacks stacks = varying(
                12,
                2,
                (node, random) -> "main\t" + (node.startsWith("failover") ? "Bestellung " : "Order ")
                        + random.nextInt(1_000_000));
        assertThat(kinds(stacks)).contains(FindingKind.NOT_PROVEN);
        assertThat(stacks.compare().open()).hasSize(1);
    }

    @Test
    void leavesWordsThatVaryAlikeAlone() {
        List<String> goods = List.of("Tea", "Mug", "Pot", "Tray", "Spoon", "Filter");
        Stacks stacks = varying(
                13,
                16,
                (node, random) ->
                        "aside\tOthers liked " + goods.get(random.nextInt(6)) + " and " + goods.get(random.nextInt(6)));
        assertThat(kinds(stacks)).containsExactly(FindingKind.SAME, FindingKind.NOISE);
    }

    @Test
    void takesCarriageReturnsAndInvisibleCharactersForWhatTheyAre() {
        assertThat(deviations(steady("main\t12,50\u00a0€", "main\t12,50\u202f€")))
                .hasSize(1);
    }

    @Test
    void listsAHundredLinesAndCountsTheRest() {
        StringBuilder primary = new StringBuilder();
        StringBuilder failover = new StringBuilder();
        for (int i = 0; i < 250; i++) {
            primary.append("main\told ").append(i).append('\n');
            failover.append("main\tnew ").append(i).append('\n');
        }
        List<Finding> findings = deviations(many(300, primary.toString(), failover.toString()));
        assertThat(findings).hasSize(100);
        assertThat(findings).anyMatch(finding -> finding.reason().endsWith("; 150 more lines differ"));
    }

    @Test
    void saysOfALandmarkBeyondTheHundredThatItsLinesDiffer() {
        StringBuilder primary = new StringBuilder();
        StringBuilder failover = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            primary.append("main\told ").append(i).append('\n');
            failover.append("main\tnew ").append(i).append('\n');
        }
        List<Finding> findings = deviations(many(300, primary + "footer\tRefunds", failover + "footer\tNo refunds"));
        assertThat(findings).extracting(Finding::path).contains("text[main]", "text[footer]");
    }

    @Test
    void comparesLongTextsThatHaveNothingInCommon() {
        StringBuilder primary = new StringBuilder();
        StringBuilder failover = new StringBuilder();
        for (int i = 0; i < 4_000; i++) {
            primary.append("main\tprimary ").append(i).append('\n');
            failover.append("main\tfailover ").append(i).append('\n');
        }
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(many(2, primary.toString(), failover.toString())
                                .compare()
                                .findings())
                        .isNotEmpty());
    }

    /** Enough answers of every node to prove a difference. */
    private static Stacks steady(String primary, String failover) {
        return many(6, primary, failover);
    }

    private static Stacks many(int times, String primary, String failover) {
        return new Stacks()
                .about(PAGES, HOME)
                .see(times, "primary", "text", primary)
                .see(times, "failover", "text", failover);
    }

    private static Stacks varying(int seed, int times, BiFunction<String, Random, String> text) {
        Random random = new Random(seed);
        Stacks stacks = new Stacks().about(PAGES, HOME);
        for (int i = 0; i < times; i++) {
            for (String node : NODES) {
                stacks.see(node, "text", text.apply(node, random));
            }
        }
        return stacks;
    }

    private static Finding only(Stacks stacks) {
        List<Finding> findings = stacks.compare().findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static List<Finding> deviations(Stacks stacks) {
        return stacks.compare().findings().stream()
                .filter(finding -> finding.kind().isDeviation())
                .toList();
    }

    private static List<FindingKind> kinds(Stacks stacks) {
        return stacks.compare().findings().stream().map(Finding::kind).toList();
    }
}
