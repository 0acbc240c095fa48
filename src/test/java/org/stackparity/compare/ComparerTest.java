package org.stackparity.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.stackparity.fixture.Checks;
import org.stackparity.fixture.Headers;
import org.stackparity.fixture.Stacks;
import org.stackparity.model.Case;
import org.stackparity.model.Check;
import org.stackparity.model.Comparison;
import org.stackparity.model.Coverage;
import org.stackparity.model.Fault;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.NodeRef;
import org.stackparity.model.PathRule;
import org.stackparity.model.Plan;
import org.stackparity.model.PlannedCase;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Role;

/**
 * What comparing makes of the answers of two stacks, kind by kind.
 * Long, since all kinds of findings share the same few checks and stacks.
 */
class ComparerTest {
    private static final Check PAGES = Checks.varying("FUN-04");
    private static final Check FLAGS = Checks.fixed("FUN-07");
    private static final Case HOME = Case.of("page", "/");
    private static final Case CART = Case.of("page", "/cart");
    private static final Check RATES = Checks.rule(
            Checks.varying("NET-02"),
            "rate.*",
            Comparison.ERROR_RATE,
            Map.of("acceptable", "0.001", "unacceptable", "0.01"));
    private static final Check TIMES = Checks.rule(
            Checks.varying("LAT-01"),
            "service",
            Comparison.PAIRED_RATIO,
            Map.of("margin", "0.5", "floorMillis", "25", "quantiles", "0.5,0.9", "ceilingMillis", "1500"));

    @Nested
    class Sight {
        @Test
        void doesNotTakeAnAbortedCheckForTheSame() {
            List<Finding> findings = new Stacks()
                    .about(PAGES, HOME)
                    .abort("all", "a login in its place")
                    .compare()
                    .findings();
            assertThat(findings).hasSize(4).allMatch(finding -> finding.kind() == FindingKind.NOT_OBSERVED);
            assertThat(findings.get(0).reason()).isEqualTo("a login in its place");
        }

        @Test
        void doesNotTakeABrokenCheckForTheSame() {
            assertThat(kinds(new Stacks().about(PAGES, HOME).error("all", "NullPointerException: no message")))
                    .containsOnly(FindingKind.NOT_OBSERVED);
        }

        @Test
        void doesNotTakeACheckThatBrokeInOneOfManyAnswersForTheSame() {
            Stacks stacks = new Stacks()
                    .about(PAGES, HOME)
                    .see(25, "all", "title", "Shop")
                    .error("failover web1", "IllegalStateException: the samples are not all");
            assertThat(kinds(stacks)).containsExactly(FindingKind.NOT_OBSERVED);
            assertThat(stacks.compare().findings().get(0).reason()).contains("the samples are not all");
            assertThat(stacks.compare().open()).isEmpty();
        }

        @Test
        void namesTheNodeThatWasNotSeen() {
            List<Finding> findings = new Stacks()
                    .about(PAGES, HOME)
                    .see(2, "primary", "title", "Shop")
                    .see(2, "failover web1", "title", "Shop")
                    .compare()
                    .findings();
            assertThat(findings).hasSize(1);
            assertThat(findings.get(0).nodes()).containsExactly(new NodeRef(Role.FAILOVER, "web2"));
            assertThat(findings.get(0).reason()).isEqualTo("failover web2 gave no answer at all");
        }

        @Test
        void asksAgainWhatWasSeenNowAndThen() {
            Stacks stacks = new Stacks()
                    .about(PAGES, HOME)
                    .see("all", "title", "Shop")
                    .see("primary", "title", "Shop")
                    .abort("failover", "a captcha");
            assertThat(kinds(stacks)).containsOnly(FindingKind.NOT_OBSERVED);
            assertThat(stacks.compare().open()).hasSize(1);
            stacks.see(4, "failover", "title", "Shop");
            assertThat(kinds(stacks)).containsExactly(FindingKind.SAME);
        }

        @Test
        void saysSoWhereAStackHasNoNodeForTheCase() {
            List<Finding> findings = new Stacks()
                    .nodes(Role.FAILOVER)
                    .about(PAGES, HOME)
                    .see(2, "primary", "title", "Shop")
                    .compare()
                    .findings();
            assertThat(findings)
                    .extracting(Finding::kind, Finding::reason)
                    .containsExactly(
                            tuple(FindingKind.NOT_OBSERVED, "no node of the failover has to answer this case"));
        }

        @Test
        void isNotFooledByAnswersOfAnotherVersion() {
            Stacks stacks = new Stacks().about(FLAGS).see("all", "flag", "on");
            stacks.about(Checks.version(FLAGS, 2));
            assertThat(kinds(stacks)).containsOnly(FindingKind.NOT_OBSERVED);
        }
    }

