package org.stackparity.lab;

import java.io.IOException;
import java.util.List;
import org.stackparity.store.ShopHost;

/** Drift of languages, texts and formats. */
final class LocaleDrifts {
    private LocaleDrifts() {}

    static List<Drift> all() {
        return List.of(
                Drift.of("D05", "missing-catalogs", Stage.STANDBY),
                Drift.of("D05", "missing-catalog-de", Stage.STANDBY),
                Drift.of("D05", "stale-catalog-fr", Stage.STANDBY),
                Drift.of("D05", "uncompiled-texts-ja-web2", Stage.STANDBY),
                new Drift(
                        "half-translated-ar-web1",
                        "D05",
                        "The Arabic catalog of web1 was compiled from a file in which the shop's main words are not translated yet.",
                        List.of("web1"),
                        List.of("LOC-02", "LOC-03", "LOC-04"),
                        List.of(List.of("web1", "catalog ar")),
                        Stage.STANDBY,
                        LocaleDrifts::compileHalf),
                Drift.of("D06", "old-icu-web2", Stage.STANDBY).saying(List.of(), "web2", "[71"),
                Drift.of("D05", "posix-locale-web1", Stage.STANDBY),
                new Drift(
                        "posix-locale-cron",
                        "D05",
                        "Cron of the failover runs with LANG=C, and with it every mail that its jobs write.",
                        List.of("jobs1"),
                        List.of("LOC-10"),
                        List.of(List.of("jobs1", "LANG")),
                        Stage.STANDBY,
                        failover -> failover.jobs().set(ShopHost.ENVIRONMENT, "LANG", "C")));
    }

    /** Leaves source and catalog alike, so that only what customers read tells. */
    private static void compileHalf(Failover failover) throws IOException {
        LabHost web = failover.host("web1");
        String path = "locale/ar/messages.po";
        String texts = web.text(path);
        for (String word : List.of("Products", "Cart", "Checkout")) {
            texts = texts.replaceAll("(msgid \"" + word + "\"\\R)msgstr \".*\"", "$1msgstr \"\"");
        }
        web.writeText(path, texts);
        web.compileCatalog("ar");
    }
}
