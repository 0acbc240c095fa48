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
 * @param estimate how long the first pass takes, both stacks together
 */
public record PlannedCheck(
        Check check, Coverage coverage, String reason, List<PlannedCase> cases, int samples, Duration estimate) {
    public PlannedCheck {
        cases = List.copyOf(cases);
    }

    public boolean isRequired() {
        return coverage == Coverage.REQUIRED;
    }
}
