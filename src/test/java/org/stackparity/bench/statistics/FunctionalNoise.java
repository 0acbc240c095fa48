package org.stackparity.bench.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.stackparity.model.Case;
import org.stackparity.model.FindingKind;

/** Differences of content among fields that vary by themselves. */
final class FunctionalNoise implements Scenario {
    private static final String CONTRACT = "api: [{get: /api/call}]\nbudget: 60d\n";
    private static final Case CALL = Case.of("api", "/api/call");
    private static final double LEAST_NOISE = 0.001;
    private static final double MOST_NOISE = 0.01;

    @Override
    public String name() {
        return "noise";
    }

    @Override
    public Section run(int repetitions) {
        List<Row> rows = new ArrayList<>();
        rows.add(deterministic(repetitions));
        rows.add(deterministicInARun(repetitions));
        rows.addAll(identical(repetitions));
        rows.add(rareFault("the fault says something new each time", "", new Seed(505), repetitions));
        rows.add(rareFault("the fault always says the same", "broken", new Seed(506), repetitions));
        return new Section("Functional noise", """
                One call whose fields are compared. Deterministic difference: 100 fields that say one of four other values in 10 % of answers, and one that differs always; proven by a plan of so many quadruples, and by the passes of a run (1, 1, 2, 4, 6 quadruples). Identical stacks: 1,000 fields, of which 990 have 0.1 to 1 % noise (evenly spread logarithms, a new value each time), 8 rotate over five values and 2 are split tests, in the passes of a run. Rare fault: one field with 20 % noise over four values; the failover is wrong in 5 % of 1,000 answers of each stack (500 quadruples), the risk not shared with other fields. Diffy sees each quadruple as a request.""", rows);
    }

    /** So many fields with 0.1 to 1 % noise, new values each time. */
    static List<FieldModel> rarelyNoisy(int fields, UniformRandomProvider random) {
        return IntStream.range(0, fields)
                .mapToObj(any ->
                        FieldModel.noisy(LEAST_NOISE * Math.pow(MOST_NOISE / LEAST_NOISE, random.nextDouble()), 0))
                .toList();
    }

    private static List<FieldModel> withADifference(boolean failover) {
        Stream<FieldModel> noisy = IntStream.range(0, 100).mapToObj(any -> FieldModel.noisy(0.1, 4));
        FieldModel last = FieldModel.noisy(0, 0);
        return Stream.concat(noisy, Stream.of(failover ? last.withFault(1, "wrong") : last))
                .toList();
    }

    private static Row deterministic(int repetitions) {
        Seed seed = new Seed(501);
        BenchPair pair = BenchPair.of(CONTRACT, Set.of(BenchPair.CONTENT), 7);
        Tally tally = new Tally();
        seed.repeat(repetitions, random -> {
            TalkingStacks stacks = new TalkingStacks(withADifference(false), withADifference(true), random);
            Run run = PassLoop.run(pair.plan(), Map.of(BenchPair.CONTENT, stacks), 1);
            tally.count("proven", isProven(run, 100));
            tally.count("Diffy", stacks.isCriticalForDiffy(100));
        });
        return Row.claim(
                "a difference among 100 noisy fields, 7 quadruples",
                seed,
                Required.atLeast(0.99),
                tally.rate("proven"),
                Map.of(Rival.DIFFY, tally.rate("Diffy")));
    }

    private static Row deterministicInARun(int repetitions) {
        Seed seed = new Seed(502);
        BenchPair pair = BenchPair.of(CONTRACT, BenchPair.CONTENT);
        Tally tally = new Tally();
        seed.repeat(repetitions, random -> {
            TalkingStacks stacks = new TalkingStacks(withADifference(false), withADifference(true), random);
            Run run = PassLoop.run(pair.plan(), Map.of(BenchPair.CONTENT, stacks), 4);
            tally.count("proven", isProven(run, 100));
        });
        return Row.shown(
                "the same in the passes of a run, 8 quadruples after the fourth", seed, tally.rate("proven"), Map.of());
    }

    private static List<Row> identical(int repetitions) {
        Seed seed = new Seed(503);
        BenchPair pair = BenchPair.of(CONTRACT, BenchPair.CONTENT);
        Tally tally = new Tally();
        seed.repeat(repetitions, random -> {
            List<FieldModel> fields = Stream.of(
                            rarelyNoisy(990, random).stream(),
                            Stream.generate(() -> FieldModel.rotating(5)).limit(8),
                            Stream.generate(() -> FieldModel.rotating(2)).limit(2))
                    .flatMap(each -> each)
                    .toList();
            TalkingStacks stacks = new TalkingStacks(fields, fields, random);
            Run run = PassLoop.run(pair.plan(), Map.of(BenchPair.CONTENT, stacks));
            tally.count("silent", !run.alarms(BenchPair.CONTENT));
            tally.count(
                    "settled",
                    run.result().findings().stream()
                            .noneMatch(finding ->
                                    finding.isOpen() || finding.kind().isUnknown()));
            tally.count("Diffy", !stacks.isCriticalForDiffy());
        });
        return List.of(
                Row.claim(
                        "identical, 1,000 fields: no finding",
                        seed,
                        Required.atLeast(0.99),
                        tally.rate("silent"),
                        Map.of(Rival.DIFFY, tally.rate("Diffy"))),
                Row.shown("the same runs: nothing is left unproven either", seed, tally.rate("settled"), Map.of()));
    }

    private static Row rareFault(String what, String value, Seed seed, int repetitions) {
        BenchPair pair = BenchPair.of(CONTRACT, Set.of(BenchPair.CONTENT), 500);
        FieldModel healthy = FieldModel.noisy(0.2, 4);
        Tally tally = new Tally();
        seed.repeat(repetitions, random -> {
            TalkingStacks stacks = new TalkingStacks(List.of(healthy), List.of(healthy.withFault(0.05, value)), random);
            Run run = PassLoop.run(pair.plan(), Map.of(BenchPair.CONTENT, stacks), 1);
            tally.count("found", isProven(run, 0));
            tally.count("Diffy", stacks.isCriticalForDiffy());
        });
        return Row.claim(
                "a fault of 5 % under 20 % noise; " + what,
                seed,
                Required.atLeast(0.70),
                tally.rate("found"),
                Map.of(Rival.DIFFY, tally.rate("Diffy")));
    }

    private static boolean isProven(Run run, int field) {
        return run.kind(BenchPair.CONTENT, CALL, TalkingStacks.path(field)).equals(Optional.of(FindingKind.DIFFERENT));
    }
}
