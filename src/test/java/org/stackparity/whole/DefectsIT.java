package org.stackparity.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stackparity.compare.Comparer;
import org.stackparity.environment.Pair;
import org.stackparity.environment.PairReader;
import org.stackparity.judge.Docket;
import org.stackparity.judge.Judge;
import org.stackparity.model.Cause;
import org.stackparity.model.Evidence;
import org.stackparity.model.Finding;
import org.stackparity.model.Judgement;
import org.stackparity.model.Plan;
import org.stackparity.model.Question;
import org.stackparity.model.Safety;
import org.stackparity.model.Verdict;
import org.stackparity.plan.Planner;
import org.stackparity.plan.Selection;
import org.stackparity.run.FingerprintKey;
import org.stackparity.run.ParityRun;
import org.stackparity.run.Progress;
import org.stackparity.store.Defect;
import org.stackparity.store.Defects;
import org.stackparity.store.ReferencePair;
import org.stackparity.suite.junit.JUnitSuiteRunner;

/** Each seedable defect against the checks that it must turn red, with the verdict and the cause that must follow. */
class DefectsIT {
    @TempDir
    static Path scratch;

    private static ReferencePair stores;

    @BeforeAll
    static void startHealthy() throws IOException {
        stores = ReferencePair.start(scratch.resolve("stores"), Set.of());
    }

    @AfterAll
    static void stop() {
        stores.close();
    }

    static List<Defect> defects() {
        String only = System.getProperty("defect", "");
        return only.isEmpty()
                ? Defects.all()
                : Stream.of(only.split(","))
                        .flatMap(name -> Defects.find(name).stream())
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("defects")
    void turnsItsChecksRedAndNamesItsCause(Defect defect) throws IOException {
        stores.restartFailover(Set.of(defect));

        Judgement judgement = judge(new TreeSet<>(defect.checks()), scratch.resolve(defect.name()));

        List<Finding> open =
                judgement.findings().stream().filter(Finding::isOpen).toList();
        String seen = judgement.causes().stream()
                .map(cause -> cause.fact() + " " + cause.findings().size())
                .collect(Collectors.joining(System.lineSeparator()));
        assertThat(open.stream().map(finding -> finding.check().value()).collect(Collectors.toSet()))
                .as(seen)
                .containsExactlyInAnyOrderElementsOf(defect.checks());
        boolean blocking = open.stream().anyMatch(finding -> finding.severity().isBlocking());
        assertThat(judgement.ruling(Question.SWITCHOVER).verdict())
                .as("%s%n%s", judgement.ruling(Question.SWITCHOVER).reasons(), seen)
                .isEqualTo(blocking ? Verdict.NO_GO : Verdict.GO);
        assertThat(judgement.causes().stream().map(Cause::fact))
                .as(seen)
                .anySatisfy(fact -> assertThat(fact).contains(defect.fact()));
    }

    /** A cause explains what it predicts: another fault on the same host is a cause of its own, with its own words. */
    @ParameterizedTest
    @CsvSource({
        "missing-catalog-de, broken-checkout-web2",
        "wrong-zone, late-jobs",
        "foreign-sessions-web2, other-secret-web2",
        "flaky-web1, no-orders-taken-web1",
        "old-build-web2, no-csp-web2",
    })
    @DisabledIfSystemProperty(named = "defect", matches = ".+")
    void namesAnIndependentFaultInTheShadowOfACause(String cause, String shadow) throws IOException {
        Set<Defect> both = new LinkedHashSet<>(Defects.find(cause));
        both.addAll(Defects.find(shadow));
        stores.restartFailover(both);
        Set<String> checks = new TreeSet<>();
        both.forEach(defect -> checks.addAll(defect.checks()));

        Judgement judgement = judge(checks, scratch.resolve(cause + "-" + shadow));

        List<String> facts = judgement.causes().stream().map(Cause::fact).toList();
        List<String> left = new ArrayList<>(facts);
        for (Defect defect : both) {
            String named = left.stream()
                    .filter(fact -> defect.fact().stream().allMatch(fact::contains))
                    .findFirst()
                    .orElse("");
            assertThat(named).as("the cause of %s in %s", defect, facts).isNotEmpty();
            left.remove(named);
        }
    }

    private static Judgement judge(Set<String> checks, Path folder) {
        Pair pair = PairReader.read(
                Path.of("environments/demo"),
                name -> name.equals("PARITY_DEMO")
                        ? Optional.of(scratch.resolve("stores").toString())
                        : Optional.empty());
        JUnitSuiteRunner suite = new JUnitSuiteRunner();
        Plan filtered = Planner.plan(
                suite.propose(pair, List.of()),
                new Selection(Set.of(), checks, Safety.S2),
                pair.contract().budget());
        // as if there were no other checks: a filtered run has no verdict
        Plan plan = new Plan(filtered.checks(), filtered.rounds(), false, filtered.budget());
        Clock clock = Clock.systemUTC();
        List<Evidence> evidences = new ParityRun(
                        suite,
                        pair,
                        plan,
                        List.of(),
                        folder,
                        folder.resolve("allure-results"),
                        "defects",
                        "test",
                        FingerprintKey.ofOneRun(),
                        clock,
                        Progress.SILENT)
                .record();
        return Judge.judge(new Docket(
                Comparer.compare(evidences.get(0), evidences.get(1)).findings(),
                plan,
                true,
                side(evidences.get(0)),
                side(evidences.get(1)),
                pair.knownDifferences(),
                LocalDate.now(ZoneOffset.UTC),
                clock.instant(),
                Docket.FRESH));
    }

    private static Docket.Side side(Evidence evidence) {
        return new Docket.Side(
                evidence.header(),
                evidence.isComplete(),
                evidence.closing().orElseThrow().end(),
                new TreeMap<>(evidence.closing().orElseThrow().machines()));
    }
}
