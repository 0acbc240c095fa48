package org.stackparity.suite.latency;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.Isolated;
import org.stackparity.environment.Contract;
import org.stackparity.model.Family;
import org.stackparity.model.Safety;
import org.stackparity.model.Severity;
import org.stackparity.suite.junit.PairedProbe;
import org.stackparity.suite.junit.PairedTarget;
import org.stackparity.suite.junit.ParityCheck;

/**
 * The failover answers about as fast as the primary. What is compared is the node's own time, from the request to the
 * first byte less one round trip: the two sites stand at different distances from the runner. Comes after the checks that
 * make load, beside the canary's flight.
 */
@PairedProbe
@Isolated("nothing else may load the stacks while they are timed")
@Order(Integer.MAX_VALUE - 2)
class EndpointLatencyParity {
    static final String PLAIN = "LAT-01";
    static final String IN_SESSION = "LAT-03";

    @ParityCheck(
            id = PLAIN,
            name = "latency.endpoints",
            promise = "Pages come about as fast from the other stack.",
            family = Family.LATENCY,
            severity = Severity.CRITICAL,
            safety = Safety.S1,
            cases = Endpoints.Plain.class,
            estimateMillis = 20,
            atOnce = Contract.Latency.FEWEST_AT_ONCE)
    void endpointIsAboutAsFast(PairedTarget target) {
        SideBySide.record(target);
    }

    @ParityCheck(
            id = IN_SESSION,
            name = "latency.session",
            promise = "Pages of a customer who is in a session come about as fast from the other stack.",
            family = Family.LATENCY,
            severity = Severity.CRITICAL,
            safety = Safety.S2,
            cases = Endpoints.InSession.class,
            estimateMillis = 20,
            atOnce = Contract.Latency.FEWEST_AT_ONCE)
    void sessionIsAboutAsFast(PairedTarget target) {
        SideBySide.record(target);
    }
}
