package org.stackparity.store;

import java.io.IOException;
import java.util.List;

/** The four faults of the failover of 3 October 2012, in the order in which they hurt. */
final class FailoverOf2012 {
    private FailoverOf2012() {}

    static List<Defect> all() {
        return List.of(
                Defect.onHosts(
                        "wrong-zone",
                        "subscription",
                        "The jobs host of the failover runs eight hours behind, in the zone Etc/GMT+8.",
                        List.of("jobs1"),
                        List.of("SUB-01", "SUB-03", "SUB-07"),
                        List.of("jobs1", "UTC-08:00"),
                        site -> site.host("jobs1").set(ShopHost.ENVIRONMENT, "TZ", "Etc/GMT+8")),
                Defect.onHosts(
                        "missing-catalogs",
                        "locale",
                        "No language but English is compiled on the web nodes of the failover.",
                        List.of("web1", "web2"),
                        List.of("LOC-02", "LOC-03", "LOC-04"),
                        List.of("catalogs", "missing", "ar, de-DE, fr-FR, ja-JP"),
                        FailoverOf2012::removeCatalogs),
                Defect.onStagedSite(
                        "foreign-sessions",
                        "session",
                        "The web nodes of the failover keep their sessions in the store of the other site, 50 ms away.",
                        List.of("web1", "web2"),
                        List.of("SES-04", "NET-10", "LAT-01", "LAT-02", "LAT-03"),
                        List.of(Site.DALLAS.sessionsFromAfar().toString()),
                        FailoverOf2012::moveSessions),
                Defect.onStagedSite(
                        "faulty-switch",
                        "network",
                        "The link between web and database of the failover resets 3 % of its connections at random.",
                        List.of("web1", "web2", "jobs1"),
                        List.of("NET-02", "FUN-02"),
                        List.of("database", "reset"),
                        site -> NetworkDefects.resetConnections(site, "database")));
    }

    private static void removeCatalogs(ShopSite site) throws IOException {
        for (ShopHost web : site.webs()) {
            for (String locale : List.of("de-DE", "fr-FR", "ja-JP", "ar")) {
                web.delete("locale/" + locale + "/messages.mo");
            }
        }
    }

    private static void moveSessions(StagedSite site) throws IOException {
        for (StagedHost web : site.webs()) {
            SessionDefects.moveSessions(web, site);
        }
    }
}
