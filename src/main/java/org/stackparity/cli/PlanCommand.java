package org.stackparity.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.stackparity.environment.Pair;
import org.stackparity.environment.PairReader;
import org.stackparity.model.Plan;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Role;
import org.stackparity.plan.Planner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parity plan PAIR}. */
@Command(
        name = "plan",
        description =
                "Prints what would be asked of whom, and how long it takes; asks nothing. Refuses what does not fit"
                        + " the budget.")
final class PlanCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PAIR", description = "A folder, or its name under environments/.")
    String name = "";

    @Mixin
    SelectionOptions selection = new SelectionOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    PlanCommand() {}

    @Override
    public Integer call() {
        Pair pair = PairReader.readWithoutSecrets(Pairs.folder(name));
        Plan plan = Planner.plan(
                Suites.suite().propose(pair, Suites.extensions()),
                selection.selection(),
                pair.contract().budget());
        PrintWriter out = spec.commandLine().getOut();
        out.println("check     cases  nodes  times     requests  seconds  what");
        for (PlannedCheck planned : plan.checks()) {
            out.println(
                    planned.isRequired()
                            ? String.format(
                                    Locale.ROOT,
                                    "%-9s %5d  %5s  %5d  %11s  %7.1f  %s",
                                    planned.check().id(),
                                    planned.cases().size(),
                                    nodes(planned),
                                    planned.samples(),
                                    planned.effort().requestsOf(Role.PRIMARY) + "+"
                                            + planned.effort().requestsOf(Role.FAILOVER),
                                    planned.estimate().toMillis() / 1000.0,
                                    planned.check().promise())
                            : String.format(
                                    Locale.ROOT,
                                    "%-9s     -      -      -            -        -  %s: %s",
                                    planned.check().id(),
                                    planned.coverage().word(),
                                    planned.reason()));
        }
        out.printf(
                Locale.ROOT,
                "%d of %d checks, %d+%d requests, about %d s of a budget of %d s%n",
                plan.required().size(),
                plan.checks().size(),
                plan.requestsTo(Role.PRIMARY),
                plan.requestsTo(Role.FAILOVER),
                plan.estimate().toSeconds(),
                plan.budget().toSeconds());
        out.flush();
        return ExitCode.GO;
    }

    private static String nodes(PlannedCheck planned) {
        return most(planned, Role.PRIMARY) + "+" + most(planned, Role.FAILOVER);
    }

    private static int most(PlannedCheck planned, Role role) {
        return planned.cases().stream()
                .mapToInt(each -> each.nodesOf(role).size())
                .max()
                .orElse(0);
    }
}
