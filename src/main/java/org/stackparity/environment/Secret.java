package org.stackparity.environment;

/** A value that is known by reference only in files; its text form never shows it. */
public final class Secret {
    private final String reference;
    private final String value;

    public Secret(String reference, String value) {
        this.reference = reference;
        this.value = value;
    }

    /** The value itself; for the wire only, never for a message, a file or a log. */
    public String reveal() {
        return value;
    }

    /** The reference as it is written, like <code>${env:PARITY_TOKEN}</code>. */
    @Override
    public String toString() {
        return reference;
    }
}
