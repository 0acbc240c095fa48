package org.stackparity.bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentTest {
    private static final Row KEPT = Row.claim(
            "kept",
            new Seed(1),
            Required.atMost(0.05),
            new Rate(0, 2_000),
            Map.of(Rival.NAIVE, new Rate(1_780, 2_000)));
    private static final Row BROKEN =
            Row.claim("broken", new Seed(2), Required.atLeast(0.99), new Rate(0, 2_000), Map.of());
    private static final Row OPEN = Row.claim("open", new Seed(3), Required.atMost(0.05), new Rate(0, 20), Map.of());
    private static final Row SHOWN = Row.shown("shown", new Seed(4), new Rate(3, 10), Map.of());

    @Test
    void saysPlainlyWhichClaimsDoNotHold() {
        String text = text(KEPT, BROKEN, OPEN, SHOWN);
        assertThat(text)
                .contains("Made by `bench/statistics` on 2012-10-04 in 77 s of one core.")
                .contains("**1 of 3 claims hold today.**")
                .contains("- broken: 0.0 % (0.0–0.2), required ≥ 99 %\n- open: 0.0 % (0.0–16.8), required ≤ 5 %\n")
                .doesNotContain("- kept", "- shown");
    }

    @Test
    void hasAColumnForEachRivalThatWasTried() {
        assertThat(text(KEPT, BROKEN))
                .contains("| scenario | repetitions | seed | required | product | p95 > 1.2 × | holds |\n")
                .contains("| kept | 2,000 | 1 | ≤ 5 % | 0.0 % (0.0–0.2) | 89.0 % (87.5–90.3) | yes |\n")
                .contains("| broken | 2,000 | 2 | ≥ 99 % | 0.0 % (0.0–0.2) |  | **no** |\n");
    }

    @Test
    void saysNothingOfClaimsWhereThereAreNone() {
        assertThat(text(SHOWN))
                .contains("| scenario | repetitions | seed | required | product |\n")
                .contains("| shown | 10 | 4 |  | 30.0 % (6.7–65.2) |\n")
                .doesNotContain("claims hold");
    }

    @Test
    void saysThatFewerRepetitionsArePreliminary() {
        assertThat(text(200, KEPT)).contains("**Preliminary**: 200 repetitions where a claim takes 2,000");
        assertThat(text(Bench.REPETITIONS, KEPT)).doesNotContain("Preliminary");
    }

    private static String text(Row... rows) {
        return text(Bench.REPETITIONS, rows);
    }

    private static String text(int repetitions, Row... rows) {
        return new Document("bench/statistics", LocalDate.of(2012, 10, 4), 77, repetitions)
                .of(List.of(new Section("A table", "What it is.", List.of(rows))));
    }
}
