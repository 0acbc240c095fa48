package org.stackparity.suite.junit;

import java.util.List;
import org.stackparity.environment.Pair;
import org.stackparity.model.Role;

/** Makes scopes in which nothing is asked, for trying clients without a run. */
public final class Scopes {
    private Scopes() {}

    /** A scope that can play the round as well as the pass; close it. */
    public static Scope of(Pair pair, Role role) {
        return new Scope(pair, role, 0, 1, List.of(), false);
    }
}
