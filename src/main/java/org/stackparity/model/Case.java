package org.stackparity.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a check is asked about, as named dimensions in the order in which a reader would say them ({@code page},
 * {@code locale}). Two cases are equal when their dimensions are, in whatever order. The node is never a dimension.
 */
public record Case(Map<String, String> dimensions) implements Comparable<Case> {
    /** A check that has only one case: the environment as a whole. */
    public static final Case WHOLE = new Case(Map.of());

    public Case {
        dimensions = Collections.unmodifiableMap(new LinkedHashMap<>(dimensions));
    }

    public static Case of(String name, String value) {
        return new Case(Map.of(name, value));
    }

    /** This case with one more dimension at the end. */
    public Case with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(dimensions);
        more.put(name, value);
        return new Case(more);
    }

    /** The value of a dimension, or empty if the case has none of that name. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(dimensions.get(name));
    }

    /**
     * The value of a dimension.
     *
     * @throws IllegalArgumentException if the case has none of that name
     */
    public String get(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("The case [" + this + "] has no dimension [" + name
                        + "]; it has " + dimensions.keySet() + "."));
    }

    /** By the dimensions in order of their names: name, then value, fewer dimensions first. */
    @Override
    public int compareTo(Case other) {
        List<String> own = sorted();
        List<String> others = other.sorted();
        for (int i = 0; i < Math.min(own.size(), others.size()); i++) {
            int order = own.get(i).compareTo(others.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(own.size(), others.size());
    }

    private List<String> sorted() {
        List<String> sorted = new ArrayList<>();
        new TreeMap<>(dimensions).forEach((name, value) -> {
            sorted.add(name);
            sorted.add(value);
        });
        return sorted;
    }

    /** The case as a reader says it, like {@code /checkout · de-DE}; "everything" for {@link #WHOLE}. */
    @Override
    public String toString() {
        return dimensions.isEmpty() ? "everything" : String.join(" · ", dimensions.values());
    }
}
