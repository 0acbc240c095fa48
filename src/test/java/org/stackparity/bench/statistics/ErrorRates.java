package org.stackparity.bench.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.stackparity.compare.Comparer;
import org.stackparity.measure.Answer;
import org.stackparity.measure.ErrorRate;
import org.stackparity.model.Case;
import org.stackparity.model.Finding;
import org.stackparity.model.NodeRef;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Role;
import org.stackparity.model.Verdict;

/** How many requests the error rates need, and how often they are wrong. */
final class ErrorRates implements Scenario {
    /** The alarm rate of a run that is kept for error rates. */
    private static final double RUN_ALARM_RISK = 0.01;

    private static final int NODES = 2;
    private static final int CHEAP = 5;

    @Override
    public String name() {
        return "errors";
    }

    @Override
    public Section run(int repetitions) {
        List<Row> rows = new ArrayList<>();
        rows.addAll(alone(0.001, 0.01, new Seed(401), repetitions * CHEAP));
        rows.addAll(alone(0.01, 0.05, new Seed(402), repetitions * CHEAP));
        rows.addAll(inARun(0.001, 0.01, new Seed(403), repetitions));
        rows.addAll(inARun(0.01, 0.05, new Seed(404), repetitions));
        int many = repetitions * CHEAP;
        ErrorModel acceptable = new ErrorModel(0.001, 1);
        ErrorModel unacceptable = new ErrorModel(0.01, 1);
        rows.add(run("0.1 % on both: NO-GO", acceptable, acceptable, new Seed(405), many, Verdict.NO_GO, 0.01));
        rows.add(run(
                "0.1 % on both, in bursts of 5: NO-GO",
                acceptable.inBursts(5), acceptable.inBursts(5), new Seed(406), many, Verdict.NO_GO, 0.01));
        rows.add(run(
                "1 % on the failover, none on the primary: GO",
                new ErrorModel(0, 1), unacceptable, new Seed(407), many, Verdict.GO, 0.05));
        rows.add(run(
                "1 % on the failover in bursts of 5, none on the primary: GO",
                new ErrorModel(0, 1), unacceptable.inBursts(5), new Seed(408), many, Verdict.GO, 0.05));
        return new Section("Error rates", """
                Mean samples until a decision, looked at after every request, against Wald's bound for the same two risks: at most 1.10 × to accept and 1.35 × to reject. "Alone": `ErrorRate.decide` with 5 % for both risks. "In a run": evidence of a node beside a healthy one, through the comparison, where a false alarm has half of the 1 % that error rates may use. Below, whole runs with 500 requests a node and pass (0.1 % against 1 %); bursts have a geometric length.""", rows);
    }

    private static List<Row> alone(double acceptable, double unacceptable, Seed seed, int repetitions) {
        ErrorRate test = new ErrorRate(acceptable, unacceptable, ErrorRate.DEFAULT_RISK);
        Wald wald = new Wald(acceptable, unacceptable, test.risk(), test.risk());
        Mean toAccept = new Mean();
        Mean toReject = new Mean();
        for (int repetition = 0; repetition < repetitions; repetition++) {
            UniformRandomProvider random = seed.repetition(repetition);
            toAccept.add(samples(test, new ErrorModel(acceptable, 1).requests(random)));
            toReject.add(samples(test, new ErrorModel(unacceptable, 1).requests(random)));
        }
        String what = "alone, " + percent(acceptable) + " against " + percent(unacceptable);
        return List.of(
                row(what + ": to accept", seed, toAccept, wald.toAccept(), 1.10),
                row(what + ": to reject", seed, toReject, wald.toReject(), 1.35));
    }

    private static long samples(ErrorRate test, ErrorModel.Requests requests) {
        long sent = 0;
        long errors = 0;
        do {
            sent++;
            errors += requests.nextFails() ? 1 : 0;
        } while (test.decide(sent, errors) == Answer.NOT_PROVEN);
        return sent;
    }

