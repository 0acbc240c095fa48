package org.stackparity.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.stackparity.environment.NearestWord;
import org.stackparity.model.CheckId;
import org.stackparity.plan.Selection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parity demo}. */
@Command(
        name = "demo",
        description =
                "Starts two reference stores on this machine, the failover as it was on 3 October 2012, and runs the"
                        + " suite on them.")
final class DemoCommand implements Callable<Integer> {
    private static final String HEALTHY = "healthy";
    private static final Path FOLDER = Path.of("target", "demo");

    @Option(
            names = "--failover",
            paramLabel = "DEFECT",
            split = ",",
            defaultValue = "2012",
            description =
                    "What is wrong with the failover: healthy, 2012, or names of --list (default: ${DEFAULT-VALUE}).")
    List<String> failover = List.of();

    @Option(names = "--list", description = "List the defects, and the checks that must find each; start nothing.")
    boolean list;

    @Mixin
    QuestionOptions question = new QuestionOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    DemoCommand() {}

    @Override
    public Integer call() {
        DemoSites sites = ServiceLoader.load(DemoSites.class)
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "There are no reference stores on the class path; start ./parity, which puts them there."));
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (list) {
            print(sites, out);
            return ExitCode.GO;
        }
        List<String> defects = defects(sites);
        Path folder = FOLDER.toAbsolutePath();
        long start = System.nanoTime();
        err.println("starting two reference stores: primary healthy, failover " + String.join(", ", failover));
        err.flush();
        try (DemoSites.Running running = start(sites, folder, defects)) {
            err.println("both stores are up after " + seconds(start) + " s: " + running.addresses());
            err.flush();
            int code = new Recording(Clock.systemUTC(), out, err)
                    .run(
                            running.pair(Pairs.folder("demo")),
                            name -> name.equals("PARITY_DEMO")
                                    ? Optional.of(folder.toString())
                                    : Optional.ofNullable(System.getenv(name)),
                            Selection.ALL,
                            false,
                            question);
            out.println("Time: " + seconds(start) + " s, with starting the stores");
            out.flush();
            return code;
        }
    }

    private static String seconds(long start) {
        return String.format(
                Locale.ROOT, "%.1f", Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0);
    }

    private static DemoSites.Running start(DemoSites sites, Path folder, List<String> defects) {
        try {
            return sites.start(folder, defects);
        } catch (IllegalStateException e) {
            throw new UsageException("The reference stores do not start: " + e.getMessage());
        }
    }

    /** What was typed, with groups taken apart. */
    private List<String> defects(DemoSites sites) {
        Set<String> known = new TreeSet<>(sites.groups().keySet());
        known.add(HEALTHY);
        sites.defects().forEach(defect -> known.add(defect.name()));
        Set<String> names = new LinkedHashSet<>();
        for (String typed : failover) {
            if (!known.contains(typed)) {
                throw new UsageException("There is no defect [" + typed + "]; ./parity demo --list names the "
                        + sites.defects().size() + " that there are." + NearestWord.hint(typed, known));
            }
            if (!typed.equals(HEALTHY)) {
                names.addAll(sites.groups().getOrDefault(typed, List.of(typed)));
            }
        }
        return new ArrayList<>(names);
    }

    private static void print(DemoSites sites, PrintWriter out) {
        sites.groups()
                .forEach((name, members) ->
                        out.println(String.format(Locale.ROOT, "%-24s %s", name, String.join(", ", members))));
        for (DemoSites.Defect defect : sites.defects()) {
            out.println(String.format(
                    Locale.ROOT,
                    "%-24s %-9s %s  →  %s",
                    defect.name(),
                    defect.oneNode() ? "one node" : "all nodes",
                    defect.words(),
                    defect.mustTurnRed().stream().map(CheckId::toString).collect(Collectors.joining(", "))));
        }
        out.flush();
    }
}
