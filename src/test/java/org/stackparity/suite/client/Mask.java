package org.stackparity.suite.client;

import java.util.concurrent.atomic.LongAdder;

/** A selector by which the contract masks, and in how many answers of a pass it masked something. Thread-safe. */
public final class Mask {
    private final String key;
    private final String text;
    private final String where;
    private final Selector selector;
    private final LongAdder answers = new LongAdder();
    private final LongAdder uses = new LongAdder();

    /**
     * @param key of the contract, {@code identity} or {@code private}
     * @param text of the selector as written
     * @param where the kind of answers that it is applied to, as a plural
     */
    Mask(String key, String text, String where, Selector selector) {
        this.key = key;
        this.text = text;
        this.where = where;
        this.selector = selector;
    }

    Selector selector() {
        return selector;
    }

    /** Counts an answer that the mask was applied to. */
    void count(boolean isFound) {
        answers.increment();
        if (isFound) {
            uses.increment();
        }
    }

    /** How many answers it was applied to so far. */
    public long answers() {
        return answers.sum();
    }

    /** In how many of them it masked something. */
    public long uses() {
        return uses.sum();
    }

    @Override
    public String toString() {
        return "[" + text + "], which contract.yaml declares as " + key + ", masked something in " + uses() + " of "
                + answers() + " " + where;
    }
}
