package org.stackparity.report.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stackparity.model.Check;
import org.stackparity.model.CheckId;
import org.stackparity.model.Family;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.NodeRef;
import org.stackparity.model.Observation;
import org.stackparity.model.ParityReport;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Severity;
import org.stackparity.report.text.Clip;
import org.stackparity.report.text.LineDiff;
import org.stackparity.report.text.Text;
import org.stackparity.report.text.ValueDiff;

/** Makes the entries of the page, and knows where each finding went. */
final class Entries {
    // LIMIT: what is beyond these numbers stands in report.json and in the evidence, and the page says so
    static final int SHOWN = 3_000;
    static final int VALUE = 2_000;
    static final int SENTENCE = 500;
    static final int LINE = 300;
    private static final int LINES = 120;
    private static final int CASES = 600;
    private static final int EVIDENCE = 8;
    private static final int SHORT = 120;
    /** From this many on, groups that differ in their values only make one entry with a line each. */
    private static final int ROWS = 3;

    private static final Page.Side NO_SIDE = new Page.Side(false, Text.of(""));
    private static final Page.Values NO_VALUES = new Page.Values(false, NO_SIDE, NO_SIDE, List.of());

    private final ParityReport report;
    private final FindingRefs refs;
    private final Set<String> shownObservations;
    private final Map<CheckId, Check> checks = new HashMap<>();
    private final Map<String, String> addresses = new HashMap<>();
    private final List<List<FindingGroup>> series;
    private final List<FindingGroup> groups;

    Entries(ParityReport report, FindingRefs refs, Set<String> shownObservations) {
        this.report = report;
        this.refs = refs;
        this.shownObservations = shownObservations;
        for (PlannedCheck planned : report.plan().checks()) {
            checks.put(planned.check().id(), planned.check());
        }
        this.groups = FindingGroup.of(
                report.judgement().findings().stream()
                        .filter(finding -> finding.kind() != FindingKind.SAME)
                        .toList(),
                refs);
        groups.stream()
                .limit(SHOWN)
                .forEach(group -> group.findings()
                        .forEach(finding -> addresses.put(refs.find(finding).orElse(""), "#" + idOf(group))));
        this.series = series(groups.stream().limit(SHOWN).toList());
    }

    /** The entries of the kinds, worst first. */
    List<Page.Entry> of(Set<FindingKind> kinds) {
        return series.stream()
                .filter(groups -> kinds.contains(groups.get(0).first().kind()))
                .map(this::entry)
                .toList();
    }

    /** How many entries of the kinds there was no room for. */
    long leftOut(Set<FindingKind> kinds) {
        return groups.stream()
                .skip(SHOWN)
                .filter(group -> kinds.contains(group.first().kind()))
                .count();
    }

    /** The address of the entry that a finding went into; empty if it is not on the page. */
    String addressOf(Finding finding) {
        return refs.find(finding).map(addresses::get).orElse("");
    }

    /** One line per group of the findings; groups that make one entry together make one line too. */
    List<Page.EntryLink> links(Collection<Finding> findings) {
        return series(FindingGroup.of(findings, refs)).stream().map(this::link).toList();
    }

    private Page.EntryLink link(List<FindingGroup> groups) {
        FindingGroup group = groups.get(0);
        Finding first = group.first();
        int count = groups.stream().mapToInt(one -> one.findings().size()).sum();
        String subjects = groups.size() == 1
                ? group.subjects()
                : first.subject() + " and " + Words.count(count - 1, "further case");
        return new Page.EntryLink(
                addressOf(first),
                first.kind().word(),
                Words.glyph(first.kind()),
                Words.of(first.kind()),
                first.severity().word(),
                first.check().value(),
                nameOf(first.check()),
                Text.clipped(first.path(), SHORT),
                Text.clipped(subjects, SHORT),
                Text.clipped(first.reason(), LINE));
    }

    Text nameOf(CheckId id) {
        return Text.of(Optional.ofNullable(checks.get(id)).map(Check::name).orElse(""));
    }

