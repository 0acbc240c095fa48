package org.stackparity.bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.environment.Pair;
import org.stackparity.measure.Looks;
import org.stackparity.model.Check;
import org.stackparity.model.Evidence;
import org.stackparity.model.Observation;
import org.stackparity.model.PlannedCase;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Role;
import org.stackparity.model.Verdict;
import org.stackparity.run.FingerprintKey;
import org.stackparity.run.ParityRun;
import org.stackparity.run.Progress;
import org.stackparity.run.SuiteRequest;
import org.stackparity.run.SuiteRunner;

/** The loop of the benchmark asks what a run asks. */
class PassLoopTest {
    private static final int ENDPOINTS = 3;

    @TempDir
    Path folder;

    private final BenchPair pair = BenchPair.of(
                    "api: [{get: /api/call}]\nbudget: 60d\n" + BenchPair.latency(ENDPOINTS, "samples: 10, budget: 1d"),
                    BenchPair.LATENCY,
                    BenchPair.ERROR_RATE,
                    BenchPair.CONTENT)
            .withoutCases(BenchPair.CONTENT, "page");

    @Test
    void asksWhatARunAsks() {
        Run run = PassLoop.run(pair.plan(), stacks());
        List<Evidence> evidences = new ParityRun(
                        new Simulated(stacks()),
                        pair.pair(),
                        pair.plan(),
                        List.of(),
                        folder,
                        folder,
                        "bench",
                        "bench",
                        FingerprintKey.ofOneRun(),
                        Clock.fixed(Recording.START, ZoneOffset.UTC),
                        Progress.SILENT)
                .record();
        assertThat(run.passes()).isEqualTo(Looks.QUADRUPLES.size());
        for (Evidence evidence : evidences) {
            assertThat(seen(evidence))
                    .isEqualTo(seen(run.recording().evidence(evidence.header().role())));
        }
    }

    private static List<String> seen(Evidence evidence) {
        return evidence.observations().stream()
                .map(one ->
                        one.check() + " " + one.subject() + " " + one.round() + " " + one.pair() + " " + one.values())
                .toList();
    }

    private Map<String, Answering> stacks() {
        UniformRandomProvider random = new Seed(11).repetition(0);
        List<LatencyModel> models = IdenticalStacks.models(ENDPOINTS, 20, 0.5, UnaryOperator.identity());
        List<FieldModel> fields = FunctionalNoise.rarelyNoisy(20, random);
        ErrorModel errors = new ErrorModel(0.001, 1);
        return Map.of(
                BenchPair.LATENCY,
                TimedStacks.of(pair, models, models, new Seed(12).repetition(0)),
                BenchPair.ERROR_RATE,
                new TalliedStacks(
                        errors.requests(new Seed(13).repetition(0)), errors.requests(new Seed(14).repetition(0)), 500),
                BenchPair.CONTENT,
                new TalkingStacks(fields, fields, new Seed(15).repetition(0)));
    }

    @Test
    void endsWhereAGoIsForbidden() {
        List<LatencyModel> models = IdenticalStacks.models(1, 20, 0.3, UnaryOperator.identity());
        BenchPair one =
                BenchPair.of("budget: 60d\n" + BenchPair.latency(1, "budget: 1d, floor: 1ms"), BenchPair.LATENCY);
        TimedStacks slow = TimedStacks.of(
                one, models, models.stream().map(model -> model.times(5)).toList(), new Seed(16).repetition(0));
        Run run = PassLoop.run(one.plan(), Map.of(BenchPair.LATENCY, slow));
        assertThat(run.verdict()).isEqualTo(Verdict.NO_GO);
        assertThat(run.alarms(BenchPair.LATENCY)).isTrue();
        assertThat(run.passes()).isLessThan(Looks.QUADRUPLES.size());
    }

    @Test
    void saysGoWhereNothingIsOpen() {
        List<LatencyModel> models = IdenticalStacks.models(1, 20, 0.1, UnaryOperator.identity());
        BenchPair one = BenchPair.of("budget: 60d\n" + BenchPair.latency(1, "budget: 1d"), BenchPair.LATENCY);
        TimedStacks alike = TimedStacks.of(one, models, models, new Seed(17).repetition(0));
        Run run = PassLoop.run(one.plan(), Map.of(BenchPair.LATENCY, alike));
        assertThat(run.verdict()).isEqualTo(Verdict.GO);
        assertThat(run.passes()).isEqualTo(1);
        assertThat(alike.pairs(BenchPair.endpoint(0))).isEqualTo(80);
    }

    @Test
    void endpointsShareTheTime() {
        BenchPair one = BenchPair.of("budget: 60d\n" + BenchPair.latency(2, "budget: 10s"), BenchPair.LATENCY);
        List<LatencyModel> models = Stream.generate(() -> LatencyModel.lognormal(180, 0.001))
                .limit(2)
                .toList();
        TimedStacks timed = TimedStacks.of(one, models, models, new Seed(18).repetition(0));
        PassLoop.run(one.plan(), Map.of(BenchPair.LATENCY, timed), 1);
        // two pairs at once for ten seconds, of which a pair takes 400 ms, and the first four are thrown away
        assertThat(timed.pairs(BenchPair.endpoint(0))).isBetween(20, 21);
    }

    /** A suite whose answers are simulated. */
    private record Simulated(Map<String, Answering> stacks) implements SuiteRunner {
        @Override
        public List<Check> checks(List<Path> extensions) {
            return List.of();
        }

        @Override
        public List<PlannedCheck> propose(Pair asked, List<Path> extensions) {
            return List.of();
        }

        @Override
        public void run(SuiteRequest request) {
            Recording recording = new Recording(request.plan());
            for (PlannedCheck planned : request.plan().required()) {
                List<PlannedCase> open = planned.cases().stream()
                        .filter(each -> request.asked().test(planned.check().id(), each.subject()))
                        .toList();
                if (!open.isEmpty()) {
                    Objects.requireNonNull(stacks.get(planned.check().id().value()))
                            .answer(
                                    planned,
                                    open,
                                    new Answering.Pass(
                                            request.pass(), request.firstRound(), request.rounds(), List.of()),
                                    recording);
                }
            }
            for (Role role : Role.values()) {
                List<Observation> seen =
                        new ArrayList<>(recording.evidence(role).observations());
                seen.forEach(one -> request.recording().accept(role, one));
            }
        }
    }
}
