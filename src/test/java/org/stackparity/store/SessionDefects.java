package org.stackparity.store;

import java.io.IOException;
import java.util.List;

/** Faults of sessions and their cookies. */
final class SessionDefects {
    private SessionDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.onHosts(
                        "other-secret-web2",
                        "session",
                        "web2 signs session cookies with a secret of its own.",
                        List.of("web2"),
                        List.of("SES-02"),
                        List.of("web2", "session"),
                        site -> site.host("web2").set(ShopHost.APP, "session.secret", "07b1d49e5f2c6a83")),
                Defect.onHosts(
                        "open-cookie-web1",
                        "session",
                        "The session cookie of web1 can be read by scripts.",
                        List.of("web1"),
                        List.of("SES-03"),
                        List.of("web1", "HttpOnly"),
                        site -> site.host("web1").set(ShopHost.APP, "session.cookie.http-only", "false")),
                Defect.onStagedSite(
                        "foreign-sessions-web2",
                        "session",
                        "web2 keeps its sessions in the store of the other site.",
                        List.of("web2"),
                        List.of("SES-04", "NET-10"),
                        List.of("web2", Site.DALLAS.sessionsFromAfar().toString()),
                        site -> moveSessions(site.host("web2"), site)));
    }

    static void moveSessions(StagedHost web, StagedSite site) throws IOException {
        web.set(
                ShopHost.APP,
                "sessions.address",
                site.site().other().sessionsFromAfar().toString());
    }
}
