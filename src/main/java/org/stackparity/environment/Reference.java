package org.stackparity.environment;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The name of a value that stands elsewhere, as a file writes it.
 *
 * @param text all of it, like <code>${env:NAME}</code> or <code>${file:path}</code>
 * @param isFile whether the value is the content of a file; an environment variable otherwise
 * @param name of the environment variable, or the path of the file
 */
record Reference(String text, boolean isFile, String name) {
    static final Pattern FORM = Pattern.compile("\\$\\{(env:[A-Za-z_][A-Za-z0-9_]*|file:[^{}]+)\\}");

    /** The references in a text, in order; <code>${name}</code>, without a colon, is none. */
    static List<Reference> in(String text) {
        return FORM.matcher(text).results().map(Reference::of).toList();
    }

    static Reference of(MatchResult match) {
        String[] parts = match.group(1).split(":", 2);
        return new Reference(match.group(), parts[0].equals("file"), parts[1]);
    }
}
