package org.stackparity.suite.functional;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stackparity.environment.Contract.LocaleSelection;
import org.stackparity.model.Family;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.Answer;
import org.stackparity.suite.client.Cases;
import org.stackparity.suite.client.Http;
import org.stackparity.suite.client.Session;
import org.stackparity.suite.client.Visit;
import org.stackparity.suite.client.Visits;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/** No cache gives a customer what was meant for another. */
@ParitySuite
final class CachingParity {

    @ParityCheck(
            id = "HDR-03",
            name = "headers.caching",
            promise = "Caches between shop and customer may keep the same pages, for the same readers and as long.",
            family = Family.FUNCTIONAL,
            severity = Severity.CRITICAL,
            cases = Cases.Pages.class,
            requests = 3)
    void mayBeKeptAlike(CheckTarget target, Recorder recorder) {
        Visit visit = Visits.ofCase(target);
        Answer answer = visit.answer();
        Map<String, String> control = HeaderDirectives.parameters(answer.headers("Cache-Control"), ",");
        Set<String> vary = HeaderDirectives.tokens(answer, "Vary");
        control.forEach((name, value) -> recorder.value("cache-control[" + name + "]", value));
        vary.forEach(token -> recorder.value("vary[" + token + "]", "present"));
        Optional<String> needed =
                visit.page().localised() && target.contract().locales().size() > 1 && !control.containsKey("no-store")
                        ? token(target.contract().localeSelection())
                        : Optional.empty();
        needed.ifPresent(token -> recorder.require(
                vary.contains(token) || vary.contains("*"),
                "vary-misses-language",
                "vary[" + token + "]",
                () -> visit.page().path() + " comes in several languages, and its Vary header is "
                        + answer.headers("Vary") + "; expected [" + token + "] in it, or no-store."));
        validator(target, visit, recorder);
    }

    /** What Vary has to name, so that caches keep the languages apart; nothing where the address differs already. */
    private static Optional<String> token(LocaleSelection selection) {
        return switch (selection.kind()) {
            case HEADER -> Optional.of(selection.value().toLowerCase(Locale.ROOT));
            case COOKIE -> Optional.of("cookie");
            case QUERY, PATH -> Optional.empty();
        };
    }

    /** Whether the page has an ETag, and whether it is honoured for as long as the page is the same. */
    private static void validator(CheckTarget target, Visit visit, Recorder recorder) {
        Optional<String> tag = visit.answer().header("ETag");
        recorder.value(
                "etag",
                tag.map(text -> text.startsWith("W/") ? "weak" : "strong").orElse("none"));
        if (tag.isEmpty() || visit.answer().status() != 200) {
            return;
        }
        Session session = Http.of(target).session(target.node());
        // The page as a new visitor gets it may differ from the one before, so its own tag is asked with.
        Answer first = session.ask(visit.answer().ask());
        Answer again = session.ask(
                first.ask().withHeader("If-None-Match", first.header("ETag").orElse(tag.get())));
        recorder.value("revalidation", revalidation(first, again));
    }

    private static String revalidation(Answer first, Answer again) {
        if (again.status() == 304) {
            return "304";
        }
        boolean isSame = Arrays.equals(first.body().bytes(), again.body().bytes());
        return isSame ? "ignored" : "the page changes with each visit";
    }
}
