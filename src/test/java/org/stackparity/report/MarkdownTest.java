package org.stackparity.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "plain words, 2.9 % (web1) => plain words, 2.9 % (web1)",
                "a|b => a\\|b",
                "*bold* _it_ => \\*bold\\* \\_it\\_",
                "<img src=x> => &lt;img src=x\\>",
                "&lt; => &amp;lt;",
                "[a](b) => \\[a\\](b)",
                "![a](b) => \\!\\[a\\](b)",
                "@team, see #12 => `@`team, see `#`12",
                "me@shop.example => me@shop.example",
                "# head => `#` head",
                "- item => \\- item",
                "https://x.example => https\\://x.example",
                "a`b => a\\`b",
            })
    void makesTextHarmless(String value, String markdown) {
        assertThat(Markdown.text(value, 100)).isEqualTo(markdown);
    }

    @Test
    void keepsATextOnOneLine() {
        assertThat(Markdown.text("a\n# b\r\n", 100)).isEqualTo("a ↵ `#` b&lt;U+000D\\> ↵ ");
    }

    @Test
    void fencesCodeWithMoreTicksThanItHolds() {
        assertThat(Markdown.code("dallas", 100)).isEqualTo("`dallas`");
        assertThat(Markdown.code("a``b|c", 100)).isEqualTo("``` a``b\\|c ```");
        assertThat(Markdown.code(" ", 100)).isEqualTo("–");
    }
}
