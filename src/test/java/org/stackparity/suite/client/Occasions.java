package org.stackparity.suite.client;

/**
 * At how many times something happened, where what happens within one moment counts once: a link that is away for a moment
 * fails many requests on one occasion. Not thread-safe.
 */
public final class Occasions {
    private final long moment;
    private long begin;
    private int count;

    /** @param moment how long one lasts, in the unit of the times */
    public Occasions(long moment) {
        this.moment = moment;
    }

    /** It happened at a time, no earlier than the last one. */
    public void at(long time) {
        if (count == 0 || time - begin >= moment) {
            begin = time;
            count++;
        }
    }

    public int count() {
        return count;
    }
}
