package org.stackparity.suite.locale;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds text that was decoded or stored with the wrong charset. */
final class Mojibake {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern LOST =
            Pattern.compile("\\uFFFD|[\\u0080-\\u009F]|(?<=\\p{L})\\?{2,}(?=\\p{L})|\\?{4,}");
    // The first byte of a UTF-8 sequence read as windows-1252, and what its other bytes can look like.
    private static final Pattern DOUBLE = Pattern.compile(
            "[\\u00C2-\\u00F4][\\u00A0-\\u00BF\\u0152-\\u0192\\u02C6-\\u02DC" + "\\u2013-\\u203A\\u20AC\\u2122]{1,3}");

    private Mojibake() {}

    /** The first piece of broken text; empty where all of it is well. */
    static Optional<String> find(String text) {
        Matcher lost = LOST.matcher(text);
        if (lost.find()) {
            return Optional.of(around(text, lost.start(), lost.end()));
        }
        Matcher twice = DOUBLE.matcher(text);
        while (twice.find()) {
            if (isUtf8(twice.group()) && !isTypography(twice.group())) {
                return Optional.of(around(text, twice.start(), twice.end()));
            }
        }
        return Optional.empty();
    }

    private static boolean isUtf8(String sequence) {
        try {
            ByteBuffer bytes = WINDOWS_1252.newEncoder().encode(CharBuffer.wrap(sequence));
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** A capital letter before a quotation mark or a no-break space is plain French or Portuguese in capitals. */
    private static boolean isTypography(String sequence) {
        char second = sequence.charAt(1);
        return sequence.length() == 2
                && (second == '\u00A0'
                        || second == '\u00BB'
                        || second == '\u00AB'
                        || second == '\u2019'
                        || second == '\u201D'
                        || second == '\u2013');
    }

    private static String around(String text, int start, int end) {
        return text.substring(Math.max(0, start - 12), Math.min(text.length(), end + 12))
                .replaceAll("\\s+", " ");
    }
}
