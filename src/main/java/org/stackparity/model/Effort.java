package org.stackparity.model;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the first pass of a check costs.
 *
 * @param requests by role, over all cases, nodes and rounds; without what the check asks of hosts from inside
 * @param work how long the requests take within the limits of the environments, both stacks together
 * @param beside how long it waits for what goes on beside all other checks, like a subscription that falls due
 * @param shared true where the requests of all other checks count as its own, so that it sends only what they leave
 */
public record Effort(Map<Role, Long> requests, Duration work, Duration beside, boolean shared) {
    public static final Effort NONE = of(Duration.ZERO);

    public Effort {
        Map<Role, Long> copy = new EnumMap<>(Role.class);
        copy.putAll(requests);
        requests = Collections.unmodifiableMap(copy);
    }

    /** Work of which nothing but its time is known. */
    public static Effort of(Duration work) {
        return new Effort(Map.of(), work, Duration.ZERO, false);
    }

    public long requestsOf(Role role) {
        return requests.getOrDefault(role, 0L);
    }

    /** The same asked so many times, beside one wait. */
    public Effort times(int number) {
        Map<Role, Long> more = new EnumMap<>(Role.class);
        requests.forEach((role, count) -> more.put(role, count * number));
        return new Effort(more, work.multipliedBy(number), beside, shared);
    }

    /** How long the check takes if nothing else is asked. */
    public Duration alone() {
        return work.compareTo(beside) > 0 ? work : beside;
    }
}
