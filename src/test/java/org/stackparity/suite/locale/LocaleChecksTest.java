package org.stackparity.suite.locale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.stackparity.suite.trial.Contracts.contract;
import static org.stackparity.suite.trial.Contracts.page;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.environment.Contract.LocaleSelection.Kind;
import org.stackparity.model.Case;
import org.stackparity.model.Outcome;
import org.stackparity.model.Role;
import org.stackparity.suite.trial.TinyStack;
import org.stackparity.suite.trial.TinyStack.Reply;
import org.stackparity.suite.trial.Trial;

class LocaleChecksTest {
    private static final Case GERMAN = Case.of("locale", "de-DE");

    private final TinyStack primary = new TinyStack(Role.PRIMARY, 1);
    private final TinyStack failover = new TinyStack(Role.FAILOVER, 1);

    @TempDir
    private Path scratch;

    @AfterEach
    void stop() {
        primary.close();
        failover.close();
    }

    @Test
    void countsTextsThatNobodyTranslatedAndKeysWithoutText() {
        primary.on("GET /?l=en-US", request -> Reply.html("<main>Fjord <b>Cart</b> <i>Sign in</i></main>"))
                .on("GET /?l=de-DE", request -> Reply.html("<main>Fjord <b>Warenkorb</b> <i>Anmelden</i></main>"));
        failover.on("GET /?l=en-US", request -> Reply.html("<main>Fjord <b>Cart</b> <i>Sign in</i></main>"))
                .on("GET /?l=de-DE", request -> Reply.html("<main>Fjord <b>cart.title</b> <i>Sign in</i></main>"));
        Trial trial = Trial.run(
                primary,
                failover,
                contract()
                        .locales("en-US", "de-DE")
                        .selection(Kind.QUERY, "l")
                        .pages(page("/"))
                        .build(),
                scratch,
                "LOC-04");

        assertThat(trial.one(Role.PRIMARY, GERMAN, "n1").values())
                .containsExactly(
                        entry("raw-keys.count", "0"),
                        entry("raw-keys.units", ""),
                        entry("untranslated.count", "1"),
                        entry("untranslated.share", "0.33"),
                        entry("untranslated.units", "Fjord"));
        assertThat(trial.one(Role.FAILOVER, GERMAN, "n1").values())
                .containsEntry("untranslated.units", "Fjord\nSign in")
                .containsEntry("raw-keys.units", "cart.title");
    }

    @Test
    void doesNotCountTextsWhileAPageIsMissing() {
        for (TinyStack stack : new TinyStack[] {primary, failover}) {
            stack.on("GET /", request -> Reply.html("<main>Fjord</main>"));
        }
        failover.on("GET /cart", request -> Reply.text(500, "oops"));
        Trial trial = Trial.run(
                primary,
                failover,
                contract()
                        .locales("en-US", "de-DE")
                        .pages(page("/"), page("/cart"))
                        .build(),
                scratch,
                "LOC-04");

        assertThat(trial.one(Role.FAILOVER, GERMAN, "n1").outcome()).isEqualTo(Outcome.ABORTED);
    }

    @Test
    void saysOfALanguageInWhichMostPagesFellBackJustThat() {
        for (TinyStack stack : new TinyStack[] {primary, failover}) {
            for (String path : new String[] {"/", "/a", "/b"}) {
                stack.on("GET " + path + "?l=en-US", request -> Reply.html(shop("Your cart is empty", "Sign in here")));
                stack.on("GET " + path + "?l=en-GB", request -> Reply.html(shop("Your cart is empty", "Sign in here")));
                boolean isFallen = stack == failover && !path.equals("/");
                stack.on(
                        "GET " + path + "?l=de-DE",
                        request -> Reply.html(
                                isFallen
                                        ? shop("Your cart is empty", "Sign in here")
                                        : shop("Ihr Korb ist leer", "Hier anmelden")));
            }
        }
        Trial trial = Trial.run(
                primary,
                failover,
                contract()
                        .locales("en-US", "de-DE", "en-GB")
                        .selection(Kind.QUERY, "l")
                        .pages(page("/"), page("/a"), page("/b"))
                        .build(),
                scratch,
                "LOC-04");

        assertThat(trial.one(Role.PRIMARY, GERMAN, "n1").faults()).isEmpty();
        assertThat(trial.one(Role.FAILOVER, GERMAN, "n1").faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.kind()).isEqualTo("fallback-language");
                    assertThat(fault.message())
                            .isEqualTo("n1 shows 2 of 3 pages of de-DE in en-US, like /a; 2 of 2 pieces of text are not"
                                    + " translated.");
                });
        assertThat(trial.one(Role.FAILOVER, Case.of("locale", "en-GB"), "n1").faults())
                .isEmpty();
    }

    private static String shop(String sentence, String link) {
        return "<nav>" + link + " <i>" + sentence + "</i></nav><main><p>" + sentence + "</p><b>" + link + "</b></main>";
    }

    @Test
    void keepsEveryCodePointOfFormattedValues() {
        primary.on("GET /formats", request -> Reply.json("{\"time\": \"2:00\u202fPM\", \"n\": [1.50, \"1.50\"]}"));
        failover.on("GET /formats", request -> Reply.json("{\"time\": \"2:00 PM\", \"n\": [1.5, \"1.50\"]}"));
        Trial trial = Trial.run(
                primary,
                failover,
                contract().locales("de-DE").formats("/formats").build(),
                scratch,
                "LOC-05");

        assertThat(trial.one(Role.PRIMARY, GERMAN, "n1").values())
                .containsExactly(entry("n[0]", "1.50"), entry("n[1]", "\"1.50\""), entry("time", "2:00\u202fPM"));
        assertThat(trial.one(Role.FAILOVER, GERMAN, "n1").values())
                .containsEntry("time", "2:00 PM")
                .containsEntry("n[0]", "1.5");
    }

    @Test
    void readsVersionsAndLeavesClocksToOthers() {
        primary.on(
                "GET /runtime",
                request -> Reply.json("{\"jdk\": \"17\", \"timeZone\": \"UTC\", \"startedAt\": \"x\"}"));
        failover.on("GET /runtime", request -> Reply.json("{\"utcOffset\": \"Z\"}"));
        Trial trial =
                Trial.run(primary, failover, contract().runtime("/runtime").build(), scratch, "LOC-08");

        assertThat(trial.one(Role.PRIMARY, Case.WHOLE, "n1").values()).containsExactly(entry("jdk", "\"17\""));
        assertThat(trial.one(Role.FAILOVER, Case.WHOLE, "n1").outcome()).isEqualTo(Outcome.ABORTED);
    }
}
