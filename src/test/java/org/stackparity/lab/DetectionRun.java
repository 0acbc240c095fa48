package org.stackparity.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stackparity.cli.ContainerLab.Detection;
import org.stackparity.cli.ContainerLab.Folders;
import org.stackparity.cli.ContainerLab.Outcome;
import org.stackparity.cli.ContainerLab.SuiteRun;
import tools.jackson.databind.json.JsonMapper;

/** Seeds one drift after the other, lets the suite run on each, and keeps what came of it until all are done. */
final class DetectionRun {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Lab lab;
    private final Folders folders;
    private final SuiteRun suite;
    private final PrintWriter out;
    private final boolean endsWithUs;
    private final Path results;
    private final Map<Stage, List<String>> states = new EnumMap<>(Stage.class);
    private int done;

    /** @param endsWithUs whether nobody uses the lab after this process */
    DetectionRun(Lab lab, Folders folders, SuiteRun suite, PrintWriter out, boolean endsWithUs) {
        this.lab = lab;
        this.folders = folders;
        this.suite = suite;
        this.out = out;
        this.endsWithUs = endsWithUs;
        this.results = folders.work().resolve("trials");
    }

    /** Tries everything that has no result yet; the results of all are the matrix's. */
    List<Trial> run(Detection detection) throws IOException {
        Files.createDirectories(results);
        if (detection.fresh()) {
            forget();
        }
        List<Drift> drifts = detection.drifts().stream()
                .map(Drifts::find)
                .sorted(Comparator.comparing(Drift::stage))
                .toList();
        int all = drifts.size() + detection.twins();
        List<Trial> trials = new ArrayList<>();
        for (int twin : IntStream.rangeClosed(1, detection.twins()).toArray()) {
            trials.add(kept("twin-" + twin, all, () -> tryTwin("twin-" + twin)));
        }
        for (Drift drift : drifts) {
            trials.add(kept(drift.name(), all, () -> tryDrift(drift)));
        }
        forget();
        return trials;
    }

    private interface Attempt {
        Trial make() throws IOException;
    }

    /** The result of an unfinished run before this one, or a new one. */
    private Trial kept(String name, int all, Attempt attempt) throws IOException {
        done++;
        Path file = results.resolve(name + ".json");
        if (Files.exists(file)) {
            return JSON.readValue(Files.readString(file), Trial.class);
        }
        Trial trial = attempt.make();
        Files.writeString(file, JSON.writeValueAsString(trial));
        out.println(String.format(Locale.ROOT, "%3d/%d %s", done, all, line(trial)));
        out.flush();
        return trial;
    }

    private static String line(Trial trial) {
        if (trial.isHealthy()) {
            return String.format(
                    Locale.ROOT,
                    "%-26s %s%s, %.0f s",
                    trial.drift(),
                    trial.verdict(),
                    trial.isCaught() ? "" : " " + trial.blockers() + " " + trial.run(),
                    trial.seconds());
        }
        return String.format(
                Locale.ROOT,
                "%-26s %s, %s of %d, %.0f s%s",
                trial.drift(),
                trial.isCaught() ? "caught" : "MISSED: " + trial.expected() + " but red are " + trial.red(),
                trial.isNamed()
                        ? "cause " + trial.position()
                        : trial.position() == 0 ? "NOT NAMED" : "NAMED LATE, cause " + trial.position(),
                trial.causes(),
                trial.seconds(),
                trial.isCaught() && trial.isNamed() ? "" : " " + trial.run());
    }

    private Trial tryTwin(String name) throws IOException {
        new Failover(lab, folders.pair()).promote(false);
        writePair();
        return runSuite(name, Optional.empty());
    }

    private Trial tryDrift(Drift drift) throws IOException {
        Failover failover = new Failover(lab, folders.pair());
        failover.promote(drift.stage() == Stage.PROMOTED);
        requireAsBefore(drift.stage(), failover.state());
        writePair();
        Thread interrupted = new Thread(failover::revert, "lab-revert");
        if (!endsWithUs) {
            Runtime.getRuntime().addShutdownHook(interrupted);
        }
        try {
            drift.change().apply(failover);
            failover.settle();
            return runSuite(drift.name(), Optional.of(drift));
        } finally {
            failover.revert();
            if (!endsWithUs) {
                Runtime.getRuntime().removeShutdownHook(interrupted);
            }
        }
    }

    /** A drift that left something behind would be found in the place of the next one. */
    private void requireAsBefore(Stage stage, List<String> state) {
        List<String> before = states.putIfAbsent(stage, state);
        if (before == null || before.equals(state)) {
            return;
        }
        List<String> changed = Stream.concat(
                        before.stream().filter(line -> !state.contains(line)).map(line -> "- " + line),
                        state.stream().filter(line -> !before.contains(line)).map(line -> "+ " + line))
                .toList();
        throw new LabException("The failover is not what it was before the first drift: " + changed
                + ". Remove the lab by ./parity lab down, and start again.");
    }

    private void writePair() throws IOException {
        LabPair.write(lab, folders.pair(), folders.demo().resolve("contract.yaml"));
    }

    private Trial runSuite(String name, Optional<Drift> drift) throws IOException {
        long start = System.nanoTime();
        Outcome outcome = suite.run(folders.pair());
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
        SeenReport report = SeenReport.of(outcome.folder());
        List<List<String>> facts = drift.map(Drift::facts).orElse(List.of());
        List<String> others = report.blocking().stream()
                .filter(blocking ->
                        facts.stream().noneMatch(words -> words.stream().allMatch(blocking::contains)))
                .toList();
        return new Trial(
                name,
                drift.map(Drift::driftClass).orElse(""),
                drift.map(Drift::isBenign).orElse(true),
                drift.map(Drift::checks).orElse(List.of()),
                report.red(),
                report.verdict(),
                facts.stream().map(report::position).toList(),
                report.causes(),
                others,
                seconds,
                outcome.folder().toString());
    }

    private void forget() throws IOException {
        try (Stream<Path> files = Files.list(results)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
