package org.stackparity.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.model.Case;
import org.stackparity.model.Check;
import org.stackparity.model.CheckId;
import org.stackparity.model.Comparison;
import org.stackparity.model.Coverage;
import org.stackparity.model.Evidence;
import org.stackparity.model.EvidenceHeader;
import org.stackparity.model.Family;
import org.stackparity.model.Fault;
import org.stackparity.model.Observation;
import org.stackparity.model.Outcome;
import org.stackparity.model.PathRule;
import org.stackparity.model.Plan;
import org.stackparity.model.PlannedCase;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Role;
import org.stackparity.model.Safety;
import org.stackparity.model.Severity;
import org.stackparity.model.State;

class EvidenceFilesTest {
    private static final Instant START = Instant.parse("2012-10-03T17:02:00Z");
    private static final Check CHECK = new Check(
            new CheckId("LOC-03"),
            "locale.page-language",
            2,
            Family.LOCALE,
            Severity.BLOCKER,
            Safety.S1,
            Set.of(State.WRITABLE),
            false,
            "Every page speaks the customer's language.",
            List.of(new PathRule("text", Comparison.LINES, Map.of("tolerance", "0.1"))));
    private static final Case CHECKOUT = Case.of("page", "/checkout").with("locale", "de-DE");

    @TempDir
    Path folder;

    @Test
    void readsWhatWasWritten() {
        Path file = folder.resolve("evidence/arizona.jsonl");
        try (EvidenceWriter writer = EvidenceWriter.create(file, header())) {
            writer.append(passed(Map.of("lang", "de-DE", "price", "12,50\u00a0€")));
            writer.append(failed());
            writer.finish(START.plusSeconds(60), Map.of("web1", "0123"));
        }

        Evidence read = EvidenceReader.read(file);

        assertThat(read.header()).isEqualTo(header());
        assertThat(read.observations())
                .containsExactly(
                        passed(Map.of("lang", "de-DE", "price", "12,50\u00a0€")).withSeq(1), failed().withSeq(2));
        assertThat(read.isComplete()).isTrue();
        assertThat(read.closing().orElseThrow().machines()).containsEntry("web1", "0123");
    }

    @Test
    void keepsEvidenceToItsOwner() throws IOException {
        Path file = folder.resolve("arizona.jsonl");
        EvidenceWriter.create(file, header()).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void callsAKilledRecordingPartial() throws IOException {
        Path file = folder.resolve("arizona.jsonl");
        try (EvidenceWriter writer = EvidenceWriter.create(file, header())) {
            writer.append(passed(Map.of("lang", "de-DE")));
        }
        String text = Files.readString(file);
        Files.writeString(file, text + "{\"observation\":{\"check\":\"LO");

        Evidence read = EvidenceReader.read(file);

        assertThat(read.isComplete()).isFalse();
        assertThat(read.observations()).hasSize(1);
    }

    @Test
    void callsEvidenceThatLostALinePartial() throws IOException {
        Path file = folder.resolve("arizona.jsonl");
        try (EvidenceWriter writer = EvidenceWriter.create(file, header())) {
            writer.append(passed(Map.of("lang", "de-DE")));
            writer.append(failed());
            writer.finish(START, Map.of());
        }
        List<String> lines = Files.readAllLines(file);
        Files.write(file, List.of(lines.get(0), lines.get(2), lines.get(3)));

        assertThat(EvidenceReader.read(file).isComplete()).isFalse();
    }

    @Test
    void callsEvidenceWithALineTwiceInThePlaceOfAnotherPartial() throws IOException {
        Path file = folder.resolve("arizona.jsonl");
        try (EvidenceWriter writer = EvidenceWriter.create(file, header())) {
            writer.append(passed(Map.of("lang", "de-DE")));
            writer.append(failed());
            writer.finish(START, Map.of());
        }
        List<String> lines = Files.readAllLines(file);
        Files.write(file, List.of(lines.get(0), lines.get(1), lines.get(1), lines.get(3)));

        assertThat(EvidenceReader.read(file).isComplete()).isFalse();
    }

    @Test
    void saysWhichLineIsBroken() throws IOException {
        Path file = folder.resolve("arizona.jsonl");
        try (EvidenceWriter writer = EvidenceWriter.create(file, header())) {
            writer.append(passed(Map.of("lang", "de-DE")));
            writer.finish(START, Map.of());
        }
        List<String> lines = Files.readAllLines(file);
        Files.write(file, List.of(lines.get(0), "{\"obsrevation\":{}}", lines.get(2)));

        assertThatThrownBy(() -> EvidenceReader.read(file))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("arizona.jsonl:2:")
                .hasMessageContaining("obsrevation");
    }

    @Test
    void refusesAnotherFormatVersion() throws IOException {
        Path file = folder.resolve("arizona.jsonl");
        EvidenceWriter.create(file, header()).close();
        Files.writeString(file, Files.readString(file).replace("\"formatVersion\":1", "\"formatVersion\":99"));

        assertThatThrownBy(() -> EvidenceReader.read(file))
                .hasMessageContaining("format version is [99]; this suite reads [1]");
    }

    @Test
    void refusesToWriteOverEvidence() {
        Path file = folder.resolve("arizona.jsonl");
        EvidenceWriter.create(file, header()).close();
        assertThatThrownBy(() -> EvidenceWriter.create(file, header())).isInstanceOf(EvidenceException.class);
    }

    private static EvidenceHeader header() {
        PlannedCase planned = new PlannedCase(
                CHECKOUT, Map.of(Role.PRIMARY, List.of("web1"), Role.FAILOVER, List.of("web1", "web2")));
        Plan plan = new Plan(
                List.of(new PlannedCheck(CHECK, Coverage.REQUIRED, "", List.of(planned), 2, Duration.ofMillis(40))),
                List.of(Role.PRIMARY, Role.FAILOVER, Role.FAILOVER, Role.PRIMARY),
                false,
                Duration.ofMinutes(5));
        return new EvidenceHeader(
                EvidenceHeader.FORMAT_VERSION,
                "20121003-170200",
                "shop",
                "arizona",
                Role.FAILOVER,
                "0.1.0",
                "ab12",
                "k7",
                List.of("10.2.0.12:80", "10.2.0.11:80"),
                false,
                START,
                plan);
    }

    private static Observation passed(Map<String, String> values) {
        return observation(Outcome.PASSED, List.of(), values);
    }

    private static Observation failed() {
        return observation(
                Outcome.FAILED,
                List.of(new Fault("fallback-language", "text", "The page is in English.")),
                Map.of("lang", "de-DE"));
    }

    private static Observation observation(Outcome outcome, List<Fault> faults, Map<String, String> values) {
        return new Observation(
                CHECK.id(),
                CHECK.version(),
                CHECKOUT,
                "web2",
                3,
                Optional.of("p1"),
                0,
                Optional.of(START.plusMillis(5)),
                START.plusMillis(7),
                Duration.ofNanos(4_200_001),
                outcome,
                "",
                faults,
                new TreeMap<>(values));
    }
}
