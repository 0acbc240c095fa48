package org.stackparity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.evidence.EvidenceWriter;
import org.stackparity.fixture.Checks;
import org.stackparity.fixture.Headers;
import org.stackparity.fixture.Stacks;
import org.stackparity.model.Case;
import org.stackparity.model.Check;
import org.stackparity.model.Evidence;
import org.stackparity.model.EvidenceClosing;
import org.stackparity.model.EvidenceHeader;
import org.stackparity.model.Plan;
import org.stackparity.model.Role;
import org.stackparity.model.Severity;

/**
 * The commands as they are typed, over evidence of the day after the outage.
 * Long, since the commands share the evidence that they are tried on.
 */
class CliTest {
    private static final Check PAGES = Checks.severity(Checks.fixed("LOC-03"), Severity.BLOCKER);
    private static final Case HOME = Case.of("page", "/");
    private static final String DAY = "2012-10-04";

    @TempDir
    Path scratch;

    @Test
    void judgesARunOnItsDayAndKeepsTheFirstVerdict() throws IOException {
        Path run = run(stacks("de"));
        Path first = Files.writeString(run.resolve("report.html"), "the first verdict");

        Typed judged = Typed.parity("judge", run.toString(), "--as-of", DAY);

        assertThat(judged.exitCode()).as(judged.text()).isZero();
        assertThat(judged.out()).contains("GO for switchover", "Traffic may go over from dallas to arizona.");
        assertThat(first).hasContent("the first verdict");
        assertThat(judgements(run)).singleElement().satisfies(folder -> {
            assertThat(folder.resolve("report.html")).content().contains("arizona");
            assertThat(judged.out()).contains("Report: " + folder.resolve("report.html"));
        });

        Typed again = Typed.parity("report", run.toString());
        assertThat(again.exitCode())
                .as("judged as on the day of the run; %s", again.text())
                .isZero();
        assertThat(judgements(run)).hasSize(2);
    }

    @Test
    void ageCountsToTheDayThatWasAskedFor() throws IOException {
        Path run = run(stacks("de"));

        assertThat(Typed.parity("judge", run.toString(), "--as-of", "2012-10-05")
                        .exitCode())
                .isEqualTo(2);
        Typed later = Typed.parity("judge", run.toString(), "--as-of", "2099-12-31");
        assertThat(later.exitCode()).isEqualTo(2);
        assertThat(later.out()).contains("UNDECIDED", "the evidence of arizona is stale");
        Typed earlier = Typed.parity("judge", run.toString(), "--as-of", "2012-10-03");
        assertThat(earlier.exitCode()).isEqualTo(2);
        assertThat(earlier.out()).contains("is of the future");
    }

    @Test
    void aDifferenceIsNoGoOnAnyDay() throws IOException {
        Path run = run(stacks("en"));

        Typed judged = Typed.parity("judge", run.toString(), "--as-of", "2099-12-31");

        assertThat(judged.exitCode()).isEqualTo(1);
        assertThat(judged.out()).contains("NO-GO for switchover", "at / lang: is [en], agreed is [de]");
        assertThat(Typed.parity("judge", run.toString(), "--as-of", DAY, "--for", "failback")
                        .out())
                .contains("NO-GO for failback");
    }

    @Test
    void aFilteredRunHasAVerdictWhereThatIsSaid() throws IOException {
        Path run = run(
                stacks("de").plan(Role.FAILOVER, plan -> new Plan(plan.checks(), plan.rounds(), true, plan.budget())));

        Typed judged = Typed.parity("judge", run.toString(), "--as-of", DAY);
        assertThat(judged.exitCode()).isEqualTo(2);
        assertThat(judged.out()).contains("PARTIAL");
        assertThat(Typed.parity("judge", run.toString(), "--as-of", DAY, "--partial")
                        .exitCode())
                .isZero();
        assertThat(Typed.parity("report", run.toString(), "--partial").exitCode())
                .isZero();
    }

