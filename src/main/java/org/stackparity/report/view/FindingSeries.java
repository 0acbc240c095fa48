package org.stackparity.report.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stackparity.model.CheckId;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.NodeRef;
import org.stackparity.model.Severity;

/**
 * Groups of findings that differ in their values only, like the English titles of 36 pages, so that they make one table
 * rather than 36 entries. A group that is like no other makes a series of its own.
 *
 * @param groups in order; never empty
 */
public record FindingSeries(List<FindingGroup> groups) {
    /** From this many on, groups make a series. */
    private static final int TOGETHER = 3;
    /** A value that is longer does not fit a line of a table. */
    private static final int LINE = 300;

    public FindingSeries {
        groups = List.copyOf(groups);
    }

    /** Puts findings together; the series stand worst first, otherwise in the findings' order. */
    public static List<FindingSeries> of(Collection<Finding> findings, FindingRefs refs) {
        return of(FindingGroup.of(findings, refs));
    }

    static List<FindingSeries> of(List<FindingGroup> groups) {
        Map<Likeness, List<FindingGroup>> alike = new LinkedHashMap<>();
        for (FindingGroup group : groups) {
            alike.computeIfAbsent(Likeness.of(group.first()), unused -> new ArrayList<>())
                    .add(group);
        }
        List<FindingSeries> series = new ArrayList<>();
        for (List<FindingGroup> one : alike.values()) {
            if (one.size() >= TOGETHER && one.stream().allMatch(FindingSeries::fitsLine)) {
                series.add(new FindingSeries(one));
            } else {
                one.forEach(group -> series.add(new FindingSeries(List.of(group))));
            }
        }
        return series;
    }

    public Finding first() {
        return groups.get(0).first();
    }

    /** Whether there are several values to show. */
    public boolean isTable() {
        return groups.size() > 1;
    }

    /** How many findings there are. */
    public int count() {
        return groups.stream().mapToInt(group -> group.findings().size()).sum();
    }

    /** The cases in a few words, like {@code /cart · de-DE and 35 further cases}. */
    public String subjects() {
        return isTable()
                ? first().subject() + " and " + Words.count(count() - 1, "further case")
                : groups.get(0).subjects();
    }

    /** Everybody who deviates in one of the findings, sorted. */
    public List<NodeRef> nodes() {
        return groups.stream()
                .flatMap(group -> group.nodes().stream())
                .sorted()
                .distinct()
                .toList();
    }

    private static boolean fitsLine(FindingGroup group) {
        return Stream.of(group.first().primary(), group.first().failover())
                .flatMap(Optional::stream)
                .allMatch(value -> value.length() <= LINE && value.indexOf('\n') < 0);
    }

    private record Likeness(
            CheckId check,
            String path,
            FindingKind kind,
            Severity severity,
            String fault,
            boolean hasPrimary,
            boolean hasFailover) {
        static Likeness of(Finding finding) {
            return new Likeness(
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
