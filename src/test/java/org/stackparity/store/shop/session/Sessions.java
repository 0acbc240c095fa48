package org.stackparity.store.shop.session;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.stackparity.store.host.Settings;

/** Opens the session that a visitor's cookie names, or a new one; knows the attributes of the cookie. */
public final class Sessions {
    public static final String COOKIE = "sid";
    private static final int ID_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final SessionStore store;
    private final CookieSigner signer;
    private final String attributes;

    public Sessions(Settings settings) {
        this.store = SessionStore.open(
                settings.requireEndpoint("sessions.address"),
                Duration.ofMinutes(Long.parseLong(settings.require("sessions.timeout-minutes"))));
        this.signer = new CookieSigner(settings.require("session.secret"));
        this.attributes = "; Path=/"
                + (settings.isOn("session.cookie.secure") ? "; Secure" : "")
                + (settings.isOn("session.cookie.http-only") ? "; HttpOnly" : "")
                + "; SameSite=" + settings.require("session.cookie.same-site");
    }

    /** A cookie that is missing, signed by another secret or unknown to the store of this site gives a new session. */
    public Session open(Optional<String> cookie) {
        Optional<String> id = cookie.flatMap(signer::findId);
        return id.flatMap(store::find)
                .map(state -> Session.known(id.orElseThrow(), state))
                .orElseGet(() -> Session.started(token(), SessionState.empty(token())));
    }

    /** Writes a session that has changed; returns the Set-Cookie header that it needs, empty if it needs none. */
    public Optional<String> save(Session session) {
        if (session.isChanged()) {
            store.save(session.id(), session.state());
        }
        return session.isNew() ? Optional.of(COOKIE + "=" + signer.sign(session.id()) + attributes) : Optional.empty();
    }

    public void requireAlive() {
        store.requireAlive();
    }

    private String token() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
