package org.stackparity.bench.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.stackparity.model.Verdict;

/** How often identical stacks are let through with the contract as it is by default, also in its time. */
final class DefaultContract implements Scenario {
    private static final String UNLIMITED = "budget: 1d";
    /** Of what comes near to the bound, so that the interval keeps it. */
    private static final int TIMES_MORE = 3;

    private static final double NEAR = 0.5;

    @Override
    public String name() {
        return "go";
    }

    @Override
    public Section run(int repetitions) {
        List<Row> rows = new ArrayList<>();
        int seed = 201;
        for (double fastest : new double[] {2, 20}) {
            for (int endpoints : new int[] {5, 20}) {
                for (double sigma : new double[] {0.3, 0.5, 1.0}) {
                    int times = sigma == NEAR ? TIMES_MORE * repetitions : repetitions;
                    rows.add(row(new Endpoints(endpoints, fastest, sigma), "", new Seed(seed++), times));
                }
            }
        }
        rows.add(row(new Endpoints(20, 20, 0.5), UNLIMITED, new Seed(seed), repetitions));
        return new Section("Identical stacks, default contract: GO", """
                Nothing in the contract but the endpoints: margin 50 %, floor 25 ms, p50 and p95, and the default samples and time for latency, in as many passes as a run makes. A request takes its service time and 20 ms of way, and the next one waits for it; six pairs are under way at once where there are 20 endpoints, else two; all other checks have a minute of the ten that a run has. Where half of the time that is left would not do for the samples that are missing, more pairs are under way from the second pass on, up to the 16 that the connections to two environments allow by default. UNDECIDED counts as failure.""", rows);
    }

    private static Row row(Endpoints endpoints, String keys, Seed seed, int repetitions) {
        BenchPair pair = BenchPair.of(
                (keys.isEmpty() ? "" : "budget: 60d\n") + BenchPair.latency(endpoints.count(), keys),
                BenchPair.LATENCY);
        List<LatencyModel> models = endpoints.models();
        Tally tally = new Tally();
        Mean pairs = new Mean();
        seed.repeat(repetitions, random -> {
            TimedStacks timed = TimedStacks.of(pair, models, models, random);
            Run run = PassLoop.run(pair.plan(), Map.of(BenchPair.LATENCY, timed));
            tally.count("GO", run.verdict() == Verdict.GO);
            timed.paths().forEach(path -> pairs.add(timed.pairs(path)));
        });
        String what = endpoints + (keys.isEmpty() ? "" : ", without a limit of time") + "; " + Math.round(pairs.value())
                + " pairs of each on average";
        return keys.isEmpty()
                ? Row.claim(what, seed, Required.atLeast(0.99), tally.rate("GO"), Map.of())
                : Row.shown(what, seed, tally.rate("GO"), Map.of());
    }

    /** @param fastest median in milliseconds; the slowest endpoint has twenty times of it */
    private record Endpoints(int count, double fastest, double sigma) {
        List<LatencyModel> models() {
            return IdenticalStacks.models(count, fastest, sigma, UnaryOperator.identity());
        }

        @Override
        public String toString() {
            return count + " endpoints of " + Math.round(fastest) + " to " + Math.round(20 * fastest) + " ms, σ = "
                    + sigma;
        }
    }
}
