package org.stackparity.environment;

import java.time.LocalDate;
import java.util.List;
import org.stackparity.model.Case;
import org.stackparity.model.CheckId;
import org.stackparity.model.KnownDifference;

/** Makes {@link KnownDifference}s of a file that has no faults. */
final class KnownDifferencesBinder {
    private KnownDifferencesBinder() {}

    static List<KnownDifference> bind(YamlDocument document) {
        return document.root().items().stream()
                .map(KnownDifferencesBinder::knownDifference)
                .toList();
    }

    private static KnownDifference knownDifference(YamlValue entry) {
        return new KnownDifference(
                new CheckId(entry.get("check").text()),
                new Case(entry.get("case").map(YamlValue::text)),
                entry.get("path").text(),
                entry.get("value").findScalar(),
                entry.get("reason").text(),
                entry.get("owner").text(),
                LocalDate.parse(entry.get("expires").text()),
                entry.document().file().shownPath() + ":" + entry.line());
    }
}
