package org.stackparity.suite.client.host;

import java.time.Duration;
import org.stackparity.environment.Environment;
import org.stackparity.suite.junit.NotObservedException;

/** Runs one script on a host. Leaves nothing on it and never waits longer than it was told. */
interface Shell {
    /** LIMIT: the longest that a script takes, the login and long soaks left aside. */
    Duration LIMIT = Duration.ofSeconds(15);
    /** LIMIT: the most that a script may print. */
    int MOST_BYTES = 2 << 20;

    /**
     * What the script printed, as UTF-8.
     *
     * @throws CutOffException if it does not end in time
     * @throws NotObservedException if the host cannot be reached or does not finish, with what to do about it
     */
    String run(String script, Duration limit);

    /** The way into a host that its environment declares: SSH, or else a command. */
    static Shell into(Environment environment, Environment.Host host) {
        String name = host.name() + " of " + environment.name();
        if (environment.ssh().isPresent()) {
            return new SshShell(name, host, environment.ssh().get());
        }
        if (environment.shellCommand().isPresent()) {
            return new CommandShell(name, host, environment.shellCommand().get());
        }
        return (script, limit) -> {
            throw new NotObservedException("The host " + name
                    + " cannot be asked from inside: its environment declares neither ssh nor a shell command.");
        };
    }
}