    @Nested
    class Health {
        @Test
        void findsALastingFaultAtOnceAndAsksAgain() {
            Stacks stacks = new Stacks()
                    .about(PAGES, HOME)
                    .see(2, "primary", "title", "Shop")
                    .fault(2, "failover", "http-500", "", "answers 500");
            Finding finding = only(stacks);
            assertThat(finding.kind()).isEqualTo(FindingKind.UNHEALTHY);
            assertThat(finding.reason()).isEqualTo("answers 500");
            assertThat(finding.facts()).containsEntry("fault", "http-500").doesNotContainKey("sporadic");
            assertThat(finding.nodes()).hasSize(2).allMatch(node -> node.role() == Role.FAILOVER);
            assertThat(stacks.compare().open()).hasSize(1);
            stacks.see(1, "primary", "title", "Shop").fault("failover", "http-500", "", "answers 500");
            assertThat(stacks.compare().open()).isEmpty();
        }

        @Test
        void callsBothSidesFailingAlikeUnhealthy() {
            Finding finding = only(new Stacks().about(PAGES, HOME).fault(3, "all", "http-500", "", "answers 500"));
            assertThat(finding.kind()).isEqualTo(FindingKind.UNHEALTHY);
            assertThat(finding.isOf(Role.PRIMARY)).isTrue();
            assertThat(finding.isOf(Role.FAILOVER)).isTrue();
        }

        @Test
        void callsAnswersThatAllFailInOtherWaysUnhealthy() {
            Stacks stacks = new Stacks()
                    .about(PAGES, HOME)
                    .see(2, "primary", "title", "Shop")
                    .fault("failover", "http-500", "", "answers 500")
                    .fault("failover", "timeout", "", "took more than 15 s");
            assertThat(kinds(stacks)).containsOnly(FindingKind.UNHEALTHY);
        }

        /** What a journey failed at once it passed another time, so that nothing of it fails each time. */
        @Test
        void callsJourneysThatFailAtOneRequestAndAtAnotherSporadic() {
            Finding finding = only(journeys("GET /login", "POST /login", "GET /login", "POST /cart"));
            assertThat(finding.kind()).isEqualTo(FindingKind.UNHEALTHY);
            assertThat(finding.facts()).containsEntry("sporadic", "true").containsEntry("errors", "4");
        }

        @Test
        void callsJourneysThatMostlyFailAtOneRequestLasting() {
            Finding finding = only(journeys("GET /login", "POST /cart", "POST /cart", "POST /cart"));
            assertThat(finding.kind()).isEqualTo(FindingKind.UNHEALTHY);
            assertThat(finding.facts()).doesNotContainKey("sporadic");
        }

        @Test
        void callsJourneysThatFailAtTheSameRequestLasting() {
            assertThat(only(journeys("POST /cart", "POST /cart")).facts()).doesNotContainKey("sporadic");
        }

        private Stacks journeys(String... failingAt) {
            Stacks stacks = new Stacks().about(PAGES, HOME).see(4, "primary", "title", "Shop");
            for (String request : failingAt) {
                stacks.faults(
                        "failover web1",
                        List.of(new Fault("http-500", "", request + " answered [500]").with("request", request)));
            }
            return stacks.see(4, "failover web2", "title", "Shop");
        }

        @Test
        void doesNotCallOneFailureOfTwoParity() {
            Stacks stacks = new Stacks()
                    .about(PAGES, HOME)
                    .see("all", "title", "Shop")
                    .see("primary", "title", "Shop")
                    .see("failover web1", "title", "Shop")
                    .fault("failover web2", "http-502", "", "answers 502");
            Finding finding = only(stacks);
            assertThat(finding.kind()).isEqualTo(FindingKind.NOT_PROVEN);
            assertThat(finding.nodes()).containsExactly(new NodeRef(Role.FAILOVER, "web2"));
            assertThat(finding.facts()).containsEntry("errors", "1").containsEntry("samples", "2");
            assertThat(stacks.compare().open()).hasSize(1);
        }

        @Test
        void leavesARareFaultToTheTally() {
            Stacks stacks = new Stacks()
                    .about(PAGES, HOME)
                    .see(13, "all", "title", "Shop")
                    .fault("failover web2", "http-502", "", "answers 502");
            assertThat(kinds(stacks)).containsExactly(FindingKind.SAME);
            assertThat(stacks.compare().open()).isEmpty();
        }

        @Test
        void keepsARareFaultOfTheContentOpenSinceNoTallyHasIt() {
            Stacks stacks = new Stacks()
                    .about(PAGES, HOME)
                    .see(40, "all", "title", "Shop")
                    .fault("failover web2", "fallback-language", "title", "is English");
            assertThat(kinds(stacks)).containsExactly(FindingKind.NOT_PROVEN);
            assertThat(stacks.compare().open()).hasSize(1);
        }

        @Test
        void findsAFaultThatComesTooOften() {
            Stacks stacks = new Stacks()
                    .about(PAGES, HOME)
                    .see(12, "all", "title", "Shop")
                    .fault(2, "failover web2", "http-502", "", "answers 502");
            Finding finding = only(stacks);
            assertThat(finding.kind()).isEqualTo(FindingKind.UNHEALTHY);
            assertThat(finding.facts()).containsEntry("sporadic", "true");
            assertThat(finding.reason()).isEqualTo("In 2 of 14 answers: answers 502");
        }

