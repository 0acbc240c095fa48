package org.stackparity.report.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stackparity.model.Case;
import org.stackparity.model.CheckId;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.NodeRef;
import org.stackparity.model.Severity;
import org.stackparity.report.text.LineDiff;

/**
 * Findings that say the same about different cases, so that a footer that differs on 500 pages is one entry. Of values
 * of several lines only the lines that differ count.
 *
 * @param ref the reference of the first finding
 * @param findings in the judgement's order; never empty
 */
public record FindingGroup(String ref, List<Finding> findings) {
    private static final Comparator<FindingGroup> WORST_FIRST = Comparator.comparing(
                    (FindingGroup group) -> group.first().severity())
            .thenComparingInt(group -> -Words.weight(group.first().kind()))
            .thenComparing(group -> group.first().check());

    public FindingGroup {
        findings = List.copyOf(findings);
    }

    /** Groups findings; the groups stand worst first, otherwise in the findings' order. */
    public static List<FindingGroup> of(Collection<Finding> findings, FindingRefs refs) {
        Map<Likeness, List<Finding>> alike = new LinkedHashMap<>();
        for (Finding finding : findings) {
            alike.computeIfAbsent(Likeness.of(finding), unused -> new ArrayList<>())
                    .add(finding);
        }
        return alike.values().stream()
                .map(group -> new FindingGroup(refs.find(group.get(0)).orElse(""), group))
                .sorted(WORST_FIRST)
                .toList();
    }

    public Finding first() {
        return findings.get(0);
    }

    /** The cases, in the findings' order, without duplicates. */
    public List<Case> cases() {
        return findings.stream().map(Finding::subject).distinct().toList();
    }

    /** The cases in a few words, like {@code /cart · de-DE and 8 further cases}. */
    public String subjects() {
        List<Case> cases = cases();
        return cases.get(0) + (cases.size() == 1 ? "" : " and " + Words.count(cases.size() - 1, "further case"));
    }

    /** Everybody who deviates in one of the findings, sorted. */
    public List<NodeRef> nodes() {
        return findings.stream()
                .flatMap(finding -> finding.nodes().stream())
                .sorted()
                .distinct()
                .toList();
    }

    private record Likeness(
            CheckId check,
            String path,
            FindingKind kind,
            Severity severity,
            String fault,
            Optional<String> reason,
            List<List<String>> values) {
        static Likeness of(Finding finding) {
            boolean hasValues =
                    finding.primary().isPresent() || finding.failover().isPresent();
            return new Likeness(
                    finding.check(),
                    finding.path(),
                    finding.kind(),
                    finding.severity(),
                    finding.findFact("fault").orElse(""),
                    hasValues ? Optional.empty() : Optional.of(finding.reason()),
                    values(finding));
        }

        private static List<List<String>> values(Finding finding) {
            if (finding.primary().isPresent() && finding.failover().isPresent()) {
                return LineDiff.core(finding.primary().get(), finding.failover().get());
            }
            return List.of(
                    finding.primary().map(List::of).orElse(List.of()),
                    finding.failover().map(List::of).orElse(List.of()));
        }
    }
}
