package org.stackparity.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.stackparity.environment.Pair;
import org.stackparity.environment.PairReader;
import org.stackparity.model.Evidence;
import org.stackparity.model.Plan;
import org.stackparity.plan.Planner;
import org.stackparity.plan.Selection;
import org.stackparity.run.FingerprintKey;
import org.stackparity.run.ParityRun;
import org.stackparity.run.SuiteRunner;

/** Records both stacks of a pair and judges them: what {@code run}, {@code demo} and {@code lab} share. */
final class Recording {
    private static final Path ALLURE_RESULTS = Path.of("allure-results");

    private final Clock clock;
    private final PrintWriter out;
    private final PrintWriter err;

    Recording(Clock clock, PrintWriter out, PrintWriter err) {
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    int run(
            Path pairFolder,
            Function<String, Optional<String>> variables,
            Selection selection,
            boolean partialAllowed,
            QuestionOptions question) {
        return record(pairFolder, variables, selection, partialAllowed, question)
                .exitCode();
    }

    /** Does the same and says where its files are. */
    RunOutcome record(
            Path pairFolder,
            Function<String, Optional<String>> variables,
            Selection selection,
            boolean partialAllowed,
            QuestionOptions question) {
        Pair pair = PairReader.read(pairFolder, variables);
        String runId = RunFolder.newId(clock);
        List<Evidence> evidences = ask(pair, selection, runId);
        int code = new Judging(question, clock, out)
                .judge(
                        evidences.get(0),
                        evidences.get(1),
                        true,
                        partialAllowed,
                        pair.knownDifferences(),
                        RunFolder.of(runId));
        return new RunOutcome(RunFolder.of(runId), code);
    }

    /** Asks both stacks and closes their evidence under {@code target/parity/<run-id>/}; in the order of the roles. */
    List<Evidence> ask(Pair pair, Selection selection, String runId) {
        SuiteRunner suite = Suites.suite();
        List<Path> extensions = Suites.extensions();
        Plan plan = Planner.plan(
                suite.propose(pair, extensions), selection, pair.contract().budget());
        emptyAllureResults();
        FingerprintKey fingerprints = FingerprintKey.of(pair.folder());
        if (!fingerprints.isLasting()) {
            err.println("The folder [" + pair.folder() + "] cannot be written, and so keeps no key for fingerprints of"
                    + " personal data: this recording cannot be compared with another one where it has some.");
            err.flush();
        }
        try (TerminalProgress progress = new TerminalProgress(err, Terminal.isInteractive())) {
            return new ParityRun(
                            suite,
                            pair,
                            plan,
                            extensions,
                            RunFolder.of(runId),
                            ALLURE_RESULTS.toAbsolutePath(),
                            runId,
                            Version.text(),
                            fingerprints,
                            clock,
                            progress)
                    .record();
        }
    }

    /** Results of an earlier run would be counted with this one's. */
    private static void emptyAllureResults() {
        if (!Files.isDirectory(ALLURE_RESULTS)) {
            return;
        }
        try (Stream<Path> files = Files.list(ALLURE_RESULTS)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder [" + ALLURE_RESULTS + "] cannot be emptied.", e);
        }
    }
}
