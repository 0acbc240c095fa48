package org.stackparity.cli;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.stackparity.model.Family;
import org.stackparity.model.Safety;
import org.stackparity.plan.Selection;
import picocli.CommandLine.Option;

/** Which checks are asked. */
final class SelectionOptions {
    @Option(
            names = "--family",
            paramLabel = "FAMILY",
            split = ",",
            description = "Ask these families only: ${COMPLETION-CANDIDATES}.")
    Set<Family> families = EnumSet.noneOf(Family.class);

    @Option(names = "--check", paramLabel = "ID", split = ",", description = "Ask these checks only, like LOC-03.")
    Set<String> checks = new TreeSet<>();

    @Option(
            names = "--safety",
            paramLabel = "CLASS",
            defaultValue = "S2",
            description =
                    "The most that a check may do: S0 reads, S1 adds load, S2 writes to sandboxes where the contract"
                            + " allows it (default: ${DEFAULT-VALUE}).")
    Safety safest = Safety.S2;

    @Option(
            names = "--quadruples",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Ask what may vary by itself 2 N times at least, 1 to 20 (default: ${DEFAULT-VALUE}). A recording that is"
                            + " compared with another later cannot be asked again; compare says how many it takes.")
    int quadruples = 1;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "The longest that the run may take, like 60s, instead of the contract's budget. Quick checks have all"
                            + " they need; timing endpoints has the rest, first all of them and then those that are"
                            + " open.")
    Optional<Duration> budget = Optional.empty();

    SelectionOptions() {}

    Selection selection() {
        return new Selection(families, checks, safest, quadruples, budget);
    }
}
