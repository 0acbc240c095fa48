package org.stackparity.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.stackparity.model.Check;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code parity checks}. */
@Command(name = "checks", description = "Lists every check of the suite, and those in checks/*.jar.")
final class ChecksCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    ChecksCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Check> checks = Suites.suite().checks(Suites.extensions());
        for (Check check : checks) {
            out.println(String.format(
                    Locale.ROOT,
                    "%-9s %s %s  %-13s %-32s %s",
                    check.id(),
                    check.severity().letter(),
                    check.safety(),
                    check.family().word(),
                    check.name(),
                    check.promise()));
        }
        out.println(checks.size() + " checks. Severity: B blocker, C critical, M major, m minor, i information."
                + " Safety: S0 reads, S1 adds load, S2 writes to sandboxes.");
        out.flush();
        return ExitCode.GO;
    }
}
