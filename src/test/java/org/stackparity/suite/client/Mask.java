package org.stackparity.suite.client;

import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.stackparity.suite.client.Selector.Kind;
import tools.jackson.databind.JsonNode;

/** A selector by which the contract masks, and in how many answers of a pass it masked something. Thread-safe. */
public final class Mask {
    private final String key;
    private final String text;
    private final String where;
    private final Selector selector;
    private final Optional<PointerPattern> pointer;
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
        this.pointer = Optional.of(selector)
                .filter(any -> any.kind() == Kind.JSON)
                .map(Selector::where)
                .map(PointerPattern::parse);
    }

    Selector selector() {
        return selector;
    }

    /** What a mask of JSON selects. */
    PointerPattern pointer() {
        return pointer.orElseThrow();
    }

    /** Counts a tree that a mask of JSON was applied to. */
    void countIn(JsonNode tree) {
        count(pointer().isIn(tree));
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
