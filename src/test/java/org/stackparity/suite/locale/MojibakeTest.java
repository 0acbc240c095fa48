package org.stackparity.suite.locale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MÃ¼nchen",
                "GrÃ¶Ã\u009fe",
                "12,50 â‚¬",
                "itâ€™s",
                "æ—¥æœ¬èªž",
                "Gr\uFFFD\uFFFDe",
                "Gr??e",
                "ページ ?????",
                "Â© 2026"
            })
    void findsTextInTheWrongCharset(String text) {
        assertThat(Mojibake.find(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "München, Größe, Öresund",
                "12,50\u00a0€",
                "It’s “new” – today…",
                "日本語のページ",
                "أهلا وسهلا",
                "Really?? Yes!",
                "PROMOÇÃO «AMANHÃ»",
                "ŒUVRE CHÂTEAU",
                "São João à noite",
                "Tiếng Việt: ĐÂY LÀ",
                "What???"
            })
    void leavesHealthyTextAlone(String text) {
        assertThat(Mojibake.find(text)).isEmpty();
    }
}
