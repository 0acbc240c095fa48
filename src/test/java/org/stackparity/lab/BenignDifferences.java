package org.stackparity.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.stackparity.store.ShopHost;

/** Differences that healthy data centres have. */
final class BenignDifferences {
    private BenignDifferences() {}

    static List<Drift> all() {
        return List.of(
                Drift.benign(
                        "just-restarted-web1",
                        "web1 was started a moment ago: process ids, uptime and caches are new.",
                        List.of("web1"),
                        Stage.STANDBY,
                        failover -> failover.host("web1").restart("app")),
                Drift.benign(
                        "small-session-store",
                        "The session store is small, and forgets old sessions while new ones come.",
                        List.of("cache1"),
                        Stage.STANDBY,
                        failover -> failover.host("cache1")
                                .replace("/etc/lab/redis.conf", "maxmemory 64mb", "maxmemory 8mb")),
                Drift.benign(
                        "long-logs",
                        "The logs of the failover are longer, and some are rotated.",
                        List.of("web1", "web2", "edge1"),
                        Stage.STANDBY,
                        failover -> {
                            for (String name : List.of("web1", "web2")) {
                                failover.host(name)
                                        .run("seq 1000000 >/srv/shop/log/app.log.1", "rm /srv/shop/log/app.log.1");
                            }
                            failover.edge()
                                    .run("seq 1000000 >/var/log/nginx/access.log.1", "rm /var/log/nginx/access.log.1");
                        }),
                Drift.benign(
                        "other-certificate",
                        "The certificate of the failover's balancer has another serial and another start, as a renewal has.",
                        List.of("edge1"),
                        Stage.STANDBY,
                        failover -> failover.renewCertificate()),
                Drift.benign(
                        "compiled-later",
                        "The catalogs of the failover were compiled a day after those of the primary.",
                        List.of("web1", "web2"),
                        Stage.STANDBY,
                        failover -> {
                            for (LabHost web : failover.webs()) {
                                web.keep("locale");
                                web.run("touch -d tomorrow /srv/shop/locale/*/messages.mo", "true");
                            }
                        }),
                Drift.benign(
                        "other-order-of-crontab",
                        "The lines of the crontab stand in another order, and a comment more is in it.",
                        List.of("jobs1"),
                        Stage.STANDBY,
                        BenignDifferences::reorderCrontab),
                Drift.benign(
                        "unused-files",
                        "Files of an earlier release lie beside those of this one.",
                        List.of("web2"),
                        Stage.STANDBY,
                        failover -> failover.host("web2").writeText("templates/old-product.html", "<p>old</p>\n")),
                Drift.benign(
                        "more-balancer-workers",
                        "The balancer of the failover has more worker processes.",
                        List.of("edge1"),
                        Stage.STANDBY,
                        failover -> {
                            failover.edge()
                                    .replace("/etc/lab/nginx.conf", "worker_processes 1;", "worker_processes 4;");
                        }),
                Drift.benign(
                        "database-connections",
                        "The database of the failover allows more connections.",
                        List.of("db1"),
                        Stage.STANDBY,
                        failover -> {
                            failover.database()
                                    .replace(
                                            "/etc/postgresql/15/main/postgresql.conf",
                                            "max_connections = 200",
                                            "max_connections = 300");
                        }),
                Drift.benign(
                        "session-store-by-address",
                        "web1 knows its session store by address, web2 by name.",
                        List.of("web1"),
                        Stage.STANDBY,
                        failover -> failover.host("web1")
                                .set(
                                        ShopHost.APP,
                                        "sessions.address",
                                        NetworkFaults.Server.sessions(failover.site())
                                                .toString())),
                Drift.benign(
                        "declared-feature",
                        "A feature is on at the failover, and known-differences.yaml says why and until when.",
                        List.of("web1", "web2"),
                        Stage.STANDBY,
                        BenignDifferences::declareFeature),
                Drift.benign(
                        "other-order-of-rows",
                        "Equal rows lie in another order in the failover's database.",
                        List.of("db1"),
                        Stage.PROMOTED,
                        failover -> failover.sql(
                                "UPDATE product SET stock = stock WHERE sku LIKE 'mug%'",
                                "CLUSTER product USING product_pkey")));
    }

    private static void reorderCrontab(Failover failover) throws IOException {
        List<String> lines = failover.jobs().text("etc/crontab").lines().toList();
        List<String> other = new ArrayList<>(lines.subList(2, lines.size()));
        Collections.reverse(other);
        failover.jobs()
                .writeText(
                        "etc/crontab", "# of the failover\n" + lines.get(1) + "\n" + String.join("\n", other) + "\n");
    }

    private static void declareFeature(Failover failover) throws IOException {
        for (LabHost web : failover.webs()) {
            web.set(ShopHost.APP, "feature.express-checkout", "true");
        }
        failover.declare("""
                - check: FUN-07
                  case: {}
                  path: features.express-checkout
                  reason: tried on the failover before customers see it
                  owner: web platform
                  expires: 2099-12-31
                """);
    }
}
