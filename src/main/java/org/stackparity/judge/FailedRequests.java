package org.stackparity.judge;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
     * of it may be as much as the contract accepts, and three standard deviations more.
     *
     * @param others what may have made it
     */
    static boolean isMadeOfLasting(Finding rate, Collection<Finding> others) {
        double lasting = lastingErrors(rate, others);
        double accepted = samples(rate) * rate.findNumber("acceptable").orElse(0.0);
        return lasting > 0 && errors(rate) - lasting <= accepted + 3 * Math.sqrt(accepted);
    }

    /**
     * How many errors of a rate come from requests that fail each time. Checks share the answer of a page, so that each page
     * in each language counts once; one without a language is that of some language.
     */
    static double lastingErrors(Finding rate, Collection<Finding> others) {
        List<Finding> lasting = others.stream()
                .filter(FailedRequests::isLasting)
                .filter(finding -> isAmong(finding, rate.nodes()))
                .toList();
        double ofSteps = lasting.stream()
                .filter(finding -> pageOf(finding).isEmpty())
                .mapToDouble(FailedRequests::errors)
                .sum();
        Map<String, Map<String, Double>> ofPages = new TreeMap<>();
        for (Finding finding : lasting) {
            pageOf(finding)
                    .ifPresent(page -> ofPages.computeIfAbsent(page, any -> new TreeMap<>())
                            .merge(finding.subject().find("locale").orElse(""), errors(finding), Math::max));
        }
        return ofSteps
                + ofPages.values().stream().mapToDouble(FailedRequests::ofPage).sum();
    }

    private static double ofPage(Map<String, Double> byLocale) {
        double inSome = byLocale.getOrDefault("", 0.0);
        double inEach =
                byLocale.values().stream().mapToDouble(Double::doubleValue).sum() - inSome;
        return Math.max(inSome, inEach);
    }

    /** The page whose answer several checks look at; a walk and a smoke path have answers of their own. */
    private static Optional<String> pageOf(Finding finding) {
        return List.of("page", "route", "path", "endpoint").stream()
                .flatMap(dimension -> finding.subject().find(dimension).stream())
                .findFirst();
    }

    /** Whether a finding is of these nodes alone. */
    static boolean isAmong(Finding finding, Collection<NodeRef> nodes) {
        return !finding.nodes().isEmpty() && nodes.containsAll(finding.nodes());
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
