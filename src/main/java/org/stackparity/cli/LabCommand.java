package org.stackparity.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.stackparity.environment.NearestWord;
import org.stackparity.model.CheckId;
import org.stackparity.plan.Selection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parity lab}. */
@Command(
        name = "lab",
        description = "Two data centres in containers, and real drift seeded into the second. Needs a Docker engine.",
        synopsisSubcommandLabel = "COMMAND")
final class LabCommand {
    @Spec
    CommandSpec spec = CommandSpec.create();

    LabCommand() {}

    @Command(
            name = "up",
            description =
                    "Starts both data centres, writes environments/lab and stays until Ctrl-C or ./parity lab down.")
    int up() {
        ContainerLab lab = lab();
        long start = System.nanoTime();
        say("starting two data centres; the first time their image is built, which takes a minute or two");
        List<String> lines = asked(() -> lab.start(folders()));
        say(String.format(Locale.ROOT, "both are up and healthy after %.1f s", (System.nanoTime() - start) / 1e9));
        PrintWriter out = spec.commandLine().getOut();
        lines.forEach(out::println);
        out.println("Ctrl-C, or ./parity lab down, ends them.");
        out.flush();
        lab.awaitEnd();
        out.println("the lab was removed");
        out.flush();
        return ExitCode.GO;
    }

    @Command(name = "list", description = "Lists the drifts, and the checks that must find each; starts nothing.")
    int list() {
        PrintWriter out = spec.commandLine().getOut();
        for (ContainerLab.Drift drift : lab().drifts()) {
            out.println(String.format(
                    Locale.ROOT,
                    "%-26s %-4s %-9s %s  →  %s",
                    drift.name(),
                    drift.driftClass(),
                    drift.oneNode() ? "one node" : "all nodes",
                    drift.words(),
                    drift.mustTurnRed().isEmpty()
                            ? "nothing"
                            : drift.mustTurnRed().stream()
                                    .map(CheckId::toString)
                                    .collect(Collectors.joining(", "))));
        }
        out.flush();
        return ExitCode.GO;
    }

    @Command(
            name = "run",
            description =
                    "Seeds each drift, runs the suite on it and writes the detection matrix into target/lab/; uses the"
                            + " lab that is up, or starts one for itself. An unfinished run is gone on with.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:all caught and named", "1:something was missed, or a twin was refused", "2:could not run"
            })
    int run(
            @Parameters(paramLabel = "DRIFT", description = "Names of ./parity lab list (default: all).")
                    List<String> drifts,
            @Option(
                            names = "--twins",
                            paramLabel = "N",
                            defaultValue = "0",
                            description =
                                    "Also run N times without a drift; each must say GO (default: ${DEFAULT-VALUE}).")
                    int twins,
            @Option(names = "--fresh", description = "Ask again what an unfinished run has found.") boolean fresh) {
        ContainerLab lab = lab();
        List<String> names = names(lab, Optional.ofNullable(drifts).orElse(List.of()));
        boolean wasUp = asked(lab::isRunning);
        if (!wasUp) {
            say("starting two data centres; the first time their image is built, which takes a minute or two");
            asked(() -> lab.start(folders()));
        }
        PrintWriter out = spec.commandLine().getOut();
        try {
            boolean isClean = asked(
                    () -> lab.detect(folders(), new ContainerLab.Detection(names, twins, fresh), this::runSuite, out));
            return isClean ? ExitCode.GO : ExitCode.NO_GO;
        } finally {
            if (!wasUp) {
                asked(lab::remove);
            }
        }
    }

    @Command(name = "down", description = "Removes everything of the lab, also of one whose process was killed.")
    int down() {
        int containers = asked(lab()::remove);
        PrintWriter out = spec.commandLine().getOut();
        out.println(containers == 0 ? "no lab was up" : "the lab is gone: " + containers + " containers");
        out.flush();
        return ExitCode.GO;
    }

    private RunOutcome runSuite(Path pair) {
        PrintWriter nobody = new PrintWriter(Writer.nullWriter());
        return new Recording(Clock.systemUTC(), nobody, nobody)
                .record(
                        pair,
                        name -> Optional.ofNullable(System.getenv(name)),
                        Selection.ALL,
                        false,
                        new QuestionOptions());
    }

    private static List<String> names(ContainerLab lab, List<String> typed) {
        Set<String> known =
                lab.drifts().stream().map(ContainerLab.Drift::name).collect(Collectors.toCollection(TreeSet::new));
        List<String> unknown =
                typed.stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new UsageException("There is no drift " + unknown + "; ./parity lab list names the " + known.size()
                    + " that there are." + NearestWord.hint(unknown.get(0), known));
        }
        return typed.isEmpty()
                ? lab.drifts().stream().map(ContainerLab.Drift::name).toList()
                : new ArrayList<>(typed);
    }

    private static ContainerLab.Folders folders() {
        return new ContainerLab.Folders(
                Path.of("target", "lab").toAbsolutePath(),
                Path.of("environments", "lab").toAbsolutePath(),
                Pairs.folder("demo"));
    }

    private static ContainerLab lab() {
        return ServiceLoader.load(ContainerLab.class)
                .findFirst()
                .orElseThrow(() ->
                        new UsageException("There is no lab on the class path; start ./parity, which puts it there."));
    }

    /** What the lab refuses is said as one message. */
    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (IllegalStateException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