    @Test
    void comparesAStackBeforeAndAfter() throws IOException {
        Path before = evidence("before", stacks("de").evidence(Role.PRIMARY));
        Path same = evidence(
                "same", stacks("de").header(Role.FAILOVER, CliTest::after).evidence(Role.FAILOVER));
        Path other = evidence(
                "other", stacks("en").header(Role.FAILOVER, CliTest::after).evidence(Role.FAILOVER));

        Typed go = Typed.parity("compare", before.toString(), same.toString(), "--as-of", DAY);
        assertThat(go.exitCode()).as(go.text()).isZero();
        assertThat(go.out()).contains("GO for the change", "dallas is what it was before.");
        Typed noGo = Typed.parity("compare", before.toString(), other.toString(), "--as-of", DAY);
        assertThat(noGo.exitCode()).as(noGo.text()).isEqualTo(1);
        assertThat(noGo.out()).contains("dallas is not what it was before.", "at / lang: is [en], agreed is [de]");
    }

    @Test
    void saysThatTheKnownDifferencesOfTheRecordedPairAreNotHere() throws IOException {
        Path before = evidence("before", stacks("de").evidence(Role.PRIMARY));
        Path after = evidence(
                "after", stacks("de").header(Role.FAILOVER, CliTest::after).evidence(Role.FAILOVER));
        for (Path file : List.of(before, after)) {
            Files.writeString(file, Files.readString(file).replace("\"pair\":\"demo\"", "\"pair\":\"gone\""));
        }

        Typed compared = Typed.parity("compare", before.toString(), after.toString(), "--as-of", DAY);
        assertThat(compared.err())
                .contains("The pair [gone] that was recorded is not here, so that no known difference counts");
        assertThat(Typed.parity("compare", before.toString(), after.toString(), "--as-of", DAY, "--pair", "demo")
                        .err())
                .isEmpty();
    }

    @Test
    void refusesToCompareARecordingWithItself() throws IOException {
        Path before = evidence("before", stacks("de").evidence(Role.PRIMARY));
        Path copy = Files.copy(before, scratch.resolve("copy.jsonl"));

        Typed file = Typed.parity("compare", before.toString(), before.toString());
        assertThat(file.exitCode()).isEqualTo(2);
        assertThat(file.err()).contains("Both evidences are the file [" + before + "]");
        Typed twice = Typed.parity("compare", before.toString(), copy.toString(), "--as-of", DAY);
        assertThat(twice.exitCode()).isEqualTo(2);
        assertThat(twice.out()).contains("both evidences are one recording of dallas");
    }

    @Test
    void comparesLastNightsPrimaryWithTheLiveFailover() throws IOException {
        Path lastNight = evidence(
                "last-night",
                stacks("de")
                        .header(Role.PRIMARY, header -> Headers.ofRun(header, "run-20121003", header.environment()))
                        .evidence(Role.PRIMARY));
        Path healthy = evidence("healthy", stacks("de").evidence(Role.FAILOVER));
        Path broken = evidence(
                "broken",
                new Stacks()
                        .about(PAGES, HOME)
                        .see("primary", "lang", "de")
                        .fault(2, "failover", "http-500", "", "/ answers 500")
                        .evidence(Role.FAILOVER));

        Typed go =
                Typed.parity("compare", lastNight.toString(), healthy.toString(), "--for", "emergency", "--as-of", DAY);
        assertThat(go.exitCode()).as(go.text()).isZero();
        assertThat(go.out()).contains("arizona can carry the site if dallas is lost.");
        Typed noGo =
                Typed.parity("compare", lastNight.toString(), broken.toString(), "--for", "emergency", "--as-of", DAY);
        assertThat(noGo.exitCode()).as(noGo.text()).isEqualTo(1);
        assertThat(noGo.out()).contains("arizona cannot carry the site if dallas is lost.", "/ answers 500");
    }

