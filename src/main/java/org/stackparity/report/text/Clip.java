package org.stackparity.report.text;

import java.util.Locale;

/** Shortens a value and says how long it was. Never cuts a surrogate pair in two. */
public final class Clip {
    private Clip() {}

    /** The first characters of the value, at most the maximum; the value itself where it is no longer than that. */
    public static String head(String value, int maximum) {
        if (value.length() <= maximum) {
            return value;
        }
        int end = Character.isHighSurrogate(value.charAt(maximum - 1)) ? maximum - 1 : maximum;
        return value.substring(0, end);
    }

    /** The length of a value that is longer than the maximum, as a remark; empty for a shorter one. */
    public static String remark(String value, int maximum) {
        return value.length() <= maximum ? "" : String.format(Locale.ROOT, "… %,d characters in all", value.length());
    }

    /** The value on one line, visible throughout, clipped with its length said. */
    public static String line(String value, int maximum) {
        String head = Visible.line(head(value, maximum));
        return value.length() <= maximum ? head : head + " [" + remark(value, maximum) + "]";
    }
}
