package org.stackparity.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stackparity.fixture.Checks;
import org.stackparity.fixture.Stacks;
import org.stackparity.model.Case;
import org.stackparity.model.Check;
import org.stackparity.model.CheckId;
import org.stackparity.model.Comparison;
import org.stackparity.model.Coverage;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.Judgement;
import org.stackparity.model.KnownDifference;
import org.stackparity.model.NodeRef;
import org.stackparity.model.PlannedCase;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Question;
import org.stackparity.model.Role;
import org.stackparity.model.Severity;
import org.stackparity.model.Verdict;

/**
 * What the judge makes of findings, for each question.
 * Long, since the three questions are asked of the same dockets.
 */
class JudgeTest {
    private static final Check FLAGS = Checks.fixed("FUN-07");
    private static final Case HOME = Case.of("page", "/");
    private static final LocalDate TODAY = LocalDate.of(2012, 10, 4);

    @Nested
    class Questions {
        @ParameterizedTest
        @CsvSource({
            "BLOCKER, NO_GO, NO_GO, NO_GO",
            "CRITICAL, NO_GO, GO, NO_GO",
            "MAJOR, GO, GO, GO",
            "MINOR, GO, GO, GO",
            "INFORMATION, GO, GO, GO"
        })
        void weighADifferenceBySeverity(Severity severity, Verdict switchover, Verdict emergency, Verdict failback) {
            Judgement judgement = with(severity, "on", "off").judge();
            assertThat(judgement.ruling(Question.SWITCHOVER).verdict()).isEqualTo(switchover);
            assertThat(judgement.ruling(Question.EMERGENCY).verdict()).isEqualTo(emergency);
            assertThat(judgement.ruling(Question.FAILBACK).verdict()).isEqualTo(failback);
        }

        @Test
        void listCriticalCausesBesideAnEmergencyGo() {
            assertThat(with(Severity.CRITICAL, "on", "off")
                            .judge()
                            .ruling(Question.EMERGENCY)
                            .reasons())
                    .anyMatch(
                            reason -> reason.startsWith("does not forbid an emergency failover: failover web1, web2"));
        }

        @Test
        void letAnEmergencyPassAFaultOfThePrimary() {
            Judgement judgement = same().about(Checks.severity(FLAGS, Severity.BLOCKER), HOME)
                    .fault(2, "primary", "http-500", "", "answers 500")
                    .see(2, "failover", "flag", "on")
                    .judge();
            assertThat(judgement.ruling(Question.SWITCHOVER).verdict()).isEqualTo(Verdict.NO_GO);
            assertThat(judgement.ruling(Question.EMERGENCY).verdict()).isEqualTo(Verdict.GO);
        }

        @Test
        void letAnEmergencyPassAPrimaryThatWasNotSeenButNotAFailover() {
            Check blocker = Checks.severity(FLAGS, Severity.BLOCKER);
            assertThat(same().about(blocker, HOME)
                            .abort("primary", "is dead")
                            .see("failover", "flag", "on")
                            .judge()
                            .ruling(Question.EMERGENCY)
                            .verdict())
                    .isEqualTo(Verdict.GO);
            assertThat(same().about(blocker, HOME)
                            .see("primary", "flag", "on")
                            .abort("failover", "is dead")
                            .judge()
                            .ruling(Question.EMERGENCY)
                            .verdict())
                    .isEqualTo(Verdict.UNDECIDED);
        }

        @Test
        void leaveRatiosToADeadPrimaryOutOfAnEmergencyAndKeepTheCeiling() {
            Check times = Checks.severity(
                    Checks.rule(
                            Checks.varying("LAT-01"),
                            "service",
                            Comparison.PAIRED_RATIO,
                            Map.of("margin", "0.5", "floorMillis", "25", "ceilingMillis", "1500")),
                    Severity.BLOCKER);
            assertThat(timed(times, 100, 900)
                            .judge()
                            .ruling(Question.SWITCHOVER)
                            .verdict())
                    .isEqualTo(Verdict.NO_GO);
            assertThat(timed(times, 100, 900).judge().ruling(Question.EMERGENCY).verdict())
                    .isEqualTo(Verdict.GO);
            assertThat(timed(times, 100, 9_000)
                            .judge()
                            .ruling(Question.EMERGENCY)
                            .verdict())
                    .isEqualTo(Verdict.NO_GO);
        }

