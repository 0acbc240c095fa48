package org.stackparity.lab;

import java.util.List;
import org.stackparity.store.ShopHost;
import org.stackparity.store.Site;

/** Drift of what the shop does and of the headers by which it does it. */
final class FunctionalDrifts {
    private static final String PRIMARY = Address.of(Site.DALLAS, HostPlan.EDGE.number());
    private static final String WEB1 = Address.of(Site.ARIZONA, HostPlan.web(1).number()) + ":" + HostPlan.HTTP;

    private FunctionalDrifts() {}

    static List<Drift> all() {
        return List.of(
                Drift.of("D11", "old-build-web2", Stage.STANDBY),
                Drift.of("D11", "broken-checkout-web2", Stage.STANDBY),
                Drift.of("D11", "plain-404-web1", Stage.STANDBY),
                Drift.of("D11", "missing-route-web2", Stage.STANDBY),
                Drift.of("D35", "feature-flag-web1", Stage.STANDBY),
                Drift.of("D16", "link-to-primary", Stage.STANDBY).saying(List.of(), PRIMARY),
                new Drift(
                        "stale-pool",
                        "D32",
                        "The balancer of the failover still sends every second customer to an address that is the jobs host's now.",
                        List.of("edge1"),
                        List.of("FUN-02"),
                        List.of(List.of("failover", "where customers enter")),
                        Stage.STANDBY,
                        failover -> {
                            failover.edge().replace("/etc/lab/nginx.conf", "server web2:8080", "server jobs1:8080");
                        }),
                new Drift(
                        "half-release-web1",
                        "D11",
                        "One template of the last release did not reach web1: the product page lacks its stock line.",
                        List.of("web1"),
                        List.of("FUN-04"),
                        List.of(List.of("web1", "/products/mug-blue")),
                        Stage.STANDBY,
                        failover ->
                                failover.host("web1").removeLines("templates/product.html", ".*\\{\\{stock\\}\\}.*")),
                new Drift(
                        "damaged-page-web2",
                        "D23",
                        "The end of a template of web2 was lost when its files were copied.",
                        List.of("web2"),
                        List.of("FUN-04"),
                        List.of(List.of("web2", "/about")),
                        Stage.STANDBY,
                        failover -> {
                            String page = failover.host("web2").text("templates/about.html");
                            failover.host("web2")
                                    .writeText("templates/about.html", page.substring(0, page.length() / 2));
                        }),
                new Drift(
                        "expired-certificate",
                        "D31",
                        "The certificate was renewed on the primary; the failover's ended yesterday.",
                        List.of("edge1"),
                        List.of("FUN-02"),
                        List.of(List.of("failover", "where customers enter", "certificate")),
                        Stage.STANDBY,
                        Failover::expireCertificate),
                Drift.of("D11", "old-order-history-web2", Stage.PROMOTED),
                Drift.of("D11", "no-orders-taken-web1", Stage.PROMOTED),
                new Drift(
                        "wrong-tax",
                        "D19",
                        "The tax table of the failover has the German rate of 2020.",
                        List.of("db1"),
                        List.of("FUN-04", "FUN-05"),
                        List.of(List.of("tax")),
                        Stage.PROMOTED,
                        failover -> failover.sql(
                                "UPDATE tax SET rate = 0.1600 WHERE country = 'DE'",
                                "UPDATE tax SET rate = 0.1900 WHERE country = 'DE'")),
                new Drift(
                        "lost-product",
                        "D20",
                        "A row of the products did not reach the failover's database.",
                        List.of("db1"),
                        List.of("FUN-04"),
                        List.of(List.of("brew-scale")),
                        Stage.PROMOTED,
                        failover -> failover.sql(
                                "DELETE FROM product WHERE sku = 'brew-scale'",
                                "INSERT INTO product VALUES ('brew-scale', 'Libra', 'brewing', 44.00, 41, FALSE, FALSE)")),
                new Drift(
                        "unknown-to-provider",
                        "D38",
                        "The firewall of the payment provider does not know the addresses of the failover.",
                        List.of("web1", "web2"),
                        List.of("FUN-05"),
                        List.of(List.of("guest-checkout", "[50")),
                        Stage.PROMOTED,
                        failover -> failover.network().refuseAtProvider(Site.ARIZONA)),
                Drift.of("D35", "no-csp-web2", Stage.STANDBY),
                Drift.of("D35", "open-cors", Stage.STANDBY).saying(List.of(), "allow-origin [*]"),
                Drift.of("D35", "lost-vary-web1", Stage.STANDBY),
                Drift.of("D33", "redirect-to-primary", Stage.STANDBY).saying(List.of(), PRIMARY),
                Drift.of("D35", "internal-links-web1", Stage.STANDBY)
                        .with(failover -> failover.host("web1").set(ShopHost.APP, "base-url", "http://" + WEB1)),
                Drift.of("D35", "no-charset-web1", Stage.STANDBY),
                Drift.of("D35", "no-compression-web2", Stage.STANDBY));
    }
}
