package org.stackparity.judge;

import org.stackparity.model.Fault;
import org.stackparity.model.Finding;

/** What findings say of requests that failed, whoever sent them. */
final class FailedRequests {
    private FailedRequests() {}

    /** Whether a finding is about requests to a node or entrance that failed; connections to a server behind are none. */
    static boolean isOf(Finding finding) {
        return finding.subject().find("dependency").isEmpty()
                && (isRate(finding)
                        || finding.findFact("fault")
                                .filter(Fault::failsTheRequest)
                                .isPresent());
    }

    /** Whether a finding is a rate of errors, of requests or of connections. */
    static boolean isRate(Finding finding) {
        return finding.isFault("error-rate");
    }

    /** Errors to samples, a fraction; 0 where there are no samples. */
    static double rate(Finding finding) {
        return samples(finding) == 0 ? 0 : errors(finding) / samples(finding);
    }

    static double errors(Finding finding) {
        return finding.findNumber("errors").orElse(0.0);
    }

    static double samples(Finding finding) {
        return finding.findNumber("samples").orElse(0.0);
    }
}