    @Test
    void saysWhatWasNotFoundAndTheNearestWord() {
        refuses("There is no pair [exmple]", "Did you mean [example]?", "plan", "exmple");
        refuses("There is no run [tonight]", "expected a folder with evidence/", "judge", "tonight");
        refuses("'--for'", "Did you mean [EMERGENCY]?", "judge", "tonight", "--for", "emergncy");
        refuses("'--family'", "Did you mean [LOCALE]?", "plan", "example", "--family", "lokale");
        refuses("'--safety'", "S0, S1, S2, S3", "plan", "example", "--safety", "harmless");
        refuses("There is no check [LOC-99]", "the ids are [", "plan", "example", "--check", "LOC-99");
        refuses("--quadruples is [99]", "expected 1 to 20", "plan", "example", "--quadruples", "99");
        refuses("cannot be read", "gone.jsonl", "compare", "gone.jsonl", "gone.jsonl");
        refuses(
                "There is no defect [missing-catalg-de]",
                "Did you mean [missing-catalog-de]?",
                "demo",
                "--failover",
                "missing-catalg-de");
    }

    @Test
    void saysWhichAddressOfTheDemoIsBusy() throws IOException {
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(
                    org.stackparity.store.Site.DALLAS.balancer().host(),
                    org.stackparity.store.Site.DALLAS.balancer().port()));
            refuses("The reference stores do not start", "cannot be used", "demo", "--failover", "healthy");
        }
    }

    @Test
    void plansAndListsWithoutAskingAnything() {
        Typed plan = Typed.parity("plan", "example", "--family", "locale", "--safety", "S0");
        assertThat(plan.exitCode()).as(plan.text()).isZero();
        assertThat(plan.out()).contains("LOC-03", "left out by a filter of the command", "of a budget of");
        assertThat(Typed.parity("plan", "example", "--quadruples", "2").out())
                .contains("of a budget of")
                .isNotEqualTo(Typed.parity("plan", "example").out());
        Typed hurried = Typed.parity("plan", "example", "--budget", "45s");
        assertThat(hurried.exitCode()).as(hurried.text()).isZero();
        assertThat(hurried.out())
                .contains("of a budget of 45 s", "p95 proves", "first pass", "all passes", "GO takes 1.50 x")
                .contains("requests or connects without one", "a run takes up to 24.");
        assertThat(Typed.parity("plan", "example", "--budget", "3s").text()).contains("Raise --budget or web.limits");
        assertThat(Typed.parity("plan", "example", "--budget", "soon").text())
                .contains("A duration is [soon]; expected one like 10s or 5m.");
        Typed checks = Typed.parity("checks");
        assertThat(checks.exitCode()).isZero();
        assertThat(checks.out()).contains("SUB-03", "checks. Severity: B blocker");
        Typed defects = Typed.parity("demo", "--list");
        assertThat(defects.exitCode()).isZero();
        assertThat(defects.out()).contains("missing-catalog-de");
    }

    private static void refuses(String what, String whatToDo, String... arguments) {
        Typed typed = Typed.parity(arguments);
        assertThat(typed.exitCode()).as(typed.text()).isEqualTo(2);
        assertThat(typed.err())
                .contains(what, whatToDo)
                .doesNotContain("bug of Stack Parity")
                .doesNotContain("\tat ");
        assertThat(typed.out()).isEmpty();
    }

    private static Stacks stacks(String languageOfTheFailover) {
        return new Stacks()
                .about(PAGES, HOME)
                .see("primary", "lang", "de")
                .see("failover", "lang", languageOfTheFailover);
    }

    private static EvidenceHeader after(EvidenceHeader header) {
        return Headers.ofRun(header, "run-20121005", "dallas");
    }

    private Path run(Stacks stacks) throws IOException {
        Path run = scratch.resolve("run");
        for (Role role : Role.values()) {
            Evidence evidence = stacks.evidence(role);
            write(run.resolve("evidence").resolve(evidence.header().environment() + ".jsonl"), evidence);
        }
        return run;
    }

    private Path evidence(String name, Evidence evidence) {
        return write(scratch.resolve(name + ".jsonl"), evidence);
    }

    private static Path write(Path file, Evidence evidence) {
        try (EvidenceWriter writer = EvidenceWriter.create(file, evidence.header())) {
            evidence.observations().forEach(writer::append);
            EvidenceClosing closing = evidence.closing().orElseThrow();
            writer.finish(closing.end(), closing.machines());
        }
        return file;
    }

    private static List<Path> judgements(Path run) throws IOException {
        try (Stream<Path> folders = Files.list(run)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("judged-"))
                    .sorted()
                    .toList();
        }
    }
}
