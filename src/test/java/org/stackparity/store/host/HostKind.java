package org.stackparity.store.host;

import java.util.Locale;

/** What a host is for. */
public enum HostKind {
    SERVICES,
    WEB,
    JOBS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Parses the {@link #word()}; an unknown one is an {@link IllegalArgumentException}. */
    public static HostKind parse(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
