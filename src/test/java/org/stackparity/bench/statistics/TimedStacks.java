package org.stackparity.bench.statistics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.stackparity.environment.Contract;
import org.stackparity.environment.Environment;
import org.stackparity.measure.Looks;
import org.stackparity.model.PlannedCase;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Role;
import org.stackparity.run.TimingPace;

/**
 * Answers the paired probe of latency: pairs of samples side by side, after a warm-up that is thrown away, until the
 * samples of the pass are taken or the time is up, as {@code SideBySide} does it.
 */
final class TimedStacks implements Answering {
    private static final int WARM_UP = 4;
    /** Of a request, on top of the service time: the way to a site and back. */
    static final double ROUND_TRIP_MILLIS = 20;

    /** That all other checks of a run take. */
    private static final Duration OTHERS = Duration.ofMinutes(1);

    private final Contract.Latency latency;
    private final IntUnaryOperator samples;
    private double millisOfRun;
    private final Map<String, Endpoint> endpoints = new HashMap<>();

    /** @param samples by the number of an endpoint, how many pairs a pass takes of it at most */
    private TimedStacks(Contract contract, IntUnaryOperator samples) {
        this.latency = contract.latency().orElseThrow();
        this.samples = samples;
        this.millisOfRun = contract.budget().minus(OTHERS).toMillis();
    }

    /** Stacks that answer as the models say, one for each endpoint of the contract. */
    static TimedStacks of(
            BenchPair pair, List<LatencyModel> primary, List<LatencyModel> failover, UniformRandomProvider random) {
        return of(
                pair,
                primary,
                failover,
                random,
                any -> pair.contract().latency().orElseThrow().samples());
    }

    static TimedStacks of(
            BenchPair pair,
            List<LatencyModel> primary,
            List<LatencyModel> failover,
            UniformRandomProvider random,
            IntUnaryOperator samples) {
        Contract.Latency latency = pair.contract().latency().orElseThrow();
        TimedStacks stacks = new TimedStacks(pair.contract(), samples);
        int length = Looks.all() * latency.samples() + Looks.QUADRUPLES.size() * WARM_UP;
        for (int number = 0; number < latency.endpoints().size(); number++) {
            stacks.endpoints.put(
                    latency.endpoints().get(number),
                    new Endpoint(
                            number,
                            primary.get(number).answers(random, length),
                            failover.get(number).answers(random, length)));
        }
        return stacks;
    }

    @Override
    public void answer(PlannedCheck check, List<PlannedCase> asked, Pass pass, Recording recording) {
        int lanes = pairsAtOnce(check, asked.size(), pass);
        double most = Math.min(latency.budget().toMillis(), pass.number() == 1 ? millisOfRun / 2 : millisOfRun);
        double millisLeft = most * lanes;
        int quadruples = Collections.frequency(pass.rounds(), Role.PRIMARY) / 2;
        for (int number = -WARM_UP; number < quadruples * latency.samples() && millisLeft > 0; number++) {
            for (PlannedCase each : asked) {
                Endpoint endpoint = endpoint(each.subject().get("endpoint"));
                if (number >= quadruples * samples.applyAsInt(endpoint.number()) || millisLeft <= 0) {
                    continue;
                }
                double primary = round(endpoint.ofPrimary().next());
                double failover = round(endpoint.ofFailover().next());
                millisLeft -= primary + failover + 2 * ROUND_TRIP_MILLIS;
                if (number >= 0) {
                    Optional<String> pair = Optional.of(pass.number() + ".1." + (number + 1));
                    endpoint.primary().add(primary);
                    endpoint.failover().add(failover);
                    recording.add(
                            Role.PRIMARY, check.check(), each.subject(), pass.firstRound(), pair, values(primary));
                    recording.add(
                            Role.FAILOVER, check.check(), each.subject(), pass.firstRound(), pair, values(failover));
                }
            }
        }
        millisOfRun -= most - millisLeft / lanes;
    }

    /** As {@code ParityRun} and {@code SideBySide} have it, with the limits of an environment that names none. */
    private int pairsAtOnce(PlannedCheck check, int open, Pass pass) {
        List<TimingPace.Timed> timed = pass.open().stream()
                .filter(each -> each.check().equals(check.check().id()))
                .map(each -> new TimingPace.Timed(
                        each.missingPairs(),
                        endpoint(each.subject().get("endpoint")).millisOfPair()))
                .toList();
        int needed = TimingPace.pairsAtOnce(
                timed,
                Collections.frequency(pass.rounds(), Role.PRIMARY) / 2 * latency.samples(),
                Duration.ofMillis((long) millisOfRun));
        return Math.max(
                Math.min(open, latency.pairsAtOnce(1)), Math.min(needed, 2 * Environment.Limits.DEFAULT.connections()));
    }

    /** The first so many samples of an endpoint of a stack; what the run did not ask for any more is asked now. */
    double[] taken(Role role, String path, int pairs) {
        Endpoint endpoint = endpoint(path);
        while (endpoint.primary().size() < pairs) {
            endpoint.primary().add(round(endpoint.ofPrimary().next()));
            endpoint.failover().add(round(endpoint.ofFailover().next()));
        }
        List<Double> taken = role == Role.PRIMARY ? endpoint.primary() : endpoint.failover();
        return taken.stream().limit(pairs).mapToDouble(Double::doubleValue).toArray();
    }

    /** How many pairs the run took of an endpoint. */
    int pairs(String path) {
        return endpoint(path).primary().size();
    }

    List<String> paths() {
        return latency.endpoints();
    }

    private Endpoint endpoint(String path) {
        return Optional.ofNullable(endpoints.get(path)).orElseThrow();
    }

    static Map<String, String> values(double service) {
        Map<String, String> values = new TreeMap<>();
        values.put("service", Double.toString(service));
        values.put("status", "200");
        return values;
    }

    /** To the three decimals that samples are written with. */
    private static double round(double millis) {
        return Math.max(1, Math.rint(millis * 1000)) / 1000;
    }

    /** One endpoint of both stacks, with what was sampled of it. */
    private record Endpoint(
            int number,
            LatencyModel.Answers ofPrimary,
            LatencyModel.Answers ofFailover,
            List<Double> primary,
            List<Double> failover) {
        Endpoint(int number, LatencyModel.Answers ofPrimary, LatencyModel.Answers ofFailover) {
            this(number, ofPrimary, ofFailover, new ArrayList<>(), new ArrayList<>());
        }

        double millisOfPair() {
            return Stream.of(primary, failover)
                    .mapToDouble(taken -> taken.stream()
                                    .mapToDouble(Double::doubleValue)
                                    .average()
                                    .orElse(0)
                            + ROUND_TRIP_MILLIS)
                    .sum();
        }
    }
}
