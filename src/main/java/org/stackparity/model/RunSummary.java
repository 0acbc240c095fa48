package org.stackparity.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a reader has to know about a run beside its findings.
 *
 * @param runId of the run; for a comparison of two runs both ids, joined by a plus sign
 * @param primary the environment's name
 * @param failover the environment's name
 * @param start of the earlier evidence
 * @param end of the later evidence; equal to start where a recording did not finish
 * @param requests how many observations each role gave
 * @param seconds how long the checks of a family took, both stacks together, by family
 */
public record RunSummary(
        String runId,
        String pair,
        String suiteVersion,
        String primary,
        String failover,
        Instant start,
        Instant end,
        Map<Role, Long> requests,
        Map<Family, Duration> seconds) {
    public RunSummary {
        Map<Role, Long> requestCopy = new EnumMap<>(Role.class);
        requestCopy.putAll(requests);
        requests = Collections.unmodifiableMap(requestCopy);
        Map<Family, Duration> secondsCopy = new EnumMap<>(Family.class);
        secondsCopy.putAll(seconds);
        seconds = Collections.unmodifiableMap(secondsCopy);
    }

    /** Whether one stack was recorded twice, as before and after an upgrade, so that nothing goes over. */
    public boolean isOverTime() {
        return primary.equals(failover);
    }
}
