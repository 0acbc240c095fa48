package org.stackparity.compare;

/**
 * What kind of thing a varying value is, coarse enough that two of the same kind never differ by chance: which classes
 * of characters it has, and the order of magnitude of its length (powers of four).
 */
record Shape(boolean missing, boolean letters, boolean digits, boolean spaces, boolean beyondAscii, int magnitude) {
    private static final Shape MISSING = new Shape(true, false, false, false, false, 0);

    static Shape of(java.util.Optional<String> value) {
        return value.map(Shape::of).orElse(MISSING);
    }

    private static Shape of(String value) {
        return new Shape(
                false,
                value.chars().anyMatch(Character::isLetter),
                value.chars().anyMatch(Character::isDigit),
                value.chars().anyMatch(Character::isWhitespace),
                value.chars().anyMatch(c -> c > 127),
                value.isEmpty() ? 0 : 1 + (31 - Integer.numberOfLeadingZeros(value.length())) / 2);
    }
}
