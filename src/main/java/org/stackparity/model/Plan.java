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

    /** How long the first pass takes, all checks together. */
    public Duration estimate() {
        return required().stream().map(PlannedCheck::estimate).reduce(Duration.ZERO, Duration::plus);
    }
}
