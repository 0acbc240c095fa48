package org.stackparity.model;

import java.util.Locale;

/** Whether a check of the suite takes part in a run, and if not, why. */
public enum Coverage {
    /** Every one of its cases must be observed. */
    REQUIRED,
    /** The contract does not declare what it needs, or a filter of the command left it out. */
    NOT_COVERED,
    /** The contract does not allow what it would do to the stack. */
    NOT_AUTHORISED,
    /** A stack is a standby by design, so that only a drill proves it. */
    NOT_APPLICABLE;

    /** The word that files and reports use, in lower case with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
