package org.stackparity.model;

import java.util.Locale;

/** How an observation ended. */
public enum Outcome {
    /** Seen and healthy. */
    PASSED,
    /** Seen, and the stack is at fault: see the faults. */
    FAILED,
    /** Not seen: the stack gave something else than what was asked about; see the reason. */
    ABORTED,
    /** Not seen: the check itself broke; see the reason. */
    ERROR;

    /** The word that evidence files use, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the question was answered at all. */
    public boolean isObserved() {
        return this == PASSED || this == FAILED;
    }
}
