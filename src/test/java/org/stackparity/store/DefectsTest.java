package org.stackparity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DefectsTest {
    private static String healthy = "";

    @BeforeAll
    static void describeHealthySite(@TempDir Path work) throws IOException {
        healthy = describe(StagedSite.create(Site.ARIZONA, work, keys(work)));
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
    void changesOneHostOrMore(Defect defect, @TempDir Path work) throws IOException {
        StagedSite faulty = StagedSite.create(Site.ARIZONA, work.resolve("faulty"), keys(work));

        defect.apply(faulty);

        assertThat(describe(faulty)).isNotEqualTo(healthy);
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
