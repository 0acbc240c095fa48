package org.stackparity.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stackparity.model.Cause;
import org.stackparity.model.Judgement;
import org.stackparity.model.ParityReport;
import org.stackparity.model.RunSummary;

class ConsoleRendererTest {
    static List<Supplier<ParityReport>> reports() {
        return HtmlRendererTest.reports();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void fitsOneScreen(Supplier<ParityReport> report) {
        assertThat(new ConsoleRenderer(false).render(report.get()).lines()).hasSizeLessThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void saysTheSameWithColoursAndWithout(Supplier<ParityReport> report) {
        String coloured = new ConsoleRenderer(true).render(report.get());
        String plain = new ConsoleRenderer(false).render(report.get());
        assertThat(plain).doesNotContain("\u001b");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    @Test
    void foldsWhatWasOpenWhenTheAnswerWasClear() {
        ParityReport report = ReportFixtures.undecided();
        Judgement open = report.judgement();
        Cause cause = ReportFixtures.noGo().judgement().causes().get(0);
        ParityReport clear = new ParityReport(
                report.run(),
                report.plan(),
                new Judgement(open.rulings(), List.of(cause), open.findings(), open.promises(), open.notes()),
                report.question(),
                report.asOf(),
                report.cited());
        assertThat(new ConsoleRenderer(false).render(report)).contains("LAT-01 latency");
        assertThat(new ConsoleRenderer(false).render(clear))
                .contains("Open, and explained by no cause: 2 findings; the report lists them")
                .doesNotContain("LAT-01 latency");
    }

    @Test
    void asksOfOneStackOverTimeWhetherItChanged() {
        ParityReport report = ReportFixtures.noGo();
        RunSummary run = report.run();
        ParityReport overTime = new ParityReport(
                new RunSummary(
                        run.runId(),
                        run.pair(),
                        run.suiteVersion(),
                        "dallas",
                        "dallas",
                        run.start(),
                        run.end(),
                        run.requests(),
                        run.seconds()),
                report.plan(),
                report.judgement(),
                report.question(),
                report.asOf(),
                report.cited());
        for (Renderer renderer : List.of(new ConsoleRenderer(false), new MarkdownRenderer())) {
            assertThat(renderer.render(overTime))
                    .contains("for the change", "dallas is not what it was before.")
                    .doesNotContain("for switchover", "for failback");
        }
        assertThat(new HtmlRenderer().render(overTime))
                .contains("for the change", "dallas is not what it was before.")
                .doesNotContain("<dt>failback</dt>");
    }

    @Test
    void paintsTheVerdict() {
        assertThat(new ConsoleRenderer(true).render(ReportFixtures.go())).startsWith("\u001b[1;32mGO\u001b[0m");
        assertThat(new ConsoleRenderer(true).render(ReportFixtures.noGo())).startsWith("\u001b[1;31mNO-GO\u001b[0m");
        assertThat(new ConsoleRenderer(true).render(ReportFixtures.undecided()))
                .startsWith("\u001b[1;33mUNDECIDED\u001b[0m");
    }
}