    /** Puts groups together that differ in their values only, where they are many and each fits a line. */
    private static List<List<FindingGroup>> series(List<FindingGroup> groups) {
        Map<Series, List<FindingGroup>> together = new LinkedHashMap<>();
        for (FindingGroup group : groups) {
            together.computeIfAbsent(Series.of(group.first()), unused -> new ArrayList<>())
                    .add(group);
        }
        List<List<FindingGroup>> all = new ArrayList<>();
        for (List<FindingGroup> one : together.values()) {
            if (one.size() >= ROWS && one.stream().allMatch(Entries::fitsLine)) {
                all.add(one);
            } else {
                one.forEach(group -> all.add(List.of(group)));
            }
        }
        return all;
    }

    private static boolean fitsLine(FindingGroup group) {
        return Stream.of(group.first().primary(), group.first().failover())
                .flatMap(Optional::stream)
                .allMatch(value -> value.length() <= LINE && value.indexOf('\n') < 0);
    }

    private Page.Entry entry(List<FindingGroup> groups) {
        FindingGroup group = groups.get(0);
        boolean isSeries = groups.size() > 1;
        Finding first = group.first();
        Optional<Check> check = Optional.ofNullable(checks.get(first.check()));
        List<NodeRef> nodes = groups.stream()
                .flatMap(one -> one.nodes().stream())
                .sorted()
                .distinct()
                .toList();
        int count = groups.stream().mapToInt(one -> one.findings().size()).sum();
        boolean isReasonShared =
                groups.stream().allMatch(one -> one.first().reason().equals(first.reason()));
        boolean areFactsShared =
                groups.stream().allMatch(one -> one.first().facts().equals(first.facts()));
        return new Page.Entry(
                isSeries ? "s-" + idOf(group) : idOf(group),
                check.map(Check::family).orElse(Family.CUSTOM).word(),
                first.kind().word(),
                Words.glyph(first.kind()),
                Words.of(first.kind()),
                first.severity().word(),
                first.check().value(),
                nameOf(first.check()),
                Text.of(check.map(Check::promise).orElse("")),
                Text.clipped(first.path(), LINE),
                isSeries ? Text.of(Words.count(count, "case")) : Text.clipped(group.subjects(), LINE),
                texts(nodes),
                isReasonShared ? Text.clipped(first.reason(), SENTENCE) : Text.of(""),
                isSeries ? NO_VALUES : values(first),
                isSeries
                        ? groups.stream()
                                .map(one -> row(one, nodes, isReasonShared, areFactsShared))
                                .toList()
                        : List.of(),
                facts(first, check, areFactsShared),
                count > 1 ? Words.count(count, "case") : "",
                isSeries ? List.of() : caseLines(group, nodes),
                isSeries ? "" : left(group.findings().size() - CASES, "further case"),
                Words.count(first.evidence().size(), "observation"),
                isSeries
                        ? List.of()
                        : first.evidence().stream()
                                .limit(EVIDENCE)
                                .map(ref -> evidence(ref, first))
                                .toList());
    }

    private Page.ValueRow row(FindingGroup group, List<NodeRef> all, boolean isReasonShared, boolean areFactsShared) {
        Finding first = group.first();
        Page.Values values = values(first);
        return new Page.ValueRow(
                idOf(group),
                Text.clipped(group.subjects(), SHORT),
                caseLines(group, group.nodes()),
                group.nodes().equals(all) ? List.of() : texts(group.nodes()),
                isReasonShared ? Text.of("") : Text.clipped(first.reason(), LINE),
                areFactsShared ? List.of() : facts(first, Optional.empty(), true),
                values.primary(),
                values.failover(),
                first.evidence().stream()
                        .limit(EVIDENCE)
                        .map(ref -> new Page.EvidenceLink(Clip.line(ref, SHORT), hrefOf(ref)))
                        .toList());
    }

    private String hrefOf(String ref) {
        return shownObservations.contains(ref) ? "#" + observationId(ref) : "";
    }

    private static String idOf(FindingGroup group) {
        return "f-" + group.ref().replace('.', '-');
    }

