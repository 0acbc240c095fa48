package org.stackparity.report.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.stackparity.model.Check;
import org.stackparity.model.CheckId;
import org.stackparity.model.Family;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.NodeRef;
import org.stackparity.model.ParityReport;
import org.stackparity.model.PlannedCheck;
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
    private static final int SHORT = 120;

    private static final Page.Side NO_SIDE = new Page.Side(false, Text.of(""));
    private static final Page.Values NO_VALUES = new Page.Values(false, NO_SIDE, NO_SIDE, List.of());

    private final FindingRefs refs;
    private final Observations observations;
    private final Map<CheckId, Check> checks = new HashMap<>();
    private final Map<String, String> addresses = new HashMap<>();
    private final List<FindingSeries> series;
    private final List<FindingGroup> groups;

    Entries(ParityReport report, FindingRefs refs, Observations observations) {
        this.refs = refs;
        this.observations = observations;
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
        this.series = FindingSeries.of(groups.stream().limit(SHOWN).toList());
    }

    /** The entries of the kinds, worst first. */
    List<Page.Entry> of(Set<FindingKind> kinds) {
        return series.stream()
                .filter(one -> kinds.contains(one.first().kind()))
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

    /** One line per entry that the findings make. */
    List<Page.EntryLink> links(Collection<Finding> findings) {
        return FindingSeries.of(findings, refs).stream().map(this::link).toList();
    }

    private Page.EntryLink link(FindingSeries one) {
        Finding first = one.first();
        return new Page.EntryLink(
                addressOf(first),
                first.kind().word(),
                Words.glyph(first.kind()),
                Words.of(first.kind()),
                first.severity().word(),
                first.check().value(),
                nameOf(first.check()),
                Text.clipped(first.path(), SHORT),
                Text.clipped(one.subjects(), SHORT),
                Text.clipped(first.reason(), LINE));
    }

    Text nameOf(CheckId id) {
        return Text.of(Optional.ofNullable(checks.get(id)).map(Check::name).orElse(""));
    }

    private Page.Entry entry(FindingSeries one) {
        FindingGroup group = one.groups().get(0);
        Finding first = one.first();
        Optional<Check> check = Optional.ofNullable(checks.get(first.check()));
        List<NodeRef> nodes = one.nodes();
        boolean isReasonShared = isShared(one, Finding::reason);
        boolean areFactsShared = isShared(one, Finding::facts);
        return new Page.Entry(
                one.isTable() ? "s-" + idOf(group) : idOf(group),
                check.map(Check::family).orElse(Family.CUSTOM).word(),
                first.kind().word(),
                Words.glyph(first.kind()),
                Words.of(first.kind()),
                first.severity().word(),
                first.check().value(),
                nameOf(first.check()),
                Text.of(check.map(Check::promise).orElse("")),
                Text.clipped(first.path(), LINE),
                one.isTable() ? Text.of(Words.count(one.count(), "case")) : Text.clipped(group.subjects(), LINE),
                texts(nodes),
                isReasonShared ? Text.clipped(first.reason(), SENTENCE) : Text.of(""),
                one.isTable() ? NO_VALUES : values(first),
                one.isTable()
                        ? one.groups().stream()
                                .map(each -> row(each, nodes, isReasonShared, areFactsShared))
                                .toList()
                        : List.of(),
                facts(first, check, areFactsShared),
                one.count() > 1 ? Words.count(one.count(), "case") : "",
                one.isTable() ? List.of() : caseLines(group, nodes),
                one.isTable() ? "" : left(group.findings().size() - CASES, "further case"),
                Words.count(first.evidence().size(), "observation"),
                one.isTable() ? List.of() : observations.rows(first));
    }

    private static boolean isShared(FindingSeries series, Function<Finding, Object> part) {
        return series.groups().stream()
                        .map(FindingGroup::first)
                        .map(part)
                        .distinct()
                        .count()
                == 1;
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
                observations.links(first));
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

    /** A remark on what there was no room for; empty where nothing was left out. */
    static String left(long number, String noun) {
        return number <= 0 ? "" : "and " + Words.count(number, noun) + " in report.json";
    }
}
