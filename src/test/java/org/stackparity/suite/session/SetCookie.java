package org.stackparity.suite.session;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stackparity.suite.client.Answer;

/**
 * A cookie as a server sets it (RFC 6265, section 5.2).
 *
 * @param attributes by name in lower case; an attribute without a value has an empty one
 */
record SetCookie(String name, String value, Map<String, String> attributes) {
    SetCookie {
        attributes = java.util.Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /** The cookies that an answer sets, in its order; what has no name is passed over. */
    static List<SetCookie> of(Answer answer) {
        List<SetCookie> cookies = new ArrayList<>();
        answer.headers("Set-Cookie").forEach(header -> parse(header).ifPresent(cookies::add));
        return cookies;
    }

    static Optional<SetCookie> parse(String header) {
        String[] parts = header.split(";");
        int equals = parts[0].indexOf('=');
        if (equals < 1) {
            return Optional.empty();
        }
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            attributes.put(pair[0].strip().toLowerCase(Locale.ROOT), pair.length == 2 ? pair[1].strip() : "");
        }
        return Optional.of(new SetCookie(
                parts[0].substring(0, equals).strip(),
                parts[0].substring(equals + 1).strip(),
                attributes));
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    Optional<String> find(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /**
     * How long a browser keeps it, in words: {@code session}, {@code deleted}, or minutes, hours or days.
     *
     * @param now of the server, since its Expires is by its own clock
     */
    String lifetime(Instant now) {
        try {
            Optional<Duration> left = find("max-age")
                    .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                    .or(() -> find("expires").map(date -> Duration.between(now, date(date))));
            return left.map(SetCookie::words).orElse("session");
        } catch (NumberFormatException | DateTimeException e) {
            return "unreadable";
        }
    }

    static Instant date(String text) {
        return ZonedDateTime.parse(text.replace('-', ' '), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
    }

    private static String words(Duration left) {
        if (left.isZero() || left.isNegative()) {
            return "deleted";
        }
        long seconds = left.toSeconds();
        if (seconds < Duration.ofHours(2).toSeconds()) {
            return Math.round(seconds / 60.0) + " minutes";
        }
        return seconds < Duration.ofDays(2).toSeconds()
                ? Math.round(seconds / 3600.0) + " hours"
                : Math.round(seconds / 86_400.0) + " days";
    }

    /** Never the value. */
    @Override
    public String toString() {
        return name + "=«value»";
    }
}
