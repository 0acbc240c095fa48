package org.stackparity.environment;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds entries that accept what an earlier entry accepts, so that one of them could only be unused. */
final class KnownDifferencesRules {
    private final Repeats repeats;

    KnownDifferencesRules(Faults faults) {
        this.repeats = new Repeats(faults);
    }

    void check(YamlDocument document) {
        repeats.check(document.root().items(), entry -> entry, KnownDifferencesRules::accepted);
    }

    /** What an entry accepts, as text; empty if it does not say so. */
    private static Optional<String> accepted(YamlValue entry) {
        if (entry.get("check").findText().isEmpty()
                || entry.get("path").findText().isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> dimensions =
                new TreeMap<>(entry.get("case").map(value -> value.findScalar().orElse("")));
        return Optional.of(entry.get("check").text() + " " + dimensions + " "
                + entry.get("path").text()
                + entry.get("value").findScalar().map(value -> " = " + value).orElse(""));
    }
}
