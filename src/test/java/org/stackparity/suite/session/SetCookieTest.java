package org.stackparity.suite.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SetCookieTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void readsNameAndAttributes() {
        SetCookie cookie = SetCookie.parse("sid=a=b; Path=/; HttpOnly; SameSite=Lax;secure")
                .orElseThrow();
        assertThat(cookie.name()).isEqualTo("sid");
        assertThat(cookie.value()).isEqualTo("a=b");
        assertThat(cookie.find("path")).contains("/");
        assertThat(cookie.find("samesite")).contains("Lax");
        assertThat(cookie.has("httponly")).isTrue();
        assertThat(cookie.has("secure")).isTrue();
        assertThat(cookie.has("domain")).isFalse();
        assertThat(cookie.toString()).doesNotContain("a=b");
    }

    @Test
    void saysTheLifetimeInWords() {
        assertThat(lifetime("a=b")).isEqualTo("session");
        assertThat(lifetime("a=b; Max-Age=0")).isEqualTo("deleted");
        assertThat(lifetime("a=b; Max-Age=1800")).isEqualTo("30 minutes");
        assertThat(lifetime("a=b; Max-Age=31536000")).isEqualTo("365 days");
        assertThat(lifetime("a=b; Expires=Mon, 23 Nov 2026 15:00:01 GMT")).isEqualTo("5 hours");
        assertThat(lifetime("a=b; Expires=Mon, 23-Nov-2026 15:00:01 GMT")).isEqualTo("5 hours");
        assertThat(lifetime("a=b; Expires=soon")).isEqualTo("unreadable");
    }

    @Test
    void whatHasNoNameIsNoCookie() {
        assertThat(SetCookie.parse("=x")).isEmpty();
        assertThat(SetCookie.parse("x")).isEmpty();
    }

    private static String lifetime(String header) {
        return SetCookie.parse(header).orElseThrow().lifetime(NOW);
    }
}
