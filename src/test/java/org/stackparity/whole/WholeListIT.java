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
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.store.Defect;
import org.stackparity.store.Defects;
import tools.jackson.databind.JsonNode;

/**
 * Every defect through a whole run, as {@code docs/defects.md} shows: {@code mvn verify -Dwhole-list=true
 * -Dit.test=WholeListIT}. Takes about twenty minutes, so it is not part of each build.
 */
@EnabledIfSystemProperty(named = "whole-list", matches = "true")
class WholeListIT {
    private static final Path TABLE = Path.of("docs/defects.md");
    private static final Set<String> OPEN =
            Set.of("different", "missing-on-primary", "missing-on-failover", "unhealthy");

    @TempDir
    Path scratch;

    @Test
    void everyDefectIsFoundAndNamed() throws IOException, InterruptedException {
        Distribution distribution = new Distribution(scratch);
        List<String> rows = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        for (Defect defect : Defects.all()) {
            Distribution.Result run = distribution.parity("demo", "--failover", defect.name());
            JsonNode report = distribution.report();
            Set<String> red = new TreeSet<>();
            report.get("findings").forEach(finding -> {
                if (OPEN.contains(finding.get("kind").asString())) {
                    red.add(finding.get("check").asString());
                }
            });
            int position = position(report, defect);
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
                    report.get("verdict").asString(),
                    position == 0
                            ? "not named"
                            : "cause " + position + " of "
                                    + report.get("causes").size(),
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

    /** The place of the first cause whose fact has the defect's words, from 1; 0 if there is none. */
    private static int position(JsonNode report, Defect defect) {
        int position = 0;
        for (JsonNode cause : report.get("causes")) {
            position++;
            String fact = cause.get("fact").asString();
            if (defect.fact().stream().allMatch(fact::contains)) {
                return position;
            }
        }
        return 0;
    }
}
