package org.stackparity.suite.functional;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.stackparity.environment.Contract;
import org.stackparity.environment.Contract.Route;
import org.stackparity.model.Case;
import org.stackparity.model.Comparison;
import org.stackparity.model.Family;
import org.stackparity.model.Safety;
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

/**
 * Who loses his way finds the same signpost, with a status from 400 to 499 or the one that the contract declares: no error,
 * or an error of the server in its place, is a fault also where both stacks answer it. Methods that may change something
 * are sent by a check of their own, since a node that has drifted may act on them.
 */
@ParitySuite
final class ErrorPageParity {

    @ParityCheck(
            id = "FUN-06",
            name = "functional.error-pages",
            promise = "Error pages and error answers of the API look the same on both stacks.",
            family = Family.FUNCTIONAL,
            severity = Severity.MAJOR,
            cases = Reads.class,
            rules = {
                @ParityCheck.Rule(paths = "text", comparison = Comparison.LINES),
                @ParityCheck.Rule(paths = "structure", comparison = Comparison.LINES)
            })
    void failsInTheSameWay(CheckTarget target, Recorder recorder) {
        ask(target, recorder);
    }

    @ParityCheck(
            id = "FUN-19",
            name = "functional.refusals",
            promise = "What is not allowed is refused in the same way on both stacks.",
            family = Family.FUNCTIONAL,
            severity = Severity.MAJOR,
            safety = Safety.S2,
            cases = Writes.class,
            rules = {
                @ParityCheck.Rule(paths = "text", comparison = Comparison.LINES),
                @ParityCheck.Rule(paths = "structure", comparison = Comparison.LINES)
            })
    void refusesInTheSameWay(CheckTarget target, Recorder recorder) {
        ask(target, recorder);
    }

    private static void ask(CheckTarget target, Recorder recorder) {
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
        recorder.require(
                route.status().map(status -> status == answer.status()).orElse(answer.status() / 100 == 4),
                answer.status() < 400 ? "no-error" : "http-" + answer.status(),
                "status",
                () -> route + " answered [" + answer.status() + "]; expected ["
                        + route.status().map(Object::toString).orElse("400 to 499") + "].");
        recorder.value("status", answer.status());
        recorder.value("content-type", answer.mediaType().isEmpty() ? "none" : answer.mediaType());
        if (answer.isJson()) {
            recorder.values("json", JsonShape.of(Json.read(answer)));
        } else {
            Masking masking = Masking.of(target);
            SeenPage.of(answer, masking).record(masking, recorder);
        }
    }

    private static Stream<Case> cases(Contract contract, Predicate<Route> wanted) {
        return contract.errorPages().stream().filter(wanted).map(route -> Case.of("route", route.toString()));
    }

    /** The routes that lead nowhere and are only read. */
    static final class Reads extends Cases {
        Reads() {
            super("error-pages", contract -> ErrorPageParity.cases(contract, route -> !route.writes()));
        }
    }

    /** The routes that take nothing and may change something where they do. */
    static final class Writes extends Cases {
        Writes() {
            super("error-pages that write", contract -> ErrorPageParity.cases(contract, Route::writes));
        }
    }
}
