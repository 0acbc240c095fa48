package org.stackparity.suite.locale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stackparity.suite.client.PageLines.Line;

class TextUnitTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your cart is empty at the moment.",
                "Wir verschicken jedes Paket sofort.",
                "カートに商品が入っていません。",
                "سلة التسوق الخاصة بك فارغة",
                "Бесплатная доставка от любой суммы"
            })
    void takesSentencesForWhatNoTwoLanguagesShare(String text) {
        assertThat(unit(text).isSentence()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Newsletter",
                "Blue Mountain",
                "Johann Wolfgang von Goethe",
                "Add to cart",
                "商品",
                "The North Face Store"
            })
    void doesNotTakeNamesAndLabelsForSentences(String text) {
        assertThat(unit(text).isSentence()).isFalse();
    }

    @Test
    void leavesOutNumbersAddressesAndMasks() {
        assertThat(unit("Free delivery from €50.00!")).isEqualTo(unit("Free delivery from 50,00\u00a0€"));
        assertThat(TextUnit.of(List.of(
                        new Line("main", "42"),
                        new Line("main", "mail@shop.test"),
                        new Line("main", "«own-host»"),
                        new Line("main", "x"))))
                .isEmpty();
    }

    @Test
    void cutsWhatStandsAroundTheLettersOfAWord() {
        assertThat(unit("(Don't) – \u201cstop\u201d… \ud842\udfb7.").words()).isEqualTo("Don't stop \ud842\udfb7");
    }

    @Test
    void leavesOutWhatChangesFromVisitToVisit() {
        assertThat(TextUnit.of(List.of(
                        new Line("aside#recommendations", "Gotland"), new Line("main/select#country", "Germany"))))
                .isEmpty();
    }

    private static TextUnit unit(String text) {
        return TextUnit.of(List.of(new Line("main/form#add", text))).iterator().next();
    }
}
