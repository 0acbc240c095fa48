package org.stackparity.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
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
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JunitXmlRendererTest {
    private final JunitXmlRenderer renderer = new JunitXmlRenderer();

    @Test
    void isRedForNoGo() throws Exception {
        Element root = parse(ReportFixtures.noGo());
        assertThat(root.getAttribute("failures")).isEqualTo("51");
        assertThat(outcome(root, "switchover")).isEqualTo("failure");
        assertThat(outcome(root, "locale.page-language [/cart · de-DE]")).isEqualTo("failure");
        assertThat(outcome(root, "locale.page-language [/cart · en-US]")).isEqualTo("passed");
        assertThat(outcome(root, "latency.peak-load [everything]")).isEqualTo("skipped");
    }

    @Test
    void isRedForUndecided() throws Exception {
        Element root = parse(ReportFixtures.undecided());
        assertThat(outcome(root, "switchover")).isEqualTo("error");
        assertThat(outcome(root, "functional.smoke [/health/ready]")).isEqualTo("error");
        assertThat(outcome(root, "latency.endpoints [/cart]")).isEqualTo("error");
        assertThat(root.getAttribute("errors")).isEqualTo("3");
    }

    @Test
    void isNotRedForGoAndNotGreenForADeviationThatCannotBlock() throws Exception {
        Element root = parse(ReportFixtures.go());
        assertThat(root.getAttribute("failures")).isEqualTo("0");
        assertThat(root.getAttribute("errors")).isEqualTo("0");
        assertThat(outcome(root, "functional.server-names [everything]")).isEqualTo("skipped");
        assertThat(outcome(root, "functional.error-pages [/no-such-page]")).isEqualTo("passed");
        assertThat(outcome(root, "subscription.canary [charge-subscriptions]")).isEqualTo("skipped");
    }

    @Test
    void isRedWithoutAnyCheckOrFinding() throws Exception {
        ParityReport empty = new ReportBuilder()
                .ruling(Question.SWITCHOVER, Verdict.UNDECIDED, "There is no check.")
                .ruling(Question.EMERGENCY, Verdict.UNDECIDED, "There is no check.")
                .ruling(Question.FAILBACK, Verdict.UNDECIDED, "There is no check.")
                .build(Question.SWITCHOVER, new Promises(0, 0, 0, 0));
        assertThat(parse(empty).getAttribute("errors")).isEqualTo("1");
    }

    @Test
    void isRedForARequiredCaseWithoutFinding() throws Exception {
        ParityReport silent = new ReportBuilder()
                .check(
                        "FUN-01",
                        "functional.build",
                        Family.FUNCTIONAL,
                        Severity.BLOCKER,
                        "One build.",
                        PathRule.of("*", Comparison.SAME),
                        Case.WHOLE)
                .without(Case.WHOLE)
                .ruling(Question.SWITCHOVER, Verdict.UNDECIDED, "Nothing was observed.")
                .ruling(Question.EMERGENCY, Verdict.UNDECIDED, "Nothing was observed.")
                .ruling(Question.FAILBACK, Verdict.UNDECIDED, "Nothing was observed.")
                .build(Question.SWITCHOVER, new Promises(0, 1, 0, 0));
        assertThat(outcome(parse(silent), "functional.build [everything]")).isEqualTo("error");
    }

    @Test
    void isRedForAFindingOfACheckThatIsNotInThePlan() throws Exception {
        ParityReport unplanned = new ReportBuilder()
                .finding("OWN-01", Case.WHOLE, "", FindingKind.NOT_OBSERVED, null, null, "Why.", List.of(), Map.of())
                .ruling(Question.SWITCHOVER, Verdict.UNDECIDED, "Nothing was observed.")
                .ruling(Question.EMERGENCY, Verdict.UNDECIDED, "Nothing was observed.")
                .ruling(Question.FAILBACK, Verdict.UNDECIDED, "Nothing was observed.")
                .build(Question.SWITCHOVER, new Promises(0, 1, 0, 0));
        assertThat(outcome(parse(unplanned), "OWN-01 [everything]")).isEqualTo("error");
    }

    @Test
    void isNotGreenForAnyKindOfUnknown() throws Exception {
        for (FindingKind kind : FindingKind.values()) {
            ParityReport one = new ReportBuilder()
                    .check(
                            "FUN-01",
                            "functional.build",
                            Family.FUNCTIONAL,
                            Severity.INFORMATION,
                            "One build.",
                            PathRule.of("*", Comparison.SAME),
                            Case.WHOLE)
                    .finding("FUN-01", Case.WHOLE, "", kind, null, null, "Why.", List.of(), Map.of())
                    .ruling(Question.SWITCHOVER, Verdict.GO, "It is.")
                    .ruling(Question.EMERGENCY, Verdict.GO, "It is.")
                    .ruling(Question.FAILBACK, Verdict.GO, "It is.")
                    .build(Question.SWITCHOVER, new Promises(0, 1, 0, 0));
            String outcome = outcome(parse(one), "functional.build [everything]");
            if (kind.isUnknown()) {
                assertThat(outcome).as(kind.word()).isEqualTo("error");
            } else if (kind.isDeviation()) {
                assertThat(outcome).as(kind.word()).isEqualTo("skipped");
            }
        }
    }

    @Test
    void isLegalXmlWhateverTheValuesHold() throws Exception {
        Element root = parse(ReportFixtures.hostile());
        assertThat(root.getAttribute("name")).isEqualTo("Stack Parity pair<script>");
        assertThat(root.getElementsByTagName("failure").item(1).getTextContent())
                .contains("<U+001B>[2J");
    }

    private Element parse(ParityReport report) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(renderer.render(report))))
                .getDocumentElement();
    }

    private static String outcome(Element root, String name) {
        List<String> names = new ArrayList<>();
        NodeList cases = root.getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            Element one = (Element) cases.item(i);
            names.add(one.getAttribute("name"));
            if (one.getAttribute("name").equals(name)) {
                NodeList children = one.getElementsByTagName("*");
                return children.getLength() == 0 ? "passed" : children.item(0).getNodeName();
            }
        }
        throw new AssertionError("There is no test case [" + name + "]; there are " + names + ".");
    }
}
