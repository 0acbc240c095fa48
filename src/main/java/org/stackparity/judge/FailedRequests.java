package org.stackparity.judge;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.stackparity.model.Fault;
import org.stackparity.model.Finding;
import org.stackparity.model.NodeRef;

/** What findings say of requests that failed, whoever sent them. */
final class FailedRequests {
    /** Fewer answers, of which a walk is one, cannot tell what always fails. */
    static final int TELLING_ANSWERS = 3;

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

    /** Whether a request failed each time, and so often that a link which fails now and then does not explain it. */
    static boolean isLasting(Finding finding) {
        return isOf(finding)
                && !isRate(finding)
                && finding.findFact("sporadic").isEmpty()
                && samples(finding) >= TELLING_ANSWERS;
    }

    /**
     * Whether a rate of errors comes from requests that fail each time, so that nothing is sporadic about it. What is left
     * of it may be as much as chance makes of what the contract accepts.
     */
    static boolean isMadeOfLasting(Finding rate) {
        double accepted = samples(rate) * rate.findNumber("acceptable").orElse(0.0);
        return lasting(rate) > 0 && errors(rate) - lasting(rate) <= mostOf(accepted);
    }

    /** As many as chance makes of so many expected ones: three standard deviations more. */
    static double mostOf(double expected) {
        return expected + 3 * Math.sqrt(expected);
    }

    /** How many errors of a rate come from requests that fail each time. */
    static double lasting(Finding rate) {
        return rate.findNumber("lasting").orElse(0.0);
    }

    /** The requests that failed where a rate was taken, like {@code GET /checkout}. */
    static Set<String> requests(Finding rate) {
        return rate.findFact("requests").stream().flatMap(String::lines).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a finding is of where customers enter, and of no node. */
    static boolean isAtEntrance(Finding finding) {
        return !finding.nodes().isEmpty()
                && finding.nodes().stream().allMatch(node -> node.node().equals(NodeRef.SITE));
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
