package org.stackparity.lab;

import java.util.List;
import org.stackparity.lab.NetworkFaults.Server;
import org.stackparity.store.ShopHost;
import org.stackparity.store.Site;

/** Drift of what lies between the hosts, and of how fast they are. */
final class NetworkDrifts {
    private static final Server DATABASE = Server.database(Site.ARIZONA);
    private static final Server SESSIONS = Server.sessions(Site.ARIZONA);
    private static final Server PRIMARY = Server.database(Site.DALLAS);
    private static final int MILLIS_EACH_WAY = 25;
    /** Of packets; a connection sends several, so that a few per cent of connections are reset. */
    private static final double FEW = 0.008;
    /** A request with a handshake of its own sends about eight, so that one of a hundred requests fails. */
    private static final double FEWER = 0.0015;

    private NetworkDrifts() {}

    static List<Drift> all() {
        return List.of(
                faultySwitch(),
                new Drift(
                        "flaky-web1",
                        "D09",
                        "web1 reaches the database through a switch port that resets some of its connections.",
                        List.of("web1"),
                        List.of("NET-02"),
                        List.of(List.of("between failover web1 and database")),
                        Stage.STANDBY,
                        failover -> failover.network().resetPackets(failover.host("web1"), DATABASE, FEW)),
                new Drift(
                        "faulty-switch-edge1",
                        "D09",
                        "The switch before the balancer of the failover resets some connections of customers at random.",
                        List.of("edge1"),
                        List.of("NET-02"),
                        List.of(List.of("failover", "where customers enter", "which the nodes behind do not explain")),
                        Stage.STANDBY,
                        failover -> failover.network().resetPackets(failover.edge(), HostPlan.HTTPS, FEWER)),
                new Drift(
                        "database-refused-web2",
                        "D10",
                        "A firewall of the failover does not let web2 through to the database.",
                        List.of("web2"),
                        List.of("FUN-02", "FUN-04", "NET-02"),
                        List.of(List.of("web2", "database", "took none of")),
                        Stage.STANDBY,
                        failover -> failover.network().refuse(failover.host("web2"), DATABASE)),
                new Drift(
                        "sessions-refused-web1",
                        "D10",
                        "A firewall of the failover does not let web1 through to the session store.",
                        List.of("web1"),
                        List.of("FUN-02", "NET-02"),
                        List.of(List.of("web1", "session store", "took none of")),
                        Stage.STANDBY,
                        failover -> failover.network().refuse(failover.host("web1"), SESSIONS)),
                new Drift(
                        "foreign-database-web1",
                        "D16",
                        "web1 still asks the database of the primary.",
                        List.of("web1"),
                        List.of("NET-10", "LAT-01", "LAT-02"),
                        List.of(List.of("web1", PRIMARY.toString())),
                        Stage.STANDBY,
                        failover -> {
                            LabHost web = failover.host("web1");
                            failover.network().openRouteToOtherSite(web, 111);
                            failover.network().delay(web, PRIMARY, MILLIS_EACH_WAY);
                            web.set(ShopHost.APP, "database.address", PRIMARY.toString());
                        }),
                new Drift(
                        "slow-database-link",
                        "D18",
                        "The link between web and database of the failover takes 25 ms each way.",
                        List.of("web1", "web2"),
                        List.of("LAT-01", "LAT-02"),
                        List.of(List.of("round trip", "[database]")),
                        Stage.STANDBY,
                        failover -> failover.webs()
                                .forEach(web -> failover.network().delay(web, DATABASE, MILLIS_EACH_WAY))),
                new Drift(
                        "slow-database-link-web2",
                        "D18",
                        "web2 stands a long way from the database of its site.",
                        List.of("web2"),
                        List.of("LAT-01", "LAT-02"),
                        List.of(List.of("round trip", "web2", "[database]")),
                        Stage.STANDBY,
                        failover -> failover.network().delay(failover.host("web2"), DATABASE, MILLIS_EACH_WAY)),
                new Drift(
                        "slow-sessions-link",
                        "D18",
                        "The link between web and session store of the failover takes 25 ms each way.",
                        List.of("web1", "web2"),
                        List.of("LAT-02", "LAT-03"),
                        List.of(List.of("round trip", "[session store]")),
                        Stage.STANDBY,
                        failover -> {
                            for (LabHost web : failover.webs()) {
                                failover.network().delay(web, SESSIONS, MILLIS_EACH_WAY);
                                web.restart("app"); // it keeps connections, and these their way
                            }
                        }),
                new Drift(
                        "starved-web2",
                        "D15",
                        "web2 has a tenth of a processor.",
                        List.of("web2"),
                        List.of("LAT-01", "LAT-07"),
                        List.of(List.of("web2 has less for app", "processors [0.1]", "pages wait")),
                        Stage.STANDBY,
                        failover -> failover.starve(failover.host("web2"), 0.1)),
                new Drift(
                        "starved-jobs1",
                        "D15",
                        "jobs1 has half a processor, which is enough until many subscriptions fall due.",
                        List.of("jobs1"),
                        List.of("LAT-07"),
                        List.of(List.of("jobs1 has less for cron", "processors [0.5]")),
                        Stage.STANDBY,
                        failover -> failover.starve(failover.host("jobs1"), 0.5)),
                new Drift(
                        "narrow-link-web1",
                        "D15",
                        "web1 hangs on a link of half a megabit a second.",
                        List.of("web1"),
                        List.of("LAT-01"),
                        List.of(List.of("web1 takes", "× as long as")),
                        Stage.STANDBY,
                        failover -> failover.network().narrow(failover.host("web1"), 512)));
    }

    static Drift faultySwitch() {
        return new Drift(
                "faulty-switch",
                "D09",
                "The switch between web and database of the failover resets some connections at random.",
                List.of("web1", "web2"),
                List.of("NET-02", "FUN-02"),
                List.of(List.of("database", "reset")),
                Stage.STANDBY,
                failover -> failover.webs().forEach(web -> failover.network().resetPackets(web, DATABASE, FEW)));
    }
}
