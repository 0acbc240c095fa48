package org.stackparity.store;

import java.io.IOException;
import java.util.List;

/** Faults of headers and redirects. */
final class HeaderDefects {
    private static final String HEADERS = "etc/headers.properties";

    private HeaderDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.onHosts(
                        "no-csp-web2",
                        "header",
                        "web2 sends no Content-Security-Policy.",
                        List.of("web2"),
                        List.of("HDR-01"),
                        List.of("web2", "Content-Security-Policy"),
                        site -> site.host("web2").edit(HEADERS, headers -> headers.without("Content-Security-Policy"))),
                Defect.onHosts(
                        "open-cors",
                        "header",
                        "The API of the failover may be read by scripts of any origin.",
                        List.of("web1", "web2"),
                        List.of("HDR-02"),
                        List.of("*"),
                        HeaderDefects::openApi),
                Defect.onHosts(
                        "lost-vary-web1",
                        "header",
                        "web1 does not say that its pages vary with language and cookie.",
                        List.of("web1"),
                        List.of("HDR-03"),
                        List.of("web1", "Vary"),
                        site -> site.host("web1").edit(HEADERS, headers -> headers.without("Vary"))),
                Defect.onHosts(
                        "redirect-to-primary",
                        "header",
                        "The failover redirects to the primary's balancer.",
                        List.of("web1", "web2"),
                        List.of("HDR-04"),
                        List.of(Site.DALLAS.balancer().toString()),
                        HeaderDefects::redirectToOtherSite),
                Defect.onHosts(
                        "internal-links-web1",
                        "header",
                        "web1 builds links and redirects from the address that it listens at, which no customer reaches.",
                        List.of("web1"),
                        List.of("FUN-04", "HDR-04"),
                        List.of("web1", "«own-internal»"),
                        site -> useListenAddress(site.host("web1"))),
                Defect.onHosts(
                        "no-charset-web1",
                        "header",
                        "web1 does not say in which encoding its pages are.",
                        List.of("web1"),
                        List.of("HDR-05"),
                        List.of("web1", "charset"),
                        site -> site.host("web1").set(HEADERS, "Content-Type", "text/html")),
                Defect.onHosts(
                        "no-compression-web2",
                        "header",
                        "web2 sends everything uncompressed.",
                        List.of("web2"),
                        List.of("HDR-05"),
                        List.of("web2", "gzip"),
                        site -> site.host("web2").set(ShopHost.APP, "compression", "none")));
    }

    private static void openApi(ShopSite site) throws IOException {
        for (ShopHost web : site.webs()) {
            web.set(ShopHost.APP, "cors.allowed-origins", "*");
        }
    }

    private static void useListenAddress(ShopHost web) throws IOException {
        web.edit(ShopHost.APP, settings -> settings.with("base-url", "http://" + settings.require("http.listen")));
    }

    private static void redirectToOtherSite(ShopSite site) throws IOException {
        for (ShopHost web : site.webs()) {
            web.set(ShopHost.APP, "base-url", site.otherEntrance().toString());
        }
    }
}