        @Test
        void doesNotLoseAFrequentFaultInALargeRun() {
            Stacks stacks = new Stacks();
            for (int page = 0; page < 400; page++) {
                stacks.about(PAGES, Case.of("page", "/" + page)).see(2, "all", "title", "Shop");
            }
            stacks.about(PAGES, HOME)
                    .see(12, "all", "title", "Shop")
                    .fault(2, "failover web2", "http-502", "", "answers 502");
            List<Finding> ofHome = stacks.compare().findings().stream()
                    .filter(finding -> finding.subject().equals(HOME))
                    .toList();
            assertThat(ofHome).hasSize(1);
            assertThat(ofHome.get(0).kind()).isIn(FindingKind.UNHEALTHY, FindingKind.NOT_PROVEN);
        }

        @Test
        void countsFaultsOfSeveralKindsTogether() {
            List<Finding> findings = new Stacks()
                    .about(PAGES, HOME)
                    .see(16, "primary", "title", "Shop")
                    .see(16, "failover web2", "title", "Shop")
                    .see(12, "failover web1", "title", "Shop")
                    .fault("failover web1", "http-500", "", "answers 500")
                    .fault("failover web1", "http-502", "", "answers 502")
                    .fault("failover web1", "connection-reset", "", "resets the connection")
                    .fault("failover web1", "timeout", "", "does not answer in time")
                    .compare()
                    .findings();
            assertThat(findings)
                    .hasSize(4)
                    .allMatch(finding -> finding.kind() == FindingKind.UNHEALTHY)
                    .allMatch(finding -> finding.findFact("sporadic").isPresent());
        }

        @Test
        void toleratesTheAcceptableRateInManyAnswers() {
            Stacks stacks = new Stacks()
                    .about(PAGES, HOME)
                    .see(240, "all", "title", "Shop")
                    .fault(2, "failover web2", "connection-reset", "", "was reset");
            assertThat(kinds(stacks)).containsExactly(FindingKind.SAME);
        }

        @Test
        void comparesWhatAFaultDoesNotSpoil() {
            List<Finding> findings = new Stacks()
                    .about(FLAGS)
                    .see("primary", "text", "Hallo", "lang", "de", "catalog.size", "9")
                    .faults(
                            "failover",
                            List.of(
                                    new Fault("fallback-language", "text", "is English"),
                                    new Fault("missing-catalog", "catalog", "is missing")),
                            "text",
                            "Hello",
                            "lang",
                            "en",
                            "catalog.size",
                            "0")
                    .compare()
                    .findings();
            assertThat(findings)
                    .extracting(Finding::path, Finding::kind)
                    .containsExactly(
                            tuple("catalog", FindingKind.UNHEALTHY),
                            tuple("lang", FindingKind.DIFFERENT),
                            tuple("text", FindingKind.UNHEALTHY));
        }

        @Test
        void keepsTwoFaultsOfOneKindApart() {
            List<Fault> two = List.of(
                    new Fault("socket-into-other-site", "", "10.1.0.25:6379"),
                    new Fault("socket-into-other-site", "", "10.1.0.40:5432"));
            List<Finding> findings = new Stacks()
                    .about(FLAGS)
                    .see("primary")
                    .faults("failover", two)
                    .compare()
                    .findings();
            assertThat(findings)
                    .extracting(Finding::reason)
                    .containsExactlyInAnyOrder("10.1.0.25:6379", "10.1.0.40:5432");
        }

        @Test
        void findsAFaultOfAFixedValueInOneAnswerOfMany() {
            Finding finding = only(new Stacks()
                    .about(FLAGS)
                    .see(3, "all", "flag", "on")
                    .fault("failover web1", "broken", "flag", "is broken", "flag", "?"));
            assertThat(finding.kind()).isEqualTo(FindingKind.UNHEALTHY);
        }
    }

    @Nested
    class Rates {
        @Test
        void areTheSameWithEnoughCleanRequests() {
            assertThat(kinds(new Stacks().about(RATES).see(2, "all", "rate.requests", "170", "rate.errors", "0")))
                    .containsExactly(FindingKind.SAME);
        }

        @Test
        void areNotProvenWithTooFewAndAskedAgain() {
            Stacks stacks = new Stacks().about(RATES).see(2, "all", "rate.requests", "100", "rate.errors", "0");
            assertThat(kinds(stacks)).hasSize(4).containsOnly(FindingKind.NOT_PROVEN);
            assertThat(stacks.compare().open()).extracting(OpenCase::reason).containsExactly("a bound is not reached");
        }

        @Test
        void mayStandInOneCaseOfACheck() {
            Stacks stacks = new Stacks()
                    .about(RATES, HOME)
                    .see(2, "all", "status", "200")
                    .about(RATES, CART)
                    .see(2, "all", "rate.requests", "170", "rate.errors", "0");
            assertThat(kinds(stacks)).containsExactly(FindingKind.SAME, FindingKind.SAME);
            assertThat(kinds(new Stacks().about(RATES, HOME).see(2, "all", "status", "200")))
                    .containsExactly(FindingKind.NOT_PROVEN);
        }

