package org.stackparity.bench.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** What the rules of other tools do on data for which their errors are known: a check of the rivals, not of the product. */
final class PublishedFigures implements Scenario {
    private static final int REQUESTS = 1_000;
    private static final int POINTS = 60;

    @Override
    public String name() {
        return "rivals";
    }

    @Override
    public Section run(int repetitions) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(
                "identical pair, 50 fields with 0.1–1 % noise, 1,000 requests: some field critical",
                "almost every run", Rival.DIFFY, new Seed(701), repetitions, PublishedFigures::diffyOfAnIdenticalPair));
        rows.add(row(
                "a field with 70 % noise that always differs on the candidate",
                "never (noise above 66.7 %)",
                Rival.DIFFY,
                new Seed(702),
                repetitions,
                random -> diffyOfAField(0.7, 1, random)));
        rows.add(row(
                "a fault of 5 % under 20 % noise, 1,000 requests",
                "0 %", Rival.DIFFY, new Seed(703), repetitions, random -> diffyOfAField(0.2, 0.05, random)));
        rows.add(new Row(
                "the same, McNemar's exact test at one-sided 5 %",
                repetitions,
                new Seed(703),
                "71 %",
                rate(new Seed(703), repetitions, PublishedFigures::mcNemar).toString(),
                "",
                Map.of()));
        LatencyModel model = LatencyModel.lognormal(100, 0.5);
        for (int points : new int[] {POINTS, 500}) {
            rows.add(row(
                    "identical metrics, autocorrelation 0.8, " + points + " points: high or low",
                    "29 %",
                    Rival.KAYENTA,
                    new Seed(points == POINTS ? 704 : 705),
                    repetitions,
                    random -> alarms(
                            model.correlated(0.8),
                            model.correlated(0.8),
                            points,
                            random,
                            label -> label == Kayenta.Label.PASS ? 0 : 1)));
        }
        int seed = 711;
        for (double sigma : new double[] {0.1, 0.5}) {
            for (double share : new double[] {0.45, 0.5, 0.6}) {
                rows.add(row(
                        Math.round(100 * share) + " % of 60 points × 10, σ = " + sigma + ": high",
                        share < 0.5 ? "88 %" : "0 %",
                        Rival.KAYENTA,
                        new Seed(seed++),
                        repetitions,
                        random -> slowed(share, sigma, random)));
            }
        }
        rows.add(row(
                "identical endpoint, n = 100, σ = 0.5",
                "10.5 %",
                Rival.NAIVE,
                new Seed(901),
                repetitions,
                random -> naive(1, random)));
        rows.add(row(
                "one of 20 identical endpoints",
                "89 %",
                Rival.NAIVE,
                new Seed(902),
                repetitions,
                random -> naive(20, random)));
        return new Section("The rivals against their known figures", """
                The rules of the other tools on the data of the design's section 7; Diffy: primary, secondary and candidate are asked the same requests, the noisy values are new each time. Kayenta: lognormal points, of σ = 0.5 where nothing else stands; the figures of 45 to 60 % are those of σ = 0.1, and with wider points the rule is as little monotone in another way.""", List.of("known figure", "McNemar"), rows);
    }

    private static Row row(
            String what,
            String figure,
            Rival rival,
            Seed seed,
            int repetitions,
            ToIntFunction<UniformRandomProvider> hit) {
        return new Row(
                what,
                repetitions,
                seed,
                figure,
                "",
                "",
                Map.of(rival, rate(seed, repetitions, hit).toString()));
    }

    private static Rate rate(Seed seed, int repetitions, ToIntFunction<UniformRandomProvider> hit) {
        return new Rate(
                IntStream.range(0, repetitions)
                        .parallel()
                        .map(repetition -> hit.applyAsInt(seed.repetition(repetition)))
                        .sum(),
                repetitions);
    }

    private static int diffyOfAnIdenticalPair(UniformRandomProvider random) {
        return FunctionalNoise.rarelyNoisy(50, random).stream()
                        .anyMatch(field -> isCritical(Differences.of(field, field, random)))
                ? 1
                : 0;
    }

    private static int diffyOfAField(double noise, double fault, UniformRandomProvider random) {
        // the secondary differs from the primary in so many requests: noise is taken on one side of the pair
        FieldModel usual = FieldModel.noisy(0, 0);
        return isCritical(Differences.of(
                        usual,
                        FieldModel.noisy(noise, 0),
                        FieldModel.noisy(noise, 0).withFault(fault, ""),
                        random))
                ? 1
                : 0;
    }

    private static boolean isCritical(Differences seen) {
        return Diffy.isCritical(seen.raw(), seen.noise(), REQUESTS);
    }

    /** Requests in which only the candidate differs, among those in which one of the two does. */
    private static int mcNemar(UniformRandomProvider random) {
        FieldModel usual = FieldModel.noisy(0, 0);
        Differences seen = Differences.of(
                usual, FieldModel.noisy(0.2, 0), FieldModel.noisy(0.2, 0).withFault(0.05, ""), random);
        int discordant = seen.rawOnly() + seen.noiseOnly();
        return discordant > 0
                        && BinomialDistribution.of(discordant, 0.5).survivalProbability(seen.rawOnly() - 1) <= 0.05
                ? 1
                : 0;
    }

    private static int alarms(
            LatencyModel control,
            LatencyModel experiment,
            int points,
            UniformRandomProvider random,
            ToIntFunction<Kayenta.Label> counts) {
        return counts.applyAsInt(Kayenta.classify(
                control.answers(random, points).next(points),
                experiment.answers(random, points).next(points)));
    }

    private static int slowed(double share, double sigma, UniformRandomProvider random) {
        LatencyModel model = LatencyModel.lognormal(100, sigma);
        double[] control = model.answers(random, POINTS).next(POINTS);
        double[] experiment = model.answers(random, POINTS).next(POINTS);
        for (int i = 0; i < Math.round(share * POINTS); i++) {
            experiment[i] *= 10;
        }
        return Kayenta.classify(control, experiment) == Kayenta.Label.HIGH ? 1 : 0;
    }

    private static int naive(int endpoints, UniformRandomProvider random) {
        LatencyModel model = LatencyModel.lognormal(100, 0.5);
        return IntStream.range(0, endpoints)
                        .anyMatch(any -> NaiveGate.isRed(
                                model.answers(random, 100).next(100),
                                model.answers(random, 100).next(100)))
                ? 1
                : 0;
    }

    /**
     * In how many requests a field differed from the primary's.
     *
     * @param raw on the candidate
     * @param noise on the secondary
     * @param rawOnly on the candidate and not on the secondary
     */
    private record Differences(int raw, int noise, int rawOnly, int noiseOnly) {
        static Differences of(FieldModel stack, FieldModel candidate, UniformRandomProvider random) {
            return of(stack, stack, candidate, random);
        }

        static Differences of(
                FieldModel primary, FieldModel secondary, FieldModel candidate, UniformRandomProvider random) {
            int[] counts = new int[4];
            for (int request = 0; request < REQUESTS; request++) {
                String expected = primary.next(random);
                boolean noisy = !expected.equals(secondary.next(random));
                boolean raw = !expected.equals(candidate.next(random));
                counts[0] += raw ? 1 : 0;
                counts[1] += noisy ? 1 : 0;
                counts[2] += raw && !noisy ? 1 : 0;
                counts[3] += noisy && !raw ? 1 : 0;
            }
            return new Differences(counts[0], counts[1], counts[2], counts[3]);
        }
    }
}
