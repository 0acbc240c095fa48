package org.stackparity.model;

/** The answer to a question; {@code UNDECIDED} means that not enough is known, and is never GO. */
public enum Verdict {
    GO,
    NO_GO,
    UNDECIDED;

    /** The word on the banner. */
    public String word() {
        return name().replace('_', '-');
    }
}
