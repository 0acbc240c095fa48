package org.stackparity.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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

    /**
     * How long the first pass takes, all checks together: the work of all, or the longest wait beside it. Taking samples in
     * pairs never makes it longer than the budget.
     */
    public Duration estimate() {
        Duration beside =
                required().stream().map(planned -> planned.effort().beside()).reduce(Duration.ZERO, Plan::longer);
        Duration counting = work(planned -> planned.effort().shared());
        return longer(longer(untimed().plus(shorter(timed(), timing())), counting), beside);
    }

    /**
     * The longest that the first pass may take samples in pairs: half of the time that all other checks leave of the
     * budget, so that as much is left for those pairs that have to be asked for again.
     */
    public Duration timing() {
        return longer(Duration.ZERO, budget.minus(untimed()).dividedBy(2));
    }

    /** How long the samples in pairs of the first pass would take if there were no budget. */
    public Duration timed() {
        return work(planned -> planned.check().takesPairs());
    }

    /** How long all else takes that is asked for its own sake. */
    public Duration untimed() {
        return work(planned -> !planned.effort().shared() && !planned.check().takesPairs());
    }

    /** How many requests the first pass sends to the stack of a role, all checks together. */
    public long requestsTo(Role role) {
        return Math.max(requestsTo(role, false), requestsTo(role, true));
    }

    private Duration work(Predicate<PlannedCheck> which) {
        return required().stream()
                .filter(which)
                .map(planned -> planned.effort().work())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private long requestsTo(Role role, boolean shared) {
        return required().stream()
                .filter(planned -> planned.effort().shared() == shared)
                .mapToLong(planned -> planned.effort().requestsOf(role))
                .sum();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
