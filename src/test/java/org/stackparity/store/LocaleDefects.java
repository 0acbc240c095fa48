package org.stackparity.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stackparity.store.gettext.MoCompiler;
import org.stackparity.store.gettext.PoFile;
import org.stackparity.store.host.ResourceTree;

/** Faults of languages, texts and formats. */
final class LocaleDefects {
    private LocaleDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.onHosts(
                        "missing-catalog-de",
                        "locale",
                        "German is not compiled on web2.",
                        List.of("web2"),
                        List.of("LOC-02", "LOC-03", "LOC-04"),
                        List.of("web2", "de-DE"),
                        site -> site.host("web2").delete("locale/de-DE/messages.mo")),
                Defect.onHosts(
                        "stale-catalog-fr",
                        "locale",
                        "The French catalog of web1 was compiled from the texts of last year.",
                        List.of("web1"),
                        List.of("LOC-02", "LOC-03"),
                        List.of("web1", "fr-FR"),
                        site -> compileOldTexts(site.host("web1"))),
                Defect.onHosts(
                        "uncompiled-texts-ja-web2",
                        "locale",
                        "New Japanese texts came to web2 and were not compiled.",
                        List.of("web2"),
                        List.of("LOC-02"),
                        List.of("web2", "ja-JP"),
                        site -> bringTextsOnly(site.host("web2"))),
                Defect.onHosts(
                        "old-icu-web2",
                        "locale",
                        "web2 formats with the locale data of 2022, in which English times have a plain space.",
                        List.of("web2"),
                        List.of("LOC-05", "LOC-08"),
                        List.of("web2", "71"),
                        site -> useOldIcu(site.host("web2"))),
                Defect.onHosts(
                        "posix-locale-web1",
                        "locale",
                        "The process of web1 runs with LANG=C.",
                        List.of("web1"),
                        List.of("LOC-10"),
                        List.of("web1", "LANG"),
                        site -> usePosixLocale(site.host("web1"))));
    }

    private static void compileOldTexts(ShopHost web) throws IOException {
        String old = "/store/old/locale/fr-FR/messages.po";
        PoFile texts = PoFile.parse(old, new String(ResourceTree.read(old), UTF_8));
        web.write("locale/fr-FR/messages.mo", MoCompiler.compile(texts));
    }

    /** Leaves the catalog of the day before beside a source that says something else since. */
    private static void bringTextsOnly(ShopHost web) throws IOException {
        web.compileCatalog("ja-JP");
        String source = "locale/ja-JP/messages.po";
        Instant today = web.changedAt(source);
        web.setChangedAt("locale/ja-JP/messages.mo", today.minus(Duration.ofDays(1)));
        web.writeText(source, web.text(source) + "\nmsgid \"Gift cards\"\nmsgstr \"ギフトカード\"\n");
    }

    private static void useOldIcu(ShopHost web) throws IOException {
        web.write("lib/icu4j-old.jar", ResourceTree.read("/store/old/lib/icu4j-old.jar"));
    }

    private static void usePosixLocale(ShopHost web) throws IOException {
        web.set(ShopHost.ENVIRONMENT, "LANG", "C");
        web.set(ShopHost.ENVIRONMENT, "LC_ALL", "C");
    }
}
