package org.stackparity.model;

import java.time.Duration;
import java.util.List;

/**
 * What the plan says about one check.
 *
 * @param coverage whether it takes part
 * @param reason why it does not; empty where it is required
 * @param cases what it is asked about, in the order of the contract; without duplicates; may be empty unless required
 * @param samples how often each node is asked in the first pass, over all rounds
 * @param estimate how long the first pass takes, both stacks together, if nothing else is asked
 * @param effort what the estimate was made of; only its time is known where the plan was read from evidence
 */
public record PlannedCheck(
        Check check,
        Coverage coverage,
        String reason,
        List<PlannedCase> cases,
        int samples,
        Duration estimate,
        Effort effort) {
    public PlannedCheck {
        cases = List.copyOf(cases);
    }

    public PlannedCheck(
            Check check, Coverage coverage, String reason, List<PlannedCase> cases, int samples, Duration estimate) {
        this(check, coverage, reason, cases, samples, estimate, Effort.of(estimate));
    }

    public PlannedCheck(
            Check check, Coverage coverage, String reason, List<PlannedCase> cases, int samples, Effort effort) {
        this(check, coverage, reason, cases, samples, effort.alone(), effort);
    }

    public boolean isRequired() {
        return coverage == Coverage.REQUIRED;
    }
}
