package org.stackparity.model;

import java.util.Locale;

/** The side of a pair that an environment stands on; always in this order. */
public enum Role {
    PRIMARY,
    FAILOVER;

    /** The word that files, messages and reports use, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Role other() {
        return this == PRIMARY ? FAILOVER : PRIMARY;
    }
}