        @Test
        void reverseOneSidedComparisonsForAFailback() {
            Check atLeast = Checks.rule(FLAGS, "cpus", Comparison.AT_LEAST);
            Judgement more = same().about(atLeast, HOME)
                    .see("primary", "cpus", "4")
                    .see("failover", "cpus", "8")
                    .judge();
            assertThat(more.ruling(Question.SWITCHOVER).verdict()).isEqualTo(Verdict.GO);
            assertThat(more.ruling(Question.FAILBACK).verdict()).isEqualTo(Verdict.NO_GO);
            assertThat(more.ruling(Question.FAILBACK).reasons().get(0))
                    .contains("FUN-07 / cpus", "a failback would lose");
            Judgement less = same().about(atLeast, HOME)
                    .see("primary", "cpus", "8")
                    .see("failover", "cpus", "4")
                    .judge();
            assertThat(less.ruling(Question.SWITCHOVER).verdict()).isEqualTo(Verdict.NO_GO);
            assertThat(less.ruling(Question.FAILBACK).verdict()).isEqualTo(Verdict.GO);
        }

        @Test
        void reverseTimesForAFailback() {
            Check times =
                    Checks.rule(Checks.varying("LAT-01"), "service", Comparison.PAIRED_RATIO, Map.of("margin", "0.5"));
            Judgement slowFailover = timed(times, 100, 400).judge();
            assertThat(slowFailover.ruling(Question.SWITCHOVER).verdict()).isEqualTo(Verdict.NO_GO);
            assertThat(slowFailover.ruling(Question.FAILBACK).verdict()).isEqualTo(Verdict.GO);
            Judgement slowPrimary = timed(times, 400, 100).judge();
            assertThat(slowPrimary.ruling(Question.SWITCHOVER).verdict()).isEqualTo(Verdict.GO);
            assertThat(slowPrimary.ruling(Question.FAILBACK).verdict()).isEqualTo(Verdict.NO_GO);
        }
    }

    @Nested
    class KnownDifferences {
        @Test
        void acceptExactlyWhatTheyName() {
            assertThat(judged(known("flag", Optional.empty(), TODAY.plusDays(30))))
                    .isEqualTo(Verdict.GO);
            assertThat(judged(known("flags", Optional.empty(), TODAY.plusDays(30))))
                    .isEqualTo(Verdict.NO_GO);
            assertThat(judged(known("fla*", Optional.empty(), TODAY.plusDays(30))))
                    .isEqualTo(Verdict.NO_GO);
            assertThat(judged(known("", Optional.empty(), TODAY.plusDays(30)))).isEqualTo(Verdict.NO_GO);
        }

        @Test
        void acceptAValueAndNoOther() {
            assertThat(judged(known("flag", Optional.of("off"), TODAY.plusDays(30))))
                    .isEqualTo(Verdict.GO);
            assertThat(judged(known("flag", Optional.of("unset"), TODAY.plusDays(30))))
                    .isEqualTo(Verdict.NO_GO);
        }

        @Test
        void holdOnTheDayThatTheyNameAndNoLonger() {
            assertThat(judged(known("flag", Optional.empty(), TODAY))).isEqualTo(Verdict.GO);
            KnownDifference expired = known("flag", Optional.empty(), TODAY.minusDays(1));
            Judgement judgement =
                    with(Severity.CRITICAL, "on", "off").known(expired).judge();
            assertThat(judgement.ruling(Question.SWITCHOVER).verdict()).isEqualTo(Verdict.NO_GO);
            assertThat(judgement.notes()).anyMatch(note -> note.contains("expired on 2012-10-03; owner is ops"));
            Finding finding = judgement.findings().stream()
                    .filter(Finding::isOpen)
                    .findFirst()
                    .orElseThrow();
            assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(finding.reason()).contains("was accepted until 2012-10-03 by ops: is meant");
        }

