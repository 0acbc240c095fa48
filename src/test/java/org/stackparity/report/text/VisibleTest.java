package org.stackparity.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 9, 0x1B, 0x7F, 0x85, 0xA0, 0xAD, 0x34F, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028, 0x202E, 0x202F,
                0x2060, 0x2066, 0x2069, 0x3000, 0xD800, 0xDFFF, 0xE000, 0xFE0F, 0xFEFF, 0xFFFE, 0xE0001, 0x10FFFF
            })
    void labelsWhatCannotBeSeen(int codePoint) {
        assertThat(Visible.isInvisible(codePoint)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {' ', '~', 'a', 0xA1, 0xE9, 0x301, 0x627, 0x4E00, 0xFB01, 0xFFFC, 0xFFFD, 0x1F600})
    void leavesWhatCanBeSeen(int codePoint) {
        assertThat(Visible.isInvisible(codePoint)).isFalse();
    }

    @Test
    void agreesWithTheCategoriesOfUnicode() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            switch (Character.getType(codePoint)) {
                case Character.CONTROL,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR ->
                    assertThat(Visible.isInvisible(codePoint))
                            .as(Visible.label(codePoint))
                            .isTrue();
                case Character.SPACE_SEPARATOR ->
                    assertThat(Visible.isInvisible(codePoint))
                            .as(Visible.label(codePoint))
                            .isEqualTo(codePoint != ' ');
                default -> {}
            }
        }
    }

    @Test
    void writesThemOut() {
        assertThat(Visible.line("1\u202f234\n\u001b[2J\uD800")).isEqualTo("1<U+202F>234 ↵ <U+001B>[2J<U+D800>");
        assertThat(Visible.block("a\r\nb")).isEqualTo("a<U+000D>\nb");
        assertThat(Visible.line("😀 é")).isEqualTo("😀 é");
    }

    @Test
    void clipsBetweenCharacters() {
        assertThat(Clip.head("ab😀", 3)).isEqualTo("ab");
        assertThat(Clip.head("ab😀", 4)).isEqualTo("ab😀");
        assertThat(Clip.line("x".repeat(12_345), 3)).isEqualTo("xxx [… 12,345 characters in all]");
    }
}
