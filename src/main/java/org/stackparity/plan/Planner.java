package org.stackparity.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.stackparity.environment.NearestWord;
import org.stackparity.model.Coverage;
import org.stackparity.model.Family;
import org.stackparity.model.Plan;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Role;
import org.stackparity.model.Safety;

/** Makes the plan of a run from what the suite could ask and what the command wants. */
public final class Planner {
    /** Two samples of each stack in this order, so that the time of day cancels out. */
    public static final List<Role> ROUNDS = List.of(Role.PRIMARY, Role.FAILOVER, Role.FAILOVER, Role.PRIMARY);

    /** LIMIT: so many prove a difference among a million values of a stack with one node. */
    private static final int MOST_QUADRUPLES = 20;

    private Planner() {}

    /**
     * Chooses from what a suite proposes.
     *
     * @param proposals of the suite, one per check
     * @param ofContract the longest that the run may take where the selection does not say it
     * @throws PlanException if the selection names an unknown check, a family without checks or too many quadruples, two
     *     proposals have one id, or the estimate does not fit the budget; says all of them at once
     */
    public static Plan plan(List<PlannedCheck> proposals, Selection selection, Duration ofContract) {
        Duration budget = selection.budget().orElse(ofContract);
        List<String> faults = new ArrayList<>();
        Set<String> known = new TreeSet<>();
        for (PlannedCheck proposal : proposals) {
            if (!known.add(proposal.check().id().value())) {
                faults.add("Two checks have the id [" + proposal.check().id() + "]; give one of them its own.");
            }
        }
        for (String wanted : selection.checks()) {
            if (!known.contains(wanted)) {
                faults.add("There is no check [" + wanted + "]; the ids are " + known + "."
                        + NearestWord.hint(wanted.toUpperCase(Locale.ROOT), known));
            }
        }
        Set<Family> families = new TreeSet<>();
        proposals.forEach(proposal -> families.add(proposal.check().family()));
        for (Family wanted : new TreeSet<>(selection.families())) {
            if (!families.contains(wanted)) {
                faults.add("No check is of the family [" + wanted.word() + "]; the families are "
                        + families.stream().map(Family::word).toList() + ".");
            }
        }
        List<PlannedCheck> checks = proposals.stream()
                .map(proposal -> select(proposal, selection))
                .sorted(Comparator.comparing(planned -> planned.check().id()))
                .toList();
        if (selection.quadruples() < 1 || selection.quadruples() > MOST_QUADRUPLES) {
            faults.add("--quadruples is [" + selection.quadruples() + "]; expected 1 to " + MOST_QUADRUPLES + ".");
        }
        List<Role> rounds = Collections.nCopies(Math.max(1, selection.quadruples()), ROUNDS).stream()
                .flatMap(List::stream)
                .toList();
        Plan plan = new Plan(checks, rounds, selection.isFilter(), budget);
        if (plan.estimate().compareTo(budget) > 0) {
            faults.add("The plan takes about [" + plan.estimate().toSeconds() + " s] and the budget is ["
                    + budget.toSeconds() + " s]; the longest are " + longest(plan)
                    + ". Raise " + (selection.budget().isPresent() ? "--budget" : "budget in contract.yaml")
                    + " or web.limits of the environments, or ask less.");
        }
        if (!faults.isEmpty()) {
            throw new PlanException(faults);
        }
        return plan;
    }

    private static PlannedCheck select(PlannedCheck proposal, Selection selection) {
        if (!proposal.isRequired()) {
            return proposal;
        }
        if (selection.has(proposal.check())) {
            return proposal.samples() == 1 ? proposal : repeated(proposal, selection.quadruples());
        }
        // what changes a role or a state is not left out by a filter: nobody has allowed it
        return selection.safest() != Safety.S3 && proposal.check().safety() == Safety.S3
                ? without(proposal, Coverage.NOT_AUTHORISED, "it changes a role or a state; only a lab may, or a flag")
                : without(proposal, Coverage.NOT_COVERED, "left out by a filter of the command");
    }

    private static PlannedCheck repeated(PlannedCheck proposal, int quadruples) {
        return new PlannedCheck(
                proposal.check(),
                proposal.coverage(),
                proposal.reason(),
                proposal.cases(),
                proposal.samples() * quadruples,
                proposal.effort().times(quadruples));
    }

    private static PlannedCheck without(PlannedCheck proposal, Coverage coverage, String reason) {
        return new PlannedCheck(
                proposal.check(), coverage, reason, proposal.cases(), proposal.samples(), Duration.ZERO);
    }

    private static String longest(Plan plan) {
        return plan.required().stream()
                .sorted(Comparator.comparing(PlannedCheck::estimate).reversed())
                .limit(3)
                .map(planned -> planned.check().id() + " " + planned.estimate().toSeconds() + " s")
                .collect(Collectors.joining(", "));
    }
}