        @Test
        void areUnhealthyOnTheNodeThatFails() {
            List<Finding> findings = new Stacks()
                    .about(RATES)
                    .see(2, "primary", "rate.requests", "300", "rate.errors", "0")
                    .see(2, "failover web1", "rate.requests", "300", "rate.errors", "0")
                    .see(2, "failover web2", "rate.requests", "300", "rate.errors", "5")
                    .compare()
                    .findings();
            assertThat(findings).hasSize(1);
            Finding finding = findings.get(0);
            assertThat(finding.kind()).isEqualTo(FindingKind.UNHEALTHY);
            assertThat(finding.path()).isEqualTo("rate");
            assertThat(finding.nodes()).containsExactly(new NodeRef(Role.FAILOVER, "web2"));
            assertThat(finding.facts())
                    .containsEntry("fault", "error-rate")
                    .containsEntry("errors", "10")
                    .containsEntry("samples", "600");
        }

        /** What fails each time has a reason that stays; it must not pass for one that comes and goes. */
        @Test
        void sayWhichRequestsFailEachTime() {
            String[] failing = {
                "rate.requests", "300",
                "rate.errors", "9",
                "failing[GET /checkout].requests", "6",
                "failing[GET /checkout].errors", "6",
                "failing[GET /].requests", "40",
                "failing[GET /].errors", "2",
                "failing[POST /seldom].requests", "1",
                "failing[POST /seldom].errors", "1"
            };
            Finding finding = new Stacks()
                            .about(RATES)
                            .see(1, "all", "rate.requests", "300", "rate.errors", "0")
                            .see(2, "failover web2", failing)
                            .compare()
                            .findings()
                            .stream()
                            .filter(found -> found.path().equals("rate"))
                            .findFirst()
                            .orElseThrow();
            assertThat(finding.reason())
                    .isEqualTo(
                            "18 of 900 (2.0 %) fail on failover web2; acceptable is 0.10 %, the primary has 0 of 600 (0.00 %); each time at GET /checkout (12)");
            assertThat(finding.facts())
                    .containsEntry("lasting", "12")
                    .containsEntry("requests", "GET /checkout\nGET /\nPOST /seldom");
        }

        /** A link that was away for a moment is no link that fails now and then, until it does so again. */
        @Test
        void areNotProvenByOneBurst() {
            Stacks stacks = new Stacks()
                    .about(RATES)
                    .see(1, "all", "rate.requests", "500", "rate.errors", "0")
                    .see(1, "failover web2", "rate.requests", "500", "rate.errors", "12");
            Finding finding = stacks.compare().findings().get(0);
            assertThat(finding.kind()).isEqualTo(FindingKind.NOT_PROVEN);
            assertThat(finding.reason()).startsWith("errors came at one time only, perhaps in one burst; ");
            assertThat(stacks.compare().open()).hasSize(1);
            assertThat(kinds(stacks.see(1, "failover web2", "rate.requests", "500", "rate.errors", "1")))
                    .containsExactly(FindingKind.UNHEALTHY);
        }

        @Test
        void areUnhealthyByErrorsThatCameAgainWithinARound() {
            String[] again = {"rate.requests", "500", "rate.errors", "12", "rate.occasions", "2"};
            assertThat(kinds(new Stacks()
                            .about(RATES)
                            .see(1, "all", "rate.requests", "500", "rate.errors", "0")
                            .see(1, "failover web2", again)))
                    .containsExactly(FindingKind.UNHEALTHY);
        }

        /** Between the two rates of the contract, and the primary has none: more samples would decide by chance. */
        @Test
        void areUnhealthyWhereTheFailoverAloneFailsTooOftenForChance() {
            Stacks stacks = new Stacks()
                    .about(RATES)
                    .see(4, "primary", "rate.requests", "1000", "rate.errors", "0")
                    .see(4, "failover web1", "rate.requests", "1000", "rate.errors", "0")
                    .see(4, "failover web2", "rate.requests", "1000", "rate.errors", "4");
            Finding finding = stacks.compare().findings().get(0);
            assertThat(finding.kind()).isEqualTo(FindingKind.UNHEALTHY);
            assertThat(finding.reason())
                    .isEqualTo(
                            "16 of 4000 (0.40 %) fail on failover web2; acceptable is 0.10 %, the primary has 0 of 8000"
                                    + " (0.00 %)");
        }

        /** A primary without an error in a hundred thousand requests is no reason to refuse what the contract accepts. */
        @Test
        void areNotUnhealthyAtTheRateThatIsAccepted() {
            Stacks stacks = new Stacks()
                    .about(RATES)
                    .see(4, "primary", "rate.requests", "50000", "rate.errors", "0")
                    .see(4, "failover web1", "rate.requests", "1000", "rate.errors", "0")
                    .see(2, "failover web2", "rate.requests", "250", "rate.errors", "1");
            assertThat(kinds(stacks)).containsExactly(FindingKind.NOT_PROVEN);
        }

        @Test
        void areUnhealthyByOneTimeThatNoBurstExplains() {
            assertThat(kinds(new Stacks()
                            .about(RATES)
                            .see(1, "all", "rate.requests", "500", "rate.errors", "0")
                            .see(1, "failover web2", "rate.requests", "500", "rate.errors", "60")))
                    .containsExactly(FindingKind.UNHEALTHY);
        }

