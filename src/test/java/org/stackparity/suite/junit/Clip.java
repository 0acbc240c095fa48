package org.stackparity.suite.junit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Shortens what a stack said without making two different things look alike. */
final class Clip {
    private Clip() {}

    /** The value itself, or its beginning with length and SHA-256 of the whole. */
    static String clip(String value, int longest) {
        if (value.length() <= longest) {
            return value;
        }
        return value.substring(0, longest) + "… [" + value.length() + " characters, SHA-256 " + sha256(value) + "]";
    }

    private static String sha256(String value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }
}
