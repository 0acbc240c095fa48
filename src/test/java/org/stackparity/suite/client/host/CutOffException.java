package org.stackparity.suite.client.host;

import org.stackparity.suite.junit.NotObservedException;

/** A script did not end in time. What it had printed until then is as good as if it had ended. */
final class CutOffException extends NotObservedException {
    private static final long serialVersionUID = 1L;

    private final String printed;

    CutOffException(String message, String printed) {
        super(message);
        this.printed = printed;
    }

    String printed() {
        return printed;
    }
}
