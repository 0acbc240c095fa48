package org.stackparity.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.environment.ConfigurationException;
import org.stackparity.environment.PairReader;
import org.stackparity.fixture.Checks;
import org.stackparity.fixture.Headers;
import org.stackparity.fixture.Stacks;
import org.stackparity.model.Case;
import org.stackparity.model.Check;
import org.stackparity.model.Comparison;
import org.stackparity.model.Coverage;
import org.stackparity.model.EvidenceHeader;
import org.stackparity.model.KnownDifference;
import org.stackparity.model.Plan;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Question;
import org.stackparity.model.Role;
import org.stackparity.model.Ruling;
import org.stackparity.model.Severity;
import org.stackparity.model.Verdict;

/**
 * The contract of honesty (design, section 8): unknown is never equal. One test a sentence, from evidence to verdict.
 * Long, since the contract has so many sentences.
 */
class HonestyTest {
    private static final Check FLAGS = Checks.severity(Checks.fixed("FUN-07"), Severity.BLOCKER);
    private static final Check PAGES = Checks.severity(Checks.fixed("LOC-03"), Severity.BLOCKER);
    private static final Case HOME = Case.of("page", "/");
    private static final Case CART = Case.of("page", "/cart");

    @TempDir
    Path folder;

    @Test
    void saysGoWhenEverythingWasSeenAndIsTheSame() {
        for (Question question : Question.values()) {
            Ruling ruling = healthy().judge().ruling(question);
            assertThat(ruling.verdict()).isEqualTo(Verdict.GO);
            assertThat(ruling.reasons()).containsExactly("2 of 2 promises are kept");
        }
    }

