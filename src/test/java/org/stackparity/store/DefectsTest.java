package org.stackparity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DefectsTest {
    @TempDir
    static Path scratch;

    private static StagedSite healthy;

    @BeforeAll
    static void stageHealthySite() throws IOException {
        healthy = StagedSite.create(Site.ARIZONA, scratch, keys(scratch));
    }

    @Test
    void startsWithTheFourOf2012() {
        assertThat(Defects.all().subList(0, 4))
                .extracting(Defect::name)
                .containsExactly("wrong-zone", "missing-catalogs", "foreign-sessions", "faulty-switch");
        assertThat(Defects.find("2012")).containsExactlyElementsOf(Defects.all().subList(0, 4));
    }

    @Test
    void hasUniqueNamesInKebabCase() {
        assertThat(Defects.all()).extracting(Defect::name).doesNotHaveDuplicates();
        assertThat(Defects.all()).allSatisfy(defect -> assertThat(defect.name()).matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @Test
    void putsHalfOfTheDefectsOnOneNodeOnly() {
        assertThat(Defects.all()).hasSizeGreaterThanOrEqualTo(26);
        assertThat(Defects.all().stream().filter(Defect::isOnOneNode).count())
                .isGreaterThanOrEqualTo(Defects.all().size() / 2);
    }

    @Test
    void namesAtLeastOneCheckForEachDefect() {
        assertThat(Defects.all())
                .allSatisfy(defect -> assertThat(defect.checks())
                        .isNotEmpty()
                        .allSatisfy(check -> assertThat(check).matches("[A-Z]{3}-\\d\\d")));
    }

    @Test
    void suggestsTheNearestNameForAnUnknownOne() {
        assertThatThrownBy(() -> Defects.find("missing-catalog-fr"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[missing-catalog-fr]")
                .hasMessageContaining("Did you mean [missing-catalog");
    }

    @ParameterizedTest
    @MethodSource("org.stackparity.store.Defects#all")
    void changesOneHostOrMoreAndTheSameFilesWhereverTheseAre(Defect defect, @TempDir Path work) throws IOException {
        StagedSite faulty = StagedSite.create(Site.ARIZONA, work.resolve("faulty"), keys(work));

        defect.apply(faulty);

        assertThat(describe(faulty)).isNotEqualTo(describe(healthy));
        assertThat(defect.factAt(faulty)).isEqualTo(defect.fact());
        if (defect.isPortable()) {
            MemorySite inMemory = MemorySite.copyOf(healthy, healthy.otherEntrance());
            defect.apply(inMemory);
            assertThat(inMemory.describe())
                    .isEqualTo(MemorySite.copyOf(faulty, faulty.otherEntrance()).describe());
        }
    }

    @Test
    void appliesAllDefectsTogetherInAnyOrderButThoseOfTheSameThing(@TempDir Path work) throws IOException {
        List<Defect> defects = new ArrayList<>(Defects.all());
        defects.remove(Defects.find("missing-catalog-de").iterator().next());
        for (int turn = 0; turn < 2; turn++) {
            StagedSite site = StagedSite.create(Site.ARIZONA, work.resolve("turn" + turn), keys(work));
            for (Defect defect : defects) {
                defect.apply(site);
            }
            Collections.reverse(defects);
        }
    }

    @Test
    void canBeGivenToAnySiteButForThoseOfLinksServicesAndForgottenHosts() {
        assertThat(Defects.all().stream().filter(defect -> !defect.isPortable()).map(Defect::name))
                .containsExactlyInAnyOrder(
                        "foreign-sessions",
                        "faulty-switch",
                        "wrong-tax",
                        "double-charge",
                        "foreign-sessions-web2",
                        "slow-database-link",
                        "flaky-web1",
                        "stale-pool");
    }

    @ParameterizedTest
    @MethodSource("portable")
    void changesTheNamedHostsOfASiteThatIsOnlyFilesInMemory(Defect defect) throws IOException {
        MemorySite site = inMemory();
        Map<String, Map<String, String>> before = site.describe();

        defect.apply(site);

        Map<String, Map<String, String>> after = site.describe();
        assertThat(after.keySet().stream().filter(host -> !after.get(host).equals(before.get(host))))
                .containsExactlyInAnyOrderElementsOf(defect.hosts());
    }

    static Stream<Defect> portable() {
        return Defects.all().stream().filter(Defect::isPortable);
    }

    @Test
    void saysWhatADefectOfLinksNeeds() throws IOException {
        MemorySite site = inMemory();

        assertThatThrownBy(() -> find("faulty-switch").apply(site))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the defect [faulty-switch] changes links, services or hosts");
    }

    @Test
    void leadsToTheEntranceThatTheOtherSiteHas() throws IOException {
        MemorySite site = inMemory();

        find("link-to-primary").apply(site);
        find("redirect-to-primary").apply(site);

        assertThat(site.host("web2").text("templates/layout.html"))
                .contains("<a href=\"https://dallas.lab:8443/about\">");
        assertThat(site.host("web2").settings(ShopHost.APP).require("base-url")).isEqualTo("https://dallas.lab:8443");
        assertThat(find("link-to-primary").factAt(site)).containsExactly("dallas.lab:8443");
    }

    @Test
    void removesTheLineOfAJobThatAProgramStarts() throws IOException {
        MemorySite site = inMemory();
        site.host("jobs1")
                .writeText(
                        "etc/crontab",
                        "0 2 * * * shop /usr/local/bin/shop-job charge-subscriptions\n"
                                + "* * * * * shop /usr/local/bin/shop-job charge-sandbox\n");

        find("missing-schedule").apply(site);

        assertThat(site.host("jobs1").text("etc/crontab"))
                .isEqualTo("* * * * * shop /usr/local/bin/shop-job charge-sandbox\n");
        assertThatThrownBy(() -> find("missing-schedule").apply(site))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("jobs1:etc/crontab has no line [");
    }

    private static Defect find(String name) {
        return Defects.find(name).iterator().next();
    }

    private static MemorySite inMemory() throws IOException {
        return MemorySite.copyOf(healthy, URI.create("https://dallas.lab:8443"));
    }

    private static SshKeys keys(Path work) throws IOException {
        return SshKeys.create(Files.createDirectories(work.resolve("keys")));
    }

    private static String describe(StagedSite site) throws IOException {
        StringBuilder description = new StringBuilder();
        for (StagedHost host : site.hosts()) {
            description.append(host.describe());
        }
        return description.toString();
    }
}
