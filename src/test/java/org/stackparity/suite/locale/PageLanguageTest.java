package org.stackparity.suite.locale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stackparity.suite.trial.Contracts.contract;
import static org.stackparity.suite.trial.Contracts.page;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.environment.Contract;
import org.stackparity.model.Case;
import org.stackparity.model.Fault;
import org.stackparity.model.Observation;
import org.stackparity.model.Outcome;
import org.stackparity.model.Role;
import org.stackparity.suite.trial.TinyStack;
import org.stackparity.suite.trial.TinyStack.Reply;
import org.stackparity.suite.trial.Trial;

class PageLanguageTest {
    private final TinyStack primary = new TinyStack(Role.PRIMARY, 2);
    private final TinyStack failover = new TinyStack(Role.FAILOVER, 2);

    @TempDir
    private Path scratch;

    @AfterEach
    void stop() {
        primary.close();
        failover.close();
    }

    @Test
    void findsNoFallbackOnPagesThatShareNamesAndUntranslatedText() {
        Trial trial = run((node, language) -> SampleShop.complete(language));

        assertThat(trial.of(Role.FAILOVER)).hasSize(3 * 3 * 2).allSatisfy(one -> {
            assertThat(one.faults()).isEmpty();
            assertThat(one.outcome()).isEqualTo(Outcome.PASSED);
            assertThat(one.values()).containsKeys("text", "structure", "lang", "dir");
        });
        assertThat(trial.one(Role.FAILOVER, home("de-DE"), "n1").values().get("text"))
                .contains("main\tKostenlose Lieferung ab einem Bestellwert von 50,00\u00a0€.");
    }

    @Test
    void findsPagesWithoutTheirCatalogOnAllNodesAndInAllLanguages() {
        Trial trial = run((node, language) -> SampleShop.complete(0));

        assertThat(trial.of(Role.PRIMARY))
                .allSatisfy(one -> assertThat(one.faults()).isEmpty());
        for (Observation one : trial.of(Role.FAILOVER)) {
            boolean isDefault = one.subject().get("locale").equals("en-US");
            assertThat(kinds(one)).isEqualTo(isDefault ? List.of() : List.of("fallback-language"));
            assertThat(one.isSpoilt("text")).isEqualTo(!isDefault);
            assertThat(one.isSpoilt("structure")).isFalse();
        }
    }

    @Test
    void findsOneNodeWithoutItsCatalog() {
        Trial trial = run((node, language) -> SampleShop.complete(node.equals("n2") && language == 1 ? 0 : language));

        for (Observation one : trial.of(Role.FAILOVER)) {
            boolean broken =
                    one.node().equals("n2") && one.subject().get("locale").equals("de-DE");
            assertThat(kinds(one)).isEqualTo(broken ? List.of("fallback-language") : List.of());
        }
    }

