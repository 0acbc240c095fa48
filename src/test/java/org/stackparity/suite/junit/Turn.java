package org.stackparity.suite.junit;

import org.stackparity.model.Role;

/**
 * Whose turn it is.
 *
 * @param round counts over the whole run
 * @param first whether it is the role's first turn of the run
 */
record Turn(Role role, int round, boolean first) {
    @Override
    public String toString() {
        return role.word() + " · round " + round;
    }
}
