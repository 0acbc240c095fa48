package org.stackparity.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stackparity.environment.Units;
import org.stackparity.fixture.Checks;
import org.stackparity.model.Case;
import org.stackparity.model.Comparison;
import org.stackparity.model.Coverage;
import org.stackparity.model.Effort;
import org.stackparity.model.Family;
import org.stackparity.model.Plan;
import org.stackparity.model.PlannedCase;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Role;
import org.stackparity.model.Safety;

class PlannerTest {
    private static final Duration BUDGET = Duration.ofMinutes(5);
    private static final PlannedCheck LANGUAGE = proposal("LOC-03", Family.LOCALE, Safety.S1, 40);
    private static final PlannedCheck CATALOG = proposal("LOC-02", Family.LOCALE, Safety.S0, 2);
    private static final PlannedCheck ORDER = proposal("FUN-05", Family.FUNCTIONAL, Safety.S2, 9);
    private static final PlannedCheck SWITCH = proposal("PLN-09", Family.PLAN, Safety.S3, 5);

    @Test
    void asksEverythingInOrderOfIds() {
        Plan plan = Planner.plan(List.of(LANGUAGE, CATALOG, ORDER), Selection.ALL, BUDGET);
        assertThat(ids(plan)).containsExactly("FUN-05", "LOC-02", "LOC-03");
        assertThat(plan.partial()).isFalse();
        assertThat(plan.rounds()).containsExactly(Role.PRIMARY, Role.FAILOVER, Role.FAILOVER, Role.PRIMARY);
        assertThat(plan.estimate()).isEqualTo(Duration.ofSeconds(51));
        assertThat(plan.budget()).isEqualTo(BUDGET);
    }

    @Test
    void leavesOutWhatAFilterDoesNotName() {
        Plan family = Planner.plan(List.of(LANGUAGE, CATALOG, ORDER), of(Set.of(Family.LOCALE), Set.of()), BUDGET);
        assertThat(family.partial()).isTrue();
        assertThat(ids(family)).containsExactly("LOC-02", "LOC-03");
        assertThat(family.find(ORDER.check().id()).orElseThrow())
                .extracting(PlannedCheck::coverage, PlannedCheck::reason, PlannedCheck::cases)
                .containsExactly(Coverage.NOT_COVERED, "left out by a filter of the command", ORDER.cases());
        Plan check = Planner.plan(List.of(LANGUAGE, CATALOG), of(Set.of(), Set.of("LOC-02")), BUDGET);
        assertThat(ids(check)).containsExactly("LOC-02");
        Plan safe =
                Planner.plan(List.of(LANGUAGE, CATALOG, ORDER), new Selection(Set.of(), Set.of(), Safety.S0), BUDGET);
        assertThat(ids(safe)).containsExactly("LOC-02");
        assertThat(safe.partial()).isTrue();
    }

    @Test
    void refusesAFamilyWithoutChecks() {
        assertThat(faults(List.of(LANGUAGE, ORDER), of(Set.of(Family.TLS, Family.LOCALE), Set.of()), BUDGET))
                .containsExactly("No check is of the family [tls]; the families are [functional, locale].");
    }

    @Test
    void doesNotAuthoriseWhatChangesAState() {
        Plan plan = Planner.plan(List.of(CATALOG, SWITCH), Selection.ALL, BUDGET);
        assertThat(plan.partial()).isFalse();
        assertThat(plan.find(SWITCH.check().id()).orElseThrow().coverage()).isEqualTo(Coverage.NOT_AUTHORISED);
        Plan lab = Planner.plan(List.of(CATALOG, SWITCH), new Selection(Set.of(), Set.of(), Safety.S3), BUDGET);
        assertThat(ids(lab)).containsExactly("LOC-02", "PLN-09");
    }

    @Test
    void keepsTheReasonOfWhatTakesNoPart() {
        PlannedCheck without = new PlannedCheck(
                Checks.fixed("TLS-01"),
                Coverage.NOT_COVERED,
                "the contract does not declare tls",
                List.of(),
                1,
                Duration.ZERO);
        Plan plan = Planner.plan(List.of(CATALOG, without), of(Set.of(Family.LOCALE), Set.of()), BUDGET);
        assertThat(plan.find(without.check().id())).hasValue(without);
    }

    @Test
    void refusesWhatDoesNotFitTheBudgetAndSaysWhatIsLong() {
        assertThat(faults(List.of(LANGUAGE, CATALOG, ORDER), Selection.ALL, Duration.ofSeconds(50)))
                .containsExactly("The plan takes about [51 s] and the budget is [50 s]; the longest are LOC-03 40 s,"
                        + " FUN-05 9 s, LOC-02 2 s. Raise budget in contract.yaml or web.limits of the"
                        + " environments, or ask less.");
        assertThat(ids(Planner.plan(List.of(LANGUAGE, CATALOG, ORDER), Selection.ALL, Duration.ofSeconds(51))))
                .hasSize(3);
        assertThat(ids(Planner.plan(List.of(LANGUAGE, CATALOG), of(Set.of(), Set.of("LOC-02")), Duration.ofSeconds(2))))
                .containsExactly("LOC-02");
    }

