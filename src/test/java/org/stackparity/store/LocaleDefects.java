package org.stackparity.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stackparity.store.gettext.MoCompiler;
import org.stackparity.store.host.ResourceTree;

/** Faults of languages, texts and formats. */
final class LocaleDefects {
    private LocaleDefects() {}

    static List<Defect> all() {
        return List.of(
                new Defect(
                        "missing-catalog-de",
                        "locale",
                        "German is not compiled on web2.",
                        List.of("web2"),
                        List.of("LOC-02", "LOC-03", "LOC-04"),
                        List.of("web2", "de-DE"),
                        site -> site.host("web2").delete("locale/de-DE/messages.mo")),
                new Defect(
                        "stale-catalog-fr",
                        "locale",
                        "The French catalog of web1 was compiled from the texts of last year.",
                        List.of("web1"),
                        List.of("LOC-02", "LOC-03"),
                        List.of("web1", "fr-FR"),
                        site -> compileOldTexts(site.host("web1"))),
                new Defect(
                        "uncompiled-texts-ja-web2",
                        "locale",
                        "New Japanese texts came to web2 and were not compiled.",
                        List.of("web2"),
                        List.of("LOC-02"),
                        List.of("web2", "ja-JP"),
                        site -> bringTextsOnly(site.host("web2"))),
                new Defect(
                        "old-icu-web2",
                        "locale",
                        "web2 formats with the locale data of 2022, in which English times have a plain space.",
                        List.of("web2"),
                        List.of("LOC-05", "LOC-08"),
                        List.of("web2", "71"),
                        site -> useOldIcu(site.host("web2"))),
                new Defect(
                        "posix-locale-web1",
                        "locale",
                        "The process of web1 runs with LANG=C.",
                        List.of("web1"),
                        List.of("LOC-10"),
                        List.of("web1", "LANG"),
                        site -> usePosixLocale(site.host("web1"))));
    }

    private static void compileOldTexts(StagedHost web) throws IOException {
        Path old = web.file("run/old");
        ResourceTree.copy("/store/old/locale", old);
        MoCompiler.compile(old.resolve("fr-FR/messages.po"), web.file("locale/fr-FR/messages.mo"));
    }

    /** Leaves the catalog of the day before beside a source that says something else since. */
    private static void bringTextsOnly(StagedHost web) throws IOException {
        StagedSite.compileCatalog(web, "ja-JP");
        Path source = web.file("locale/ja-JP/messages.po");
        Instant today = Files.getLastModifiedTime(source).toInstant();
        Files.setLastModifiedTime(web.file("locale/ja-JP/messages.mo"), FileTime.from(today.minus(Duration.ofDays(1))));
        Files.writeString(source, "\nmsgid \"Gift cards\"\nmsgstr \"ギフトカード\"\n", StandardOpenOption.APPEND);
    }

    private static void useOldIcu(StagedHost web) throws IOException {
        ResourceTree.copy("/store/old/lib", web.file("lib"));
        web.firstOnClassPath().add(web.file("lib/icu4j-old.jar"));
    }

    private static void usePosixLocale(StagedHost web) {
        web.environment().put("LANG", "C");
        web.environment().put("LC_ALL", "C");
    }
}
