package org.stackparity.report;

import org.stackparity.report.text.Clip;

/** Makes values harmless in Markdown: no mark-up, no mention of people, no reference to issues, no second line. */
final class Markdown {
    private static final String MARKUP = "\\`*_{}[]()<>#+-!|~&:";

    private Markdown() {}

    /** The value as running text. */
    static String text(String value, int maximum) {
        String line = Clip.line(value, maximum);
        StringBuilder text = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); i++) {
            char one = line.charAt(i);
            boolean startsWord = i == 0 || !Character.isLetterOrDigit(line.charAt(i - 1));
            if ((one == '@' || one == '#') && startsWord) {
                // a mention or an issue reference works in escaped text too, but not in code
                text.append('`').append(one).append('`');
            } else if (one == '<') {
                text.append("&lt;");
            } else if (one == '&') {
                text.append("&amp;");
            } else if (isMarkup(line, i)) {
                text.append('\\').append(one);
            } else {
                text.append(one);
            }
        }
        return text.toString();
    }

    /** Marks up only where it could mean something, so that plain sentences stay readable as they are. */
    private static boolean isMarkup(String line, int i) {
        char one = line.charAt(i);
        if (MARKUP.indexOf(one) < 0) {
            return false;
        }
        return switch (one) {
            case '(', ')', '{', '}' -> false;
            case '+', '-' -> i == 0;
            case ':' -> line.startsWith("://", i);
            case '!' -> line.startsWith("![", i);
            default -> true;
        };
    }

    /** The value as code; never empty. */
    static String code(String value, int maximum) {
        String line = Clip.line(value, maximum);
        if (line.isBlank()) {
            return "–";
        }
        String fence = "`";
        while (line.contains(fence)) {
            fence += "`";
        }
        String space = fence.length() > 1 ? " " : "";
        // a table cell ends at a bar even within code; GitHub takes the backslash away again
        return fence + space + line.replace("|", "\\|") + space + fence;
    }
}
