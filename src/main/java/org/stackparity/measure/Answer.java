package org.stackparity.measure;

/** What measuring can say; there are three answers, never two. */
public enum Answer {
    /** Proven to keep the limit. */
    PARITY,
    /** Proven to break it. */
    VIOLATION,
    /** The samples do not say. */
    NOT_PROVEN
}
