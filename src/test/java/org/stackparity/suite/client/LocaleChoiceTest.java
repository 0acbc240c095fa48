package org.stackparity.suite.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stackparity.environment.Contract.LocaleSelection;
import org.stackparity.environment.Contract.LocaleSelection.Kind;

class LocaleChoiceTest {
    private static final Ask CART = Ask.get("/cart?step=2");

    @Test
    void asksByHeaderAsBrowsersDo() {
        assertThat(choice(Kind.HEADER, "Accept-Language").in(CART).headers())
                .containsEntry("Accept-Language", "de-CH,de;q=0.9");
        assertThat(choice(Kind.HEADER, "X-Store-Language").in(CART).headers())
                .containsEntry("X-Store-Language", "de-CH");
    }

    @Test
    void asksByQueryBesideOtherParameters() {
        assertThat(choice(Kind.QUERY, "lang").in(CART).path()).isEqualTo("/cart?step=2&lang=de-CH");
        assertThat(choice(Kind.QUERY, "step").in(CART).path()).isEqualTo("/cart?step=de-CH");
    }

    @Test
    void asksByPathPrefix() {
        assertThat(choice(Kind.PATH, "/{language}/").in(CART).path()).isEqualTo("/de/cart?step=2");
        assertThat(choice(Kind.PATH, "/{country}/{locale}").in(CART).path()).isEqualTo("/ch/de-CH/cart?step=2");
    }

    private static LocaleChoice choice(Kind kind, String value) {
        return new LocaleChoice(new LocaleSelection(kind, value), "de-CH");
    }
}
