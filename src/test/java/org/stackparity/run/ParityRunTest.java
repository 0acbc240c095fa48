package org.stackparity.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stackparity.environment.Pair;
import org.stackparity.environment.PairReader;
import org.stackparity.evidence.EvidenceException;
import org.stackparity.evidence.EvidenceReader;
import org.stackparity.fixture.Checks;
import org.stackparity.model.Case;
import org.stackparity.model.Check;
import org.stackparity.model.Comparison;
import org.stackparity.model.Coverage;
import org.stackparity.model.Evidence;
import org.stackparity.model.Fault;
import org.stackparity.model.Observation;
import org.stackparity.model.Outcome;
import org.stackparity.model.Plan;
import org.stackparity.model.PlannedCase;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Role;

/**
 * Passes of a run, with a suite that answers as it is told.
 * Long, since the suite that plays along stands here too.
 */
class ParityRunTest {
    private static final Check PAGES = Checks.varying("FUN-04");
    private static final Check FLAGS = Checks.fixed("FUN-07");
    private static final Check TIMES = Checks.rule(
            Checks.varying("LAT-01"),
            "service",
            Comparison.PAIRED_RATIO,
            Map.of("margin", "0.5", "floorMillis", "25", "quantiles", "0.5", "ceilingMillis", "1500"));
    private static final Case CART = Case.of("page", "/cart").with("locale", "de-DE");
    private static final Case HOME = Case.of("page", "/").with("locale", "de-DE");
    private final List<SuiteRequest> requests = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final StepClock clock = new StepClock();
    private Duration took = Duration.ofMillis(3);

    @TempDir
    Path folder;

    @Test
    void isDoneAfterOnePassWhenNothingIsOpen() {
        List<Evidence> evidences =
                run(request -> answer(request, (role, subject) -> "Shop")).record();

        assertThat(requests).hasSize(1);
        assertThat(requests.get(0).pass()).isEqualTo(1);
        assertThat(requests.get(0).firstRound()).isEqualTo(1);
        assertThat(requests.get(0).rounds()).containsExactly(Role.PRIMARY, Role.FAILOVER, Role.FAILOVER, Role.PRIMARY);
        assertThat(asked).containsExactly("1 /cart · de-DE", "1 / · de-DE");
        assertThat(evidences).extracting(evidence -> evidence.header().role()).containsExactly(Role.values());
        assertThat(evidences).allMatch(Evidence::isComplete);
    }

    @Test
    void asksAgainOnlyWhatIsOpenUntilItIsProven() {
        run(request -> answer(
                        request,
                        (role, subject) -> subject.equals(CART) && role == Role.FAILOVER ? "Warenkorb" : "Cart"))
                .record();

        assertThat(requests).extracting(SuiteRequest::pass).containsExactly(1, 2, 3);
        assertThat(requests).extracting(SuiteRequest::firstRound).containsExactly(1, 5, 9);
        assertThat(requests.get(1).rounds()).hasSize(4);
        assertThat(requests.get(2).rounds()).hasSize(8).startsWith(Role.PRIMARY, Role.FAILOVER, Role.FAILOVER);
        assertThat(asked).containsExactly("1 /cart · de-DE", "1 / · de-DE", "2 /cart · de-DE", "3 /cart · de-DE");
    }

    @Test
    void stopsAfterTheLastPassWithWhatIsStillOpen() {
        List<Evidence> evidences = run(request -> {
                    if (request.pass() == 1) {
                        answer(request, (role, subject) -> role.word());
                    }
                })
                .record();
        assertThat(requests).hasSize(6);
        assertThat(evidences).allMatch(Evidence::isComplete);
    }

    @Test
    void stopsWhenTheBudgetEnds() {
        run(request -> {
                    answer(request, (role, subject) -> role.word());
                    clock.now = clock.now.plus(Duration.ofSeconds(61));
                })
                .record();
        assertThat(requests).hasSize(1);
    }

    @Test
    void confirmsNoLongerThanItsPatienceOnceSomethingForbidsAGo() {
        run(request -> {
                    answer(request, (role, subject) -> role.word());
                    request.recording()
                            .accept(
                                    Role.FAILOVER,
                                    observation(
                                            HOME, "web2", Map.of(), List.of(new Fault("http-500", "", "answers 500"))));
                    clock.now = clock.now.plus(Duration.ofSeconds(15));
                })
                .record();
        // the difference is proven in the third pass; until then the fault is in too few answers to be proven
        assertThat(requests).hasSizeBetween(2, 4);
    }

    /** A pass that would end late is not begun, and what differs by a word is then left unproven. */
    @ParameterizedTest
    @CsvSource({"4, 3", "6, 2"})
    void beginsNoPassInTheSecondHalfOfItsPatience(int secondsOfAPass, int passes) {
        run(
                        request -> {
                            answer(request, (role, subject) -> role.word());
                            record(request, FLAGS, Map.of("flag", "on"), Map.of("flag", "off"));
                            clock.now = clock.now.plusSeconds(secondsOfAPass);
                        },
                        FLAGS)
                .record();
        assertThat(requests).hasSize(passes);
    }

