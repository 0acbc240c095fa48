package org.stackparity.suite.locale;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stackparity.suite.trial.Effort.filled;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stackparity.suite.client.PageLines.Line;
import org.stackparity.suite.trial.Effort;

/** A text of half a million characters costs about the same whatever it says. */
@Timeout(value = 60, unit = SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileTextsTest {
    static Stream<Named<String>> texts() {
        return Stream.of(
                Named.of("marks between letters", filled("a", ".", "a")),
                Named.of("digits before a line separator", filled("", "1", "\u2028")),
                Named.of("question marks between letters", filled("a", "?", " ")),
                Named.of("pairs of question marks", filled("", "a??", " ")),
                Named.of("text decoded twice", filled("", "\u00c3\u00bb", "")),
                Named.of("a key of many parts", filled("a", ".a", "")),
                Named.of("a key of many parts and a mark", filled("a", ".a", "!")),
                Named.of("a key in capitals", filled("A", "_A", "!")),
                Named.of("braces", filled("", "{", "")),
                Named.of("braces before a line separator", filled("", "{}x", "\u2028")),
                Named.of("an open place", filled("${", "a", "")),
                Named.of("open places", filled("", "${a", "")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void readsItsWords(String text) {
        Effort.requireLessThan(Effort.MOST, () -> TextUnit.of(List.of(new Line("main", text))));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void looksForBrokenCharactersInIt(String text) {
        Effort.requireLessThan(Effort.MOST, () -> Mojibake.find(text));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void looksForKeysInIt(String text) {
        Effort.requireLessThan(Effort.MOST, () -> TranslationParity.isRaw(text));
    }

    @Test
    void aKeyIsTheWholeTextAndAPlaceAnyPartOfIt() {
        assertThat(Stream.of(
                        "cart.title",
                        "CART_TITLE",
                        "Hello {name}!",
                        "Hello {{name}}",
                        "Hello ${user.name}",
                        "%s items",
                        "%1$d items",
                        "one\u2028{two}"))
                .allMatch(TranslationParity::isRaw);
        assertThat(Stream.of("Cart title", "See cart.title", "CART", "50 % off", "{ }", "a.b."))
                .noneMatch(TranslationParity::isRaw);
    }
}