        @Test
        void areNotProvenWithoutSamples() {
            assertThat(kinds(new Stacks().about(RATES).see(2, "all"))).containsExactly(FindingKind.NOT_PROVEN);
            assertThat(kinds(new Stacks().about(RATES).see(2, "all", "rate.requests", "none", "rate.errors", "?")))
                    .hasSize(4)
                    .containsOnly(FindingKind.NOT_PROVEN);
        }

        @Test
        void keepTheErrorsOfAnswersAtFault() {
            Stacks stacks = new Stacks()
                    .about(RATES)
                    .see(3, "all", "rate.requests", "200", "rate.errors", "0")
                    .fault(
                            "failover web2",
                            "all-fail",
                            "",
                            "every ask fails",
                            "rate.requests",
                            "75",
                            "rate.errors",
                            "75");
            assertThat(stacks.compare().findings())
                    .anyMatch(finding -> finding.path().equals("rate") && finding.kind() == FindingKind.UNHEALTHY);
        }
    }

    @Nested
    class Times {
        @Test
        void areTheSameWithinTheMargin() {
            Stacks stacks = paired(100, 105);
            assertThat(kinds(stacks)).hasSize(4).containsOnly(FindingKind.SAME);
            Finding median = stacks.compare().findings().get(0);
            assertThat(median.path()).isEqualTo("service.p50");
            assertThat(median.facts()).containsEntry("failback", "same").containsKeys("ratio", "provenAtMost");
        }

        @Test
        void areDifferentBeyondTheMargin() {
            Stacks stacks = paired(100, 400);
            assertThat(kinds(stacks)).containsOnly(FindingKind.DIFFERENT);
            Finding median = stacks.compare().findings().get(0);
            assertThat(median.facts()).containsEntry("failback", "same");
            assertThat(Double.parseDouble(median.facts().get("excessMillis"))).isBetween(280.0, 320.0);
        }

        /** Each pair is slower than the margin allows, and both stacks are slower by day, which hides it from quantiles. */
        @Test
        void areDifferentInTheMiddleOfThePairs() {
            double[] primary = new double[64];
            double[] failover = new double[64];
            for (int i = 0; i < primary.length; i++) {
                primary[i] = 100 * (1 + 3 * ((i * 37) % 64) / 64.0);
                failover[i] = primary[i] * (1.6 + 0.01 * (i % 5));
            }
            Stacks stacks = new Stacks().about(TIMES, CART);
            stacks.pairs("web1", "service", primary, failover);
            stacks.pairs("web2", "service", primary, primary);
            assertThat(stacks.compare().findings())
                    .filteredOn(finding -> finding.kind() == FindingKind.DIFFERENT)
                    .singleElement()
                    .satisfies(middle -> {
                        assertThat(middle.path()).isEqualTo("service.location");
                        assertThat(middle.nodes()).containsExactly(new NodeRef(Role.FAILOVER, "web1"));
                        assertThat(middle.reason())
                                .isEqualTo(
                                        "failover web1 takes 1.62 × as long as the primary in the middle of 64 pairs");
                        assertThat(middle.facts())
                                .containsEntry("ratio", "1.62")
                                .containsEntry("failback", "same")
                                .containsKeys("excessMillis", "suspected");
                    });
        }

        @Test
        void sayWhatAFasterFailoverMeansForAFailback() {
            assertThat(paired(400, 100).compare().findings())
                    .allMatch(finding -> finding.kind() == FindingKind.SAME)
                    .allMatch(finding -> finding.facts().get("failback").equals("different"));
        }

        @Test
        void areNotProvenWithTooFewSamples() {
            Stacks stacks = new Stacks().about(TIMES, CART);
            stacks.pairs("web1", "service", spread(100, 5), spread(100, 5));
            stacks.pairs("web2", "service", spread(100, 5), spread(100, 5));
            assertThat(kinds(stacks)).containsOnly(FindingKind.NOT_PROVEN);
            assertThat(stacks.compare().open()).hasSize(1);
        }

        @Test
        void sayHowManyPairsAreMissing() {
            Stacks stacks = paired(100, 130);
            assertThat(stacks.compare().open()).isEmpty();
            Stacks wide = new Stacks().about(TIMES, CART);
            double[] times = new double[100];
            for (int i = 0; i < times.length; i++) {
                times[i] = 100 * Math.exp(4.0 * ((i * 37) % 100) / 100);
            }
            wide.pairs("web1", "service", times, times);
            wide.pairs("web2", "service", times, times);
            assertThat(wide.compare().open())
                    .singleElement()
                    .satisfies(open -> assertThat(open.missingPairs()).isBetween(300, 500));
            assertThat(of(wide, "service.p50", "web1").reason()).matches(".*; about \\d+ more pairs would do");
        }

