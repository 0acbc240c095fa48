package org.stackparity.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.stackparity.compare.Comparer;
import org.stackparity.environment.Pair;
import org.stackparity.environment.PairReader;
import org.stackparity.model.Evidence;
import org.stackparity.model.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parity calibrate ENVIRONMENT}. */
@Command(
        name = "calibrate",
        description =
                "Compares a stack with itself again and again, and says how often that is called a difference, by which check,"
                        + " and what varies by itself. Each run asks the stack twice, with half of its limits (a limit of 1"
                        + " stays), and writes nothing.",
        exitCodeList = {
            "0:no run would have forbidden a GO or left it open",
            "1:some run would have",
            "2:the configuration is wrong"
        })
final class CalibrateCommand implements Callable<Integer> {
    private static final int MOST_RUNS = 1_000;
    private static final String FILE_END = ".yaml";

    @Parameters(
            paramLabel = "ENVIRONMENT",
            description =
                    "A pair and the role of the stack in it, like shop/primary or environments/shop/failover.yaml.")
    String typed = "";

    @Option(
            names = "--times",
            paramLabel = "N",
            defaultValue = "20",
            description =
                    "How many runs (default: ${DEFAULT-VALUE}). Twenty without an alarm show that fewer than 14 %% of"
                            + " runs have one, sixty show 5 %%.")
    int times;

    @Mixin
    SelectionOptions selection = new SelectionOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    CalibrateCommand() {}

    @Override
    public Integer call() {
        if (times < 1 || times > MOST_RUNS) {
            throw new UsageException("--times is [" + times + "]; expected 1 to " + MOST_RUNS + ".");
        }
        Path path = Path.of(typed);
        Role role = role(path);
        Path folder = Pairs.folder(
                Optional.ofNullable(path.getParent()).orElse(Path.of(".")).toString());
        Pair pair = PairReader.read(folder, name -> Optional.ofNullable(System.getenv(name)))
                .withItself(role);
        PrintWriter out = spec.commandLine().getOut();
        Recording recording =
                new Recording(Clock.systemUTC(), out, spec.commandLine().getErr());
        Calibration calibration = new Calibration();
        for (int run = 1; run <= times; run++) {
            Instant start = Instant.now();
            String runId = RunFolder.newId(Clock.systemUTC());
            List<Evidence> evidences = recording.ask(pair, selection.selection(), runId);
            Evidence again = evidences.get(1);
            if (again.header().plan().required().isEmpty()) {
                throw new UsageException("Nothing was asked of [" + typed
                        + "]: no check is left of the contract and the filters; parity plan says why.");
            }
            Duration took = Duration.between(start, Instant.now());
            Calibration.Outcome outcome = calibration.add(
                    again.header().plan(),
                    Comparer.compare(evidences.get(0), again).findings(),
                    took);
            out.printf(
                    Locale.ROOT,
                    "run %d of %d: %s, %d s, %s%n",
                    run,
                    times,
                    outcome.word(),
                    took.toSeconds(),
                    RunFolder.of(runId));
            out.flush();
        }
        out.println();
        calibration.lines(pair.name() + "/" + role.word()).forEach(out::println);
        out.flush();
        return calibration.isClean() ? ExitCode.GO : ExitCode.NO_GO;
    }

    /** The role that the last part of the path names. */
    private Role role(Path path) {
        String last =
                Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
        String word = last.endsWith(FILE_END) ? last.substring(0, last.length() - FILE_END.length()) : last;
        return Arrays.stream(Role.values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new UsageException("There is no stack [" + typed
                        + "] to compare with itself; expected a pair and a role of it, like "
                        + Arrays.stream(Role.values())
                                .map(role -> "shop/" + role.word())
                                .collect(Collectors.joining(" or "))
                        + "."));
    }
}
