package org.stackparity.bench.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stackparity.environment.Contract;
import org.stackparity.environment.Pair;
import org.stackparity.environment.PairReader;
import org.stackparity.measure.Looks;
import org.stackparity.model.Plan;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Role;
import org.stackparity.model.Safety;
import org.stackparity.plan.Planner;
import org.stackparity.plan.Selection;
import org.stackparity.run.SuiteRunner;

/**
 * A pair with a contract, read, proposed and planned as {@code parity run} does it, so that rules, limits and severities
 * are those of the suite and never a copy of them. Each stack has one web node.
 *
 * @param plan of the checks that take part, as if they were all that there is
 */
record BenchPair(Pair pair, Plan plan) {
    static final String LATENCY = "LAT-01";
    static final String ERROR_RATE = "NET-02";
    static final String CONTENT = "FUN-04";

    private static final String STACK = """
            environment: %s
            role: %s
            web:
              url: https://shop.example
              nodes:
                - {name: web1, address: %s, port: 443}
              limits: {requests-per-second: 100000, connects-per-second: 100000, connections: 64}
            networks: [%s]
            """;

    /**
     * @param contract the text of {@code contract.yaml}
     * @param checks ids of those that take part
     * @param quadruples of the first pass
     */
    static BenchPair of(String contract, Set<String> checks, int quadruples) {
        Pair pair = read(contract);
        SuiteRunner suite = ServiceLoader.load(SuiteRunner.class).findFirst().orElseThrow();
        Plan plan = Planner.plan(
                suite.propose(pair, List.of()),
                new Selection(Set.of(), checks, Safety.S2, Math.min(quadruples, 20), Optional.empty()),
                pair.contract().budget());
        List<Role> rounds = IntStream.range(0, quadruples)
                .boxed()
                .flatMap(any -> Planner.ROUNDS.stream())
                .toList();
        return new BenchPair(pair, new Plan(plan.required(), rounds, false, plan.budget()));
    }

    static BenchPair of(String contract, String... checks) {
        return of(contract, Set.of(checks), 1);
    }

    /** The same without the cases of a check that have the dimension. */
    BenchPair withoutCases(String check, String dimension) {
        List<PlannedCheck> checks = plan.checks().stream()
                .map(planned -> planned.check().id().value().equals(check)
                        ? new PlannedCheck(
                                planned.check(),
                                planned.coverage(),
                                planned.reason(),
                                planned.cases().stream()
                                        .filter(each ->
                                                each.subject().find(dimension).isEmpty())
                                        .toList(),
                                planned.samples(),
                                planned.effort())
                        : planned)
                .toList();
        return new BenchPair(pair, new Plan(checks, plan.rounds(), plan.partial(), plan.budget()));
    }

    Contract contract() {
        return pair.contract();
    }

    /** How many pairs of an endpoint all passes take together, where time does not end them before. */
    int mostPairs() {
        return Looks.all() * contract().latency().orElseThrow().samples();
    }

    /** The part of a contract that has so many endpoints timed; what stands in {@code keys} goes before the defaults. */
    static String latency(int endpoints, String keys) {
        String paths =
                IntStream.range(0, endpoints).mapToObj(BenchPair::endpoint).collect(Collectors.joining(", "));
        return "latency: {endpoints: [" + paths + "]" + (keys.isEmpty() ? "" : ", " + keys) + "}\n";
    }

    static String endpoint(int number) {
        return "/endpoint-" + number;
    }

    private static Pair read(String contract) {
        try {
            Path folder = Files.createTempDirectory("bench-pair");
            try {
                Files.writeString(
                        folder.resolve("primary.yaml"),
                        STACK.formatted("dallas", "primary", "10.1.0.11", "10.1.0.0/24"));
                Files.writeString(
                        folder.resolve("failover.yaml"),
                        STACK.formatted("arizona", "failover", "10.2.0.11", "10.2.0.0/24"));
                Files.writeString(folder.resolve("contract.yaml"), contract);
                return PairReader.readWithoutSecrets(folder);
            } finally {
                for (String file : List.of("primary.yaml", "failover.yaml", "contract.yaml")) {
                    Files.deleteIfExists(folder.resolve(file));
                }
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The pair of the benchmark cannot be written.", e);
        }
    }
}
