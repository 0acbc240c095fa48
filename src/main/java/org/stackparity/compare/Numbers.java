package org.stackparity.compare;

import java.math.BigDecimal;
import java.util.Optional;

/** Values that are meant as numbers. What is none is never close to anything, and never an exception. */
final class Numbers {
    /** LIMIT: digits before and after the point; a stack could fill the memory with 1e999999999. */
    private static final int MOST_DIGITS = 400;

    private Numbers() {}

    static Optional<BigDecimal> parse(String text) {
        String stripped = text.strip();
        if (stripped.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(stripped);
            return Math.abs((long) number.scale()) > MOST_DIGITS ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static boolean isNumber(Optional<String> text) {
        return text.flatMap(Numbers::parse).isPresent();
    }

    /** Whether the value is at least the base, less the tolerance, a fraction of it; none is zero. */
    static boolean isAtLeast(String value, String base, Optional<String> tolerance) {
        Optional<BigDecimal> number = parse(value);
        Optional<BigDecimal> full = parse(base);
        Optional<BigDecimal> fraction = parse(tolerance.orElse("0"));
        return number.isPresent()
                && full.isPresent()
                && fraction.isPresent()
                && number.get().compareTo(full.get().subtract(full.get().abs().multiply(fraction.get()))) >= 0;
    }

    /** Whether the value is at most the tolerance, a fraction of the base, away from the base. */
    static boolean isWithin(String value, String base, Optional<String> tolerance) {
        Optional<BigDecimal> number = parse(value);
        Optional<BigDecimal> center = parse(base);
        Optional<BigDecimal> fraction = tolerance.flatMap(Numbers::parse);
        return number.isPresent()
                && center.isPresent()
                && fraction.isPresent()
                && number.get()
                                .subtract(center.get())
                                .abs()
                                .compareTo(center.get().abs().multiply(fraction.get()))
                        <= 0;
    }

    /** A count; empty where the text is none or below zero. */
    static Optional<Long> parseCount(String text) {
        try {
            long count = Long.parseLong(text.strip());
            return count < 0 ? Optional.empty() : Optional.of(count);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A finite number of milliseconds; empty where the text is none or below zero. */
    static Optional<Double> parseMillis(String text) {
        try {
            double millis = Double.parseDouble(text.strip());
            return Double.isFinite(millis) && millis >= 0 ? Optional.of(millis) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
