package org.stackparity.suite.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;

/** The cookies of one visitor. Thread-safe. */
final class Cookies implements CookieJar {
    private final List<Cookie> kept = new ArrayList<>();

    @Override
    public synchronized void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
        cookies.forEach(this::keep);
    }

    /** Keeps a cookie in place of the one that it renews; an expired one deletes. */
    synchronized void keep(Cookie cookie) {
        kept.removeIf(old -> old.name().equals(cookie.name())
                && old.domain().equals(cookie.domain())
                && old.path().equals(cookie.path()));
        if (cookie.expiresAt() > System.currentTimeMillis()) {
            kept.add(cookie);
        }
    }

    @Override
    public synchronized List<Cookie> loadForRequest(HttpUrl url) {
        return kept.stream().filter(cookie -> cookie.matches(url)).toList();
    }

    synchronized List<Cookie> all() {
        return List.copyOf(kept);
    }

    synchronized Optional<String> find(String name) {
        return kept.stream()
                .filter(cookie -> cookie.name().equals(name))
                .map(Cookie::value)
                .findFirst();
    }
}
