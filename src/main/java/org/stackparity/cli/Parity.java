package org.stackparity.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stackparity.environment.ConfigurationException;
import org.stackparity.environment.NearestWord;
import org.stackparity.evidence.EvidenceException;
import org.stackparity.plan.PlanException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The command {@code parity}. */
@Command(
        name = "parity",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        description = "Runs the same checks on two stacks and says whether they are the same.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:GO", "1:NO-GO", "2:UNDECIDED: not enough was seen, or the configuration or a file is wrong"},
        subcommands = {
            RunCommand.class,
            PlanCommand.class,
            CalibrateCommand.class,
            JudgeCommand.class,
            CompareCommand.class,
            ReportCommand.class,
            ChecksCommand.class,
            DemoCommand.class,
            LabCommand.class
        })
public final class Parity {
    Parity() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Parity());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler((exception, failed, parsed) -> explain(exception, failed));
        commandLine.setParameterExceptionHandler(Parity::refuse);
        return commandLine;
    }

    /** What we cannot judge ends in one message per cause and exit code 2; a bug says so and shows its trace. */
    private static int explain(Exception exception, CommandLine failed) {
        PrintWriter err = failed.getErr();
        for (String line : messages(exception)) {
            err.println(line);
        }
        if (messages(exception).isEmpty()) {
            err.println(
                    "parity " + failed.getCommandName() + " broke; this is a bug of Stack Parity, not of your stacks:");
            exception.printStackTrace(err);
        }
        return ExitCode.UNDECIDED;
    }

    private static List<String> messages(Exception exception) {
        if (exception instanceof ConfigurationException configuration) {
            return configuration.faults();
        }
        if (exception instanceof PlanException plan) {
            return plan.faults();
        }
        if (exception instanceof EvidenceException || exception instanceof UsageException) {
            return List.of(exception.getMessage());
        }
        return List.of();
    }

    private static int refuse(ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        command.getErr().println(exception.getMessage() + meant(exception));
        CommandLine.UnmatchedArgumentException.printSuggestions(exception, command.getErr());
        command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.UNDECIDED;
    }

    /** The nearest of the words that the option knows. */
    private static String meant(ParameterException exception) {
        List<String> words = new ArrayList<>();
        Optional.ofNullable(exception.getArgSpec())
                .map(ArgSpec::completionCandidates)
                .ifPresent(candidates -> candidates.forEach(words::add));
        return Optional.ofNullable(exception.getValue())
                .map(value -> NearestWord.hint(value, words))
                .orElse("");
    }
}