    @Test
    void asksNothingMoreWhenItsPatienceEnds() {
        List<Boolean> isAsked = new ArrayList<>();
        run(
                        request -> {
                            answer(request, (role, subject) -> role.word());
                            record(request, FLAGS, Map.of("flag", "on"), Map.of("flag", "off"));
                            if (request.pass() > 1) {
                                for (int second = 0; second < 11; second++) {
                                    isAsked.add(request.asked().test(PAGES.id(), CART));
                                    clock.now = clock.now.plusSeconds(1);
                                }
                            }
                        },
                        FLAGS)
                .record();
        assertThat(isAsked).hasSize(11);
        assertThat(isAsked.subList(0, 10)).containsOnly(true);
        assertThat(isAsked.get(10)).isFalse();
    }

    /** Timing takes long, and what differs by a word would be left unproven when patience ends. */
    @ParameterizedTest
    @CsvSource({"12, 1", "50, 1 4 5 6"})
    void timesOnlyWhatLooksTooSlowOnceSomethingForbidsAGoAndNothingElseIsOpen(String millis, String passes) {
        Shop shop = (role, subject) -> subject.equals(CART) && role == Role.FAILOVER ? "Warenkorb" : "Cart";
        List<String> timed = new ArrayList<>();
        run(
                        request -> {
                            answer(request, shop);
                            record(request, FLAGS, Map.of("flag", "on"), Map.of("flag", "off"));
                            if (request.asked().test(TIMES.id(), HOME)) {
                                timed.add(Integer.toString(request.pass()));
                                record(request, TIMES, Map.of("service", "10"), Map.of("service", millis));
                            }
                        },
                        FLAGS,
                        TIMES)
                .record();

        // the difference of a word is proven in the third pass
        assertThat(timed).containsExactly(passes.split(" "));
    }

    private void record(SuiteRequest request, Check check, Map<String, String> primary, Map<String, String> failover) {
        for (String node : List.of("web1", "web2")) {
            request.recording().accept(Role.PRIMARY, observation(check, HOME, node, primary, List.of()));
            request.recording().accept(Role.FAILOVER, observation(check, HOME, node, failover, List.of()));
        }
    }

    /** 40 pairs at two nodes of 4 s a pair are 5 minutes, and half of a minute is left for them. */
    @Test
    void saysHowManyPairsHaveToBeUnderWayForTheTimeToSuffice() {
        took = Duration.ofSeconds(2);
        run(
                        request -> {
                            for (int i = 0; i < 10; i++) {
                                Map<String, String> times = Map.of("service", Integer.toString(1_000 + 200 * i));
                                record(request, TIMES, times, times);
                            }
                        },
                        TIMES)
                .record();
        assertThat(requests).hasSizeGreaterThan(1);
        assertThat(requests.get(0).pairsAtOnce()).isEqualTo(TimingPace.LEISURE);
        assertThat(requests.get(1).pairsAtOnce()).isGreaterThan(TimingPace.LEISURE);
    }

    @Test
    void writesWhatItReturns() {
        List<Evidence> evidences =
                run(request -> answer(request, (role, subject) -> "Shop")).record();
        Evidence primary = EvidenceReader.read(folder.resolve("evidence/dallas.jsonl"));
        Evidence failover = EvidenceReader.read(folder.resolve("evidence/arizona.jsonl"));
        assertThat(List.of(primary, failover)).isEqualTo(evidences);
        assertThat(primary.header().runId())
                .isEqualTo(failover.header().runId())
                .isEqualTo("run-7");
        assertThat(primary.header().addresses())
                .contains("127.10.1.11:18011", "127.10.1.10:18010", "127.10.1.30:18130");
        assertThat(failover.header().addresses())
                .doesNotContainAnyElementsOf(primary.header().addresses());
        // the case is said alike whether it comes from memory or from the file
        assertThat(primary.observations().get(0).subject()).hasToString("/cart · de-DE");
        assertThat(primary.header().plan().checks().get(0).cases().get(0).subject())
                .hasToString("/cart · de-DE");
    }

    @Test
    void leavesPartialFilesWhenTheSuiteBreaks() {
        ParityRun run = run(request -> {
            answer(request, (role, subject) -> "Shop");
            throw new IllegalStateException("the suite broke");
        });
        assertThatThrownBy(run::record).hasMessage("the suite broke");
        for (String name : List.of("dallas", "arizona")) {
            Evidence evidence = EvidenceReader.read(folder.resolve("evidence/" + name + ".jsonl"));
            assertThat(evidence.isComplete()).isFalse();
            assertThat(evidence.observations()).isNotEmpty();
        }
    }