        @Test
        void holdWhateverOtherEntryHasExpired() {
            KnownDifference holding = known("flag", Optional.empty(), TODAY.plusDays(1));
            KnownDifference expired = known("flag", Optional.empty(), TODAY.minusDays(1));
            assertThat(with(Severity.CRITICAL, "on", "off")
                            .known(holding)
                            .known(expired)
                            .judge()
                            .ruling(Question.SWITCHOVER)
                            .verdict())
                    .isEqualTo(Verdict.GO);
        }

        @Test
        void areNotedWhereTheyNameNothing() {
            Judgement judgement = same().known(known("flag", Optional.empty(), TODAY.plusDays(9)))
                    .judge();
            assertThat(judgement.notes())
                    .containsExactly(
                            "known-differences.yaml:3: the known difference FUN-07 / flag names nothing that was"
                                    + " found; take it out.");
            assertThat(judgement.ruling(Question.SWITCHOVER).verdict()).isEqualTo(Verdict.GO);
        }

        @Test
        void doNotAcceptWhatWasNotSeen() {
            Judgement judgement = same().about(FLAGS, HOME)
                    .see("primary", "flag", "on")
                    .abort("failover", "a captcha")
                    .known(known("", Optional.empty(), TODAY.plusDays(9)))
                    .judge();
            assertThat(judgement.ruling(Question.SWITCHOVER).verdict()).isEqualTo(Verdict.UNDECIDED);
        }

        @Test
        void doNotAcceptAFaultWithoutItsWordsOrANodeOfThePrimary() {
            KnownDifference any = known("flag", Optional.empty(), TODAY.plusDays(9));
            Finding fault = finding(FindingKind.UNHEALTHY, new NodeRef(Role.FAILOVER, "web1"));
            assertThat(any.names(fault)).isFalse();
            assertThat(known("flag", fault.failover(), TODAY.plusDays(9)).names(fault))
                    .isTrue();
            assertThat(any.names(finding(FindingKind.DIFFERENT, new NodeRef(Role.FAILOVER, "web1"))))
                    .isTrue();
            assertThat(any.names(finding(FindingKind.DIFFERENT, new NodeRef(Role.PRIMARY, "web2"))))
                    .isFalse();
        }

        private Finding finding(FindingKind kind, NodeRef node) {
            return new Finding(
                    FLAGS.id(),
                    HOME,
                    "flag",
                    kind,
                    Severity.BLOCKER,
                    Optional.of("on"),
                    Optional.of("broken"),
                    List.of(node),
                    "is broken",
                    new TreeMap<>(),
                    List.of());
        }

        @Test
        void acceptWhatAFailbackWouldLose() {
            Judgement judgement = same().about(Checks.rule(FLAGS, "flag", Comparison.AT_LEAST), HOME)
                    .see("primary", "flag", "4")
                    .see("failover", "flag", "8")
                    .known(known("flag", Optional.of("8"), TODAY.plusDays(9)))
                    .judge();
            assertThat(judgement.ruling(Question.FAILBACK).verdict()).isEqualTo(Verdict.GO);
            assertThat(judgement.notes()).isEmpty();
        }

        private Verdict judged(KnownDifference known) {
            return with(Severity.CRITICAL, "on", "off")
                    .known(known)
                    .judge()
                    .ruling(Question.SWITCHOVER)
                    .verdict();
        }

        private KnownDifference known(String path, Optional<String> value, LocalDate expires) {
            return new KnownDifference(
                    FLAGS.id(), HOME, path, value, "is meant", "ops", expires, "known-differences.yaml:3");
        }
    }

