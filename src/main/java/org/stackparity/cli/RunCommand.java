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

/** {@code parity run PAIR}. */
@Command(
        name = "run",
        description = "Asks both stacks of a pair, compares, judges and reports into target/parity/<run-id>/.")
final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PAIR", description = "A folder, or its name under environments/.")
    String pair = "";

    @Option(names = "--partial", description = "Let a filtered run have a verdict.")
    boolean partial;

    @Mixin
    SelectionOptions selection = new SelectionOptions();

    @Mixin
    QuestionOptions question = new QuestionOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    RunCommand() {}

    @Override
    public Integer call() {
        return new Recording(
                        Clock.systemUTC(),
                        spec.commandLine().getOut(),
                        spec.commandLine().getErr())
                .run(
                        Pairs.folder(pair),
                        name -> Optional.ofNullable(System.getenv(name)),
                        selection.selection(),
                        partial,
                        question);
    }
}
