package org.stackparity.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stackparity.model.Check;
import org.stackparity.model.Family;
import org.stackparity.suite.junit.JUnitSuiteRunner;

/** The list of drifts is large enough, and each says something that can be true. */
class DriftsTest {
    private static final Map<String, Family> FAMILIES = new JUnitSuiteRunner()
            .checks(List.of()).stream()
                    .collect(Collectors.toMap(check -> check.id().value(), Check::family));
    private static final List<Drift> DRIFTS =
            Drifts.all().stream().filter(drift -> !drift.isBenign()).toList();

    @Test
    void areAtLeastFortyFive() {
        assertThat(DRIFTS).hasSizeGreaterThanOrEqualTo(45);
    }

    @Test
    void haveAtLeastTenBenignDifferencesBesideThem() {
        assertThat(Drifts.all().stream().filter(Drift::isBenign)).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void haveNamesOfTheirOwn() {
        assertThat(Drifts.all().stream().map(Drift::name)).doesNotHaveDuplicates();
    }

    @Test
    void nameChecksThatThereAre() {
        assertThat(DRIFTS.stream().flatMap(drift -> drift.checks().stream()).distinct())
                .isSubsetOf(FAMILIES.keySet());
    }

    @Test
    void nameAClassOfTheCatalogue() {
        assertThat(DRIFTS).allMatch(drift -> drift.driftClass().matches("D(0[1-9]|[12]\\d|3[0-8])"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FUNCTIONAL", "LOCALE", "SUBSCRIPTION", "LATENCY", "SESSION", "NETWORK"})
    void areAtLeastFiveForEachFamily(Family family) {
        assertThat(DRIFTS.stream()
                        .filter(drift ->
                                drift.checks().stream().map(FAMILIES::get).anyMatch(family::equals)))
                .hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void areOftenOnOneNodeOnly() {
        assertThat(DRIFTS.stream().filter(Drift::isOnOneNode).count()).isGreaterThanOrEqualTo(DRIFTS.size() / 3);
    }

    @Test
    void areEachInOneNinth() {
        Set<Drift> all = new HashSet<>();
        for (int ninth = 0; ninth < Drifts.PARTS; ninth++) {
            all.addAll(Drifts.part(ninth));
        }
        assertThat(all).containsExactlyInAnyOrderElementsOf(Drifts.all());
    }

    @Test
    void combineTheDayOf2012() {
        Drift day = Drifts.find("2012");

        assertThat(day.facts()).hasSize(4);
        assertThat(day.checks()).contains("SUB-03", "LOC-03", "SES-04", "NET-02");
    }
}
