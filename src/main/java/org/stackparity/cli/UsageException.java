package org.stackparity.cli;

/** What was typed cannot be done; the message says what, and what to do next. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
