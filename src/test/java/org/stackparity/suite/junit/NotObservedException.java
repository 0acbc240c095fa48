package org.stackparity.suite.junit;

/**
 * What was asked about could not be seen: a challenge page, a redirect to a sign-in, a host without the tool. Counts like an
 * assumption of JUnit that does not hold, and is none: a test of the suite's own parts that meets it has failed.
 */
public class NotObservedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason what was seen instead, one sentence */
    public NotObservedException(String reason) {
        super(reason);
    }
}
