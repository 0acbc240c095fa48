package org.stackparity.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueDiffTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "UTC+00:00 | UTC-08:00 => UTC{+00}:00 | UTC{-08}:00",
                "2012-10-04T05:00:00Z | 2012-10-04T13:00:00Z => 2012-10-04T{05}:00:00Z | 2012-10-04T{13}:00:00Z",
                "Warenkorb | Cart => {Warenkorb} | {Cart}",
                "Über uns | About us => {Über uns} | {About us}",
                "nginx/1.2.3 | nginx/1.2.4 => nginx/1.2.{3} | nginx/1.2.{4}",
                "the red mug is here | the blue mug was here => the {red} mug {i}s here | the {blue} mug {wa}s here",
                "same | same => same | same",
                "abc | abcd => abc | abc{d}",
            })
    void marksWhatDiffers(String values, String marked) {
        String[] pair = values.split(" \\| ");
        ValueDiff diff = ValueDiff.of(pair[0], pair[1], 1_000);
        assertThat(marked(diff.primary()) + " | " + marked(diff.failover())).isEqualTo(marked);
    }

    @Test
    void labelsASpaceThatDiffers() {
        ValueDiff diff = ValueDiff.of("1 234", "1\u202f234", 100);
        assertThat(marked(diff.primary())).isEqualTo("1{<U+0020>}234");
        assertThat(marked(diff.failover())).isEqualTo("1{<U+202F>}234");
    }

    @Test
    void tellsComposedFromDecomposedCharacters() {
        ValueDiff diff = ValueDiff.of("caf\u00e9 noir", "cafe\u0301 noir", 100);
        assertThat(marked(diff.primary())).isEqualTo("caf{é} noir");
        assertThat(diff.failover().pieces())
                .anySatisfy(piece -> assertThat(piece.title()).contains("COMBINING ACUTE ACCENT"));
    }

    @Test
    void namesLookAlikes() {
        ValueDiff diff = ValueDiff.of("pay now", "p\u0430y now", 100);
        assertThat(diff.failover().pieces().get(1))
                .isEqualTo(new Piece(Piece.Look.PLAIN, "\u0430", true, "U+0430 CYRILLIC SMALL LETTER A"));
    }

    @Test
    void keepsTheDifferenceOfLongValuesInSight() {
        ValueDiff diff = ValueDiff.of("x".repeat(1_000_000) + "1", "x".repeat(1_000_000) + "2", 200);
        assertThat(diff.primary().plain())
                .startsWith("[999,940 equal characters …]")
                .endsWith("x1");
        assertThat(diff.failover().plain()).endsWith("x2");
    }

    @Test
    void shortensADifferenceThatIsTooLong() {
        ValueDiff diff = ValueDiff.of("a".repeat(5_000), "b".repeat(6_000), 100);
        assertThat(diff.primary().plain()).isEqualTo("a".repeat(100) + " [… 5,000 characters in all]");
        assertThat(diff.failover().plain()).isEqualTo("b".repeat(100) + " [… 6,000 characters in all]");
    }

    private static String marked(Text text) {
        return text.pieces().stream()
                .map(piece -> {
                    String shown = piece.isCodePoint() ? "<" + piece.text() + ">" : piece.text();
                    return piece.isChanged() ? "{" + shown + "}" : shown;
                })
                .collect(Collectors.joining());
    }
}
