package org.stackparity.environment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;

/** Finds the values that references name, each once; or none at all, where a pair is read without its secrets. */
final class ReferenceValues {
    private static final int LARGEST = 1 << 16;
    private final Optional<Function<String, Optional<String>>> environmentVariables;
    private final Map<String, Resolution> found = new HashMap<>();

    private ReferenceValues(Optional<Function<String, Optional<String>>> environmentVariables) {
        this.environmentVariables = environmentVariables;
    }

    static ReferenceValues from(Function<String, Optional<String>> environmentVariables) {
        return new ReferenceValues(Optional.of(environmentVariables));
    }

    static ReferenceValues unread() {
        return new ReferenceValues(Optional.empty());
    }

    /** Whether values are looked for at all. */
    boolean areRead() {
        return environmentVariables.isPresent();
    }

    /**
     * The value of a reference.
     *
     * @param folder the folder that the path of a file is relative to
     */
    Resolution resolve(Reference reference, Path folder) {
        return environmentVariables
                .map(variables -> found.computeIfAbsent(
                        reference.text(),
                        text -> reference.isFile() ? file(reference, folder) : variable(reference, variables)))
                .orElse(Resolution.UNREAD);
    }

    /** The text with every reference replaced by its value; empty if one of them has none. */
    Optional<String> replaceIn(String text, Path folder) {
        boolean isComplete = Reference.in(text).stream()
                .allMatch(reference -> resolve(reference, folder).value().isPresent());
        return isComplete
                ? Optional.of(Reference.FORM
                        .matcher(text)
                        .replaceAll(match -> Matcher.quoteReplacement(
                                resolve(Reference.of(match), folder).value().orElseThrow())))
                : Optional.empty();
    }

    private static Resolution variable(Reference reference, Function<String, Optional<String>> variables) {
        Optional<String> value = variables.apply(reference.name()).filter(text -> !text.isBlank());
        if (value.isEmpty()) {
            return Resolution.without("expected the environment variable " + reference.name() + " to be set");
        }
        return value.filter(ReferenceValues::isOneLine)
                .map(Resolution::of)
                .orElseGet(() -> Resolution.without(
                        "expected the environment variable " + reference.name() + " to have one line of text"));
    }

    /** A second line of a header would be a header of its own. */
    private static boolean isOneLine(String value) {
        return value.lines().count() == 1 && !value.endsWith("\n") && !value.endsWith("\r");
    }

    private static Resolution file(Reference reference, Path folder) {
        Optional<Path> path = LocalPath.find(reference.name(), folder).filter(Files::isRegularFile);
        if (path.isEmpty()) {
            return Resolution.without("expected the file " + Quoted.text(reference.name()) + " to be there");
        }
        try {
            byte[] bytes = FileText.readAtMost(path.get(), LARGEST);
            String value = new String(bytes, StandardCharsets.UTF_8).strip();
            return bytes.length <= LARGEST && isOneLine(value)
                    ? Resolution.of(value)
                    : Resolution.without(
                            "expected the file " + Quoted.text(reference.name()) + " to have one line of text");
        } catch (IOException exception) {
            return Resolution.without("expected a file that this user may read");
        }
    }

    /**
     * What came of looking for a value.
     *
     * @param problem what was expected, where there is no value; empty also where none was looked for
     */
    record Resolution(Optional<String> value, Optional<String> problem) {
        private static final Resolution UNREAD = new Resolution(Optional.empty(), Optional.empty());

        private static Resolution of(String value) {
            return new Resolution(Optional.of(value), Optional.empty());
        }

        private static Resolution without(String problem) {
            return new Resolution(Optional.empty(), Optional.of(problem));
        }

        /** Never the value, since it is a secret. */
        @Override
        public String toString() {
            return value.isPresent() ? "a value" : problem.orElse("not read");
        }
    }
}
