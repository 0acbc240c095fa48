package org.stackparity.measure;

/**
 * What a time of the failover may be longer than the primary's.
 *
 * @param fraction of the primary's time
 * @param floorMillis a difference below it is never too much
 */
public record Margin(double fraction, double floorMillis) {
    /** The longest time that is still in parity with one of the primary; both in milliseconds. */
    public double limit(double primary) {
        return Math.max(primary * (1 + fraction), primary + floorMillis);
    }
}