    @Test
    void whatWaitsBesideTheOthersCountsOnlyWhereItIsLonger() {
        PlannedCheck canary = costs("SUB-07", 34, 1, 17, false);
        assertThat(Planner.plan(List.of(LANGUAGE, canary), Selection.ALL, BUDGET)
                        .estimate())
                .isEqualTo(Duration.ofSeconds(41));
        assertThat(Planner.plan(List.of(CATALOG, canary), Selection.ALL, BUDGET).estimate())
                .isEqualTo(Duration.ofSeconds(17));
        assertThat(faults(List.of(CATALOG, canary), Selection.ALL, Duration.ofSeconds(16)))
                .singleElement()
                .asString()
                .contains("[17 s]", "SUB-07 17 s");
    }

    @Test
    void whatCountsTheRequestsOfOthersIsAskedForTheRestOnly() {
        PlannedCheck smoke = costs("FUN-02", 334, 167, 0, false);
        PlannedCheck errors = costs("NET-02", 500, 250, 12, true);
        Plan both = Planner.plan(List.of(smoke, errors), Selection.ALL, BUDGET);
        assertThat(both.estimate()).isEqualTo(Duration.ofSeconds(250));
        assertThat(both.requestsTo(Role.PRIMARY)).isEqualTo(500);
        Plan more = Planner.plan(List.of(smoke, errors, costs("LOC-03", 200, 100, 0, false)), Selection.ALL, BUDGET);
        assertThat(more.estimate()).isEqualTo(Duration.ofSeconds(267));
        assertThat(more.requestsTo(Role.FAILOVER)).isEqualTo(534);
    }

    /** More samples are taken while there is time, and half of it is for those that have to be asked for again. */
    @Test
    void timingHasHalfOfWhatTheOthersLeave() {
        PlannedCheck timed = timed(100);
        Plan roomy = Planner.plan(List.of(LANGUAGE, timed), Selection.ALL, Duration.ofSeconds(240));
        assertThat(roomy.estimate()).isEqualTo(Duration.ofSeconds(140));
        assertThat(roomy.timing()).isEqualTo(Duration.ofSeconds(100));
        Plan tight = Planner.plan(List.of(LANGUAGE, timed), within("60s"), Duration.ofSeconds(240));
        assertThat(tight.budget()).isEqualTo(Duration.ofSeconds(60));
        assertThat(tight.timing()).isEqualTo(Duration.ofSeconds(10));
        assertThat(tight.estimate()).isEqualTo(Duration.ofSeconds(50));
    }

    @Test
    void refusesABudgetThatTheQuickChecksDoNotFit() {
        assertThat(faults(List.of(LANGUAGE, CATALOG, timed(100)), within("30s"), BUDGET))
                .singleElement()
                .asString()
                .startsWith("The plan takes about [42 s] and the budget is [30 s]")
                .contains("Raise --budget or web.limits");
    }

    @Test
    void refusesTwoChecksOfOneIdAndUnknownOnesAllAtOnce() {
        assertThat(faults(List.of(CATALOG, CATALOG), of(Set.of(), Set.of("LOC-20", "loc-02")), BUDGET))
                .containsExactly(
                        "Two checks have the id [LOC-02]; give one of them its own.",
                        "There is no check [LOC-20]; the ids are [LOC-02]. Did you mean [LOC-02]?",
                        "There is no check [loc-02]; the ids are [LOC-02]. Did you mean [LOC-02]?");
    }

    private static Selection within(String budget) {
        return new Selection(Set.of(), Set.of(), Safety.S2, 1, Optional.of(Units.parseDuration(budget)));
    }

    private static PlannedCheck timed(long seconds) {
        return new PlannedCheck(
                Checks.rule(
                        Checks.varying("LAT-01"),
                        "service",
                        Comparison.PAIRED_RATIO,
                        Map.of("margin", "0.5", "floorMillis", "25", "quantiles", "0.5,0.95")),
                Coverage.REQUIRED,
                "",
                LANGUAGE.cases(),
                2,
                Duration.ofSeconds(seconds));
    }

    private static Selection of(Set<Family> families, Set<String> checks) {
        return new Selection(families, checks, Safety.S2);
    }

    private static List<String> faults(List<PlannedCheck> proposals, Selection selection, Duration budget) {
        return catchThrowableOfType(PlanException.class, () -> Planner.plan(proposals, selection, budget))
                .faults();
    }

    private static List<String> ids(Plan plan) {
        return plan.required().stream()
                .map(planned -> planned.check().id().value())
                .toList();
    }

    private static PlannedCheck costs(String id, long requests, long work, long beside, boolean shared) {
        return new PlannedCheck(
                Checks.fixed(id),
                Coverage.REQUIRED,
                "",
                LANGUAGE.cases(),
                2,
                new Effort(
                        Map.of(Role.PRIMARY, requests, Role.FAILOVER, requests),
                        Duration.ofSeconds(work),
                        Duration.ofSeconds(beside),
                        shared));
    }

    private static PlannedCheck proposal(String id, Family family, Safety safety, long seconds) {
        return new PlannedCheck(
                Checks.family(Checks.fixed(id), family, safety),
                Coverage.REQUIRED,
                "",
                List.of(new PlannedCase(
                        Case.WHOLE, Map.of(Role.PRIMARY, List.of("web1"), Role.FAILOVER, List.of("web1")))),
                2,
                Duration.ofSeconds(seconds));
    }
}
