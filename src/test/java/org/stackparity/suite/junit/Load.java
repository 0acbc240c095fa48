package org.stackparity.suite.junit;

import java.time.Duration;

/**
 * What a check asks about one case, as far as its annotation cannot say it because it depends on the contract.
 *
 * @param requests to each node in each round; in the whole pass where a class holds both environments
 * @param connects that each host of the case makes in the pass
 * @param beside how long the check waits for what goes on beside all others
 */
public record Load(int requests, int connects, Duration beside) {
    /** The part of the connects per second of an environment that its hosts have; the rest is the clients'. */
    public static final double SHARE_OF_CONNECTS = 0.5;

    public static Load ofRequests(int requests) {
        return new Load(requests, 0, Duration.ZERO);
    }

    public static Load ofConnects(int connects) {
        return new Load(0, connects, Duration.ZERO);
    }

    /** Looks at one node again and again. */
    public static Load ofWatching(Duration time, Duration poll) {
        return new Load((int) (time.toNanos() / poll.toNanos()) + 1, 0, time);
    }
}
