package org.stackparity.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.store.Defect;
import org.stackparity.store.Defects;
import tools.jackson.databind.JsonNode;

/**
 * Whole runs of the distribution: healthy, the failover of 2012, a defect drawn at random, and healthy at one address. In this
 * order, so that only the first is a first start, which makes what later ones share.
 */
@TestMethodOrder(OrderAnnotation.class)
class WholeRunsIT {
    private static final List<String> CAUSES_OF_2012 =
            List.of("clock-offset", "missing-catalog", "foreign-session-store", "sporadic-errors");

    @TempDir
    static Path scratch;

    private static Distribution distribution;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        distribution = new Distribution(scratch);
    }

    /** As often as {@code -Dhealthy.runs} says; goes on after a failure, so that the failures can be counted. */
    @Test
    @Order(1)
    void saysGoForAHealthyPair() throws IOException, InterruptedException {
        int runs = Integer.getInteger("healthy.runs", 1);
        List<String> failed = new ArrayList<>();
        for (int number = 1; number <= runs; number++) {
            Distribution.Result run = demo("healthy");
            if (run.exitCode() != 0 || !distribution.report().get("causes").isEmpty()) {
                failed.add("run " + number + " of " + runs + ": " + run.output());
            }
        }
        assertThat(failed).isEmpty();
    }

    /** As on macOS: all hosts of both sites at 127.0.0.1, told apart by their ports. */
    @Test
    @Order(4)
    void saysGoWhereTheMachineHasOneAddress() throws IOException, InterruptedException {
        Distribution.Result run = distribution.parity(
                Map.of("PARITY_JAVA_OPTIONS", "-Dparity.loopback=one"), "demo", "--failover", "healthy");
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).contains("http://127.0.0.1:18010/");
    }

    @Test
    @Order(2)
    void namesTheFourCausesOf2012First() throws IOException, InterruptedException {
        Distribution.Result run = demo("2012");

        assertThat(run.exitCode()).as(run.output()).isOne();
        List<JsonNode> causes = causes();
        assertThat(causes.stream().limit(4).map(cause -> cause.get("rule").asString()))
                .as(run.output())
                .containsExactlyInAnyOrderElementsOf(CAUSES_OF_2012);
        for (Defect defect : Defects.find("2012")) {
            assertThat(causes.stream().limit(4).map(cause -> cause.get("fact").asString()))
                    .anySatisfy(fact -> assertThat(fact).contains(defect.fact()));
        }
        assertThat(causes.stream()
                        .skip(4)
                        .filter(cause -> isBlocking(cause.get("severity").asString())))
                .as("further blocking causes; %s", run.output())
                .isEmpty();
    }

    @Test
    @Order(3)
    void findsADefectDrawnAtRandom() throws IOException, InterruptedException {
        long seed = Long.getLong("defect.seed", System.nanoTime());
        List<Defect> all = Defects.all();
        Defect defect = all.get(new Random(seed).nextInt(all.size()));

        Distribution.Result run = demo(defect.name(), " (drawn with -Ddefect.seed=" + seed + ")");

        String which = "-Ddefect.seed=" + seed + " drew " + defect.name() + ": " + run.output();
        assertThat(distribution
                        .report()
                        .get("findings")
                        .valueStream()
                        .filter(finding -> isOpen(finding.get("kind").asString()))
                        .map(finding -> finding.get("check").asString()))
                .as(which)
                .containsAll(defect.checks());
        assertThat(causes().stream().map(cause -> cause.get("fact").asString()))
                .as(which)
                .anySatisfy(fact -> assertThat(fact).contains(defect.fact()));
    }

    private static Distribution.Result demo(String failover) throws IOException, InterruptedException {
        return demo(failover, "");
    }

    /** @param how the failover was chosen, for the line that is always printed */
    private static Distribution.Result demo(String failover, String how) throws IOException, InterruptedException {
        Distribution.Result run = distribution.parity("demo", "--failover", failover);
        report(String.format(
                Locale.ROOT,
                "parity demo --failover %s%s: exit %d, %.1f s",
                failover,
                how,
                run.exitCode(),
                run.seconds()));
        return run;
    }

    private static void report(String line) {
        org.junit.platform.commons.logging.LoggerFactory.getLogger(WholeRunsIT.class)
                .info(() -> line);
    }

    private static List<JsonNode> causes() throws IOException {
        List<JsonNode> causes = new ArrayList<>();
        distribution.report().get("causes").forEach(causes::add);
        return causes;
    }

    private static boolean isBlocking(String severity) {
        return severity.equals("blocker") || severity.equals("critical");
    }

    private static boolean isOpen(String kind) {
        return List.of("different", "missing-on-primary", "missing-on-failover", "unhealthy")
                .contains(kind);
    }
}
