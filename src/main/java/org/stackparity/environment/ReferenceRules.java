package org.stackparity.environment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds references that stand where none is read, that are not whole, or that have no value. */
final class ReferenceRules {
    private static final Pattern ANY_REFERENCE = Pattern.compile("\\$\\{(env|file):");
    private static final Pattern ANY_BRACE = Pattern.compile("\\$\\{");

    private final ReferenceValues values;
    private final Faults faults;
    private final Map<String, Secret> sent = new LinkedHashMap<>();

    ReferenceRules(ReferenceValues values, Faults faults) {
        this.values = values;
        this.faults = faults;
    }

    /** Looks at every text of a file that its schema knows. */
    void check(YamlValue value, SchemaPart part) {
        if (!part.isKnown()) {
            return;
        }
        value.findText().ifPresent(text -> checkText(value, text, part));
        value.items().forEach(item -> check(item, part.item()));
        value.entries().forEach((key, entry) -> check(entry, part.key(key)));
    }

    /** The references that stand in what the contract's steps send, with their values. */
    Map<String, Secret> sent() {
        return sent;
    }

    private void checkText(YamlValue value, String text, SchemaPart part) {
        List<Reference> references = Reference.in(text);
        String rest = Reference.FORM.matcher(text).replaceAll("");
        switch (part.findReference().orElse("")) {
            case "secret" -> references.forEach(reference -> resolve(value, reference));
            case "path" -> checkPath(value, references, rest);
            case "text" -> {
                if (ANY_REFERENCE.matcher(rest).find()) {
                    // not the text itself: half of a reference may be all of a password
                    faults.add(value, "has part of a reference; expected all of it, like ${env:NAME}.");
                }
                references.forEach(reference -> send(value, reference));
            }
            default -> {
                if (ANY_REFERENCE.matcher(text).find()) {
                    faults.add(
                            value,
                            "is " + Quoted.text(text) + "; expected the value itself,"
                                    + " since references are read only in paths, headers, forms and JSON bodies.");
                }
            }
        }
    }

    private void checkPath(YamlValue value, List<Reference> references, String rest) {
        String text = value.text();
        if (ANY_BRACE.matcher(rest).find() || references.stream().anyMatch(Reference::isFile)) {
            faults.add(value, "is " + Quoted.text(text) + "; expected a path, in which ${env:NAME} may stand.");
        } else if (LocalPath.find(rest, Path.of("")).isEmpty()) {
            faults.add(value, "is " + Quoted.text(text) + "; expected a path without control characters.");
        } else {
            references.forEach(reference -> resolve(value, reference));
        }
    }

    private void send(YamlValue value, Reference reference) {
        ReferenceValues.Resolution resolution = resolve(value, reference);
        sent.put(
                reference.text(),
                resolution
                        .value()
                        .map(found -> new Secret(reference.text(), found))
                        .orElseGet(() -> Secret.unread(reference.text())));
    }

    private ReferenceValues.Resolution resolve(YamlValue value, Reference reference) {
        ReferenceValues.Resolution resolution =
                values.resolve(reference, value.document().folder());
        resolution
                .problem()
                .ifPresent(problem -> faults.add(value, "is " + Quoted.text(reference.text()) + "; " + problem + "."));
        return resolution;
    }
}