    private static List<Text> texts(List<NodeRef> nodes) {
        return nodes.stream().map(node -> Text.clipped(node.toString(), SHORT)).toList();
    }

    private static Page.Values values(Finding finding) {
        Optional<String> primary = finding.primary();
        Optional<String> failover = finding.failover();
        if (primary.isPresent() && failover.isPresent()) {
            if (primary.get().indexOf('\n') >= 0 || failover.get().indexOf('\n') >= 0) {
                LineDiff diff = LineDiff.of(primary.get(), failover.get(), LINES, LINE);
                return new Page.Values(true, NO_SIDE, NO_SIDE, diff.rows());
            }
            ValueDiff diff = ValueDiff.of(primary.get(), failover.get(), VALUE);
            return new Page.Values(
                    true, new Page.Side(true, diff.primary()), new Page.Side(true, diff.failover()), List.of());
        }
        return new Page.Values(primary.isPresent() || failover.isPresent(), side(primary), side(failover), List.of());
    }

    private static Page.Side side(Optional<String> value) {
        return new Page.Side(value.isPresent(), Text.clipped(value.orElse(""), VALUE));
    }

    private static List<Page.Fact> facts(Finding finding, Optional<Check> check, boolean withFacts) {
        List<Page.Fact> facts = new ArrayList<>();
        check.map(known -> known.ruleFor(finding.path()).limits())
                .ifPresent(limits -> limits.forEach((name, value) -> facts.add(fact(name, value))));
        if (withFacts) {
            finding.facts().forEach((name, value) -> facts.add(fact(name, value)));
        }
        return facts;
    }

    private static Page.Fact fact(String name, String value) {
        return new Page.Fact(Text.clipped(name, SHORT), Text.clipped(value, LINE));
    }

    private List<Page.CaseLine> caseLines(FindingGroup group, List<NodeRef> all) {
        if (group.findings().size() == 1) {
            return List.of();
        }
        return group.findings().stream()
                .limit(CASES)
                .map(finding -> new Page.CaseLine(
                        refs.find(finding).orElse(""),
                        Text.clipped(finding.subject().toString(), SHORT),
                        finding.nodes().equals(all) ? List.of() : texts(finding.nodes()),
                        Text.of(String.join(", ", finding.evidence()))))
                .toList();
    }

    private Page.EvidenceRow evidence(String ref, Finding finding) {
        Observation seen = report.cited().get(ref);
        if (seen == null) {
            return new Page.EvidenceRow(
                    Clip.line(ref, SHORT), "", Text.of(""), "", "", "", "not cited in this report", Text.of(""));
        }
        return new Page.EvidenceRow(
                Clip.line(ref, SHORT),
                hrefOf(ref),
                Text.clipped(seen.node(), SHORT),
                Integer.toString(seen.round()),
                Words.of(seen.at()),
                Words.of(seen.took()),
                seen.outcome().word(),
                Text.clipped(answer(seen, finding.path()), LINE));
    }

    /** What the observation says at the path of a finding: its value, else its fault, else why nothing was seen. */
    private static String answer(Observation seen, String path) {
        String value = seen.values().get(path);
        if (value != null) {
            return value;
        }
        if (!seen.faults().isEmpty()) {
            return seen.faults().get(0).message();
        }
        return seen.reason();
    }

    /** A name for the place of an observation on the page, made of letters, digits and hyphens. */
    static String observationId(String ref) {
        return "o-" + ref.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** A remark on what there was no room for; empty where nothing was left out. */
    static String left(long number, String noun) {
        return number <= 0 ? "" : "and " + Words.count(number, noun) + " in report.json";
    }

    private record Series(
            CheckId check,
            String path,
            FindingKind kind,
            Severity severity,
            String fault,
            boolean hasPrimary,
            boolean hasFailover) {
        static Series of(Finding finding) {
            return new Series(
                    finding.check(),
                    finding.path(),
                    finding.kind(),
                    finding.severity(),
                    finding.findFact("fault").orElse(""),
                    finding.primary().isPresent(),
                    finding.failover().isPresent());
        }
    }
}
