package org.stackparity.bench.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private static final int NODES = 2;
    private static final int CHEAP = 5;
    private static final int REQUESTS_OF_A_ROUND = 50;
    /** So many clean requests later it is looked at again, which makes the means larger by two. */
    private static final int CLEAN_BETWEEN_LOOKS = 5;

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
        rows.add(Row.shown(
                "0.1 % on both, in bursts of 5: NO-GO",
                new Seed(406),
                wrong(acceptable.inBursts(5), acceptable.inBursts(5), new Seed(406), many, Verdict.NO_GO),
                Map.of()));
        rows.add(run(
                "1 % on the failover, none on the primary: GO",
                new ErrorModel(0, 1), unacceptable, new Seed(407), many, Verdict.GO, 0.05));
        rows.add(Row.shown(
                "1 % on the failover in bursts of 5, none on the primary: GO",
                new Seed(408),
                wrong(new ErrorModel(0, 1), unacceptable.inBursts(5), new Seed(408), many, Verdict.GO),
                Map.of()));
        ErrorModel between = new ErrorModel(0.004, 1);
        rows.add(Row.shown(
                "0.4 % on the failover, none on the primary: NO-GO",
                new Seed(409), wrong(new ErrorModel(0, 1), between, new Seed(409), many, Verdict.NO_GO), Map.of()));
        rows.add(Row.shown(
                "0.4 % on both: NO-GO",
                new Seed(410), wrong(between, between, new Seed(410), many, Verdict.NO_GO), Map.of()));
        return new Section("Error rates", """
                Mean samples until a decision against Wald's bound for the same two risks: at most 1.10 × to accept and 1.35 × to reject. "Alone": `ErrorRate.decide` with 5 % for both risks, looked at after every request. "In a run": evidence of a node beside a healthy one, in rounds of 50 requests, through the comparison, looked at after every error and every fifth request; a false alarm has a quarter of the 1 % that error rates may use, and errors of a single round count as one burst. Below, whole runs with 500 requests a node and pass, spread over half a minute (0.1 % against 1 %). Bursts have a geometric length; nothing is claimed of them, since clean requests that follow one another prove less than Wald's bound takes them for.""", rows);
    }

    private static List<Row> alone(double acceptable, double unacceptable, Seed seed, int repetitions) {
        ErrorRate test = new ErrorRate(acceptable, unacceptable, ErrorRate.DEFAULT_RISK);
        Wald wald = new Wald(acceptable, unacceptable, test.risk(), test.risk());
        Mean toAccept = new Mean();
        Mean toReject = new Mean();
        seed.repeat(repetitions, random -> {
            toAccept.add(samples(test, new ErrorModel(acceptable, 1).requests(random)));
            toReject.add(samples(test, new ErrorModel(unacceptable, 1).requests(random)));
        });
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
        Wald wald = new Wald(acceptable, unacceptable, ErrorRate.alarmRisk(NODES), ErrorRate.DEFAULT_RISK);
        Mean toAccept = new Mean();
        Mean toReject = new Mean();
        seed.repeat(repetitions, random -> {
            toAccept.add(samples(pair, new ErrorModel(acceptable, 1).requests(random)));
            toReject.add(samples(pair, new ErrorModel(unacceptable, 1).requests(random)));
        });
        String what = "in a run, " + percent(acceptable) + " against " + percent(unacceptable);
        return List.of(
                row(what + ": to accept", seed, toAccept, wald.toAccept(), 1.10),
                row(what + ": to reject", seed, toReject, wald.toReject(), 1.35));
    }

    /** Requests of the failover until nothing about it is open, or it is refused. */
    private static long samples(BenchPair pair, ErrorModel.Requests requests) {
        List<Integer> errors = new ArrayList<>();
        long sent = 0;
        while (true) {
            if (sent % REQUESTS_OF_A_ROUND == 0) {
                errors.add(0);
            }
            sent++;
            boolean fails = requests.nextFails();
            if (fails) {
                errors.set(errors.size() - 1, errors.get(errors.size() - 1) + 1);
            }
            if ((fails || sent % CLEAN_BETWEEN_LOOKS == 0) && isDecided(pair, sent, errors)) {
                return sent;
            }
        }
    }

    /** @param errors of each round */
    private static boolean isDecided(BenchPair pair, long sent, List<Integer> errors) {
        PlannedCheck check = pair.plan().checks().get(0);
        Case subject = check.cases().get(0).subject();
        NodeRef failover = new NodeRef(Role.FAILOVER, Recording.NODE);
        Recording recording = new Recording(pair.plan());
        recording.add(Role.PRIMARY, check.check(), subject, 1, Optional.empty(), TalliedStacks.values(100_000, 0));
        for (int round = 0; round < errors.size(); round++) {
            long ofRound = Math.min(REQUESTS_OF_A_ROUND, sent - (long) round * REQUESTS_OF_A_ROUND);
            recording.add(
                    Role.FAILOVER,
                    check.check(),
                    subject,
                    round + 1,
                    Optional.empty(),
                    TalliedStacks.values(ofRound, errors.get(round)));
        }
        return Comparer.compare(recording.evidence(Role.PRIMARY), recording.evidence(Role.FAILOVER)).findings().stream()
                .filter(finding -> finding.nodes().contains(failover))
                .findFirst()
                .map(Finding::isOpen)
                .orElse(true);
    }

    private static Row run(
            String what,
            ErrorModel primary,
            ErrorModel failover,
            Seed seed,
            int repetitions,
            Verdict wrong,
            double atMost) {
        return Row.claim(
                what, seed, Required.atMost(atMost), wrong(primary, failover, seed, repetitions, wrong), Map.of());
    }

    /** How often whole runs end with a verdict that is wrong. */
    private static Rate wrong(ErrorModel primary, ErrorModel failover, Seed seed, int repetitions, Verdict wrong) {
        BenchPair pair = pair(0.001, 0.01);
        Tally tally = new Tally();
        seed.repeat(repetitions, random -> {
            TalliedStacks stacks = new TalliedStacks(primary.requests(random), failover.requests(random), 500);
            Run run = PassLoop.run(pair.plan(), Map.of(BenchPair.ERROR_RATE, stacks));
            tally.count("wrong", run.verdict() == wrong);
        });
        return tally.rate("wrong");
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
