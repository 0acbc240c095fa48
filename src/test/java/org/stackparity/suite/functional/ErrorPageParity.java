package org.stackparity.suite.functional;

import org.stackparity.environment.Contract.Route;
import org.stackparity.model.Case;
import org.stackparity.model.Comparison;
import org.stackparity.model.Family;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.Answer;
import org.stackparity.suite.client.Ask;
import org.stackparity.suite.client.Cases;
import org.stackparity.suite.client.Http;
import org.stackparity.suite.client.Json;
import org.stackparity.suite.client.JsonShape;
import org.stackparity.suite.client.LocaleChoice;
import org.stackparity.suite.client.Masking;
import org.stackparity.suite.client.SeenPage;
import org.stackparity.suite.client.Visits;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/** Who loses his way finds the same signpost. */
@ParitySuite
final class ErrorPageParity {

    @ParityCheck(
            id = "FUN-06",
            name = "functional.error-pages",
            promise = "Error pages and error answers of the API look the same on both stacks.",
            family = Family.FUNCTIONAL,
            severity = Severity.MAJOR,
            cases = ErrorPages.class,
            rules = {
                @ParityCheck.Rule(paths = "text", comparison = Comparison.LINES),
                @ParityCheck.Rule(paths = "structure", comparison = Comparison.LINES)
            })
    void failsInTheSameWay(CheckTarget target, Recorder recorder) {
        Route route = target.contract().errorPages().stream()
                .filter(one -> one.toString().equals(target.subject().get("route")))
                .findFirst()
                .orElseThrow();
        LocaleChoice locale =
                new LocaleChoice(target.contract().localeSelection(), Visits.defaultLocale(target.contract()));
        Ask ask = locale.in(Ask.of(route.method(), route.path()).withHeader("Accept", route.accept()));
        Answer answer = Http.of(target).ask(target.node(), ask.thatMayFail());
        if (answer.status() == 429) {
            throw new NotObservedException(route + " answered [429]: the stack limits our requests.");
        }
        recorder.value("status", answer.status());
        recorder.value("content-type", answer.mediaType().isEmpty() ? "none" : answer.mediaType());
        if (answer.isJson()) {
            recorder.values("json", JsonShape.of(Json.read(answer)));
        } else {
            Masking masking = Masking.of(target);
            SeenPage.of(answer, target.contract(), masking).record(masking, recorder);
        }
    }

    /** The routes that lead nowhere. */
    static final class ErrorPages extends Cases {
        ErrorPages() {
            super(
                    "error-pages",
                    contract -> contract.errorPages().stream().map(route -> Case.of("route", route.toString())));
        }
    }
}
