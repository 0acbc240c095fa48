package org.stackparity.store;

import java.io.IOException;
import java.util.List;

/** Faults of what the shop does. */
final class FunctionalDefects {
    private FunctionalDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.onHosts(
                        "old-build-web2",
                        "functional",
                        "web2 still runs the release of September, which has no shipping page.",
                        List.of("web2"),
                        List.of("FUN-01", "FUN-03"),
                        List.of("web2", "2026.9.4"),
                        site -> installOldRelease(site.host("web2"))),
                Defect.onHosts(
                        "feature-flag-web1",
                        "functional",
                        "A feature that everybody else has switched off is on at web1.",
                        List.of("web1"),
                        List.of("FUN-07"),
                        List.of("web1", "express-checkout"),
                        site -> site.host("web1").set(ShopHost.APP, "feature.express-checkout", "true")),
                Defect.onHosts(
                        "broken-checkout-web2",
                        "functional",
                        "The template of the checkout is missing on web2.",
                        List.of("web2"),
                        List.of("FUN-02", "FUN-04"),
                        List.of("web2", "/checkout", "500"),
                        site -> site.host("web2").delete("templates/checkout.html")),
                Defect.onStagedSite(
                        "wrong-tax",
                        "functional",
                        "The tax table of the failover has the German rate of 2020.",
                        List.of("web1", "web2"),
                        List.of("FUN-04", "FUN-05"),
                        List.of("16"),
                        FunctionalDefects::lowerTax),
                Defect.onHosts(
                        "old-order-history-web2",
                        "functional",
                        "web2 still has last year's template of the order history, which shows no totals.",
                        List.of("web2"),
                        List.of("FUN-05"),
                        List.of("web2", "order-history", "total"),
                        site -> site.host("web2")
                                .replace("templates/orders.html", " <span class=\"total\">{{total}}</span>", "")),
                Defect.onHosts(
                        "plain-404-web1",
                        "functional",
                        "The template of the error pages is missing on web1.",
                        List.of("web1"),
                        List.of("FUN-06", "FUN-19"),
                        List.of("web1", "text/plain"),
                        site -> site.host("web1").delete("templates/error.html")),
                Defect.onHosts(
                        "missing-route-web2",
                        "functional",
                        "web2 has lost the route of the customers' orders.",
                        List.of("web2"),
                        List.of("FUN-03"),
                        List.of("web2", "/account/orders"),
                        site -> removeRoute(site.host("web2"), "GET", "/account/orders")),
                Defect.onHosts(
                        "no-orders-taken-web1",
                        "functional",
                        "web1 has lost the route that takes orders: it shows the checkout and refuses what comes from it.",
                        List.of("web1"),
                        List.of("FUN-05", "FUN-18"),
                        List.of("web1", "/checkout", "405"),
                        site -> removeRoute(site.host("web1"), "POST", "/checkout")),
                Defect.onHosts(
                        "link-to-primary",
                        "functional",
                        "A link in the footer of the failover leads to the primary's balancer.",
                        List.of("web1", "web2"),
                        List.of("FUN-04"),
                        List.of(Site.DALLAS.balancer().toString()),
                        FunctionalDefects::linkToOtherSite),
                Defect.onHosts(
                        "no-request-id",
                        "functional",
                        "The failover's pages have lost the number of the request, which the contract masks.",
                        List.of("web1", "web2"),
                        List.of("FUN-04", "FUN-20"),
                        List.of("request-id"),
                        FunctionalDefects::dropRequestId));
    }

    private static void installOldRelease(ShopHost web) throws IOException {
        web.set("release.properties", "build", "2026.9.4");
        web.set("release.properties", "commit", "91d3e60ab7f5");
        removeRoute(web, "GET", "/shipping");
        web.replace("templates/layout.html", "      <li><a href=\"/shipping\">{{#t}}Shipping{{/t}}</a></li>\n", "");
        web.replace("templates/layout.html", " <a href=\"/shipping\">{{#t}}Shipping{{/t}}</a>", "");
    }

    private static void removeRoute(ShopHost web, String method, String path) throws IOException {
        web.removeLines("etc/routes", method + "\\s+" + path + "\\s.*");
    }

    private static void lowerTax(StagedSite site) throws IOException {
        site.services().writeText("db/90-tax.sql", "UPDATE tax SET rate = 0.1600 WHERE country = 'DE';\n");
    }

    private static void dropRequestId(ShopSite site) throws IOException {
        for (ShopHost web : site.webs()) {
            dropRequestId(web, "templates/layout.html");
            // another defect takes this one away
            if (web.exists("templates/error.html")) {
                dropRequestId(web, "templates/error.html");
            }
        }
    }

    private static void dropRequestId(ShopHost web, String template) throws IOException {
        web.replace(template, "  <meta name=\"request-id\" content=\"{{requestId}}\">\n", "");
    }

    private static void linkToOtherSite(ShopSite site) throws IOException {
        String away = "<p class=\"links\"><a href=\"" + site.otherEntrance() + "/about\">";
        for (ShopHost web : site.webs()) {
            web.replace("templates/layout.html", "<p class=\"links\"><a href=\"/about\">", away);
        }
    }
}