        /** What comes later, of another page that was open still, must not reopen a page that nobody asks for any more. */
        @Test
        void stayProvenWhenLaterSamplesComeTogether() {
            double[] later = new double[640];
            for (int i = 0; i < later.length; i++) {
                later[i] = i < 64 ? spread(100, 64)[i] : 100 + i / 20 % 2 * 10 + i % 20 * 0.1;
            }
            Stacks stacks = paired(100, 100).about(TIMES, HOME);
            stacks.pairs("web1", "service", later, later);
            stacks.pairs("web2", "service", later, later);
            assertThat(stacks.compare().findings())
                    .filteredOn(finding -> finding.subject().equals(CART))
                    .extracting(Finding::kind)
                    .containsOnly(FindingKind.SAME);
            Stacks fromTheStart = paired(100, 100).about(TIMES, HOME);
            double[] together = Arrays.copyOfRange(later, 64, later.length);
            fromTheStart.pairs("web1", "service", together, together);
            fromTheStart.pairs("web2", "service", together, together);
            assertThat(fromTheStart.compare().findings())
                    .filteredOn(finding -> finding.subject().equals(CART))
                    .extracting(Finding::kind)
                    .contains(FindingKind.NOT_PROVEN);
        }

        @Test
        void areNotProvenWithoutSamples() {
            assertThat(kinds(new Stacks().about(TIMES, CART).see(2, "all", "dns", "1.0")))
                    .containsExactly(FindingKind.NOT_PROVEN);
            assertThat(kinds(new Stacks().about(TIMES, CART).see(2, "all", "service", "NaN")))
                    .containsOnly(FindingKind.NOT_PROVEN);
        }

        @Test
        void areAboveTheCeilingAlsoWithoutAPrimary() {
            Stacks stacks = new Stacks().about(TIMES, CART).fault(60, "primary", "timeout", "", "is dead");
            stacks.pairs("web1", "service", new double[0], spread(2500, 60));
            stacks.pairs("web2", "service", new double[0], spread(100, 60));
            assertThat(stacks.compare().findings())
                    .filteredOn(finding -> finding.findFact("fault")
                            .filter("above-ceiling"::equals)
                            .isPresent())
                    .extracting(Finding::path, finding -> finding.nodes().toString())
                    .containsExactly(tuple("service.p50", "[failover web1]"), tuple("service.p90", "[failover web1]"));
        }

        @Test
        void areNotAboveTheCeilingWhereThePrimaryIsAsSlow() {
            Stacks stacks = new Stacks().about(TIMES, CART);
            stacks.pairs("web1", "service", spread(2500, 60), spread(2500, 60));
            stacks.pairs("web2", "service", spread(100, 60), spread(2500, 60));
            assertThat(stacks.compare().findings())
                    .filteredOn(finding -> finding.findFact("fault")
                            .filter("above-ceiling"::equals)
                            .isPresent())
                    .extracting(finding -> finding.nodes().toString())
                    .containsOnly("[failover web2]");
        }

        @Test
        void doNotImproveByFailing() {
            double[] slow = spread(100, 64);
            for (int i = 0; i < 32; i++) {
                slow[i * 2] = 1000;
            }
            Stacks stacks = new Stacks().about(TIMES, CART);
            stacks.pairs("web1", "service", spread(100, 64), slow);
            stacks.pairs("web2", "service", spread(100, 64), spread(100, 64));
            assertThat(of(stacks, "service.p90", "web1").kind()).isEqualTo(FindingKind.DIFFERENT);

            double[] timeouts = java.util.Arrays.stream(slow)
                    .map(time -> time < 1000 ? time : Double.NaN)
                    .toArray();
            Stacks failing = new Stacks().about(TIMES, CART);
            failing.pairs("web1", "service", spread(100, 64), timeouts);
            failing.pairs("web2", "service", spread(100, 64), spread(100, 64));
            assertThat(of(failing, "service.p90", "web1").kind()).isEqualTo(FindingKind.DIFFERENT);
        }

        @Test
        void useTheSamplesTakenSideBySide() {
            Stacks stacks = new Stacks().about(TIMES, CART);
            stacks.pairs("web1", "service", spread(100, 64), spread(100, 64));
            stacks.pairs("web2", "service", spread(500, 64), spread(500, 64));
            assertThat(kinds(stacks)).containsOnly(FindingKind.SAME);
        }

        private Stacks paired(double primary, double failover) {
            Stacks stacks = new Stacks().about(TIMES, CART);
            stacks.pairs("web1", "service", spread(primary, 64), spread(failover, 64));
            stacks.pairs("web2", "service", spread(primary, 64), spread(failover, 64));
            return stacks;
        }

