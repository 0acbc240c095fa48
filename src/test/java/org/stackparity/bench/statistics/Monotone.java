package org.stackparity.bench.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.stackparity.compare.Comparer;
import org.stackparity.model.Case;
import org.stackparity.model.Fault;
import org.stackparity.model.FindingKind;
import org.stackparity.model.Plan;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Role;
import org.stackparity.model.Verdict;

/** Whether a failover that gets worse is ever judged better: a property, tried on random evidence. */
final class Monotone implements Scenario {
    /** So many cases for each repetition of a rate: 100,000 where 2,000 are asked for. */
    private static final int CASES_PER_REPETITION = 50;

    private static final int FEWEST_PAIRS = 5;
    private static final int MOST_PAIRS = 130;

    @Override
    public String name() {
        return "monotone";
    }

    @Override
    public Section run(int repetitions) {
        Seed seed = new Seed(601);
        int cases = repetitions * CASES_PER_REPETITION;
        BenchPair pair = BenchPair.of(
                "pages: [/]\nbudget: 60d\n" + BenchPair.latency(1, ""), BenchPair.LATENCY, BenchPair.ERROR_RATE);
        Tally tally = new Tally();
        seed.repeat(cases, random -> {
            Trial trial = Trial.random(pair.plan(), random);
            Ranks before = trial.ranks();
            Ranks after = trial.worsened(random).ranks();
            tally.count("better", after.isBetterThan(before));
            tally.count("changed", after.verdict() != before.verdict());
            tally.count("GO", before.verdict() == Verdict.GO);
            tally.count("NO-GO", before.verdict() == Verdict.NO_GO);
        });
        int better = tally.rate("better").hits();
        Row row = new Row(
                "random evidence (GO " + tally.rate("GO") + ", NO-GO " + tally.rate("NO-GO")
                        + " before; verdict changed in " + tally.rate("changed") + ")",
                cases,
                seed,
                "0 cases",
                better + " cases",
                (better == 0 ? Required.Held.YES : Required.Held.NO).word(),
                Map.of());
        return new Section("Monotone", """
                One endpoint with p50 and p95 and the tally of a node, random σ, ratio, error rate and number of pairs. Then a random part of the failover's samples is made worse: slower by up to ten times, failed, or with more errors. A case counts against the product where the verdict, or the finding about a quantile, is better afterwards.""", List.of(row));
    }

    /**
     * What was said: 0 is refused, 1 not proven, 2 parity.
     *
     * @param quantiles of the endpoint, by path
     */
    private record Ranks(Verdict verdict, Map<String, Integer> quantiles) {
        boolean isBetterThan(Ranks before) {
            return rank(verdict) > rank(before.verdict)
                    || quantiles.entrySet().stream()
                            .anyMatch(each -> each.getValue() > before.quantiles.getOrDefault(each.getKey(), 0));
        }

        private static int rank(Verdict verdict) {
            return switch (verdict) {
                case NO_GO -> 0;
                case UNDECIDED -> 1;
                case GO -> 2;
            };
        }
    }

    /**
     * One piece of evidence before it is written down; an infinite time is a request that never came back.
     *
     * @param requests to a node in each round
     * @param errors of the failover in each round; the primary has none
     */
    private record Trial(Plan plan, double[] primary, double[] failover, int requests, int[] errors) {
        /** The tally is written down in so many rounds, since errors of one round count less. */
        private static final int ROUNDS = 3;

        static Trial random(Plan plan, UniformRandomProvider random) {
            int pairs = FEWEST_PAIRS + random.nextInt(MOST_PAIRS - FEWEST_PAIRS);
            LatencyModel model = LatencyModel.lognormal(20 + 400 * random.nextDouble(), 0.1 + 0.6 * random.nextDouble())
                    .correlated(random.nextBoolean() ? 0 : 0.8);
            int requests = 30 + random.nextInt(300);
            double rate = random.nextInt(3) == 0 ? 0.01 * random.nextDouble() : 0;
            ErrorModel.Requests errors = new ErrorModel(rate, random.nextBoolean() ? 1 : 5).requests(random);
            double ratio = random.nextBoolean() ? 1 : 0.7 + 1.8 * random.nextDouble();
            return new Trial(
                    plan,
                    model.answers(random, pairs).next(pairs),
                    model.times(ratio).answers(random, pairs).next(pairs),
                    requests,
                    new int[] {errors.errors(requests), errors.errors(requests), errors.errors(requests)});
        }

        Trial worsened(UniformRandomProvider random) {
            double[] worse = failover.clone();
            double share = random.nextDouble() * random.nextDouble();
            double factor = 1 + 9 * random.nextDouble() * random.nextDouble();
            boolean failing = random.nextInt(4) == 0;
            for (int i = 0; i < worse.length; i++) {
                if (random.nextDouble() < share) {
                    worse[i] = failing ? Double.POSITIVE_INFINITY : worse[i] * factor;
                }
            }
            int[] more = errors.clone();
            if (random.nextInt(3) == 0) {
                int round = random.nextInt(ROUNDS);
                more[round] = Math.min(requests, more[round] + random.nextInt(10));
            }
            return new Trial(plan, primary, worse, requests, more);
        }

        Ranks ranks() {
            Recording recording = new Recording(plan);
            plan.checks()
                    .forEach(planned -> planned.cases().forEach(each -> {
                        if (planned.check().id().value().equals(BenchPair.LATENCY)) {
                            write(recording, planned, each.subject());
                        } else {
                            tally(recording, Role.PRIMARY, planned, each.subject(), new int[ROUNDS]);
                            tally(recording, Role.FAILOVER, planned, each.subject(), errors);
                        }
                    }));
            Run run = new Run(
                    plan,
                    recording,
                    Comparer.compare(recording.evidence(Role.PRIMARY), recording.evidence(Role.FAILOVER)),
                    1);
            Map<String, Integer> quantiles = new java.util.TreeMap<>();
            run.result().findings().stream()
                    .filter(finding -> finding.check().value().equals(BenchPair.LATENCY)
                            && finding.path().startsWith("service"))
                    .forEach(finding -> quantiles.merge(finding.path(), rank(finding.kind()), Math::min));
            return new Ranks(run.verdict(), quantiles);
        }

        private static int rank(FindingKind kind) {
            return kind.isDeviation() ? 0 : kind.isUnknown() ? 1 : 2;
        }

        private void write(Recording recording, PlannedCheck planned, Case subject) {
            for (int i = 0; i < primary.length; i++) {
                Optional<String> pair = Optional.of("1.1." + (i + 1));
                recording.add(Role.PRIMARY, planned.check(), subject, 1, pair, TimedStacks.values(primary[i]));
                if (Double.isInfinite(failover[i])) {
                    List<Fault> faults = new ArrayList<>();
                    faults.add(new Fault("timeout", "", "gave no answer in time"));
                    recording.add(Role.FAILOVER, planned.check(), subject, 1, pair, faults, Map.of());
                } else {
                    recording.add(Role.FAILOVER, planned.check(), subject, 1, pair, TimedStacks.values(failover[i]));
                }
            }
        }

        private void tally(Recording recording, Role role, PlannedCheck planned, Case subject, int[] failed) {
            for (int round = 1; round <= ROUNDS; round++) {
                recording.add(
                        role,
                        planned.check(),
                        subject,
                        round,
                        Optional.empty(),
                        TalliedStacks.values(requests, failed[round - 1]));
            }
        }
    }
}
