package org.stackparity.bench.statistics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code bench/statistics}. */
@Command(
        name = "bench/statistics",
        description = "Measures by simulation what the verdicts are worth, and writes docs/statistics.md.")
public final class Bench implements Callable<Integer> {
    static final int REPETITIONS = 2_000;

    private static final List<Scenario> SCENARIOS = List.of(
            new IdenticalStacks(),
            new DefaultContract(),
            new FalseGo(),
            new Power(),
            new ErrorRates(),
            new FunctionalNoise(),
            new Monotone(),
            new PublishedFigures());

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this")
    private boolean help;

    @Option(
            names = "--repetitions",
            paramLabel = "N",
            description =
                    "of each rate that is claimed; for trying, take fewer than the ${DEFAULT-VALUE} of the document")
    private int repetitions = REPETITIONS;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "some of identical, go, false-go, power, errors, noise, monotone, rivals")
    private Set<String> only = Set.of();

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "where the tables go; where it is not said, docs/statistics.md for the whole document and the"
                    + " terminal for parts of it")
    private Path to = Path.of("");

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        Set<String> unknown = new TreeSet<>(only);
        SCENARIOS.forEach(scenario -> unknown.remove(scenario.name()));
        if (!unknown.isEmpty() || repetitions < 1) {
            System.err.println("bench/statistics: --only is " + only + " and --repetitions is [" + repetitions
                    + "]; expected some of "
                    + SCENARIOS.stream().map(Scenario::name).toList() + " and at least 1.");
            return 2;
        }
        List<Section> sections = new ArrayList<>();
        for (Scenario scenario : SCENARIOS) {
            if (only.isEmpty() || only.contains(scenario.name())) {
                long start = System.nanoTime();
                sections.add(scenario.run(repetitions));
                System.err.println(scenario.name() + ": " + seconds(start) + " s");
            }
        }
        String command = "bench/statistics"
                + (only.isEmpty() ? "" : " --only " + String.join(",", new TreeSet<>(only)))
                + (repetitions == REPETITIONS ? "" : " --repetitions " + repetitions);
        String text = new Document(command, LocalDate.now(ZoneOffset.UTC), coreSeconds(), repetitions).of(sections);
        boolean whole = only.isEmpty() && repetitions == REPETITIONS;
        if (to.toString().isEmpty() && !whole) {
            System.out.print(text);
            return 0;
        }
        Path file = to.toString().isEmpty()
                ? Path.of(System.getProperty("parity.home", ".")).resolve("docs/statistics.md")
                : to;
        Files.writeString(file, text);
        System.out.println("Wrote " + file + ".");
        return 0;
    }

    /** What this process has computed so far; other work on the machine does not count. */
    private static long coreSeconds() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toSeconds();
    }

    private static long seconds(long since) {
        return Math.round((System.nanoTime() - since) / 1e9);
    }
}
