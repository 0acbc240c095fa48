package org.stackparity.suite.junit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.stackparity.model.Fault;

/**
 * Takes down what one run of a check saw: values by path, and faults. Not for several threads. Values are clipped to
 * {@link #LONGEST_VALUE} characters, with the length said, so that a stack cannot flood the evidence.
 */
public final class Recorder {
    /** LIMIT: longest value in characters; beyond it only a beginning and a digest are kept. */
    public static final int LONGEST_VALUE = 1_000_000;
    /** LIMIT: most paths that one observation may have. */
    public static final int MOST_VALUES = 20_000;

    private static final int LONGEST_MESSAGE = 2_000;
    private static final int LONGEST_FACT = 200;

    private final SortedMap<String, String> values = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final UnaryOperator<String> redaction;

    /** For values that stay inside a check. */
    public Recorder() {
        this(UnaryOperator.identity());
    }

    /** @param redaction goes over everything that is taken down, before anything is clipped */
    Recorder(UnaryOperator<String> redaction) {
        this.redaction = redaction;
    }

    /** Takes down a value; a path that was taken before gets the new one. */
    public void value(String path, String value) {
        if (values.size() >= MOST_VALUES && !values.containsKey(path)) {
            throw new NotObservedException("The answer has more than [" + MOST_VALUES + "] values; the check [" + path
                    + "] would flood the evidence.");
        }
        values.put(redaction.apply(path), Clip.clip(redaction.apply(value), LONGEST_VALUE));
    }

    /**
     * Takes down a value that is compared line by line. It is never clipped: a text that varies has another digest each
     * time, so that the clipped end would pass for noise, and with it whatever differs there.
     *
     * @throws NotObservedException if it is longer than {@link #LONGEST_VALUE}
     */
    public void lines(String path, String joined) {
        int length = redaction.apply(joined).length();
        if (length > LONGEST_VALUE) {
            throw new NotObservedException("The lines at [" + path + "] have [" + length + "] characters; at most ["
                    + LONGEST_VALUE + "] are compared line by line, so what stands behind them was not seen.");
        }
        value(path, joined);
    }

    public void value(String path, long value) {
        value(path, Long.toString(value));
    }

    /** Takes down all values below a prefix, joined by a full stop. */
    public void values(String prefix, Map<String, String> more) {
        more.forEach((path, value) -> value(prefix.isEmpty() ? path : prefix + "." + path, value));
    }

    /** Takes down a fault of the stack. See {@link Fault} for the words. */
    public void fault(String kind, String path, String message) {
        fault(new Fault(kind, path, message));
    }

    /** Takes down a fault of the stack. */
    public void fault(Fault fault) {
        SortedMap<String, String> facts = new TreeMap<>();
        fault.facts().forEach((name, fact) -> facts.put(name, Clip.clip(redaction.apply(fact), LONGEST_FACT)));
        faults.add(new Fault(
                fault.kind(),
                redaction.apply(fault.path()),
                Clip.clip(redaction.apply(fault.message()), LONGEST_MESSAGE),
                facts));
    }

    /** Takes down a fault unless the claim holds; returns the claim. */
    public boolean require(boolean claim, String kind, String path, Supplier<String> message) {
        return require(claim, () -> new Fault(kind, path, message.get()));
    }

    /** Takes down a fault unless the claim holds; returns the claim. */
    public boolean require(boolean claim, Supplier<Fault> fault) {
        if (!claim) {
            fault(fault.get());
        }
        return claim;
    }

    /** Takes down all that another one has. */
    public void takeOver(Recorder other) {
        other.values.forEach(this::value);
        other.faults.forEach(this::fault);
    }

    /** What was taken down so far, by path; read-only. */
    public SortedMap<String, String> values() {
        return Collections.unmodifiableSortedMap(values);
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }
}
