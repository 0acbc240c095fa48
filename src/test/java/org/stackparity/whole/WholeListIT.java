package org.stackparity.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.lab.SeenReport;
import org.stackparity.store.Defect;
import org.stackparity.store.Defects;

/**
 * Every defect through a whole run, as {@code docs/defects.md} shows: {@code mvn verify -Dwhole-list=true
 * -Dit.test=WholeListIT}. Takes about twenty minutes, so it is not part of each build.
 */
@EnabledIfSystemProperty(named = "whole-list", matches = "true")
class WholeListIT {
    private static final Path TABLE = Path.of("docs/defects.md");

    @TempDir
    Path scratch;

    @Test
    void everyDefectIsFoundAndNamed() throws IOException, InterruptedException {
        Distribution distribution = new Distribution(scratch);
        List<String> rows = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        for (Defect defect : Defects.all()) {
            Distribution.Result run = distribution.parity("demo", "--failover", defect.name());
            SeenReport report = SeenReport.of(distribution.report());
            Set<String> red = report.red();
            int position = report.position(defect.fact());
            if (!red.containsAll(defect.checks()) || position == 0) {
                missed.add(
                        defect.name() + " turned red " + red + ", its cause is at " + position + ": " + run.output());
            }
            rows.add(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s | %s | %.0f |",
                    defect.name(),
                    defect.isOnOneNode() ? "one" : "all",
                    String.join(", ", defect.checks()),
                    String.join(", ", red),
                    report.verdict(),
                    position == 0 ? "not named" : "cause " + position + " of " + report.causes(),
                    run.seconds()));
        }
        Files.writeString(
                TABLE,
                "# Defects\n\nEvery defect that the reference store can be given, each through a whole run of `parity demo"
                        + " --failover NAME`. Made by `mvn verify -Dwhole-list=true -Dit.test=WholeListIT` on "
                        + LocalDate.now(ZoneOffset.UTC)
                        + ".\n\n| defect | nodes | must turn red | turned red | verdict | named | seconds |\n"
                        + "|---|---|---|---|---|---|---|\n" + String.join("\n", rows) + "\n");

        assertThat(missed).isEmpty();
    }
}
