package org.stackparity.cli;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parity judge RUN}. */
@Command(
        name = "judge",
        description =
                "Judges a recorded run again, with today's known differences, without asking the stacks. Writes into"
                        + " judged-<time>/ of the run's folder.")
final class JudgeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "A run's folder, or its id under target/parity/.")
    String run = "";

    @Option(
            names = "--pair",
            paramLabel = "PAIR",
            description = "Whose known differences count (default: the recorded pair, where it is here).")
    Optional<String> pair = Optional.empty();

    @Option(names = "--partial", description = "Let a filtered run have a verdict.")
    boolean partial;

    @Mixin
    QuestionOptions question = new QuestionOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    JudgeCommand() {}

    @Override
    public Integer call() {
        Clock clock = Clock.systemUTC();
        RecordedRun recorded = RecordedRun.read(run);
        return new Judging(question, clock, spec.commandLine().getOut())
                .judge(
                        recorded.primary(),
                        recorded.failover(),
                        true,
                        partial,
                        recorded.knownDifferences(pair, spec.commandLine().getErr()),
                        RunFolder.judgedAgain(recorded.folder(), clock));
    }
}
