package org.stackparity.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.stackparity.environment.Contract;
import org.stackparity.environment.Pair;
import org.stackparity.environment.PairReader;
import org.stackparity.measure.Confirmation;
import org.stackparity.measure.ErrorRate;
import org.stackparity.measure.Looks;
import org.stackparity.measure.PairedRatio;
import org.stackparity.model.Comparison;
import org.stackparity.model.Plan;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Role;
import org.stackparity.plan.Planner;
import org.stackparity.plan.TimingReach;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parity plan PAIR}. */
@Command(
        name = "plan",
        description =
                "Prints what would be asked of whom, how long it takes, and how small a difference it can prove; asks nothing."
                        + " Refuses what does not fit the budget.")
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
        pair.contract().latency().ifPresent(latency -> timing(out, latency, TimingReach.of(latency, plan)));
        errors(out, pair.contract().errors(), plan);
        out.printf(
                Locale.ROOT,
                "%nValues that vary by themselves: a difference of one is proven by %d quadruples, of one of a thousand by %d;"
                        + " a run takes up to %d.%n",
                Confirmation.quadruples(1),
                Confirmation.quadruples(1_000),
                plan.rounds().size() / Planner.ROUNDS.size() + Looks.all() - Looks.QUADRUPLES.get(0));
        out.flush();
        return ExitCode.GO;
    }

    private static void timing(PrintWriter out, Contract.Latency latency, List<TimingReach> reaches) {
        if (reaches.isEmpty()) {
            return;
        }
        out.printf(
                Locale.ROOT,
                "%nTiming, for times that spread like a lognormal with sigma %.1f (twice the spread takes four times the pairs)%n",
                TimingReach.SIGMA);
        String left = "%-"
                + reaches.stream()
                        .mapToInt(reach -> reach.when().length())
                        .max()
                        .orElseThrow() + "s %6s";
        StringBuilder head = new StringBuilder(String.format(Locale.ROOT, left, "", "pairs"));
        latency.quantiles()
                .forEach(quantile -> head.append(String.format(
                        Locale.ROOT, "   %9s %9s", PairedRatio.percentile(quantile) + " proves", "finds")));
        out.println(head);
        for (TimingReach reach : reaches) {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, left, reach.when(), reach.pairs()));
            reach.quantiles()
                    .forEach(of -> line.append(
                            String.format(Locale.ROOT, "   %10s %9s", ratio(of.proves()), ratio(of.finds()))));
            out.println(line);
        }
        out.printf(
                Locale.ROOT,
                "proves: up to which ratio identical stacks are shown to be alike; GO takes %.2f x. finds: from which true ratio"
                        + " on a failover is refused.%n",
                1 + latency.margin());
    }

    private static void errors(PrintWriter out, Contract.ErrorRates errors, Plan plan) {
        long rates = plan.required().stream()
                .filter(planned ->
                        planned.check().rules().stream().anyMatch(rule -> rule.comparison() == Comparison.ERROR_RATE))
                .flatMap(planned -> planned.cases().stream())
                .mapToLong(each -> each.nodesOf(Role.PRIMARY).size()
                        + each.nodesOf(Role.FAILOVER).size())
                .sum();
        if (rates == 0) {
            return;
        }
        ErrorRate test = new ErrorRate(errors.acceptable(), errors.unacceptable(), ErrorRate.DEFAULT_RISK);
        out.printf(
                Locale.ROOT,
                "%nErrors: %d requests or connects without one show that a node fails in less than %.1f %% of them; %.1f %% are"
                        + " accepted.%n",
                test.cleanRequestsToParity(0, 0, ErrorRate.alarmRisk(rates)),
                100 * errors.unacceptable(),
                100 * errors.acceptable());
    }

    private static String ratio(OptionalDouble ratio) {
        return ratio.isPresent() ? String.format(Locale.ROOT, "%.2f x", ratio.getAsDouble()) : "too few";
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
