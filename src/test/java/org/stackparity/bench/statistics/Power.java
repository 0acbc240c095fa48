package org.stackparity.bench.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.stackparity.measure.Looks;
import org.stackparity.model.Case;
import org.stackparity.model.FindingKind;
import org.stackparity.model.Role;

/** How often a failover that is too slow is proven to be, within so many pairs. */
final class Power implements Scenario {
    private static final LatencyModel HEALTHY = LatencyModel.lognormal(200, 0.5);
    private static final int PAIRS_OF_NEIGHBOURS = 8;

    @Override
    public String name() {
        return "power";
    }

    @Override
    public Section run(int repetitions) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(
                "p95 20 % beyond a margin of 50 %, at most 500 pairs",
                new Seed(301),
                repetitions,
                new Fault(1, 500, "margin: 50%", "p95", model -> model.times(1.5 * 1.2)),
                Optional.of(Required.atLeast(0.80))));
        rows.add(row(
                "p95 20 % beyond a margin of 20 %, at most 500 pairs",
                new Seed(302),
                repetitions,
                new Fault(1, 500, "margin: 20%", "p95", model -> model.times(1.2 * 1.2)),
                Optional.of(Required.atLeast(0.80))));
        rows.add(row(
                "p95 doubled, margin 20 %, at most 250 pairs",
                new Seed(303),
                repetitions,
                new Fault(1, 250, "margin: 20%", "p95", model -> model.times(2)),
                Optional.of(Required.atLeast(0.99))));
        rows.add(row(
                "8 % of requests × 4, margin 20 %, p99, at most 600 pairs",
                new Seed(304),
                repetitions,
                new Fault(1, 600, "margin: 20%", "p99", model -> model.withTail(0.08, 4)),
                Optional.of(Required.atLeast(0.90))));
        rows.add(row(
                "8 % of requests × 4, margin 50 %, p99, at most 600 pairs",
                new Seed(305),
                repetitions,
                new Fault(1, 600, "margin: 50%", "p99", model -> model.withTail(0.08, 4)),
                Optional.empty()));
        rows.add(row(
                "one of 60 comparisons: p95 20 % beyond a margin of 50 %, at most 1,200 pairs",
                new Seed(306),
                repetitions,
                new Fault(60, 1200, "margin: 50%", "p95", model -> model.times(1.5 * 1.2)),
                Optional.of(Required.atLeast(0.80))));
        return new Section("Power: a failover that is too slow", """
                Independent lognormal samples, median 200 ms, σ = 0.5, in six passes that have 1, 1, 2, 4, 6 and 10 of 24 parts of the pairs; the run stops where the difference is proven. A plan with one comparison gives it the whole alarm rate of latency, which is 3 % where the claims allow 5 %. Among 60 comparisons one of 60 endpoints is slow and the others have a tenth of the pairs, since what counts is the share of the alarm rate that is left to each. The product is right where a quantile of the endpoint, or the middle of its pairs, is proven to differ. The rivals see all pairs.""", rows);
    }

    private static Row row(String what, Seed seed, int repetitions, Fault fault, Optional<Required> required) {
        BenchPair pair = BenchPair.of(
                "budget: 60d\n"
                        + BenchPair.latency(
                                fault.endpoints(),
                                fault.margin() + ", floor: 1ms, ceiling: 1h, samples: "
                                        + fault.pairs() / Looks.all()
                                        + ", budget: 9d, quantiles: ["
                                        + fault.quantiles() + "]"),
                BenchPair.LATENCY);
        List<LatencyModel> healthy =
                IntStream.range(0, fault.endpoints()).mapToObj(any -> HEALTHY).toList();
        List<LatencyModel> slow = IntStream.range(0, fault.endpoints())
                .mapToObj(number -> number == 0 ? fault.change().apply(HEALTHY) : HEALTHY)
                .toList();
        String path = BenchPair.endpoint(0);
        int ofAPass = pair.contract().latency().orElseThrow().samples();
        Tally tally = new Tally();
        seed.repeat(repetitions, random -> {
            TimedStacks timed = TimedStacks.of(
                    pair,
                    healthy,
                    slow,
                    random,
                    number -> number == 0 ? ofAPass : Math.min(ofAPass, PAIRS_OF_NEIGHBOURS));
            Run run = PassLoop.run(pair.plan(), Map.of(BenchPair.LATENCY, timed));
            tally.count("proven", isProven(run, path));
            double[] primary = timed.taken(Role.PRIMARY, path, fault.pairs());
            double[] failover = timed.taken(Role.FAILOVER, path, fault.pairs());
            tally.count("Kayenta", Kayenta.classify(primary, failover) == Kayenta.Label.HIGH);
            tally.count("naive", NaiveGate.isRed(primary, failover));
        });
        Map<Rival, Rate> rivals = Map.of(Rival.KAYENTA, tally.rate("Kayenta"), Rival.NAIVE, tally.rate("naive"));
        return required.map(limit -> Row.claim(what, seed, limit, tally.rate("proven"), rivals))
                .orElseGet(() -> Row.shown(what, seed, tally.rate("proven"), rivals));
    }

    private static boolean isProven(Run run, String endpoint) {
        return run.result().findings().stream()
                .anyMatch(finding -> finding.check().value().equals(BenchPair.LATENCY)
                        && finding.subject().equals(Case.of("endpoint", endpoint))
                        && finding.kind() == FindingKind.DIFFERENT);
    }

    /**
     * What is wrong with the first endpoint of the failover, and what the contract asks.
     *
     * @param pairs of the first endpoint over all passes, at most
     */
    private record Fault(
            int endpoints, int pairs, String margin, String quantiles, UnaryOperator<LatencyModel> change) {}
}