    @Test
    void countsPromises() {
        List<PlannedCase> two =
                List.of(new PlannedCase(HOME, Map.of()), new PlannedCase(Case.of("page", "/cart"), Map.of()));
        Judgement judgement = with(Severity.MINOR, "on", "off")
                .plan(new PlannedCheck(Checks.fixed("SUB-07"), Coverage.NOT_APPLICABLE, "drill", two, 1, Duration.ZERO))
                .plan(new PlannedCheck(
                        Checks.fixed("FUN-05"), Coverage.NOT_AUTHORISED, "writes", two, 1, Duration.ZERO))
                .plan(new PlannedCheck(Checks.fixed("TLS-01"), Coverage.NOT_COVERED, "no", List.of(), 1, Duration.ZERO))
                .judge();
        assertThat(judgement.promises()).isEqualTo(new Judgement.Promises(1, 7, 2, 3));
        assertThat(judgement.ruling(Question.SWITCHOVER).reasons()).containsExactly("1 of 7 promises are kept");
    }

    @Test
    void forbidsWhatNoCauseSpeaksOf() {
        // one-sided findings have no cause, and still forbid
        Finding finding = new Finding(
                new CheckId("LAT-07"),
                Case.WHOLE,
                "cpus",
                FindingKind.SAME,
                Severity.CRITICAL,
                Optional.of("4"),
                Optional.of("8"),
                List.of(new NodeRef(Role.FAILOVER, "web1")),
                "more",
                new TreeMap<>(Map.of("failback", "different")),
                List.of());
        Docket docket = same().docket();
        List<Finding> findings = new ArrayList<>(docket.findings());
        findings.add(finding);
        Judgement judgement = Judge.judge(new Docket(
                findings,
                docket.plan(),
                true,
                docket.primary(),
                docket.failover(),
                List.of(),
                docket.asOf(),
                docket.now(),
                docket.fresh()));
        assertThat(judgement.causes()).isEmpty();
        assertThat(judgement.ruling(Question.FAILBACK).verdict()).isEqualTo(Verdict.NO_GO);
    }

