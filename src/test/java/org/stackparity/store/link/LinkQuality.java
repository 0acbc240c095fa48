package org.stackparity.store.link;

import java.time.Duration;
import java.util.Objects;

/**
 * How good a link is.
 *
 * @param resetProbability share of connections that the link resets, from 0 to 1
 * @param seed of the random numbers that choose them; a site draws one anew at each start, since any one may be lucky
 * @param delay added to what passes, in each direction; a round trip takes twice as long
 */
public record LinkQuality(double resetProbability, long seed, Duration delay) {
    public static final LinkQuality HEALTHY = new LinkQuality(0, 0, Duration.ZERO);

    public LinkQuality {
        Objects.requireNonNull(delay, "delay");
        if (!(resetProbability >= 0 && resetProbability <= 1)) {
            throw new IllegalArgumentException(
                    "the share of reset connections is [" + resetProbability + "]; expected a number from 0 to 1");
        }
        if (delay.isNegative()) {
            throw new IllegalArgumentException("the delay is [" + delay + "]; expected zero or more");
        }
    }
}
