package org.stackparity.report.view;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stackparity.model.Cause;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.Judgement;

/** Counts the findings of a judgement. */
public final class Tally {
    private Tally() {}

    /** How many findings there are of each kind; kinds without any are left out. In order of {@link FindingKind}. */
    public static Map<FindingKind, Integer> byKind(Judgement judgement) {
        Map<FindingKind, Integer> counts = new EnumMap<>(FindingKind.class);
        judgement.findings().forEach(finding -> counts.merge(finding.kind(), 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }

    /** The open deviations and unknowns that no cause explains, in the judgement's order. */
    public static List<Finding> unexplained(Judgement judgement, FindingRefs refs) {
        Set<String> explained = new HashSet<>();
        for (Cause cause : judgement.causes()) {
            cause.findings().forEach(finding -> refs.find(finding).ifPresent(explained::add));
        }
        return judgement.findings().stream()
                .filter(finding -> finding.isOpen() || finding.kind().isUnknown())
                .filter(finding -> !explained.contains(refs.find(finding).orElse("")))
                .toList();
    }
}
