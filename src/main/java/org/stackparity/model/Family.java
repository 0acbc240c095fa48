package org.stackparity.model;

import java.util.Locale;

/** The part of a stack that a check looks at; {@code CUSTOM} holds the checks that a team brings itself. */
public enum Family {
    FUNCTIONAL,
    LOCALE,
    SUBSCRIPTION,
    LATENCY,
    SESSION,
    DATA,
    HOST,
    NETWORK,
    TLS,
    DNS,
    PLAN,
    CUSTOM;

    /** The word that commands, files and reports use, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
