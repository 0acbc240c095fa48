package org.stackparity.model;

import java.util.Locale;

/** What comparing can say about a check and a case. */
public enum FindingKind {
    SAME,
    DIFFERENT,
    MISSING_ON_PRIMARY,
    MISSING_ON_FAILOVER,
    /** One or both stacks are at fault by themselves. */
    UNHEALTHY,
    /** Too few or too scattered samples to prove parity or its violation. */
    NOT_PROVEN,
    /** Required, and not seen. */
    NOT_OBSERVED,
    NOT_AUTHORISED,
    NOT_APPLICABLE,
    /** Differs within each stack alike. */
    NOISE,
    /** Named by a known difference that has not expired. */
    ACCEPTED;

    /** The word that files and reports use, in lower case with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the stacks are known not to be at parity. */
    public boolean isDeviation() {
        return this == DIFFERENT || this == MISSING_ON_PRIMARY || this == MISSING_ON_FAILOVER || this == UNHEALTHY;
    }

    /** Whether nothing is known, so that no GO may rest on it. */
    public boolean isUnknown() {
        return this == NOT_PROVEN || this == NOT_OBSERVED;
    }
}