    @Test
    void needsBothEnvironments() throws IOException {
        Files.writeString(folder.resolve("primary.yaml"), "environment: dallas\nrole: primary\n");
        assertThatThrownBy(() -> PairReader.read(folder, name -> Optional.empty()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("failover.yaml");
    }

    @Test
    void needsAnObservationInEitherEnvironment() {
        Stacks stacks = new Stacks().about(FLAGS).see("primary", "flag", "on");
        undecided(stacks, "not-observed: failover web1 gave no answer at all");
        undecided(new Stacks().about(FLAGS).see("failover", "flag", "on"), "not-observed: primary web1 gave no answer");
    }

    @Test
    void needsACheck() {
        undecided(new Stacks(), "no check was asked");
        undecided(
                new Stacks().plan(new PlannedCheck(FLAGS, Coverage.NOT_COVERED, "no", List.of(), 1, Duration.ZERO)),
                "no check was asked");
    }

    @Test
    void needsACase() {
        PlannedCheck empty = new PlannedCheck(FLAGS, Coverage.REQUIRED, "", List.of(), 1, Duration.ZERO);
        undecided(new Stacks().plan(empty), "no check had a case to ask about");
        Stacks besideOthers = healthy();
        besideOthers.plan(new PlannedCheck(
                Checks.severity(Checks.fixed("HDR-01"), Severity.BLOCKER),
                Coverage.REQUIRED,
                "",
                List.of(),
                1,
                Duration.ZERO));
        undecided(besideOthers, "the check is required and has no case to ask about");
    }

    @Test
    void needsEveryRequiredCheck() {
        undecided(
                healthy().about(Checks.severity(Checks.fixed("SES-03"), Severity.BLOCKER)),
                "SES-03 everything not-observed: failover web1 gave no answer at all");
    }

    @Test
    void needsEveryRequiredCase() {
        undecided(healthy().about(PAGES, CART), "LOC-03 /cart not-observed: failover web1 gave no answer at all");
    }

    @Test
    void needsEveryRequiredNode() {
        undecided(
                healthy().about(PAGES, CART).see("primary", "lang", "de").see("failover web1", "lang", "de"),
                "LOC-03 /cart not-observed: failover web2 gave no answer at all");
    }

    @Test
    void doesNotTakeACheckAbortedOnBothSidesForTheSame() {
        undecided(
                healthy().about(PAGES, CART).abort("all", "a challenge page in its place"),
                "LOC-03 /cart and 3 more not-observed: a challenge page in its place");
    }

    @Test
    void doesNotTakeAnUnreachableHostForTheSame() {
        undecided(
                healthy()
                        .about(Checks.severity(Checks.fixed("SUB-01"), Severity.BLOCKER))
                        .see("primary", "offset", "+00:00")
                        .abort("failover", "ssh to jobs1 gave no answer within 15 s"),
                "ssh to jobs1 gave no answer within 15 s");
    }

    @Test
    void doesNotTakeABrokenCheckForTheSame() {
        undecided(healthy().about(PAGES, CART).error("all", "NullPointerException"), "NullPointerException");
    }

    @Test
    void doesNotRestOnPartialEvidence() {
        undecided(healthy().unfinished(Role.FAILOVER), "the evidence of arizona is partial");
        Stacks primary = healthy().unfinished(Role.PRIMARY);
        assertThat(primary.judge().ruling(Question.SWITCHOVER).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(primary.judge().ruling(Question.FAILBACK).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(primary.judge().ruling(Question.EMERGENCY).verdict()).isEqualTo(Verdict.GO);
    }

    @Test
    void doesNotRestOnStaleEvidence() {
        undecided(
                healthy().now(Stacks.END.plus(Docket.FRESH).plusSeconds(1)), "is stale: 26 hours old, 26 are allowed");
        go(healthy().now(Stacks.END.plus(Docket.FRESH)));
    }

    @Test
    void doesNotRestOnEvidenceOfTheFuture() {
        undecided(healthy().now(Stacks.END.minus(Duration.ofHours(1))), "is of the future");
    }

    @Test
    void doesNotRestOnEvidenceOfAnotherRun() {
        Stacks two = healthy()
                .header(Role.PRIMARY, header -> Headers.of(header, "run-20121001", header.addresses(), "c0ffee"));
        assertThat(two.judge().ruling(Question.SWITCHOVER).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(two.judge().ruling(Question.SWITCHOVER).reasons())
                .anyMatch(reason -> reason.contains("of two runs, [run-20121001] and [run-20121004]"));
        assertThat(two.judge().ruling(Question.FAILBACK).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(two.judge().ruling(Question.EMERGENCY).verdict()).isEqualTo(Verdict.GO);
    }

    @Test
    void doesNotCompareAnotherVersionOfACheck() {
        undecided(
                healthy().plan(Role.PRIMARY, replacing(Checks.version(PAGES, 3))),
                "LOC-03 / not-observed: the evidences are of versions [3] and [1] of the check");
    }

    @Test
    void doesNotCompareUnderAnotherEntryOfTheContract() {
        undecided(
                healthy().plan(Role.PRIMARY, replacing(Checks.rule(PAGES, "lang", Comparison.SHOWN))),
                "LOC-03 / not-observed: the contract sets other limits for this check in the two evidences");
        undecided(
                healthy()
                        .header(
                                Role.PRIMARY,
                                header -> Headers.of(header, header.runId(), header.addresses(), "decade")),
                "the evidences were recorded under two contracts");
    }

    @Test
    void doesNotTakeZeroSamplesForTheSame() {
        Check rates = Checks.severity(
                Checks.rule(Checks.varying("NET-02"), "rate.*", Comparison.ERROR_RATE), Severity.BLOCKER);
        undecided(healthy().about(rates).see("all"), "NET-02 everything not-proven: there are no samples");
        undecided(healthy().about(rates).see("all", "rate.requests", "0", "rate.errors", "0"), "more clean answers");
        Check times = Checks.severity(
                Checks.rule(Checks.varying("LAT-01"), "service", Comparison.PAIRED_RATIO), Severity.CRITICAL);
        Stacks withoutTimes = healthy().about(times, CART).see("all");
        assertThat(withoutTimes.judge().ruling(Question.SWITCHOVER).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void doesNotCompareAMachineWithItself() {
        undecided(
                healthy()
                        .header(
                                Role.FAILOVER,
                                header -> Headers.of(
                                        header, header.runId(), List.of("10.1.0.12:443", "10.2.0.11:443"), "c0ffee")),
                "both environments were asked at the same address [10.1.0.12:443]");
        undecided(
                healthy().machine(Role.PRIMARY, "web1", "m-17").machine(Role.FAILOVER, "web2", "m-17"),
                "primary web1 and failover web2 are one machine");
    }

    @Test
    void doesNotCompareAMachineWithItselfOverTimeUnderTwoNames() {
        undecided(
                healthy()
                        .overTime()
                        .header(
                                Role.FAILOVER,
                                header -> Headers.of(header, "run-20121005", List.of("10.1.0.12:443"), "c0ffee")),
                "both environments were asked at the same address");
    }

    @Test
    void doesNotCompareARecordingWithACopyOfItself() {
        undecided(
                healthy().overTime().header(Role.FAILOVER, header -> Headers.named(header, "dallas")),
                "both evidences are one recording of dallas, [run-20121004]");
    }

    @Test
    void doesNotTakeTheFailoverForThePrimary() {
        Stacks swapped = healthy()
                .overTime()
                .header(Role.PRIMARY, header -> Headers.inRole(header, Role.FAILOVER))
                .header(Role.FAILOVER, header -> Headers.inRole(header, Role.PRIMARY));
        undecided(swapped, "dallas was recorded as failover and stands for the primary");
    }

    @Test
    void comparesAStackWithItselfOverTime() {
        go(healthy()
                .overTime()
                .header(
                        Role.FAILOVER,
                        header -> Headers.named(
                                Headers.of(header, "run-20121005", header.addresses(), "c0ffee"), "dallas")));
    }

    @Test
    void needsTwoStacksOfOneRunForASwitchoverAlsoWhenFilesAreCompared() {
        Stacks nights = healthy()
                .overTime()
                .header(Role.PRIMARY, header -> Headers.of(header, "run-20121003", header.addresses(), "c0ffee"));
        assertThat(nights.judge().ruling(Question.SWITCHOVER).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(nights.judge().ruling(Question.FAILBACK).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(nights.judge().ruling(Question.EMERGENCY).verdict()).isEqualTo(Verdict.GO);
    }

    @Test
    void comparesAMachineWithItselfWhereThatIsMeant() {
        UnaryOperator<EvidenceHeader> colocated = header -> new EvidenceHeader(
                header.formatVersion(),
                header.runId(),
                header.pair(),
                header.environment(),
                header.role(),
                header.suiteVersion(),
                header.contractDigest(),
                header.fingerprintKey(),
                header.addresses(),
                true,
                header.start(),
                header.plan());
        Stacks one = healthy().machine(Role.PRIMARY, "web1", "m-17").machine(Role.FAILOVER, "web2", "m-17");
        undecided(one.header(Role.PRIMARY, colocated), "are one machine");
        go(one.header(Role.FAILOVER, colocated));
    }

    @Test
    void needsARequiredCheckThatIsTheSame() {
        Check shown = Checks.rule(Checks.fixed("FUN-07"), "*", Comparison.SHOWN);
        Stacks minor = new Stacks()
                .about(Checks.severity(FLAGS, Severity.MINOR))
                .see("primary", "flag", "on")
                .see("failover", "flag", "off");
        undecided(minor, "nothing at all was found to be the same");
        go(new Stacks().about(shown).see("all", "zone", "UTC"));
    }

    @Test
    void doesNotSayGoWhenAllDifferencesAreAccepted() {
        Stacks stacks = new Stacks()
                .about(FLAGS)
                .see("primary", "flag", "on")
                .see("failover", "flag", "off")
                .known(new KnownDifference(
                        FLAGS.id(),
                        Case.WHOLE,
                        "flag",
                        Optional.empty(),
                        "is meant",
                        "ops",
                        LocalDate.of(2012, 12, 31),
                        "known-differences.yaml:3"));
        undecided(stacks, "nothing at all was found to be the same");
    }

    @Test
    void doesNotCountAnAcceptedDifferenceAsAPromiseThatIsKept() {
        Stacks stacks = healthy()
                .about(FLAGS, CART)
                .see("primary", "flag", "on")
                .see("failover", "flag", "off")
                .known(new KnownDifference(
                        FLAGS.id(),
                        CART,
                        "flag",
                        Optional.empty(),
                        "is meant",
                        "ops",
                        LocalDate.of(2012, 12, 31),
                        "known-differences.yaml:3"));
        Ruling ruling = stacks.judge().ruling(Question.SWITCHOVER);
        assertThat(ruling.verdict()).isEqualTo(Verdict.GO);
        assertThat(ruling.reasons()).containsExactly("2 of 3 promises are kept", "1 difference is accepted");
    }

    @Test
    void doesNotTakeTwoStacksThatFailAlikeForTheSame() {
        Ruling ruling = healthy()
                .about(PAGES, CART)
                .fault(2, "all", "http-500", "", "/cart answers 500")
                .judge()
                .ruling(Question.SWITCHOVER);
        assertThat(ruling.verdict()).isEqualTo(Verdict.NO_GO);
        assertThat(ruling.reasons().get(0)).contains("primary web1, web2 and failover web1, web2", "/cart answers 500");
    }

    @Test
    void saysPartialOfAFilteredRun() {
        undecided(
                healthy().plan(Role.FAILOVER, plan -> new Plan(plan.checks(), plan.rounds(), true, plan.budget())),
                "PARTIAL: a filter left checks out");
    }

    @Test
    void needsAFindingOfEveryRequiredCase() {
        Docket docket = healthy().docket();
        Docket lost = new Docket(
                docket.findings().subList(0, 1),
                docket.plan(),
                true,
                docket.primary(),
                docket.failover(),
                List.of(),
                docket.asOf(),
                docket.now(),
                docket.fresh());
        Ruling ruling = Judge.judge(lost).ruling(Question.SWITCHOVER);
        assertThat(ruling.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(ruling.reasons()).containsExactly("LOC-03 / is required, and there is no finding about it");
    }

    @Test
    void doesNotTakeOneFailureOfTwoForTheSame() {
        Check varying = Checks.severity(Checks.varying("FUN-04"), Severity.BLOCKER);
        undecided(
                healthy()
                        .about(varying, HOME)
                        .see(2, "primary", "title", "Shop")
                        .see("failover", "title", "Shop")
                        .fault("failover", "http-502", "", "answers 502"),
                "not-proven: In 2 of 4 answers: answers 502");
    }

    @Test
    void keepsAnEmergencyOpenWhereABlockerCannotBeCompared() {
        Ruling ruling = healthy()
                .plan(Role.PRIMARY, replacing(Checks.version(PAGES, 3)))
                .judge()
                .ruling(Question.EMERGENCY);
        assertThat(ruling.verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    private static Stacks healthy() {
        return new Stacks()
                .about(FLAGS)
                .see("all", "flag", "on")
                .about(PAGES, HOME)
                .see("all", "lang", "de");
    }

    private static void go(Stacks stacks) {
        assertThat(stacks.judge().ruling(Question.SWITCHOVER).reasons())
                .allMatch(reason -> reason.contains("promises"));
        assertThat(stacks.judge().ruling(Question.SWITCHOVER).verdict()).isEqualTo(Verdict.GO);
    }

    /** No question gets a GO, and the reason is said. */
    private static void undecided(Stacks stacks, String reason) {
        for (Question question : Question.values()) {
            Ruling ruling = stacks.judge().ruling(question);
            assertThat(ruling.verdict()).as(question.word()).isNotEqualTo(Verdict.NO_GO);
            if (question != Question.EMERGENCY || !reason.contains("primary web1 gave no answer")) {
                assertThat(ruling.verdict()).as(question.word()).isEqualTo(Verdict.UNDECIDED);
            }
        }
        Ruling ruling = stacks.judge().ruling(Question.SWITCHOVER);
        assertThat(ruling.reasons()).anyMatch(text -> text.contains(reason));
    }

    private static UnaryOperator<Plan> replacing(Check check) {
        return plan -> new Plan(
                plan.checks().stream()
                        .map(line -> line.check().id().equals(check.id())
                                ? new PlannedCheck(
                                        check,
                                        line.coverage(),
                                        line.reason(),
                                        line.cases(),
                                        line.samples(),
                                        line.estimate())
                                : line)
                        .toList(),
                plan.rounds(),
                plan.partial(),
                plan.budget());
    }

    @Test
    void namesItsInputsOnly() {
        // the same docket gives the same judgement, whatever the clock of this machine says
        assertThat(healthy().judge()).isEqualTo(healthy().judge());
    }
}
