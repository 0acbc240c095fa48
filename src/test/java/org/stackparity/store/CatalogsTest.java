package org.stackparity.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stackparity.store.gettext.PluralForms;
import org.stackparity.store.gettext.PoEntry;
import org.stackparity.store.gettext.PoFile;
import org.stackparity.store.host.ResourceTree;

class CatalogsTest {
    private static final Pattern IN_TEMPLATE = Pattern.compile("\\{\\{#t}}(.*?)\\{\\{/t}}");
    private static final Pattern IN_CLASS = Pattern.compile("\\btext\\(\"([^\"]+)\"\\)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    @TempDir
    Path folder;

    @BeforeEach
    void unpack() throws IOException {
        ResourceTree.copy("/store/locale", folder.resolve("locale"));
        ResourceTree.copy("/store/web/templates", folder.resolve("templates"));
    }

    @Test
    void hasEveryTextOfTheTemplates() throws IOException {
        Set<String> ids = ids(read("en-US"));
        Set<String> used = new TreeSet<>();
        try (Stream<Path> templates = Files.list(folder.resolve("templates"))) {
            for (Path template : templates.toList()) {
                IN_TEMPLATE.matcher(Files.readString(template)).results().forEach(match -> used.add(match.group(1)));
            }
        }
        assertThat(used).hasSizeGreaterThan(50).isSubsetOf(ids);
    }

    @Test
    void hasEveryTextOfTheClasses() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> classes = Files.walk(Path.of("src/test/java/org/stackparity/store/shop"))) {
            for (Path file : classes.filter(Files::isRegularFile).toList()) {
                IN_CLASS.matcher(Files.readString(file)).results().forEach(match -> used.add(match.group(1)));
            }
        }
        assertThat(used).hasSizeGreaterThan(10).isSubsetOf(ids(read("en-US")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "fr-FR", "ja-JP", "ar"})
    void hasTheSameTextsInEveryLanguage(String locale) throws IOException {
        assertThat(ids(read(locale))).isEqualTo(ids(read("en-US")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE", "fr-FR", "ja-JP", "ar"})
    void translatesEveryTextWithItsPlaceholdersAndPluralForms(String locale) throws IOException {
        PoFile catalog = read(locale);
        PluralForms forms = PluralForms.parse(catalog.header()
                .lines()
                .filter(line -> line.startsWith("Plural-Forms:"))
                .findFirst()
                .orElseThrow()
                .substring("Plural-Forms:".length()));
        for (PoEntry entry : catalog.messages()) {
            assertThat(entry.isTranslated()).as(entry.id()).isTrue();
            assertThat(entry.forms()).as(entry.id()).hasSize(entry.hasPlural() ? forms.count() : 1);
            assertThat(entry.forms())
                    .as(entry.id())
                    .allSatisfy(form -> assertThat(placeholders(form)).isEqualTo(placeholders(entry.id())));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr-FR", "ja-JP", "ar"})
    void leavesNoTextInEnglish(String locale) throws IOException {
        assertThat(read(locale).messages())
                .allSatisfy(entry -> assertThat(entry.forms()).doesNotContain(entry.id()));
    }

    private PoFile read(String locale) throws IOException {
        return PoFile.read(folder.resolve("locale").resolve(locale).resolve("messages.po"));
    }

    private static Set<String> ids(PoFile catalog) {
        return catalog.messages().stream().map(PoEntry::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> placeholders(String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        return matcher.results().map(match -> match.group()).collect(Collectors.toSet());
    }
}
