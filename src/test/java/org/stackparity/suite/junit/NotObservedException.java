package org.stackparity.suite.junit;

import org.opentest4j.TestAbortedException;

/** What was asked about could not be seen: a challenge page, a redirect to a sign-in, a host without the tool. */
public final class NotObservedException extends TestAbortedException {
    private static final long serialVersionUID = 1L;

    /** @param reason what was seen instead, one sentence */
    public NotObservedException(String reason) {
        super(reason);
    }
}
