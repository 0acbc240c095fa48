package org.stackparity.suite.junit;

import org.stackparity.environment.Contract;
import org.stackparity.environment.Environment;
import org.stackparity.model.Case;
import org.stackparity.model.Role;

/**
 * One node of one environment that is asked one case in one round.
 *
 * @param round shared by all checks of this environment and round
 * @param pass shared by all rounds of this environment and pass
 */
public record CheckTarget(Case subject, String node, Scope round, Scope pass) {

    public Role role() {
        return round.role();
    }

    public Environment environment() {
        return round.environment();
    }

    public Contract contract() {
        return round.contract();
    }
}
