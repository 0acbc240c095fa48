package org.stackparity.environment;

import java.util.List;
import java.util.Locale;
import org.stackparity.environment.Contract.Step;

/** Makes a {@link Step} of its part of a file that has no faults. */
final class StepBinder {
    static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private StepBinder() {}

    static Step bind(YamlValue step) {
        String method = METHODS.stream()
                .filter(key -> step.get(key).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No method at " + step.path() + "."));
        return new Step(
                method.toUpperCase(Locale.ROOT),
                step.get(method).text(),
                step.get("form").map(YamlValue::text),
                step.get("json").findText(),
                step.get("take").map(YamlValue::text),
                step.get("observe").map(YamlValue::text),
                step.get("expect").get("status").findInt());
    }
}