    @Test
    void findsPartOfAPageByTheOtherNode() {
        Trial trial = run((node, language) ->
                node.equals("n2") ? SampleShop.withoutSentences(language) : SampleShop.complete(language));

        Observation about = trial.one(Role.FAILOVER, about("fr-FR"), "n2");
        assertThat(about.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message())
                        .contains("/about in fr-FR on n2")
                        .contains("2 of 2 sentences")
                        .contains("n1 shows them translated")
                        .contains("like [We send every parcel on the day of your order]"));
        assertThat(trial.one(Role.FAILOVER, about("fr-FR"), "n1").faults()).isEmpty();
    }

    @Test
    void findsPartOfAPageByAnotherLanguage() {
        Trial trial = run((node, language) ->
                language == 1 ? SampleShop.withoutSentences(language) : SampleShop.complete(language));

        assertThat(kinds(trial.one(Role.FAILOVER, about("de-DE"), "n1"))).containsExactly("fallback-language");
        assertThat(trial.one(Role.FAILOVER, about("fr-FR"), "n1").faults()).isEmpty();
        assertThat(trial.one(Role.FAILOVER, home("de-DE"), "n1").values()).containsKey("text.fallback");
    }

    /** A later pass has none of these pages yet, and each takes as long as the stack needs for it. */
    @Test
    void looksAtAnotherLanguageOnAllNodesAtTheSameTime() {
        CyclicBarrier bothNodes = new CyclicBarrier(2);
        SampleShop.serve(primary, (node, language) -> SampleShop.complete(language));
        SampleShop.serve(failover, (node, language) -> {
            if (language == 2) {
                await(bothNodes);
            }
            return language == 1 ? SampleShop.withoutSentences(language) : SampleShop.complete(language);
        });
        Trial trial = Trial.runCase(primary, failover, threePages(), scratch, "LOC-03", about("de-DE"));

        assertThat(bothNodes.isBroken()).isFalse();
        assertThat(kinds(trial.one(Role.FAILOVER, about("de-DE"), "n1"))).containsExactly("fallback-language");
    }

    /** The barrier is broken for good where one of them waited for the other in vain. */
    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (BrokenBarrierException | TimeoutException e) {
            // the test sees it
        }
    }

    @Test
    void findsWrongLanguageDirectionPhraseAndCharset() {
        for (TinyStack stack : List.of(primary, failover)) {
            stack.on("GET /", request -> Reply.html("<html lang='en'><main>Grüße aus Köln</main></html>"));
        }
        failover.on(
                "n2",
                "GET /",
                request -> Reply.html("x")
                        .withBody("<html lang='en'><main>GrÃ¼Ã\u009fe aus KÃ¶ln</main></html>"
                                .getBytes(StandardCharsets.UTF_8)));
        Contract.Page home = new Contract.Page("/", Optional.empty(), true, Map.of("ar", "أهلا"), 200);
        Trial trial = Trial.run(
                primary, failover, contract().locales("en-US", "ar").pages(home).build(), scratch, "LOC-03");

        assertThat(kinds(trial.one(Role.FAILOVER, home("ar"), "n1")))
                .containsExactly("wrong-language", "wrong-direction", "missing-phrase");
        assertThat(kinds(trial.one(Role.FAILOVER, home("en-US"), "n1"))).isEmpty();
        assertThat(kinds(trial.one(Role.FAILOVER, home("en-US"), "n2"))).containsExactly("broken-charset");
    }

    @Test
    void doesNotTakeAChallengeALoginOrAShellForThePage() {
        failover.on(
                "GET /",
                request -> Reply.html("<form id=challenge-form>Are you human?</form>")
                        .withStatus(403));
        failover.on("GET /cart", request -> Reply.redirect(302, "http://" + TinyStack.HOST + "/login?back=/cart"));
        failover.on("GET /login", request -> Reply.html("<main>Please sign in</main>"));
        failover.on("GET /about", request -> Reply.html("<div id=app></div><script src=app.js></script>"));
        SampleShop.serve(primary, (node, language) -> SampleShop.complete(language));
        Trial trial = Trial.run(primary, failover, threePages(), scratch, "LOC-03");

        assertThat(trial.of(Role.FAILOVER)).allSatisfy(one -> {
            assertThat(one.outcome()).isEqualTo(Outcome.ABORTED);
            assertThat(one.values()).isEmpty();
        });
        assertThat(trial.of(Role.FAILOVER).stream().map(Observation::reason).distinct())
                .hasSize(3)
                .anyMatch(reason -> reason.contains("shows a challenge [#challenge-form]"))
                .anyMatch(reason -> reason.contains("leads to a sign-in [http://" + TinyStack.HOST + "/login]"))
                .anyMatch(reason -> reason.contains("shell of scripts"));
    }

    @Test
    void recordsAServerErrorAsAFaultOfTheNode() {
        SampleShop.serve(primary, (node, language) -> SampleShop.complete(language));
        SampleShop.serve(failover, (node, language) -> SampleShop.complete(language));
        failover.on("n2", "GET /cart", request -> Reply.text(500, "oops"));
        Trial trial = Trial.run(primary, failover, threePages(), scratch, "LOC-03");

        Observation cart = trial.one(Role.FAILOVER, Case.of("page", "/cart").with("locale", "de-DE"), "n2");
        assertThat(kinds(cart)).containsExactly("http-500");
        assertThat(cart.isSpoilt("text")).isTrue();
        assertThat(trial.of(Role.FAILOVER))
                .filteredOn(one -> !one.faults().isEmpty())
                .hasSize(3);
    }

    private Trial run(SampleShop.Catalogs onFailover) {
        SampleShop.serve(primary, (node, language) -> SampleShop.complete(language));
        SampleShop.serve(failover, onFailover);
        return Trial.run(primary, failover, threePages(), scratch, "LOC-03");
    }

    private static Contract threePages() {
        return contract()
                .locales("en-US", "de-DE", "fr-FR")
                .pages(page("/"), page("/cart"), page("/about"))
                .build();
    }

    private static Case home(String locale) {
        return Case.of("page", "/").with("locale", locale);
    }

    private static Case about(String locale) {
        return Case.of("page", "/about").with("locale", locale);
    }

    private static List<String> kinds(Observation observation) {
        return observation.faults().stream().map(Fault::kind).toList();
    }
}
