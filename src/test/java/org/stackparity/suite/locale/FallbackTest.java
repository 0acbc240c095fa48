package org.stackparity.suite.locale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stackparity.suite.client.PageLines.Line;

class FallbackTest {
    private static final List<String> CHROME =
            List.of("header|Products", "header|Cart", "header|Sign in", "footer|Terms of sale");
    private static final List<String> GERMAN_CHROME =
            List.of("header|Produkte", "header|Warenkorb", "header|Anmelden", "footer|Verkaufsbedingungen");

    @Test
    void seesAWholePageDespiteASplitTestAndLocaleData() {
        Set<TextUnit> inDefault = page(
                CHROME,
                "|New here? Your first delivery is free of charge.",
                "main|We deliver within three working days.",
                "main|Germany",
                "main|Spain",
                "main|Sweden",
                "main|Norway");
        Set<TextUnit> fallen = page(
                CHROME,
                "main|We deliver within three working days.",
                "main|Deutschland",
                "main|Spanien",
                "main|Schweden",
                "main|Norwegen");

        assertThat(whole(fallen, inDefault)).isPresent();
    }

    @Test
    void seesAShortPageWithoutSentences() {
        assertThat(whole(page(CHROME, "main|Cart"), page(CHROME, "main|Cart"))).isPresent();
    }

    @Test
    void leavesAListOfNamesUnderATranslatedNavigationAlone() {
        String[] names = {
            "main|Fjord", "main|Gotland", "main|Blue Mountain", "main|Sidamo", "main|Kaskade", "main|Mistral"
        };

        assertThat(whole(page(GERMAN_CHROME, names), page(CHROME, names))).isEmpty();
    }

    @Test
    void leavesAPageWithLoanWordsAlone() {
        List<String> english = List.of(
                "header|Home",
                "header|Shop",
                "header|Blog",
                "header|About us",
                "footer|Newsletter",
                "footer|Imprint",
                "footer|Privacy");
        List<String> german = List.of(
                "header|Home",
                "header|Shop",
                "header|Blog",
                "header|Über uns",
                "footer|Newsletter",
                "footer|Impressum",
                "footer|Datenschutz");
        String untranslated = "main|A mug that keeps its colour for years.";

        assertThat(whole(page(german, untranslated), page(english, untranslated)))
                .isEmpty();
    }

    @Test
    void leavesUntranslatedContentAloneThatIsUntranslatedEverywhere() {
        String[] content = {"main|A mug that keeps its colour for years.", "main|Made by hand in a small pottery."};
        Fallback fallback = new Fallback(page(GERMAN_CHROME, content), page(CHROME, content));
        Fallback.Pages french = Fallback.Pages.of(
                "fr-FR",
                List.of(page(List.of(), content), page(List.of(), "main|Panier"), page(List.of(), "main|Compte")));

        assertThat(fallback.find(List::of, () -> List.of(french))).isEmpty();
    }

    @Test
    void doesNotTrustAPageOrTwo() {
        String[] content = {"main|We send every parcel at once.", "main|You can send back what you like."};
        Fallback fallback = new Fallback(page(GERMAN_CHROME, content), page(CHROME, content));
        Fallback.Pages few = Fallback.Pages.of("web2", List.of(page(List.of(), "main|Wir verschicken sofort")));
        Fallback.Pages enough = Fallback.Pages.of(
                "web2", List.of(page(List.of(), "main|Wir"), page(List.of(), "main|Du"), page(List.of(), "main|Sie")));

        assertThat(fallback.find(() -> List.of(few), List::of)).isEmpty();
        assertThat(fallback.find(() -> List.of(enough), List::of).orElseThrow())
                .isEqualTo("2 of 2 sentences are those of the default language, web2 shows them translated");
    }

    @Test
    void saysNothingOfAnEmptyPage() {
        assertThat(whole(Set.of(), Set.of())).isEmpty();
        assertThat(new Fallback(Set.of(), Set.of()).share()).isZero();
    }

    private static Optional<String> whole(Set<TextUnit> page, Set<TextUnit> inDefault) {
        return new Fallback(page, inDefault).find(List::of, List::of);
    }

    private static Set<TextUnit> page(List<String> chrome, String... more) {
        return TextUnit.of(java.util.stream.Stream.concat(chrome.stream(), Arrays.stream(more))
                .map(line -> line.split("\\|", 2))
                .map(parts -> new Line(parts[0], parts[1]))
                .toList());
    }
}
