package org.stackparity.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of whom and how often, fixed before the first request.
 *
 * @param checks every check that the suite has, sorted by id, also those that do not take part
 * @param rounds the roles of the first pass in order: primary, failover, failover, primary, once or repeated
 * @param partial true where a filter left checks out, so that no verdict stands for the whole contract
 * @param budget the longest that a run may take
 */
public record Plan(List<PlannedCheck> checks, List<Role> rounds, boolean partial, Duration budget) {
    public Plan {
        checks = List.copyOf(checks);
        rounds = List.copyOf(rounds);
    }

    public Optional<PlannedCheck> find(CheckId id) {
        return checks.stream()
                .filter(planned -> planned.check().id().equals(id))
                .findFirst();
    }

    /** The checks that take part; empty means that nothing can be judged. */
    public List<PlannedCheck> required() {
        return checks.stream().filter(PlannedCheck::isRequired).toList();
    }

    /** How long the first pass takes, all checks together: the work of all, or the longest wait beside it. */
    public Duration estimate() {
        Duration beside =
                required().stream().map(planned -> planned.effort().beside()).reduce(Duration.ZERO, Plan::longer);
        return longer(longer(work(false), work(true)), beside);
    }

    /** How many requests the first pass sends to the stack of a role, all checks together. */
    public long requestsTo(Role role) {
        return Math.max(requestsTo(role, false), requestsTo(role, true));
    }

    private Duration work(boolean shared) {
        return required().stream()
                .filter(planned -> planned.effort().shared() == shared)
                .map(planned -> planned.effort().work())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private long requestsTo(Role role, boolean shared) {
        return required().stream()
                .filter(planned -> planned.effort().shared() == shared)
                .mapToLong(planned -> planned.effort().requestsOf(role))
                .sum();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
