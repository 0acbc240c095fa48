package org.stackparity.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.lab.Drifts;
import org.stackparity.lab.Lab;
import org.testcontainers.DockerClientFactory;

/**
 * The distribution against the container lab: {@code mvn verify -Dlab=true}. Seeds a ninth of the drifts, which is another
 * one each day; {@code -Dlab.part=3} picks one, {@code ./parity lab run} seeds all.
 */
@EnabledIfSystemProperty(
        named = "lab",
        matches = "true",
        disabledReason = "the container lab was not run; mvn verify -Dlab=true runs it, with a Docker engine")
class LabIT {
    private static final int TWINS = 3;
    private static final int LIMIT_SECONDS = 25 * 60;

    @TempDir
    Path scratch;

    @Test
    void catchesAndNamesDriftAndLetsTwinsGo() throws IOException, InterruptedException {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "not run: no Docker engine answers");
        int part = Integer.getInteger(
                "lab.part", (int) (LocalDate.now(ZoneOffset.UTC).toEpochDay() % Drifts.PARTS));
        List<String> command = new ArrayList<>(List.of("lab", "run", "--twins", Integer.toString(TWINS)));
        Drifts.part(part).forEach(drift -> command.add(drift.name()));

        Distribution.Result run = new Distribution(scratch).parity(LIMIT_SECONDS, command.toArray(String[]::new));

        System.out.printf("lab: part %d of %d (-Dlab.part=%d)%n%s%n", part, Drifts.PARTS, part, run.output());
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(Lab.find()).as("what is left of the lab").isEmpty();
    }
}
