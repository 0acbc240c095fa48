package org.stackparity.environment;

import org.jspecify.annotations.Nullable;

/** A value that is known by reference only in files; its text form never shows it. */
public final class Secret {
    private final String reference;
    private final @Nullable String value;

    public Secret(String reference, String value) {
        this.reference = reference;
        this.value = value;
    }

    private Secret(String reference) {
        this.reference = reference;
        this.value = null;
    }

    /** A secret of a pair that was read without its secrets; it cannot be revealed. */
    static Secret unread(String reference) {
        return new Secret(reference);
    }

    /**
     * The value itself; for the wire only, never for a message, a file or a log.
     *
     * @throws IllegalStateException if the pair was read without its secrets
     */
    public String reveal() {
        if (value == null) {
            throw new IllegalStateException(
                    "The secret [" + reference + "] was not read, since the pair was read without its secrets.");
        }
        return value;
    }

    /** The reference as it is written, like <code>${env:PARITY_TOKEN}</code>. */
    @Override
    public String toString() {
        return reference;
    }
}
