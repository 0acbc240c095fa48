package org.stackparity.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stackparity.model.Case;
import org.stackparity.model.Comparison;
import org.stackparity.model.Family;
import org.stackparity.model.FindingKind;
import org.stackparity.model.Judgement.Promises;
import org.stackparity.model.ParityReport;
import org.stackparity.model.PathRule;
import org.stackparity.model.Question;
import org.stackparity.model.Severity;
import org.stackparity.model.Verdict;

class HtmlRendererTest {
    private final HtmlRenderer renderer = new HtmlRenderer();

    static List<Supplier<ParityReport>> reports() {
        return List.of(
                ReportFixtures::go,
                ReportFixtures::noGo,
                ReportFixtures::undecided,
                ReportFixtures::hostile,
                ReportFixtures::large);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void asksNothingOfAnyNetwork(Supplier<ParityReport> report) {
        Document page = page(report.get());
        assertThat(page.select(
                        "[src], [srcset], link, iframe, object, embed, base, [style], [onclick], [onload], [onerror]"))
                .isEmpty();
        assertThat(page.select("[href]").eachAttr("href"))
                .allSatisfy(href -> assertThat(href).startsWith("#"));
        assertThat(page.select("form[action]")).isEmpty();
        assertThat(page.select("style").html()).doesNotContain("url(").doesNotContain("@import");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void leadsEveryLinkToOneElement(Supplier<ParityReport> report) {
        Document page = page(report.get());
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.select("[href]").eachAttr("href").stream().map(href -> href.substring(1)))
                .isSubsetOf(ids);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void allowsItsOwnStyleAndScriptOnly(Supplier<ParityReport> report) throws Exception {
        Document page = page(report.get());
        String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertThat(policy)
                .startsWith("default-src 'none'; ")
                .contains(digest(page.select("style").first().data()))
                .contains(digest(page.select("script").first().data()))
                .doesNotContain("unsafe");
        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("style")).hasSize(1);
    }

    @Test
    void saysVerdictAndCausesBeforeAnythingElse() {
        Document page = page(ReportFixtures.noGo());
        assertThat(page.select("h1").text()).isEqualTo("NO-GO for switchover");
        assertThat(page.select(".sentence").text()).isEqualTo("Do not send traffic from dallas to arizona.");
        assertThat(page.select(".cause h3").eachText())
                .hasSize(4)
                .first()
                .isEqualTo("arizona charges subscriptions 8 h later than dallas, because the time zone of jobs1 is "
                        + "UTC-08:00, not UTC.");
        assertThat(page.select("main > section").eachAttr("id")).startsWith("reasons", "causes");
    }

    @Test
    void saysForHowManyPromisesItIsGo() {
        assertThat(page(ReportFixtures.go()).select(".promises").text())
                .isEqualTo("GO for 212 of 240 promises · 20 only a drill proves · 8 not covered");
    }

    @Test
    void showsOneEntryForAFooterThatDiffersOnAllPages() {
        Document page = page(ReportFixtures.large());
        List<Element> entries = page.select("article.entry").stream()
                .filter(entry -> entry.select("h3 code").text().equals("lines"))
                .toList();
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).select(".cases > li")).hasSize(500);
        assertThat(entries.get(0).select(".l-primary .line").text()).isEqualTo("© 2011 Foxy");
        assertThat(entries.get(0).select(".l-failover .line").text()).isEqualTo("© 2012 Foxy");
    }

    @Test
    void putsFindingsThatDifferInTheirValuesOnlyIntoOneTable() {
        Document page = page(ReportFixtures.noGo());
        assertThat(page.select("#s-f-LOC-03-1 table.series tbody tr")).hasSize(36);
    }

    @Test
    void labelsTheSpaceThatDiffers() {
        Document page = page(ReportFixtures.noGo());
        Element entry = page.select("article.entry:contains(LOC-05)").first();
        assertThat(entry.select(".values .cp.d").eachText()).containsExactly("U+202F", "U+00A0");
        assertThat(entry.select(".values .cp.d").eachAttr("title"))
                .containsExactly("NARROW NO-BREAK SPACE", "NO-BREAK SPACE");
    }

    @Test
    void isolatesValuesOfTheOtherDirection() {
        Document page = page(ReportFixtures.noGo());
        assertThat(page.select("td.value:contains(إتمام الشراء)"))
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(cell.children())
                        .hasSize(1)
                        .allSatisfy(child -> assertThat(child.tagName()).isEqualTo("bdi")));
    }

    @Test
    void keepsHostileValuesText() {
        Document page = page(ReportFixtures.hostile());
        assertThat(page.select("img, b:matchesOwn(^arizona)")).isEmpty();
        assertThat(page.select(".reasons li").first().text())
                .isEqualTo("</script><script>alert('x')</script><img src=x onerror=alert(1)>\"'`${7*7}");
    }

    @Test
    void showsARequiredCaseWithoutFindingAsNotObserved() {
        ParityReport silent = new ReportBuilder()
                .check(
                        "FUN-01",
                        "functional.build",
                        Family.FUNCTIONAL,
                        Severity.BLOCKER,
                        "One build.",
                        PathRule.of("*", Comparison.SAME),
                        Case.of("page", "/seen"),
                        Case.of("page", "/unseen"))
                .ruling(Question.SWITCHOVER, Verdict.UNDECIDED, "No check was observed.")
                .ruling(Question.EMERGENCY, Verdict.UNDECIDED, "No check was observed.")
                .ruling(Question.FAILBACK, Verdict.UNDECIDED, "No check was observed.")
                .without(Case.of("page", "/unseen"))
                .build(Question.SWITCHOVER, new Promises(1, 2, 0, 0));
        Document page = page(silent);
        assertThat(page.select(".pills .k-" + FindingKind.NOT_OBSERVED.word()).eachAttr("title"))
                .containsExactly("/unseen: not observed");
        assertThat(page.select("#causes h2").text()).isEqualTo("No finding stands open; the reasons above decide");
    }

    @Test
    void staysReadableAtFiveHundredCases() {
        Document page = page(ReportFixtures.large());
        assertThat(page.select(".strip-label").eachText()).containsExactly("en-US", "de-DE", "fr-FR", "ja-JP");
        assertThat(page.select(".strip .cell")).hasSize(500);
    }

    private Document page(ParityReport report) {
        return Jsoup.parse(renderer.render(report));
    }

    private static String digest(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }
}
