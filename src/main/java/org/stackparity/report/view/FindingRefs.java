package org.stackparity.report.view;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stackparity.model.Case;
import org.stackparity.model.CheckId;
import org.stackparity.model.Finding;

/** Names each finding of a judgement, like {@code LOC-03.7}: the check and the place among the check's findings. */
public final class FindingRefs {
    private final Map<Finding, String> byFinding = new HashMap<>();
    private final Map<Place, String> byPlace = new HashMap<>();

    public FindingRefs(List<Finding> findings) {
        Map<CheckId, Integer> counts = new LinkedHashMap<>();
        for (Finding finding : findings) {
            String ref = finding.check() + "." + counts.merge(finding.check(), 1, Integer::sum);
            byFinding.putIfAbsent(finding, ref);
            byPlace.putIfAbsent(Place.of(finding), ref);
        }
    }

    /** The reference of a finding, or of the one at the same check, case and path; empty if there is none. */
    public Optional<String> find(Finding finding) {
        return Optional.ofNullable(byFinding.getOrDefault(finding, byPlace.get(Place.of(finding))));
    }

    private record Place(CheckId check, Case subject, String path) {
        static Place of(Finding finding) {
            return new Place(finding.check(), finding.subject(), finding.path());
        }
    }
}
