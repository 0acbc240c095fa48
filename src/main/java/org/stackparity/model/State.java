package org.stackparity.model;

import java.util.Locale;

/** A state that a check needs of an environment; where it is missing by design, only a drill proves the check. */
public enum State {
    /** The database takes writes. */
    WRITABLE;

    /** The word that files and reports use, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
