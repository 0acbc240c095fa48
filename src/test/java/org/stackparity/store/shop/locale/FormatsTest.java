package org.stackparity.store.shop.locale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private static final LocaleChoice CHOICE =
            new LocaleChoice(List.of(new ShopLocale("en-US"), new ShopLocale("de-DE"), new ShopLocale("ar")));

    @Test
    void writesTheSpacesOfCldr() {
        assertThat(formats("en-US").shortTime(Instant.parse("2026-11-03T14:00:00Z")))
                .isEqualTo("2:00\u202fPM");
        assertThat(formats("fr-FR").money(new BigDecimal("1234.5"), "EUR")).isEqualTo("1\u202f234,50\u00a0€");
        assertThat(formats("de-DE").percent(new BigDecimal("0.195"))).isEqualTo("19,5\u00a0%");
    }

    @Test
    void prefersTheQueryToTheCookieToTheHeader() {
        Optional<String> header = Optional.of("fr;q=0.9, ar;q=0.8, en;q=0.1");

        assertThat(CHOICE.choose(Optional.of("de"), Optional.of("ar"), header).tag())
                .isEqualTo("de-DE");
        assertThat(CHOICE.choose(Optional.empty(), Optional.of("de-DE"), header).tag())
                .isEqualTo("de-DE");
        assertThat(CHOICE.choose(Optional.empty(), Optional.of("xx"), header).tag())
                .isEqualTo("ar");
        assertThat(CHOICE.choose(Optional.empty(), Optional.empty(), Optional.of(";;;"))
                        .tag())
                .isEqualTo("en-US");
    }

    @Test
    void knowsWhichLanguagesRunFromTheRight() {
        assertThat(new ShopLocale("ar").direction()).isEqualTo("rtl");
        assertThat(new ShopLocale("de-DE").direction()).isEqualTo("ltr");
    }

    private static Formats formats(String tag) {
        return new Formats(new ShopLocale(tag), ZoneOffset.UTC);
    }
}
