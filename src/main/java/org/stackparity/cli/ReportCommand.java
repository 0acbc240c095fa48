package org.stackparity.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.stackparity.model.EvidenceClosing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parity report RUN}. */
@Command(
        name = "report",
        description = "Writes the report of a recorded run again, judged as on the day of the run unless --as-of names"
                + " another. Writes into judged-<time>/ of the run's folder.")
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "A run's folder, or its id under target/parity/.")
    String run = "";

    @Option(names = "--partial", description = "Let a filtered run have a verdict.")
    boolean partial;

    @Mixin
    QuestionOptions question = new QuestionOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    ReportCommand() {}

    @Override
    public Integer call() {
        Clock clock = Clock.systemUTC();
        RecordedRun recorded = RecordedRun.read(run);
        if (question.day == null) {
            question.day = LocalDate.ofInstant(
                    recorded.failover()
                            .closing()
                            .map(EvidenceClosing::end)
                            .orElse(recorded.failover().header().start()),
                    ZoneOffset.UTC);
        }
        return new Judging(question, clock, spec.commandLine().getOut())
                .judge(
                        recorded.primary(),
                        recorded.failover(),
                        true,
                        partial,
                        recorded.knownDifferences(
                                Optional.empty(), spec.commandLine().getErr()),
                        RunFolder.judgedAgain(recorded.folder(), clock));
    }
}