    @Test
    void takesDownWhichMachinesAnswered() {
        List<Evidence> evidences = run(request -> {
                    answer(request, (role, subject) -> "Shop");
                    request.recording()
                            .accept(Role.FAILOVER, observation(HOME, "web1", Map.of("machine", "m-17"), List.of()));
                    request.recording()
                            .accept(
                                    Role.FAILOVER,
                                    observation(
                                            HOME,
                                            "web2",
                                            Map.of("machine", "m-18"),
                                            List.of(new Fault("layers-disagree", "", "disagree"))));
                })
                .record();
        assertThat(evidences.get(0).closing().orElseThrow().machines()).isEmpty();
        assertThat(evidences.get(1).closing().orElseThrow().machines())
                .isEqualTo(new TreeMap<>(Map.of("web1", "m-17", "web2", "m-18")));
    }

    @Test
    void refusesWhatComesAfterTheEnd() {
        List<BiConsumer<Role, Observation>> late = new ArrayList<>();
        run(request -> {
                    answer(request, (role, subject) -> "Shop");
                    late.add(request.recording());
                })
                .record();
        assertThatThrownBy(() -> late.get(0).accept(Role.PRIMARY, observation(HOME, "web1", Map.of(), List.of())))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("came after the recording was finished");
        assertThat(EvidenceReader.read(folder.resolve("evidence/dallas.jsonl")).isComplete())
                .isTrue();
    }

    /** @param more checks that are asked about the home page beside the pages */
    private ParityRun run(java.util.function.Consumer<SuiteRequest> suite, Check... more) {
        Pair pair = PairReader.read(Path.of("environments/demo"), name -> Optional.of("/srv/demo"));
        Map<Role, List<String>> nodes =
                Map.of(Role.PRIMARY, List.of("web1", "web2"), Role.FAILOVER, List.of("web1", "web2"));
        List<PlannedCheck> checks = new ArrayList<>();
        checks.add(planned(PAGES, new PlannedCase(CART, nodes), new PlannedCase(HOME, nodes)));
        for (Check check : more) {
            checks.add(planned(check, new PlannedCase(HOME, nodes)));
        }
        Plan plan = new Plan(
                checks,
                List.of(Role.PRIMARY, Role.FAILOVER, Role.FAILOVER, Role.PRIMARY),
                false,
                Duration.ofSeconds(60));
        return new ParityRun(
                new FakeSuite(suite),
                pair,
                plan,
                List.of(),
                folder,
                folder.resolve("allure-results"),
                "run-7",
                "0.1.0-test",
                FingerprintKey.ofOneRun(),
                clock,
                Progress.SILENT);
    }

    private static PlannedCheck planned(Check check, PlannedCase... cases) {
        return new PlannedCheck(check, Coverage.REQUIRED, "", List.of(cases), 2, Duration.ofSeconds(1));
    }

    private void answer(SuiteRequest request, Shop shop) {
        for (PlannedCase planned : request.plan().checks().get(0).cases()) {
            if (request.asked().test(PAGES.id(), planned.subject())) {
                asked.add(request.pass() + " " + planned.subject());
                for (Role role : request.rounds()) {
                    for (String node : planned.nodesOf(role)) {
                        Map<String, String> values = Map.of("title", shop.title(role, planned.subject()));
                        request.recording().accept(role, observation(planned.subject(), node, values, List.of()));
                    }
                }
            }
        }
    }

    private Observation observation(Case subject, String node, Map<String, String> values, List<Fault> faults) {
        return observation(PAGES, subject, node, values, faults);
    }

    private Observation observation(
            Check check, Case subject, String node, Map<String, String> values, List<Fault> faults) {
        return new Observation(
                check.id(),
                check.version(),
                subject,
                node,
                1,
                Optional.empty(),
                0,
                Optional.empty(),
                clock.now,
                took,
                faults.isEmpty() ? Outcome.PASSED : Outcome.FAILED,
                "",
                faults,
                new TreeMap<>(values));
    }

    /** What a stack shows as a page's title. */
    private interface Shop {
        String title(Role role, Case subject);
    }

    private final class FakeSuite implements SuiteRunner {
        private final java.util.function.Consumer<SuiteRequest> suite;

        FakeSuite(java.util.function.Consumer<SuiteRequest> suite) {
            this.suite = suite;
        }

        @Override
        public List<Check> checks(List<Path> extensions) {
            return List.of(PAGES);
        }

        @Override
        public List<PlannedCheck> propose(Pair pair, List<Path> extensions) {
            return List.of();
        }

        @Override
        public void run(SuiteRequest request) {
            requests.add(request);
            suite.accept(request);
        }
    }

    /** Stands still unless it is told. */
    private static final class StepClock extends Clock {
        private Instant now = Instant.parse("2012-10-04T02:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
