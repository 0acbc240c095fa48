package org.stackparity.bench.statistics;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stackparity.compare.Comparer;
import org.stackparity.compare.ComparisonResult;
import org.stackparity.compare.OpenCase;
import org.stackparity.measure.Looks;
import org.stackparity.model.CheckId;
import org.stackparity.model.Plan;
import org.stackparity.model.PlannedCase;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Role;
import org.stackparity.plan.Planner;

/**
 * Asks simulated stacks as a run does: the first pass all that the plan requires, each further one what comparing left
 * open, until nothing is open, the passes are used up, or something is proven that forbids a GO. Differs from a run in
 * the last only: a run goes on for a few seconds with what else is open, which cannot undo the verdict.
 */
final class PassLoop {
    private PassLoop() {}

    static Run run(Plan plan, Map<String, Answering> stacks) {
        return run(plan, stacks, Looks.QUADRUPLES.size());
    }

    /** @param passes the most that are made */
    static Run run(Plan plan, Map<String, Answering> stacks, int passes) {
        Recording recording = new Recording(plan);
        Set<Asked> asked = new HashSet<>();
        plan.required()
                .forEach(planned -> planned.cases()
                        .forEach(each -> asked.add(
                                new Asked(planned.check().id(), each.subject().dimensions()))));
        List<OpenCase> left = List.of();
        int round = 1;
        int pass = 1;
        while (true) {
            List<Role> rounds = rounds(plan, pass);
            for (PlannedCheck planned : plan.required()) {
                Answering stack = stacks.get(planned.check().id().value());
                if (stack == null) {
                    throw new IllegalArgumentException(
                            "No simulated stacks answer [" + planned.check().id() + "]; give some.");
                }
                List<PlannedCase> open = planned.cases().stream()
                        .filter(each -> asked.contains(
                                new Asked(planned.check().id(), each.subject().dimensions())))
                        .toList();
                if (!open.isEmpty()) {
                    stack.answer(planned, open, new Answering.Pass(pass, round, rounds, left), recording);
                }
            }
            round += rounds.size();
            ComparisonResult result =
                    Comparer.compare(recording.evidence(Role.PRIMARY), recording.evidence(Role.FAILOVER));
            left = result.open();
            asked.clear();
            result.open()
                    .forEach(open ->
                            asked.add(new Asked(open.check(), open.subject().dimensions())));
            boolean decided = result.findings().stream()
                    .anyMatch(finding -> finding.isOpen() && finding.severity().isBlocking());
            if (asked.isEmpty() || decided || pass == passes) {
                return new Run(plan, recording, result, pass);
            }
            pass++;
        }
    }

    private static List<Role> rounds(Plan plan, int pass) {
        return pass == 1
                ? plan.rounds()
                : Collections.nCopies(Looks.QUADRUPLES.get(pass - 1), Planner.ROUNDS).stream()
                        .flatMap(List::stream)
                        .collect(Collectors.toUnmodifiableList());
    }

    /** A case of a check. */
    private record Asked(CheckId check, Map<String, String> dimensions) {}
}
