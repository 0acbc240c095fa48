package org.stackparity.environment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Finds entries of a list that say again what an earlier one says. */
final class Repeats {
    private final Faults faults;

    Repeats(Faults faults) {
        this.faults = faults;
    }

    /** Finds entries with the same value of a key, like two nodes of one name. */
    void check(YamlValue list, String key) {
        check(list.items(), entry -> entry.get(key), entry -> entry.get(key).findText());
    }

    /**
     * Finds entries whose text is the same.
     *
     * @param shown the part of an entry that the message is about
     * @param text what must differ between entries; an entry without it is passed over
     */
    void check(List<YamlValue> entries, UnaryOperator<YamlValue> shown, Function<YamlValue, Optional<String>> text) {
        Map<String, Integer> lines = new HashMap<>();
        for (YamlValue entry : entries) {
            YamlValue part = shown.apply(entry);
            text.apply(entry).ifPresent(found -> {
                Integer first = lines.putIfAbsent(found, part.line());
                if (first != null) {
                    faults.add(part, "is " + Quoted.text(found) + ", as in line " + first + "; expected each once.");
                }
            });
        }
    }
}
