package org.stackparity.report;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.stackparity.model.Cause;
import org.stackparity.model.Coverage;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.Judgement;
import org.stackparity.model.NodeRef;
import org.stackparity.model.ParityReport;
import org.stackparity.model.Plan;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Role;
import org.stackparity.model.Ruling;
import org.stackparity.model.RunSummary;
import org.stackparity.report.text.Clip;
import org.stackparity.report.view.FindingRefs;
import org.stackparity.report.view.Tally;
import org.stackparity.report.view.Words;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Writes the report for programs, as {@code report.schema.json} describes it. All characters beyond ASCII are escaped,
 * so that lone surrogates and invisible characters survive any transport.
 */
public final class JsonRenderer implements Renderer {
    /** Raised when a reader of an older version would misunderstand the file. */
    public static final int FORMAT_VERSION = 1;

    // LIMIT: longer values are cut and their length is written beside them; the evidence has all of them
    private static final int VALUE = 10_000;

    private final JsonFactory factory =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @Override
    public String fileName() {
        return "report.json";
    }

    @Override
    public void render(ParityReport report, Appendable out) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = factory.createGenerator(new Indented(), text)) {
            new Document(json, report, new FindingRefs(report.judgement().findings())).write();
        }
        out.append(text.getBuffer()).append('\n');
    }

    /** Asks for two spaces and a line feed, whatever the system's line separator is. */
    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter().withObjectIndenter(indenter);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    /** One document while it is written. */
    private record Document(JsonGenerator json, ParityReport report, FindingRefs refs) {

        void write() {
            Judgement judgement = report.judgement();
            json.writeStartObject();
            json.writeNumberProperty("formatVersion", FORMAT_VERSION);
            run(report.run());
            json.writeStringProperty("question", report.question().word());
            json.writeStringProperty("verdict", report.ruling().verdict().word());
            json.writeNumberProperty("exitCode", Words.exitCode(report.ruling().verdict()));
            json.writeStringProperty("asOf", report.asOf().toString());
            objects("rulings", judgement.rulings(), this::ruling);
            promises(judgement.promises());
            objects("causes", judgement.causes(), this::cause);
            counts(judgement);
            objects("findings", judgement.findings(), this::finding);
            plan(report.plan());
            strings("notes", judgement.notes());
            json.writeEndObject();
        }

        private void run(RunSummary run) {
            json.writeObjectPropertyStart("run");
            json.writeStringProperty("id", run.runId());
            json.writeStringProperty("pair", run.pair());
            json.writeStringProperty("suiteVersion", run.suiteVersion());
            json.writeStringProperty("primary", run.primary());
            json.writeStringProperty("failover", run.failover());
            instant("start", run.start());
            instant("end", run.end());
            json.writeObjectPropertyStart("observations");
            for (Role role : Role.values()) {
                json.writeNumberProperty(role.word(), run.requests().getOrDefault(role, 0L));
            }
            json.writeEndObject();
            json.writeObjectPropertyStart("millisByFamily");
            run.seconds().forEach((family, took) -> json.writeNumberProperty(family.word(), took.toMillis()));
            json.writeEndObject();
            json.writeEndObject();
        }

        private void ruling(Ruling ruling) {
            json.writeStringProperty("question", ruling.question().word());
            json.writeStringProperty("verdict", ruling.verdict().word());
            strings("reasons", ruling.reasons());
        }

        private void promises(Judgement.Promises promises) {
            json.writeObjectPropertyStart("promises");
            json.writeNumberProperty("kept", promises.kept());
            json.writeNumberProperty("total", promises.total());
            json.writeNumberProperty("drillOnly", promises.drillOnly());
            json.writeNumberProperty("notCovered", promises.notCovered());
            json.writeEndObject();
        }

        private void cause(Cause cause) {
            json.writeStringProperty("rule", cause.rule());
            text("fact", cause.fact());
            json.writeStringProperty("severity", cause.severity().word());
            nodes(cause.nodes());
            text("advice", cause.advice());
            json.writeNumberProperty("findings", cause.findings().size());
            strings(
                    "refs",
                    cause.findings().stream()
                            .map(refs::find)
                            .flatMap(Optional::stream)
                            .distinct()
                            .toList());
        }

        private void counts(Judgement judgement) {
            Map<FindingKind, Integer> counts = Tally.byKind(judgement);
            json.writeObjectPropertyStart("counts");
            for (FindingKind kind : FindingKind.values()) {
                json.writeNumberProperty(kind.word(), counts.getOrDefault(kind, 0));
            }
            json.writeEndObject();
        }

        private void finding(Finding finding) {
            json.writeStringProperty("ref", refs.find(finding).orElseThrow());
            json.writeStringProperty("check", finding.check().value());
            properties("case", finding.subject().dimensions());
            json.writeStringProperty("path", finding.path());
            json.writeStringProperty("kind", finding.kind().word());
            if (finding.kind() == FindingKind.SAME) {
                return;
            }
            json.writeStringProperty("severity", finding.severity().word());
            finding.primary().ifPresent(value -> text("primary", value));
            finding.failover().ifPresent(value -> text("failover", value));
            nodes(finding.nodes());
            text("reason", finding.reason());
            properties("facts", finding.facts());
            strings("evidence", finding.evidence());
        }

        private void plan(Plan plan) {
            json.writeObjectPropertyStart("plan");
            json.writeBooleanProperty("partial", plan.partial());
            json.writeNumberProperty("budgetMillis", plan.budget().toMillis());
            json.writeObjectPropertyStart("coverage");
            for (Coverage coverage : Coverage.values()) {
                json.writeNumberProperty(
                        coverage.word(),
                        plan.checks().stream()
                                .filter(planned -> planned.coverage() == coverage)
                                .count());
            }
            json.writeEndObject();
            objects("checks", plan.checks(), this::check);
            json.writeEndObject();
        }

        private void check(PlannedCheck planned) {
            json.writeStringProperty("id", planned.check().id().value());
            json.writeStringProperty("name", planned.check().name());
            json.writeNumberProperty("version", planned.check().version());
            json.writeStringProperty("family", planned.check().family().word());
            json.writeStringProperty("severity", planned.check().severity().word());
            json.writeStringProperty("promise", planned.check().promise());
            json.writeStringProperty("coverage", planned.coverage().word());
            if (!planned.reason().isEmpty()) {
                text("reason", planned.reason());
            }
            json.writeNumberProperty("cases", planned.cases().size());
        }

        private void nodes(List<NodeRef> nodes) {
            objects("nodes", nodes, node -> {
                json.writeStringProperty("role", node.role().word());
                json.writeStringProperty("node", node.node());
            });
        }

        private void instant(String name, Instant instant) {
            json.writeStringProperty(name, instant.toString());
        }

        /** A text that may be long: cut, with its length beside it where something is missing. */
        private void text(String name, String value) {
            json.writeStringProperty(name, Clip.head(value, VALUE));
            if (value.length() > VALUE) {
                json.writeNumberProperty(name + "Length", value.length());
            }
        }

        private void properties(String name, Map<String, String> values) {
            json.writeObjectPropertyStart(name);
            values.forEach((key, value) -> json.writeStringProperty(key, Clip.head(value, VALUE)));
            json.writeEndObject();
        }

        private void strings(String name, Collection<String> values) {
            json.writeArrayPropertyStart(name);
            values.forEach(value -> json.writeString(Clip.head(value, VALUE)));
            json.writeEndArray();
        }

        private <T> void objects(String name, Collection<T> values, Consumer<T> content) {
            json.writeArrayPropertyStart(name);
            for (T value : values) {
                json.writeStartObject();
                content.accept(value);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
