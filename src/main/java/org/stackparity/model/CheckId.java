package org.stackparity.model;

import java.util.regex.Pattern;

/** Names a check for good, like {@code LOC-03}; never derived from a class, a method or an index. */
public record CheckId(String value) implements Comparable<CheckId> {
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]{1,15}-[0-9]{2,4}");

    /** @throws IllegalArgumentException if the value is not capital letters, a hyphen and two to four digits */
    public CheckId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A check id is [" + value + "]; expected capital letters, a hyphen and digits, like LOC-03.");
        }
    }

    @Override
    public int compareTo(CheckId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
