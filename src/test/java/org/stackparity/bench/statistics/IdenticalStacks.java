package org.stackparity.bench.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.stackparity.model.Role;
import org.stackparity.model.Verdict;

/** How often two identical stacks are refused: the false NO-GO of a whole verdict, and what each family adds to it. */
final class IdenticalStacks implements Scenario {
    private static final int ENDPOINTS = 20;
    private static final int FIELDS = 100;
    /** From the fastest endpoint to the slowest. */
    private static final double SPREAD = 20;

    private static final int REQUESTS_OF_A_PASS = 500;
    private static final String THREE_QUANTILES = "quantiles: [p50, p95, p99], budget: 1d";

    @Override
    public String name() {
        return "identical";
    }

    @Override
    public Section run(int repetitions) {
        List<Row> rows = new ArrayList<>();
        rows.addAll(whole(repetitions));
        rows.addAll(latency(
                "latency, autocorrelation 0.8",
                new Seed(102),
                repetitions,
                THREE_QUANTILES,
                model -> model.correlated(0.8)));
        rows.addAll(latency(
                "latency, drift 20 %", new Seed(103), repetitions, THREE_QUANTILES, model -> model.drifting(0.2)));
        String equal = "margin: 0.0001%, floor: 1ms, ceiling: 1h, samples: 40, " + THREE_QUANTILES;
        UnaryOperator<LatencyModel> slow = model -> model.times(20);
        rows.addAll(latency("latency, no margin, independent", new Seed(104), repetitions, equal, slow));
        rows.addAll(latency(
                "latency, no margin, autocorrelation 0.8",
                new Seed(105),
                repetitions,
                equal,
                model -> slow.apply(model).correlated(0.8)));
        rows.addAll(latency(
                "latency, no margin, drift 20 %",
                new Seed(106), repetitions, equal, model -> slow.apply(model).drifting(0.2)));
        return new Section("Identical stacks: false NO-GO", """
                20 endpoints × p50, p95 and p99 of a node (60 comparisons), lognormal with σ = 0.5, medians from 20 to 400 ms, up to six passes of 80, 80, 160, 320, 480 and 800 pairs; 500 requests a node and pass, of which 0.1 % fail on both stacks; one call with 100 fields, each with 0.1 to 1 % noise. The product is red where its verdict is NO-GO. Drift: both stacks get 20 % slower over the run, evenly. "No margin": the contract allows nothing (0.0001 %, floor 1 ms of some seconds), so that identical stacks stand at the margin and every alarm counts that the default margin would hide; with half of the pairs.

                The rivals see the same samples: a run of theirs is red where an endpoint (Kayenta: classified high; p95) or a field (Diffy: critical, over the quadruples of the run) is.""", rows);
    }

    private List<Row> whole(int repetitions) {
        Seed seed = new Seed(101);
        BenchPair pair = BenchPair.of(
                "api: [{get: /api/call}]\npages: [/]\nbudget: 60d\n" + BenchPair.latency(ENDPOINTS, THREE_QUANTILES),
                BenchPair.LATENCY,
                BenchPair.ERROR_RATE,
                BenchPair.CONTENT);
        BenchPair asked = pair.withoutCases(BenchPair.CONTENT, "page");
        List<LatencyModel> models = models(UnaryOperator.identity());
        Tally tally = new Tally();
        seed.repeat(repetitions, random -> {
            TimedStacks timed = TimedStacks.of(asked, models, models, random);
            List<FieldModel> fields = FunctionalNoise.rarelyNoisy(FIELDS, random);
            TalkingStacks talking = new TalkingStacks(fields, fields, random);
            ErrorModel errors = new ErrorModel(0.001, 1);
            TalliedStacks tallied =
                    new TalliedStacks(errors.requests(random), errors.requests(random), REQUESTS_OF_A_PASS);
            Run run = PassLoop.run(
                    asked.plan(),
                    Map.of(BenchPair.LATENCY, timed, BenchPair.ERROR_RATE, tallied, BenchPair.CONTENT, talking));
            Verdict verdict = run.verdict();
            tally.count("verdict", verdict == Verdict.NO_GO);
            tally.count("GO", verdict == Verdict.GO);
            tally.count("latency", run.alarms(BenchPair.LATENCY));
            tally.count("errors", run.alarms(BenchPair.ERROR_RATE));
            tally.count("content", run.alarms(BenchPair.CONTENT));
            countRivals(tally, timed, asked);
            tally.count("Diffy", talking.isCriticalForDiffy());
        });
        Map<Rival, Rate> all = new LinkedHashMap<>(rivals(tally));
        all.put(Rival.DIFFY, tally.rate("Diffy"));
        return List.of(
                Row.claim("whole verdict, independent", seed, Required.atMost(0.05), tally.rate("verdict"), all),
                Row.claim("of it latency", seed, Required.atMost(0.03), tally.rate("latency"), rivals(tally)),
                Row.claim("of it error rates", seed, Required.atMost(0.01), tally.rate("errors"), Map.of()),
                Row.claim(
                        "of it functional noise",
                        seed,
                        Required.atMost(0.01),
                        tally.rate("content"),
                        Map.of(Rival.DIFFY, tally.rate("Diffy"))),
                Row.shown("the same runs: GO (the rest is UNDECIDED)", seed, tally.rate("GO"), Map.of()));
    }

    private static List<Row> latency(
            String what, Seed seed, int repetitions, String keys, UnaryOperator<LatencyModel> change) {
        BenchPair pair = BenchPair.of("budget: 60d\n" + BenchPair.latency(ENDPOINTS, keys), BenchPair.LATENCY);
        List<LatencyModel> models = models(change);
        Tally tally = new Tally();
        seed.repeat(repetitions, random -> {
            TimedStacks timed = TimedStacks.of(pair, models, models, random);
            Run run = PassLoop.run(pair.plan(), Map.of(BenchPair.LATENCY, timed));
            tally.count("verdict", run.verdict() == Verdict.NO_GO);
            countRivals(tally, timed, pair);
        });
        return List.of(Row.claim(what, seed, Required.atMost(0.05), tally.rate("verdict"), rivals(tally)));
    }

    private static void countRivals(Tally tally, TimedStacks timed, BenchPair pair) {
        int pairs = pair.mostPairs();
        boolean kayenta = false;
        boolean naive = false;
        for (String path : timed.paths()) {
            double[] primary = timed.taken(Role.PRIMARY, path, pairs);
            double[] failover = timed.taken(Role.FAILOVER, path, pairs);
            kayenta |= Kayenta.classify(primary, failover) == Kayenta.Label.HIGH;
            naive |= NaiveGate.isRed(primary, failover);
        }
        tally.count("Kayenta", kayenta);
        tally.count("naive", naive);
    }

    private static Map<Rival, Rate> rivals(Tally tally) {
        return Map.of(Rival.KAYENTA, tally.rate("Kayenta"), Rival.NAIVE, tally.rate("naive"));
    }

    private static List<LatencyModel> models(UnaryOperator<LatencyModel> change) {
        return models(ENDPOINTS, 20, 0.5, change);
    }

    /** Endpoints of growing medians, each larger by the same factor and the last 20 times as large as the first. */
    static List<LatencyModel> models(int endpoints, double fastest, double sigma, UnaryOperator<LatencyModel> change) {
        return IntStream.range(0, endpoints)
                .mapToObj(number -> change.apply(LatencyModel.lognormal(
                        fastest * Math.pow(SPREAD, number / Math.max(1.0, endpoints - 1.0)), sigma)))
                .toList();
    }
}
