package org.stackparity.model;

import java.util.Locale;

/** How bad an open finding is, the worst first; {@code BLOCKER} and {@code CRITICAL} forbid a switchover. */
public enum Severity {
    BLOCKER("B"),
    CRITICAL("C"),
    MAJOR("M"),
    MINOR("m"),
    INFORMATION("i");

    private final String letter;

    Severity(String letter) {
        this.letter = letter;
    }

    /** The letter of the catalogue; {@code M} and {@code m} differ by case only. */
    public String letter() {
        return letter;
    }

    /** The word that reports use, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether an open finding of this severity forbids a switchover. */
    public boolean isBlocking() {
        return this == BLOCKER || this == CRITICAL;
    }
}
