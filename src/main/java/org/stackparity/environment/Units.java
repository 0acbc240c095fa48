package org.stackparity.environment;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the amounts that a contract is written in; each has the form that the schema of the contract gives it. */
public final class Units {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");

    private Units() {}

    /**
     * An amount of time like {@code 25ms}, {@code 10s}, {@code 5m}, {@code 26h} or {@code 400d}; a day has 24 hours.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static Duration parseDuration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("A duration is " + Quoted.text(text) + "; expected one like 10s or 5m.");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    /**
     * A percentage like {@code 0.1%} as a fraction, 0.001.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    static double parsePercent(String text) {
        if (!text.endsWith("%")) {
            throw new IllegalArgumentException("A percentage is " + Quoted.text(text) + "; expected one like 0.1%.");
        }
        return hundredth(text, text.substring(0, text.length() - 1));
    }

    /**
     * A quantile like {@code p95} as a fraction, 0.95.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    static double parseQuantile(String text) {
        if (!text.startsWith("p")) {
            throw new IllegalArgumentException("A quantile is " + Quoted.text(text) + "; expected one like p95.");
        }
        return hundredth(text, text.substring(1));
    }

    private static double hundredth(String text, String number) {
        try {
            return new BigDecimal(number).movePointLeft(2).doubleValue();
        } catch (NumberFormatException exception) {
            throw new IllegalArgumentException(
                    "A number is " + Quoted.text(text) + "; expected decimal digits.", exception);
        }
    }
}
