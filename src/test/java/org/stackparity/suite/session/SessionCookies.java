package org.stackparity.suite.session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stackparity.suite.client.Answer;

/**
 * The cookies that may carry a session: those whose value is long enough to be drawn by chance. Their text form never
 * shows a value.
 *
 * @param values name to value, in the order in which they were set
 */
record SessionCookies(Map<String, String> values) {
    static final SessionCookies NONE = new SessionCookies(Map.of());

    /** A session cookie holds at least 64 bits of chance (OWASP), which no shorter text does. */
    private static final int SHORTEST = 16;

    SessionCookies {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static SessionCookies of(Answer answer) {
        Map<String, String> values = new LinkedHashMap<>();
        for (SetCookie cookie : SetCookie.of(answer)) {
            if (cookie.value().length() >= SHORTEST) {
                values.put(cookie.name(), cookie.value());
            }
        }
        return new SessionCookies(values);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** The names of these cookies to which an answer gives another value. */
    List<String> renewedBy(Answer answer) {
        return SetCookie.of(answer).stream()
                .filter(cookie -> values.containsKey(cookie.name()))
                .filter(cookie -> !cookie.value().equals(values.get(cookie.name())))
                .map(SetCookie::name)
                .toList();
    }

    SessionCookies without(List<String> names) {
        Map<String, String> rest = new LinkedHashMap<>(values);
        names.forEach(rest::remove);
        return new SessionCookies(rest);
    }

    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