        private Finding of(Stacks stacks, String path, String node) {
            return stacks.compare().findings().stream()
                    .filter(finding -> finding.path().equals(path)
                            && finding.findFact("ratio").isPresent()
                            && finding.nodes().contains(new NodeRef(Role.FAILOVER, node)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Nested
    class Plans {
        @Test
        void doNotCompareOtherVersionsOfACheck() {
            Stacks stacks = new Stacks().about(FLAGS).see("all", "flag", "on");
            stacks.plan(Role.PRIMARY, plan -> replace(plan, Checks.version(FLAGS, 2)));
            Finding finding = only(stacks);
            assertThat(finding.kind()).isEqualTo(FindingKind.NOT_OBSERVED);
            assertThat(finding.reason()).contains("of versions [2] and [1]");
        }

        @Test
        void doNotCompareUnderOtherLimits() {
            Stacks stacks = new Stacks().about(FLAGS).see("all", "flag", "on");
            stacks.plan(Role.PRIMARY, plan -> replace(plan, Checks.rule(FLAGS, "flag", Comparison.SHOWN)));
            assertThat(only(stacks).reason())
                    .isEqualTo("the contract sets other limits for this check in the two evidences");
        }

        @Test
        void doNotCompareACaseThatOneSideDoesNotHave() {
            Stacks stacks = new Stacks().about(FLAGS, HOME).see("all", "flag", "on");
            stacks.about(FLAGS, CART).see("failover", "flag", "on");
            stacks.plan(
                    Role.PRIMARY,
                    plan -> new Plan(
                            List.of(new PlannedCheck(
                                    FLAGS,
                                    Coverage.REQUIRED,
                                    "",
                                    plan.checks().get(0).cases().subList(0, 1),
                                    2,
                                    Duration.ZERO)),
                            plan.rounds(),
                            false,
                            plan.budget()));
            assertThat(stacks.compare().findings())
                    .extracting(Finding::subject, Finding::kind)
                    .containsExactly(tuple(HOME, FindingKind.SAME), tuple(CART, FindingKind.NOT_OBSERVED));
        }

        @Test
        void doNotForgetACheckThatOneSideDoesNotHave() {
            Stacks stacks = new Stacks().about(FLAGS).see("all", "flag", "on");
            stacks.about(PAGES, HOME).see(2, "primary", "title", "Shop");
            stacks.plan(
                    Role.FAILOVER,
                    plan -> new Plan(
                            plan.checks().stream()
                                    .filter(line -> line.check().equals(FLAGS))
                                    .toList(),
                            plan.rounds(),
                            false,
                            plan.budget()));
            assertThat(stacks.compare().findings())
                    .extracting(finding -> finding.check().value(), Finding::kind)
                    .containsExactly(tuple("FUN-04", FindingKind.NOT_OBSERVED), tuple("FUN-07", FindingKind.SAME));
        }

        @Test
        void doNotForgetARequiredCheckWithoutCases() {
            Stacks stacks =
                    new Stacks().plan(new PlannedCheck(PAGES, Coverage.REQUIRED, "", List.of(), 2, Duration.ZERO));
            assertThat(only(stacks).reason()).isEqualTo("the check is required and has no case to ask about");
        }

        @Test
        void sayWhatWasNotAsked() {
            List<PlannedCase> cases = List.of(new PlannedCase(HOME, Map.of()));
            List<Finding> findings = new Stacks()
                    .plan(new PlannedCheck(
                            Checks.varying("FUN-05"), Coverage.NOT_AUTHORISED, "it writes", cases, 2, Duration.ZERO))
                    .plan(new PlannedCheck(
                            Checks.varying("SUB-07"), Coverage.NOT_APPLICABLE, "is a standby", cases, 2, Duration.ZERO))
                    .plan(new PlannedCheck(
                            Checks.varying("TLS-01"), Coverage.NOT_COVERED, "no host", cases, 2, Duration.ZERO))
                    .compare()
                    .findings();
            assertThat(findings)
                    .extracting(Finding::kind, Finding::reason)
                    .containsExactly(
                            tuple(FindingKind.NOT_AUTHORISED, "it writes"),
                            tuple(FindingKind.NOT_APPLICABLE, "is a standby"));
        }

        @Test
        void compareAStackWithItselfBeforeAndAfter() {
            Stacks stacks = new Stacks().about(FLAGS).see("all", "flag", "on");
            assertThat(Comparer.compare(stacks.evidence(Role.FAILOVER), stacks.evidence(Role.FAILOVER))
                            .findings())
                    .extracting(Finding::kind)
                    .containsExactly(FindingKind.SAME);
        }

        @Test
        void comparesOfAWindowOfTimeWhatBothLookedAt() {
            Check instants = Checks.rule(
                    Checks.rule(FLAGS, "next[*", Comparison.SAME, Map.of(PathRule.IN_COMMON, "true")),
                    "instants[*",
                    Comparison.SAME,
                    Map.of(PathRule.IN_COMMON, "true"));
            Stacks october = new Stacks()
                    .about(instants)
                    .see("primary", "instants[2012-09]", "a", "instants[2012-10]", "b", "next[2012-09 #1]", "1");
            assertThat(kinds(october.see(
                            "failover", "instants[2012-10]", "b", "instants[2012-11]", "c", "next[2012-09 #1]", "1")))
                    .containsExactly(FindingKind.SAME);

            Finding differs = only(new Stacks()
                    .about(Checks.rule(FLAGS, "instants[*", Comparison.SAME, Map.of(PathRule.IN_COMMON, "true")))
                    .see("primary", "instants[2012-09]", "a", "instants[2012-10]", "b")
                    .see("failover", "instants[2012-10]", "bb", "instants[2012-11]", "c"));
            assertThat(differs.path()).isEqualTo("instants[2012-10]");
            assertThat(differs.kind()).isEqualTo(FindingKind.DIFFERENT);
        }

        @Test
        void missesWhatOneNodeOfAWindowDoesNotHave() {
            Finding missing = only(new Stacks()
                    .about(Checks.rule(FLAGS, "instants[*", Comparison.SAME, Map.of(PathRule.IN_COMMON, "true")))
                    .see("primary", "instants[2012-09]", "a", "instants[2012-10]", "b")
                    .see("failover web1", "instants[2012-09]", "a", "instants[2012-10]", "b")
                    .see("failover web2", "instants[2012-09]", "a"));
            assertThat(missing.path()).isEqualTo("instants[2012-10]");
            assertThat(missing.kind()).isEqualTo(FindingKind.MISSING_ON_FAILOVER);
        }

        @Test
        void doesNotTakeWindowsThatNeverMeetForTheSame() {
            Finding apart = only(new Stacks()
                    .about(Checks.rule(FLAGS, "instants[*", Comparison.SAME, Map.of(PathRule.IN_COMMON, "true")))
                    .see("primary", "instants[2012-09]", "a")
                    .see("failover", "instants[2012-10]", "a"));
            assertThat(apart.kind()).isEqualTo(FindingKind.NOT_OBSERVED);
            assertThat(apart.reason()).isEqualTo("the evidences look at different times, which have nothing in common");
        }

        @Test
        void comparesFingerprintsOfOneKeyOnly() {
            Stacks stacks = new Stacks()
                    .about(FLAGS)
                    .see("primary", "mail", "write to «0123456789ab:email»", "flag", "on")
                    .see("failover", "mail", "write to «ba9876543210:email»", "flag", "on");
            assertThat(only(stacks).kind()).isEqualTo(FindingKind.DIFFERENT);

            stacks.header(Role.PRIMARY, header -> Headers.withKey(header, "k-2011"));
            Finding unknown = only(stacks);
            assertThat(unknown.kind()).isEqualTo(FindingKind.NOT_OBSERVED);
            assertThat(unknown.path()).isEqualTo("mail");
            assertThat(unknown.reason()).contains("the keys [k-2011] and [k-2012]", "one .fingerprint-key");
        }

        @Test
        void seesWhatDiffersBesideFingerprintsOfTwoKeys() {
            Stacks stacks = new Stacks()
                    .about(FLAGS)
                    .see("primary", "mail", "write to «0123456789ab:email»")
                    .see("failover", "mail", "call «ba9876543210:email»")
                    .header(Role.PRIMARY, header -> Headers.withKey(header, "k-2011"));
            assertThat(kinds(stacks)).containsExactly(FindingKind.DIFFERENT, FindingKind.NOT_OBSERVED);
        }

        @Test
        void saysHowManyQuadruplesTwoRecordingsNeed() {
            Stacks few = new Stacks()
                    .about(PAGES, HOME)
                    .see(2, "primary", "title", "Shop")
                    .see(2, "failover", "title", "Store");
            assertThat(only(few).reason()).isEqualTo("differs so far; 2 more quadruples would prove it");

            few.header(Role.PRIMARY, header -> Headers.ofRun(header, "run-20121003", header.environment()));
            assertThat(only(few).kind()).isEqualTo(FindingKind.NOT_PROVEN);
            assertThat(only(few).reason()).endsWith("record both with --quadruples 3");

            Stacks enough = new Stacks()
                    .about(PAGES, HOME)
                    .see(6, "primary", "title", "Shop")
                    .see(6, "failover", "title", "Store")
                    .header(Role.PRIMARY, header -> Headers.ofRun(header, "run-20121003", header.environment()));
            assertThat(only(enough).kind()).isEqualTo(FindingKind.DIFFERENT);
        }

        private static Plan replace(Plan plan, Check check) {
            PlannedCheck line = plan.checks().get(0);
            return new Plan(
                    List.of(new PlannedCheck(
                            check, line.coverage(), line.reason(), line.cases(), line.samples(), line.estimate())),
                    plan.rounds(),
                    plan.partial(),
                    plan.budget());
        }
    }

    @Test
    void readsARateOfAnotherNameOnce() {
        Check check = Checks.rule(PAGES, "rate.*", Comparison.ERROR_RATE);
        Stacks stacks = new Stacks().about(check, HOME);
        Random random = new Random(5);
        for (int i = 0; i < 4; i++) {
            stacks.see("all", "rate.requests", "100", "rate.errors", "0", "id", Long.toHexString(random.nextLong()));
        }
        assertThat(kinds(stacks)).contains(FindingKind.SAME).doesNotContain(FindingKind.NOT_PROVEN);
    }

    private static double[] spread(double middle, int count) {
        double[] samples = new double[count];
        for (int i = 0; i < count; i++) {
            samples[i] = middle * (0.9 + 0.2 * ((i * 37) % count) / count);
        }
        return samples;
    }

    private static Finding only(Stacks stacks) {
        List<Finding> findings = stacks.compare().findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static List<FindingKind> kinds(Stacks stacks) {
        return stacks.compare().findings().stream().map(Finding::kind).toList();
    }
}
