package org.stackparity.store.host;

import java.util.Arrays;
import java.util.Locale;

/** What a host is for. */
public enum HostKind {
    SERVICES,
    WEB,
    JOBS,
    /** The sandbox of the payment provider alone. */
    PAYMENTS,
    /** Links between hosts alone. */
    LINK;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Parses the {@link #word()}.
     *
     * @throws IllegalArgumentException if there is no such kind
     */
    public static HostKind parse(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the kind of host is [" + word + "]; expected one of "
                        + Arrays.stream(values()).map(HostKind::word).toList()));
    }
}
