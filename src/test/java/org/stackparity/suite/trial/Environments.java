package org.stackparity.suite.trial;

import java.util.function.UnaryOperator;
import org.stackparity.environment.Environment;

/** Changes environments that a stack gave. */
public final class Environments {
    private Environments() {}

    /** The environment, but with another web tier. */
    public static Environment withWeb(Environment environment, UnaryOperator<Environment.Web> change) {
        return new Environment(
                environment.name(),
                environment.role(),
                change.apply(environment.web()),
                environment.networks(),
                environment.hosts(),
                environment.ssh(),
                environment.shellCommand(),
                environment.standby(),
                environment.colocated());
    }
}
