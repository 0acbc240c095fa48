package org.stackparity.lab;

/** Something of the lab does not work; the message says what was done, what came of it and what to do next. */
public final class LabException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    LabException(String message) {
        super(message);
    }

    LabException(String message, Throwable cause) {
        super(message, cause);
    }
}
