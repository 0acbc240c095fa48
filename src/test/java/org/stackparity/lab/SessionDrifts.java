package org.stackparity.lab;

import java.io.IOException;
import java.util.List;
import org.stackparity.store.ShopHost;
import org.stackparity.store.Site;

/** Drift of sessions and their cookies. */
final class SessionDrifts {
    private static final NetworkFaults.Server PRIMARY = NetworkFaults.Server.sessions(Site.DALLAS);
    private static final int MILLIS_EACH_WAY = 25;

    private SessionDrifts() {}

    static List<Drift> all() {
        return List.of(
                foreignSessions(),
                new Drift(
                        "foreign-sessions-web2",
                        "D08",
                        "web2 keeps its sessions in the store of the primary, 50 ms away.",
                        List.of("web2"),
                        List.of("SES-04", "NET-10", "LAT-02", "LAT-03"),
                        List.of(List.of("web2", PRIMARY.toString())),
                        Stage.STANDBY,
                        failover -> moveSessions(failover, failover.host("web2"))),
                new Drift(
                        "stale-hosts-file-web1",
                        "D33",
                        "The hosts file of web1 still says that the session store is in the other site.",
                        List.of("web1"),
                        List.of("SES-04", "NET-10", "LAT-02", "LAT-03"),
                        List.of(List.of("web1", PRIMARY.address())),
                        Stage.STANDBY,
                        SessionDrifts::nameOtherSite),
                Drift.of("D30", "other-secret-web2", Stage.STANDBY).saying(List.of("FUN-07"), "web2", "session.secret"),
                new Drift(
                        "other-secret-everywhere",
                        "D29",
                        "The failover signs sessions with a secret that never came over from the primary.",
                        List.of("web1", "web2"),
                        List.of("FUN-07"),
                        List.of(List.of("session.secret")),
                        Stage.STANDBY,
                        failover -> {
                            for (LabHost web : failover.webs()) {
                                web.set(ShopHost.APP, "session.secret", "4be8f1a2c97d6035");
                            }
                        }),
                new Drift(
                        "separate-session-stores",
                        "D30",
                        "web2 keeps its sessions in a Redis of its own: what one node knows of a visitor, the other does not.",
                        List.of("web1", "web2"),
                        List.of("SES-02"),
                        List.of(List.of("web1, web2", "new session")),
                        Stage.STANDBY,
                        SessionDrifts::startOwnStore),
                Drift.of("D35", "open-cookie-web1", Stage.STANDBY),
                new Drift(
                        "insecure-cookie-web2",
                        "D35",
                        "The session cookie of web2 is also sent over connections that are not encrypted.",
                        List.of("web2"),
                        List.of("SES-03"),
                        List.of(List.of("web2", "Secure")),
                        Stage.STANDBY,
                        failover -> failover.host("web2").set(ShopHost.APP, "session.cookie.secure", "false")),
                new Drift(
                        "cookie-for-all-sites-web1",
                        "D35",
                        "The session cookie of web1 goes with requests from other sites.",
                        List.of("web1"),
                        List.of("SES-03"),
                        List.of(List.of("web1", "SameSite")),
                        Stage.STANDBY,
                        failover -> failover.host("web1").set(ShopHost.APP, "session.cookie.same-site", "None")));
    }

    static Drift foreignSessions() {
        return new Drift(
                "foreign-sessions",
                "D08",
                "The web nodes of the failover keep their sessions in the store of the primary, 50 ms away.",
                List.of("web1", "web2"),
                List.of("SES-04", "NET-10", "LAT-01", "LAT-02", "LAT-03"),
                List.of(List.of(PRIMARY.toString())),
                Stage.STANDBY,
                failover -> {
                    for (LabHost web : failover.webs()) {
                        moveSessions(failover, web);
                    }
                });
    }

    private static void moveSessions(Failover failover, LabHost web) throws IOException {
        failover.network()
                .openRouteToOtherSite(web, 100 + HostPlan.find(web.name()).number());
        failover.network().delay(web, PRIMARY, MILLIS_EACH_WAY);
        web.set(ShopHost.APP, "sessions.address", PRIMARY.toString());
    }

    private static void nameOtherSite(Failover failover) {
        LabHost web = failover.host("web1");
        failover.network().openRouteToOtherSite(web, 111);
        failover.network().delay(web, PRIMARY, MILLIS_EACH_WAY);
        // the route keeps the file, and takes this back with what the engine wrote
        web.run("echo '" + PRIMARY.address() + " " + HostPlan.SESSIONS.name() + "' >>/etc/hosts", "true");
        web.restart("app");
    }

    private static void startOwnStore(Failover failover) throws IOException {
        LabHost web = failover.host("web2");
        web.writeText(
                "/etc/lab/redis.conf", failover.host(HostPlan.SESSIONS.name()).text("/etc/lab/redis.conf"));
        web.run(
                "ln -s /etc/sv/redis /etc/service/redis; for i in $(seq 100); do redis-cli ping && exit 0; sleep 0.2; done; exit 1",
                "sv -w 20 down redis; rm -f /etc/service/redis; sleep 6; rm -rf /etc/sv/redis/supervise");
        web.set(ShopHost.APP, "sessions.address", "web2:" + HostPlan.REDIS);
    }
}