    private static List<Row> inARun(double acceptable, double unacceptable, Seed seed, int repetitions) {
        BenchPair pair = pair(acceptable, unacceptable);
        Wald wald = new Wald(acceptable, unacceptable, RUN_ALARM_RISK / NODES, ErrorRate.DEFAULT_RISK);
        Mean toAccept = new Mean();
        Mean toReject = new Mean();
        for (int repetition = 0; repetition < repetitions; repetition++) {
            UniformRandomProvider random = seed.repetition(repetition);
            toAccept.add(samples(pair, new ErrorModel(acceptable, 1).requests(random)));
            toReject.add(samples(pair, new ErrorModel(unacceptable, 1).requests(random)));
        }
        String what = "in a run, " + percent(acceptable) + " against " + percent(unacceptable);
        return List.of(
                row(what + ": to accept", seed, toAccept, wald.toAccept(), 1.10),
                row(what + ": to reject", seed, toReject, wald.toReject(), 1.35));
    }

    /** Requests of the failover until nothing about it is open, or it is refused. */
    private static long samples(BenchPair pair, ErrorModel.Requests requests) {
        PlannedCheck check = pair.plan().checks().get(0);
        NodeRef failover = new NodeRef(Role.FAILOVER, Recording.NODE);
        long sent = 0;
        long errors = 0;
        while (true) {
            sent++;
            errors += requests.nextFails() ? 1 : 0;
            Recording recording = new Recording(pair.plan());
            Case subject = check.cases().get(0).subject();
            recording.add(Role.PRIMARY, check.check(), subject, 1, Optional.empty(), TalliedStacks.values(100_000, 0));
            recording.add(
                    Role.FAILOVER, check.check(), subject, 1, Optional.empty(), TalliedStacks.values(sent, errors));
            Optional<Finding> about =
                    Comparer.compare(recording.evidence(Role.PRIMARY), recording.evidence(Role.FAILOVER))
                            .findings()
                            .stream()
                            .filter(finding -> finding.nodes().contains(failover))
                            .findFirst();
            if (about.isEmpty() || about.get().isOpen()) {
                return sent;
            }
        }
    }

    private static Row run(
            String what,
            ErrorModel primary,
            ErrorModel failover,
            Seed seed,
            int repetitions,
            Verdict wrong,
            double atMost) {
        BenchPair pair = pair(0.001, 0.01);
        Tally tally = new Tally();
        for (int repetition = 0; repetition < repetitions; repetition++) {
            UniformRandomProvider random = seed.repetition(repetition);
            TalliedStacks stacks = new TalliedStacks(primary.requests(random), failover.requests(random), 500);
            Run run = PassLoop.run(pair.plan(), Map.of(BenchPair.ERROR_RATE, stacks));
            tally.count("wrong", run.verdict() == wrong);
        }
        return Row.claim(what, seed, Required.atMost(atMost), tally.rate("wrong"), Map.of());
    }

    private static BenchPair pair(double acceptable, double unacceptable) {
        return BenchPair.of(
                "pages: [/]\nbudget: 60d\nerrors: {acceptable: "
                        + percent(acceptable).replace(" ", "") + ", unacceptable: "
                        + percent(unacceptable).replace(" ", "") + "}\n",
                BenchPair.ERROR_RATE);
    }

    private static Row row(String what, Seed seed, Mean mean, double bound, double factor) {
        Required required = Required.atMost(factor);
        double ratio = mean.value() / bound;
        double half = mean.halfWidth() / bound;
        return new Row(
                what,
                mean.count(),
                seed,
                String.format(Locale.ROOT, "≤ %.2f × %.1f = %.1f", factor, bound, factor * bound),
                mean + String.format(Locale.ROOT, " (%.2f ×)", ratio),
                required.of(ratio - half, ratio + half).word(),
                Map.of());
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.1f", 100 * fraction).replace(".0", "") + " %";
    }
}
