package org.stackparity.suite.client.host;

/** Writes text as one word of a POSIX shell, so that nothing in it is read as a command (POSIX.1-2017, 2.2.2). */
final class Quoted {
    private Quoted() {}

    /**
     * The text in single quotes.
     *
     * @throws IllegalArgumentException if it has a NUL character, which no shell word can hold
     */
    static String word(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("The text [" + text.replace("\0", "\\0")
                    + "] has a NUL character; no path or key on a host can have one.");
        }
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
