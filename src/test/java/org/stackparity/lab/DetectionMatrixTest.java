package org.stackparity.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectionMatrixTest {
    private static final Trial CAUGHT = drift("missing-catalog-de", List.of("LOC-02", "LOC-03"), List.of(1));
    private static final Trial MISSED = drift("half", List.of("LOC-02"), List.of(1));
    private static final Trial LATE = drift("late", List.of("LOC-02", "LOC-03"), List.of(4));
    private static final Trial NAMELESS = drift("nameless", List.of("LOC-02", "LOC-03"), List.of(0));
    private static final Trial TWIN = healthy("twin-1", "GO");
    private static final Trial REFUSED = healthy("twin-2", "UNDECIDED");
    private static final Trial BENIGN = healthy("long-logs", "NO-GO");

    @TempDir
    Path folder;

    @Test
    void isCleanWhereEverythingWasCaughtAndNamed() {
        DetectionMatrix matrix = new DetectionMatrix(List.of(CAUGHT, TWIN));

        assertThat(matrix.isClean()).isTrue();
        assertThat(matrix.summary())
                .isEqualTo(
                        "caught 1 of 1, named 1 of 1, false blockers 0 in 1 twin runs and 0 in 0 with a benign difference");
    }

    @Test
    void isNotCleanWhereACheckStayedGreen() {
        assertThat(new DetectionMatrix(List.of(CAUGHT, MISSED)).isClean()).isFalse();
    }

    @Test
    void isNotCleanWhereTheCauseStandsTooFarDownOrNowhere() {
        assertThat(new DetectionMatrix(List.of(LATE)).isClean()).isFalse();
        assertThat(new DetectionMatrix(List.of(NAMELESS)).isClean()).isFalse();
    }

    @Test
    void isNotCleanWhereAHealthyRunIsUndecidedOrRefused() {
        assertThat(new DetectionMatrix(List.of(REFUSED)).isClean()).isFalse();
        assertThat(new DetectionMatrix(List.of(BENIGN)).isClean()).isFalse();
    }

    @Test
    void namesFourCausesOfFourAmongTheFirstFour() {
        assertThat(drift("2012", List.of("LOC-02"), List.of(2, 4, 1, 3)).isNamed())
                .isTrue();
        assertThat(drift("2012", List.of("LOC-02"), List.of(2, 5, 1, 3)).isNamed())
                .isFalse();
    }

    @Test
    void countsEachKind() {
        assertThat(new DetectionMatrix(List.of(CAUGHT, MISSED, LATE, NAMELESS, TWIN, REFUSED, BENIGN)).summary())
                .isEqualTo(
                        "caught 3 of 4, named 2 of 4, false blockers 1 in 2 twin runs and 1 in 1 with a benign difference");
    }

    @Test
    void writesPagesThatShowWhatWasMissedAndEscapesWhatStacksSaid() throws IOException {
        Trial hostile = new Trial(
                "hostile",
                "D11",
                false,
                List.of("FUN-04"),
                new TreeSet<>(List.of("FUN-04")),
                "NO-GO",
                List.of(1),
                2,
                List.of("<script>alert(1)</script>"),
                41.4,
                "run");

        List<Path> files = new DetectionMatrix(List.of(CAUGHT, MISSED, hostile, TWIN)).write(folder);

        assertThat(files).allSatisfy(file -> assertThat(file).isNotEmptyFile());
        assertThat(Files.readString(folder.resolve("matrix.md")))
                .contains("| half | D05 | LOC-02 LOC-03 **missed** | NO-GO | cause 1 of 5 |")
                .contains("| twin-1 | GO | 40 |");
        assertThat(Files.readString(folder.resolve("matrix.html")))
                .contains("LOC-03 ✗ missed")
                .doesNotContain("<script>alert");
        assertThat(Files.readString(folder.resolve("matrix.json"))).contains("\"drift\" : \"hostile\"");
    }

    @Test
    void showsNoTableAndNoFoldThatWouldBeEmpty() throws IOException {
        new DetectionMatrix(List.of(CAUGHT)).write(folder);

        assertThat(Files.readString(folder.resolve("matrix.html"))).doesNotContain("<details>", "healthy run");
        assertThat(Files.readString(folder.resolve("matrix.md"))).doesNotContain("healthy run");
    }

    private static Trial drift(String name, List<String> red, List<Integer> positions) {
        return new Trial(
                name,
                "D05",
                false,
                name.equals("half") ? List.of("LOC-02", "LOC-03") : List.of("LOC-02"),
                new TreeSet<>(red),
                "NO-GO",
                positions,
                5,
                List.of(),
                40,
                "run");
    }

    private static Trial healthy(String name, String verdict) {
        return new Trial(name, "", true, List.of(), new TreeSet<>(), verdict, List.of(), 0, List.of(), 40, "run");
    }
}
