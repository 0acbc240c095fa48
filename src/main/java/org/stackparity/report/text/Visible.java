package org.stackparity.report.text;

import java.util.Locale;

/**
 * Makes characters visible that a reader cannot see or that act on the screen: controls, no-break and zero-width spaces,
 * direction marks, lone surrogates. The one place that decides which these are.
 */
public final class Visible {
    /**
     * First and last code point of each range, ascending. Written down rather than asked of {@link Character}, whose
     * Unicode version depends on the JDK, so that the same report has the same bytes everywhere. Sources: Unicode
     * general categories Cc, Cf, Cs, Co, Zs (but the plain space), Zl, Zp, and Default_Ignorable_Code_Point.
     */
    private static final int[][] RANGES = {
        {0x0000, 0x001F},
        {0x007F, 0x00A0},
        {0x00AD, 0x00AD},
        {0x034F, 0x034F},
        {0x061C, 0x061C},
        {0x115F, 0x1160},
        {0x1680, 0x1680},
        {0x17B4, 0x17B5},
        {0x180B, 0x180F},
        {0x2000, 0x200F},
        {0x2028, 0x202F},
        {0x205F, 0x206F},
        {0x2800, 0x2800},
        {0x3000, 0x3000},
        {0x3164, 0x3164},
        {0xD800, 0xF8FF},
        {0xFDD0, 0xFDEF},
        {0xFE00, 0xFE0F},
        {0xFEFF, 0xFEFF},
        {0xFFA0, 0xFFA0},
        {0xFFF0, 0xFFFB},
        {0xFFFE, 0xFFFF},
        {0x1BCA0, 0x1BCA3},
        {0x1D173, 0x1D17A},
        {0xE0000, 0x10FFFF},
    };

    private Visible() {}

    /** Whether a reader could not see the code point, or it would act on the screen instead of showing. */
    public static boolean isInvisible(int codePoint) {
        if (codePoint >= ' ' && codePoint < 0x7F) {
            return false;
        }
        for (int[] range : RANGES) {
            if (codePoint <= range[1]) {
                return codePoint >= range[0];
            }
        }
        return false;
    }

    /** The written form of a code point, like {@code U+202F}. */
    public static String label(int codePoint) {
        return String.format(Locale.ROOT, "U+%04X", codePoint);
    }

    /** The value on one line: invisible characters as {@code <U+202F>}, line breaks as {@code ↵}. */
    public static String line(String value) {
        return convert(value, " ↵ ");
    }

    /** The value with its line breaks kept: other invisible characters as {@code <U+202F>}. */
    public static String block(String value) {
        return convert(value, "\n");
    }

    private static String convert(String value, String lineBreak) {
        if (value.codePoints().noneMatch(Visible::isInvisible)) {
            return value;
        }
        StringBuilder text = new StringBuilder(value.length() + 32);
        value.codePoints().forEach(codePoint -> {
            if (codePoint == '\n') {
                text.append(lineBreak);
            } else if (isInvisible(codePoint)) {
                text.append('<').append(label(codePoint)).append('>');
            } else {
                text.appendCodePoint(codePoint);
            }
        });
        return text.toString();
    }
}
