package org.stackparity.report;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.stackparity.model.Case;
import org.stackparity.model.Check;
import org.stackparity.model.CheckId;
import org.stackparity.model.Family;
import org.stackparity.model.Finding;
import org.stackparity.model.ParityReport;
import org.stackparity.model.PlannedCase;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Verdict;
import org.stackparity.report.text.Clip;
import org.stackparity.report.text.Visible;
import org.stackparity.report.view.FindingFacts;
import org.stackparity.report.view.Words;

/**
 * Writes the report as JUnit XML: one test suite per family, one test case per check and case, and first one for the
 * verdict itself, which fails on NO-GO and is in error when undecided, whatever the findings are.
 *
 * <p>An unknown is an error. A deviation is a failure where it can block: its severity is blocker or critical, and the
 * verdict asked for is not GO. Otherwise it is skipped with the reason, so that it is never green, and never turns a GO
 * red. What is not covered, not applicable or not authorised is skipped too.
 */
public final class JunitXmlRenderer implements Renderer {
    private static final int SENTENCE = 300;
    private static final int PER_CASE = 20;

    private final XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();

    @Override
    public String fileName() {
        return "junit.xml";
    }

    @Override
    public void render(ParityReport report, Appendable out) throws IOException {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = factory.createXMLStreamWriter(text);
            new Document(xml, report).write();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("Writing " + fileName() + " failed.", e);
        }
        out.append(text.getBuffer());
    }

    /** How one test case ends. */
    private enum End {
        PASSED,
        SKIPPED,
        FAILURE,
        ERROR
    }

    /** One test case. */
    private record TestCase(String className, String name, End end, String type, String message, String text) {}

    /** One document while it is written. */
    private static final class Document {
        private final XMLStreamWriter xml;
        private final ParityReport report;
        private final Map<CheckId, Map<Case, List<Finding>>> findings = new HashMap<>();

        Document(XMLStreamWriter xml, ParityReport report) {
            this.xml = xml;
            this.report = report;
            for (Finding finding : report.judgement().findings()) {
                findings.computeIfAbsent(finding.check(), unused -> new HashMap<>())
                        .computeIfAbsent(finding.subject(), unused -> new ArrayList<>())
                        .add(finding);
            }
        }

        void write() throws XMLStreamException {
            Map<String, List<TestCase>> suites = suites();
            List<TestCase> all = suites.values().stream().flatMap(List::stream).toList();
            xml.writeStartDocument("UTF-8", "1.0");
            line(0);
            xml.writeStartElement("testsuites");
            attribute("name", "Stack Parity " + report.run().pair());
            counts(all);
            attribute(
                    "time",
                    seconds(Duration.between(report.run().start(), report.run().end())));
            for (Map.Entry<String, List<TestCase>> suite : suites.entrySet()) {
                suite(suite.getKey(), suite.getValue());
            }
            line(0);
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
        }

        private Map<String, List<TestCase>> suites() {
            Map<Family, List<TestCase>> byFamily = new EnumMap<>(Family.class);
            report.plan().checks().stream()
                    .sorted(Comparator.comparing(planned -> planned.check().id()))
                    .forEach(planned -> byFamily.computeIfAbsent(planned.check().family(), unused -> new ArrayList<>())
                            .addAll(testCases(planned)));
            Map<String, List<TestCase>> suites = new LinkedHashMap<>();
            suites.put("verdict", List.of(verdict()));
            byFamily.forEach((family, cases) -> suites.put(family.word(), cases));
            return suites;
        }

        private TestCase verdict() {
            Verdict verdict = report.ruling().verdict();
            End end = switch (verdict) {
                case GO -> End.PASSED;
                case NO_GO -> End.FAILURE;
                case UNDECIDED -> End.ERROR;
            };
            String sentence = Words.sentence(report.question(), verdict, report.run());
            return new TestCase(
                    "parity.verdict",
                    Words.of(report.question()),
                    end,
                    verdict.word(),
                    verdict.word() + ": " + sentence,
                    report.ruling().reasons().stream()
                            .limit(PER_CASE)
                            .map(reason -> Clip.line(reason, SENTENCE) + "\n")
                            .collect(Collectors.joining()));
        }

        private List<TestCase> testCases(PlannedCheck planned) {
            Check check = planned.check();
            Map<Case, List<Finding>> found = findings.getOrDefault(check.id(), Map.of());
            Set<Case> subjects = new LinkedHashSet<>();
            planned.cases().stream().map(PlannedCase::subject).forEach(subjects::add);
            found.keySet().stream().sorted().forEach(subjects::add);
            if (subjects.isEmpty()) {
                subjects.add(Case.WHOLE);
            }
            return subjects.stream()
                    .map(subject -> testCase(planned, subject, found.getOrDefault(subject, List.of())))
                    .toList();
        }

        private TestCase testCase(PlannedCheck planned, Case subject, List<Finding> found) {
            Check check = planned.check();
            String className = "parity." + check.family().word() + "." + check.id();
            String name = check.name() + " [" + subject + "]";
            if (found.isEmpty()) {
                return planned.isRequired()
                        ? new TestCase(
                                className, name, End.ERROR, "not-observed", "Required, and nothing was found.", "")
                        : new TestCase(
                                className, name, End.SKIPPED, planned.coverage().word(), planned.reason(), "");
            }
            End end =
                    found.stream().map(this::end).max(Comparator.naturalOrder()).orElse(End.PASSED);
            List<Finding> telling =
                    found.stream().filter(finding -> end(finding) == end).toList();
            Finding first = telling.get(0);
            String message = Words.of(first.kind()) + ", " + first.severity().word()
                    + (first.path().isEmpty() ? "" : ", " + first.path()) + ": " + first.reason()
                    + (telling.size() == 1 ? "" : " (and " + Words.count(telling.size() - 1, "further finding") + ")");
            String text = end == End.PASSED
                    ? ""
                    : telling.stream()
                            .limit(PER_CASE)
                            .map(finding ->
                                    FindingFacts.of(finding, report.plan()).aligned(""))
                            .collect(Collectors.joining("\n"));
            return new TestCase(className, name, end, first.kind().word(), message, text);
        }

        private End end(Finding finding) {
            return switch (finding.kind()) {
                case SAME, NOISE, ACCEPTED -> End.PASSED;
                case NOT_AUTHORISED, NOT_APPLICABLE -> End.SKIPPED;
                case NOT_PROVEN, NOT_OBSERVED -> End.ERROR;
                case DIFFERENT, MISSING_ON_PRIMARY, MISSING_ON_FAILOVER, UNHEALTHY ->
                    finding.severity().isBlocking() && report.ruling().verdict() != Verdict.GO
                            ? End.FAILURE
                            : End.SKIPPED;
            };
        }

        private void suite(String name, List<TestCase> cases) throws XMLStreamException {
            line(1);
            xml.writeStartElement("testsuite");
            attribute("name", name);
            counts(cases);
            attribute("timestamp", report.run().start().toString());
            Duration took = report.run().seconds().entrySet().stream()
                    .filter(entry -> entry.getKey().word().equals(name))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(Duration.ZERO);
            attribute("time", seconds(took));
            for (TestCase one : cases) {
                testCase(one);
            }
            line(1);
            xml.writeEndElement();
        }

        private void testCase(TestCase one) throws XMLStreamException {
            line(2);
            boolean isEmpty = one.end() == End.PASSED;
            if (isEmpty) {
                xml.writeEmptyElement("testcase");
            } else {
                xml.writeStartElement("testcase");
            }
            attribute("classname", one.className());
            attribute("name", one.name());
            attribute("time", "0.000");
            if (isEmpty) {
                return;
            }
            line(3);
            xml.writeStartElement(one.end().name().toLowerCase(Locale.ROOT));
            attribute("message", one.message());
            if (one.end() != End.SKIPPED) {
                attribute("type", one.type());
            }
            if (!one.text().isEmpty()) {
                xml.writeCharacters("\n" + Visible.block(one.text()));
            }
            xml.writeEndElement();
            line(2);
            xml.writeEndElement();
        }

        private void counts(List<TestCase> cases) throws XMLStreamException {
            attribute("tests", Integer.toString(cases.size()));
            attribute("failures", count(cases, End.FAILURE));
            attribute("errors", count(cases, End.ERROR));
            attribute("skipped", count(cases, End.SKIPPED));
        }

        private static String count(List<TestCase> cases, End end) {
            return Long.toString(cases.stream().filter(one -> one.end() == end).count());
        }

        private static String seconds(Duration duration) {
            return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
        }

        private void attribute(String name, String value) throws XMLStreamException {
            xml.writeAttribute(name, Clip.line(value, SENTENCE));
        }

        private void line(int depth) throws XMLStreamException {
            xml.writeCharacters("\n" + "  ".repeat(depth));
        }
    }
}
