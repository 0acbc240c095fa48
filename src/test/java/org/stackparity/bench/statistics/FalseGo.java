package org.stackparity.bench.statistics;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.stackparity.model.Verdict;

/** How often a failover that stands exactly at the margin, so that it does not keep it, is let through. */
final class FalseGo implements Scenario {
    private static final double MARGIN = 0.5;

    /** So many times the repetitions tell a rate of 4 % from one of 5 %. */
    private static final int SHARPER = 3;

    @Override
    public String name() {
        return "false-go";
    }

    @Override
    public Section run(int repetitions) {
        return new Section(
                "A failover at the margin: false GO",
                """
                One endpoint, median 200 ms, σ = 0.5, margin 50 % without a floor, p95 only, up to six passes of 80, 80, 160, 320, 480 and 800 pairs; the failover takes exactly 1.5 times as long. Each check may be wrong in 5 % of runs, whatever the number of looks.""",
                List.of(
                        row("at the margin, independent", new Seed(251), repetitions, model -> model),
                        row(
                                "at the margin, autocorrelation 0.8",
                                new Seed(252),
                                repetitions,
                                model -> model.correlated(0.8)),
                        row("at the margin, drift 20 %", new Seed(253), repetitions, model -> model.drifting(0.2))));
    }

    private static Row row(String what, Seed seed, int repetitions, UnaryOperator<LatencyModel> change) {
        BenchPair pair = BenchPair.of(
                "budget: 60d\n"
                        + BenchPair.latency(1, "margin: 50%, floor: 1ms, ceiling: 1h, budget: 1d, quantiles: [p95]"),
                BenchPair.LATENCY);
        LatencyModel primary = change.apply(LatencyModel.lognormal(200, 0.5));
        LatencyModel failover = primary.times(1 + MARGIN);
        Tally tally = new Tally();
        seed.repeat(SHARPER * repetitions, random -> {
            TimedStacks timed = TimedStacks.of(pair, List.of(primary), List.of(failover), random);
            Run run = PassLoop.run(pair.plan(), Map.of(BenchPair.LATENCY, timed));
            tally.count("GO", run.verdict() == Verdict.GO);
        });
        return Row.claim(what, seed, Required.atMost(0.05), tally.rate("GO"), Map.of());
    }
}
