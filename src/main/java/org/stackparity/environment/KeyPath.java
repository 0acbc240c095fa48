package org.stackparity.environment;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where a value stands in a file, like {@code web.nodes[1].port}.
 *
 * @param steps keys as text, and positions in lists, from 0; empty for the file as a whole
 */
record KeyPath(List<Object> steps) {
    static final KeyPath ROOT = new KeyPath(List.of());

    KeyPath {
        steps = List.copyOf(steps);
    }

    KeyPath key(String key) {
        return with(key);
    }

    KeyPath index(int index) {
        return with(index);
    }

    private KeyPath with(Object step) {
        return new KeyPath(Stream.concat(steps.stream(), Stream.of(step)).toList());
    }

    /** The path as a reader says it; "the file" for {@link #ROOT}. */
    @Override
    public String toString() {
        if (steps.isEmpty()) {
            return "the file";
        }
        StringBuilder text = new StringBuilder();
        for (Object step : steps) {
            if (step instanceof Integer) {
                text.append('[').append(step).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(Quoted.clip(step.toString()));
            }
        }
        return text.toString();
    }
}
