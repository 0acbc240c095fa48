package org.stackparity.bench.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.stackparity.model.Verdict;

/** How often identical stacks are let through with the contract as it is by default, also in its time. */
final class DefaultContract implements Scenario {
    @Override
    public String name() {
        return "go";
    }

    @Override
    public Section run(int repetitions) {
        List<Row> rows = new ArrayList<>();
        int seed = 201;
        for (int endpoints : new int[] {5, 20}) {
            for (double sigma : new double[] {0.3, 0.5, 1.0}) {
                rows.add(row(endpoints, sigma, "", new Seed(seed++), repetitions));
            }
        }
        rows.add(row(20, 0.5, "budget: 1d", new Seed(seed), repetitions));
        return new Section("Identical stacks, default contract: GO", """
                Nothing in the contract but the endpoints: margin 50 %, floor 25 ms, p50 and p95, and the default samples and time for latency, in as many passes as a run makes. Medians from 20 to 400 ms; a request takes its service time and 20 ms of way, and the next one waits for it. UNDECIDED counts as failure.""", rows);
    }

    private static Row row(int endpoints, double sigma, String keys, Seed seed, int repetitions) {
        BenchPair pair = BenchPair.of(
                (keys.isEmpty() ? "" : "budget: 60d\n") + BenchPair.latency(endpoints, keys), BenchPair.LATENCY);
        List<LatencyModel> models = IdenticalStacks.models(endpoints, sigma, UnaryOperator.identity());
        Tally tally = new Tally();
        Mean pairs = new Mean();
        for (int repetition = 0; repetition < repetitions; repetition++) {
            TimedStacks timed = TimedStacks.of(pair, models, models, seed.repetition(repetition));
            Run run = PassLoop.run(pair.plan(), Map.of(BenchPair.LATENCY, timed));
            tally.count("GO", run.verdict() == Verdict.GO);
            timed.paths().forEach(path -> pairs.add(timed.pairs(path)));
        }
        return Row.claim(
                endpoints + " endpoints, σ = " + sigma + (keys.isEmpty() ? "" : ", without a limit of time") + "; "
                        + Math.round(pairs.value()) + " pairs of each on average",
                seed,
                Required.atLeast(0.99),
                tally.rate("GO"),
                Map.of());
    }
}
