package org.stackparity.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stackparity.cli.ContainerLab;
import org.stackparity.cli.ContainerLab.Detection;
import org.stackparity.cli.ContainerLab.SuiteRun;
import org.stackparity.cli.RunOutcome;
import org.stackparity.store.ShopHost;
import org.stackparity.store.host.Folders;
import tools.jackson.databind.json.JsonMapper;

/** Seeds one drift after the other, lets the suite run on each, and keeps what came of it until all are done. */
final class DetectionRun {
    /** In the folder of the pair while a drift is in the lab; a lab that starts is without one. */
    static final String MARKER = ".seeded";

    private static final Logger LOG = LoggerFactory.getLogger(DetectionRun.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Lab lab;
    private final ContainerLab.Folders folders;
    private final SuiteRun suite;
    private final PrintWriter out;
    private final boolean endsWithUs;
    private final Path results;
    private final Path marker;
    private List<String> before = List.of();
    private int done;

    /** @param endsWithUs whether nobody uses the lab after this process */
    DetectionRun(Lab lab, ContainerLab.Folders folders, SuiteRun suite, PrintWriter out, boolean endsWithUs)
            throws IOException {
        this.lab = lab;
        this.folders = folders;
        this.suite = suite;
        this.out = out;
        this.endsWithUs = endsWithUs;
        this.results = folders.work().resolve("trials").resolve(ThisBuild.digest());
        this.marker = folders.pair().resolve(MARKER);
    }

    /** Tries everything that has no result yet; the results of all are the matrix's. */
    List<Trial> run(Detection detection) throws IOException {
        requireNothingSeeded();
        Files.createDirectories(results);
        if (detection.fresh()) {
            forget();
        }
        List<Drift> drifts = detection.drifts().stream()
                .map(Drifts::find)
                .sorted(Comparator.comparing(Drift::stage))
                .toList();
        int all = drifts.size() + detection.twins();
        // half of the twins at each stage, beside its drifts: to change the stage takes longer than a trial
        int standing = detection.twins() - detection.twins() / 2;
        List<Trial> trials = new ArrayList<>();
        for (int twin = 1; twin <= standing; twin++) {
            trials.add(tryTwin(twin, all, false));
        }
        for (Drift drift : drifts) {
            trials.add(kept(drift.name(), all, () -> tryDrift(drift)));
        }
        for (int twin = standing + 1; twin <= detection.twins(); twin++) {
            trials.add(tryTwin(twin, all, true));
        }
        Failover failover = new Failover(lab, folders.pair());
        failover.promote(false);
        requireAsBefore(failover.state());
        writePair();
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
            out.println(String.format(
                    Locale.ROOT, "%3d/%d %-26s taken over from %s", done, all, name, Files.getLastModifiedTime(file)));
            return JSON.readValue(Files.readString(file), Trial.class);
        }
        Trial trial = attempt.make();
        Path written = file.resolveSibling(name + ".new");
        Files.writeString(written, JSON.writeValueAsString(trial));
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
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

    /** Of the promoted failover too, so that what writes is asked of healthy stacks as well. */
    private Trial tryTwin(int number, int all, boolean isPromoted) throws IOException {
        String name = "twin-" + number;
        return kept(name, all, () -> {
            Failover failover = new Failover(lab, folders.pair());
            failover.promote(isPromoted);
            requireAsBefore(failover.state());
            writePair();
            return runSuite(name, Optional.empty());
        });
    }

    private Trial tryDrift(Drift drift) throws IOException {
        Failover failover = new Failover(lab, folders.pair());
        failover.promote(drift.stage() == Stage.PROMOTED);
        requireAsBefore(failover.state());
        writePair();
        Thread interrupted = new Thread(failover::revert, "lab-revert");
        if (!endsWithUs) {
            Runtime.getRuntime().addShutdownHook(interrupted);
        }
        Files.writeString(marker, drift.name());
        Trial trial = null;
        try {
            drift.change().apply(failover);
            failover.settle();
            trial = runSuite(drift.name(), Optional.of(drift));
        } finally {
            revert(failover, trial != null);
            if (!endsWithUs) {
                Runtime.getRuntime().removeShutdownHook(interrupted);
            }
        }
        Files.delete(marker);
        return trial;
    }

    /** A failure before this one says more than what comes of it. */
    private static void revert(Failover failover, boolean mayFail) {
        try {
            failover.revert();
        } catch (LabException e) {
            if (mayFail) {
                throw e;
            }
            LOG.warn("what was seeded cannot be taken back", e);
        }
    }

    private void requireNothingSeeded() throws IOException {
        if (Files.exists(marker)) {
            throw new LabException("The lab that is up was left with the drift [" + Files.readString(marker)
                    + "] in it. Remove it by ./parity lab down, and start again.");
        }
    }

    /** A drift that left something behind would be found in the place of the next one. */
    private void requireAsBefore(List<String> state) {
        // what a promotion changes
        List<String> now = state.stream()
                .filter(line -> !line.startsWith(HostPlan.JOBS.name()) || !line.endsWith(ShopHost.APP))
                .toList();
        if (before.isEmpty()) {
            before = now;
        }
        List<String> changed = Stream.concat(
                        before.stream().filter(line -> !now.contains(line)).map(line -> "- " + line),
                        now.stream().filter(line -> !before.contains(line)).map(line -> "+ " + line))
                .toList();
        if (!changed.isEmpty()) {
            throw new LabException("The failover is not what it was before the first drift: " + changed
                    + ". Remove the lab by ./parity lab down, and start again.");
        }
    }

    private void writePair() throws IOException {
        LabPair.write(lab, folders.pair(), folders.demo().resolve("contract.yaml"));
    }

    private Trial runSuite(String name, Optional<Drift> drift) throws IOException {
        long start = System.nanoTime();
        RunOutcome outcome = suite.run(folders.pair());
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
                facts.stream().map(words -> position(report, drift, words)).toList(),
                report.causes(),
                others,
                seconds,
                outcome.folder().toString());
    }

    private static int position(SeenReport report, Optional<Drift> drift, List<String> words) {
        return drift.filter(Drift::isOnOneNode)
                .map(one -> report.position(words, one.hosts().get(0)))
                .orElseGet(() -> report.position(words));
    }

    /** Lets the next call begin anew. */
    void forget() throws IOException {
        Folders.emptied(results);
    }
}
