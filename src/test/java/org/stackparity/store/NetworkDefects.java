package org.stackparity.store;

import java.io.IOException;
import java.util.List;

/** Faults of the links between hosts, and of how much there is of a host. */
final class NetworkDefects {
    private NetworkDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.onStagedSite(
                        "slow-database-link",
                        "network",
                        "The link between web and database of the failover takes 25 ms each way.",
                        List.of("web1", "web2", "jobs1"),
                        List.of("LAT-01", "LAT-02"),
                        List.of(Site.ARIZONA.database().toString()),
                        site -> site.setLink("database", "delay-millis", "25")),
                Defect.onHosts(
                        "one-processor-web2",
                        "network",
                        "The process of web2 may run on one processor only.",
                        List.of("web2"),
                        List.of("LAT-07"),
                        List.of("web2 has less for app", "processors [1]"),
                        site -> site.host("web2").writeText(StagedHost.PROCESSORS, "0\n")),
                Defect.onStagedSite(
                        "flaky-web1",
                        "network",
                        "web1 reaches the database through a switch port that resets 3 % of its connections.",
                        List.of("web1"),
                        List.of("NET-02"),
                        List.of("failover web1", "database"),
                        NetworkDefects::moveToFaultyPort),
                Defect.onStagedSite(
                        "stale-pool",
                        "network",
                        "Every third customer of the failover is sent to an address that was a web node's and is the jobs host's now.",
                        List.of("services"),
                        List.of("FUN-02"),
                        List.of("failover", "where customers enter"),
                        site -> site.setLink(
                                "balancer",
                                "to",
                                site.site().web(1) + "," + site.site().web(2) + ","
                                        + site.site().jobs())));
    }

    static void resetConnections(StagedSite site, String link) throws IOException {
        site.setLink(link, "reset-probability", "0.03");
    }

    private static void moveToFaultyPort(StagedSite site) throws IOException {
        site.addLink(
                "database-web1",
                site.site().secondDatabaseLink(),
                List.of(site.site().database()));
        resetConnections(site, "database-web1");
        site.host("web1")
                .set(
                        ShopHost.APP,
                        "database.address",
                        site.site().secondDatabaseLink().toString());
    }
}
