package org.stackparity.environment;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Shows what was found in a file the way messages do: in brackets, short, on one line, without passwords. */
final class Quoted {
    private static final int LONGEST = 80;
    private static final Pattern LOOKS_LIKE_DATA = Pattern.compile("-?[0-9]+(\\.[0-9]+)?|true|false|null");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");
    private static final Pattern USER_OF_URL = Pattern.compile("://[^/\\s]*@");

    private Quoted() {}

    /** A value in brackets: text as it is, in quotes where it could be taken for a number; a list or a mapping by its kind. */
    static String value(JsonNode node) {
        if (node.isNull()) {
            return "[]";
        }
        if (node.isObject()) {
            return node.isEmpty() ? "[an empty mapping]" : "[a mapping]";
        }
        if (node.isArray()) {
            return node.isEmpty() ? "[an empty list]" : "[a list]";
        }
        String text = node.asString();
        return node.isString() && LOOKS_LIKE_DATA.matcher(text).matches() ? text("'" + text + "'") : text(text);
    }

    static String text(String text) {
        return "[" + clip(text) + "]";
    }

    /** The text without brackets, for use inside a key path. */
    static String clip(String text) {
        String shown = USER_OF_URL.matcher(text).replaceAll("://…@");
        if (shown.length() > LONGEST) {
            shown = shown.substring(0, LONGEST) + "…";
        }
        return INVISIBLE
                .matcher(shown)
                .replaceAll(match -> "<U+%04X>".formatted(match.group().codePointAt(0)));
    }
}
