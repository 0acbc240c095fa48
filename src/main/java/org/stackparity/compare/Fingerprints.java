package org.stackparity.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.stackparity.model.Comparison;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.Observation;

/**
 * What stands in place of personal data. Under one key equal fingerprints are equal values; those of two keys say nothing
 * to each other, and are neither the same nor different.
 */
record Fingerprints(String ofPrimary, String ofFailover) {
    /** As the suite writes them: twelve digits and the shape of the value. */
    private static final Pattern FINGERPRINT = Pattern.compile("«[0-9a-f]{12}:");

    private static final String UNKNOWN = "«another key:";

    private boolean isOneKey() {
        return ofPrimary.equals(ofFailover);
    }

    /** The observation with its fingerprints taken out where they have no counterpart, so that the rest is compared. */
    Observation comparable(Observation observation) {
        if (isOneKey()
                || observation.values().values().stream()
                        .noneMatch(value -> FINGERPRINT.matcher(value).find())) {
            return observation;
        }
        SortedMap<String, String> values = new TreeMap<>();
        observation
                .values()
                .forEach((path, value) ->
                        values.put(path, FINGERPRINT.matcher(value).replaceAll(UNKNOWN)));
        return observation.withValues(values);
    }

    /** One for each path of the case that has personal data of two keys. */
    List<Finding> findings(CaseSamples samples) {
        if (isOneKey()) {
            return List.of();
        }
        return samples.paths().stream()
                .filter(path -> samples.check().ruleFor(path).comparison() != Comparison.SHOWN)
                .filter(path -> samples.byNode().values().stream()
                        .flatMap(List::stream)
                        .anyMatch(observation ->
                                observation.values().getOrDefault(path, "").contains(UNKNOWN)))
                .map(path -> samples.finding(
                        path,
                        FindingKind.NOT_OBSERVED,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        "has personal data, whose fingerprints have the keys [" + ofPrimary + "] and [" + ofFailover
                                + "] and so cannot be compared; record both with one .fingerprint-key in the pair's"
                                + " folder",
                        Map.of()))
                .toList();
    }
}