    /** Adding a difference never turns a NO-GO into a GO, and never improves any verdict. */
    @Test
    void neverImprovesByOneMoreDifference() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Docket docket = with(Severity.values()[random.nextInt(5)], "on", random.nextBoolean() ? "on" : "off")
                    .docket();
            List<Finding> more = new ArrayList<>(docket.findings());
            more.add(random(random));
            Docket worse = new Docket(
                    more,
                    docket.plan(),
                    true,
                    docket.primary(),
                    docket.failover(),
                    List.of(),
                    docket.asOf(),
                    docket.now(),
                    docket.fresh());
            Judgement before = Judge.judge(docket);
            Judgement after = Judge.judge(worse);
            for (Question question : Question.values()) {
                if (before.ruling(question).verdict() == Verdict.NO_GO) {
                    assertThat(after.ruling(question).verdict()).isEqualTo(Verdict.NO_GO);
                }
                if (before.ruling(question).verdict() == Verdict.UNDECIDED) {
                    assertThat(after.ruling(question).verdict()).isNotEqualTo(Verdict.GO);
                }
            }
            int open = (int) after.findings().stream().filter(Finding::isOpen).count();
            assertThat(after.causes().stream()
                            .mapToInt(cause -> cause.findings().size())
                            .sum())
                    .isEqualTo(open);
        }
    }

    private static final String[] IDS = {
        "LOC-08", "FUN-02", "SUB-01", "SUB-03", "SUB-06", "SUB-07", "SUB-08", "SUB-15", "LOC-02", "LOC-03", "LOC-04",
        "SES-04", "NET-10", "LAT-01", "LAT-02", "NET-02", "FUN-01", "FUN-04"
    };
    private static final String[] PATHS = {
        "",
        "offset",
        "offset-june",
        "layers",
        "next[2012-10 #1]",
        "next[2012-10 #2]",
        "instants[2012-10].count",
        "catalog",
        "text[main]",
        "text.fallback[main]",
        "address",
        "rtt",
        "rate",
        "build",
        "untranslated.count",
        "socket[10.1.0.25:6379]"
    };
    private static final String[] FAULTS = {
        "", "layers-disagree", "missing-catalog", "stale-catalog", "fallback-language", "foreign-address",
                "over-budget",
        "error-rate", "http-500", "not-charged", "late-charge", "late-job", "socket-into-other-site", "missing-phrase"
    };
    private static final String[] FACTS = {
        "28800000", "52.1", "-08:00", "en-US", "10.1.0.25:6379", "neither", "", "NaN", "no number"
    };
    private static final String[] VALUES = {
        "+00:00", "-08:00", "-07:00", "2012-10-04T02:00:00Z", "2012-10-04T10:00:00Z", "41", "build-41", "Hello"
    };

    /** Any finding that a rule might stumble over. */
    private static Finding random(Random random) {
        FindingKind[] kinds = {
            FindingKind.DIFFERENT,
            FindingKind.UNHEALTHY,
            FindingKind.MISSING_ON_FAILOVER,
            FindingKind.MISSING_ON_PRIMARY
        };
        Map<String, String> facts = new TreeMap<>();
        String fault = pick(random, FAULTS);
        if (!fault.isEmpty()) {
            facts.put("fault", fault);
            facts.put("errors", Integer.toString(random.nextInt(9)));
            facts.put("samples", Integer.toString(random.nextInt(900)));
        }
        for (String fact : List.of("lateMillis", "roundTripMillis", "offset", "locale", "address", "site")) {
            if (random.nextInt(3) == 0) {
                facts.put(fact, pick(random, FACTS));
            }
        }
        if (random.nextInt(4) == 0) {
            facts.put("ratio", "3.10");
            facts.put("excessMillis", random.nextBoolean() ? "60.00" : "Infinity");
        }
        Case subject = random.nextBoolean()
                ? Case.of("locale", "de-DE").with("host-role", "web")
                : Case.of("dependency", "session store").with("kind", "sessions");
        return new Finding(
                new CheckId(pick(random, IDS)),
                random.nextInt(5) == 0 ? Case.of("job", "charge").with("host-role", "jobs") : subject,
                pick(random, PATHS),
                kinds[random.nextInt(kinds.length)],
                Severity.values()[random.nextInt(5)],
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of(pick(random, VALUES)),
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of(pick(random, VALUES)),
                List.of(new NodeRef(Role.values()[random.nextInt(2)], "web" + (1 + random.nextInt(2)))),
                "The address of [session store] is [10.1.0.25:6379], a round trip takes 52.1 ms",
                new TreeMap<>(facts),
                List.of());
    }

    /** Whatever is found, every open finding is explained once, and the judge never breaks. */
    @Test
    void explainsEveryOpenFindingOnce() {
        Docket docket = same().docket();
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            List<Finding> findings = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                findings.add(random(random));
            }
            Judgement judgement = Judge.judge(new Docket(
                    findings,
                    docket.plan(),
                    true,
                    docket.primary(),
                    docket.failover(),
                    List.of(),
                    docket.asOf(),
                    docket.now(),
                    docket.fresh()));
            List<Finding> explained = new ArrayList<>();
            judgement.causes().forEach(cause -> {
                assertThat(cause.findings()).isNotEmpty();
                explained.addAll(cause.findings());
            });
            assertThat(explained).hasSameSizeAs(findings).containsExactlyInAnyOrderElementsOf(findings);
        }
    }

    private static String pick(Random random, String... words) {
        return words[random.nextInt(words.length)];
    }

    private static Stacks same() {
        return new Stacks().about(Checks.fixed("HDR-01")).see("all", "hsts", "max-age=60");
    }

    private static Stacks with(Severity severity, String primary, String failover) {
        return same().about(Checks.severity(FLAGS, severity), HOME)
                .see("primary", "flag", primary)
                .see("failover", "flag", failover);
    }

    private static Stacks timed(Check check, double primary, double failover) {
        Stacks stacks = same().about(check, Case.of("endpoint", "/cart"));
        for (String node : List.of("web1", "web2")) {
            stacks.pairs(node, "service", spread(primary), spread(failover));
        }
        return stacks;
    }

    private static double[] spread(double middle) {
        double[] samples = new double[80];
        for (int i = 0; i < samples.length; i++) {
            // in no order, since what grows steadily is not independent
            samples[i * 37 % samples.length] = middle * (0.9 + 0.2 * i / samples.length);
        }
        return samples;
    }
}
