package org.stackparity.report;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.stackparity.model.ParityReport;
import org.stackparity.report.JunitSuites.End;
import org.stackparity.report.JunitSuites.TestCase;
import org.stackparity.report.text.Clip;
import org.stackparity.report.text.Visible;

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

    /** One document while it is written. */
    private static final class Document {
        private final XMLStreamWriter xml;
        private final ParityReport report;

        Document(XMLStreamWriter xml, ParityReport report) {
            this.xml = xml;
            this.report = report;
        }

        void write() throws XMLStreamException {
            Map<String, List<TestCase>> suites = new JunitSuites(report).suites();
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
