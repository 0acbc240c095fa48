package org.stackparity.suite.functional;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.stackparity.environment.Contract;
import org.stackparity.environment.Contract.Route;
import org.stackparity.model.Case;
import org.stackparity.model.Family;
import org.stackparity.model.Safety;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.Answer;
import org.stackparity.suite.client.Ask;
import org.stackparity.suite.client.Cases;
import org.stackparity.suite.client.Http;
import org.stackparity.suite.client.Masking;
import org.stackparity.suite.client.Sight;
import org.stackparity.suite.client.Trail;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/**
 * Every address of the shop leads somewhere, and asks for a sign-in where it should. A route that answers with 404, 405,
 * 410 or an error of the server is not there, which is a fault also where both stacks have lost it; where the contract
 * declares a status, that one is wanted. Routes that may change something are asked by a check of their own.
 */
@ParitySuite
final class RouteParity {
    private static final String STATUS_CLASS = "status-class";

    @ParityCheck(
            id = "FUN-03",
            name = "functional.routes",
            promise =
                    "Every route exists on both stacks, answers in the same way, and is as open or closed to strangers.",
            family = Family.FUNCTIONAL,
            severity = Severity.BLOCKER,
            safety = Safety.S1,
            cases = Reads.class)
    void leadsSomewhere(CheckTarget target, Recorder recorder) {
        ask(target, recorder);
    }

    @ParityCheck(
            id = "FUN-18",
            name = "functional.write-routes",
            promise = "Every route that takes something exists on both stacks, and is as open or closed to strangers.",
            family = Family.FUNCTIONAL,
            severity = Severity.BLOCKER,
            safety = Safety.S2,
            cases = Writes.class)
    void takesSomething(CheckTarget target, Recorder recorder) {
        ask(target, recorder);
    }

    private static void ask(CheckTarget target, Recorder recorder) {
        String name = target.subject().get("route");
        Route route = routes(target.contract()).get(name);
        Optional<Integer> declared = target.contract().declaredStatus(route.method(), route.path());
        boolean mayFail = declared.orElse(0) >= 500;
        Ask ask = Ask.of(route.method(), route.path()).withHeader("Accept", route.accept());
        Answer answer = Http.of(target).ask(target.node(), mayFail ? ask.thatMayFail() : ask);
        if (answer.status() == 429) {
            throw new NotObservedException(name + " answered [429]: the stack limits our requests.");
        }
        if (!mayFail) {
            answer.requireNoServerError();
        }
        recorder.require(
                declared.map(status -> status == answer.status()).orElse(answer.isThere()),
                answer.isThere() || answer.isServerError() ? "http-" + answer.status() : "missing-route",
                "exists",
                () -> name + " answered [" + answer.status() + "]; expected ["
                        + declared.map(Object::toString).orElse("a route that exists") + "].");
        recordWhereItLeads(target, answer, recorder);
        recorder.value("exists", answer.isThere() || mayFail ? "yes" : "no [" + answer.status() + "]");
        recorder.value("content-type", answer.mediaType().isEmpty() ? "none" : answer.mediaType());
        recorder.value("sign-in", needsSignIn(answer) ? "required" : "not required");
    }

    /** A redirect is told by its place too, without the query: that has tokens, and where to come back to. */
    private static void recordWhereItLeads(CheckTarget target, Answer answer, Recorder recorder) {
        String statusClass = answer.status() / 100 + "xx";
        if (!Trail.isRedirect(answer)) {
            recorder.value(STATUS_CLASS, statusClass);
            return;
        }
        String location = answer.header("Location").orElseThrow();
        Masking masking = Masking.of(target);
        masking.requireNothingForeign(recorder, STATUS_CLASS, masking.foreign(location));
        recorder.value(STATUS_CLASS, statusClass + " to " + masking.mask(Trail.placeOf(location)));
    }

    private static boolean needsSignIn(Answer answer) {
        return answer.status() == 401
                || answer.status() == 403
                || answer.status() / 100 == 3
                        && Sight.isSignIn(answer.header("Location").orElse(""));
    }

    /** Everything that the contract names, by {@code METHOD path}, each once. */
    private static Map<String, Route> routes(Contract contract) {
        Map<String, Route> routes = new LinkedHashMap<>();
        contract.routes().forEach(route -> routes.putIfAbsent(route.toString(), route));
        contract.pages().forEach(page -> add(routes, page.path(), "text/html,*/*;q=0.8"));
        contract.api().forEach(call -> add(routes, call.path(), "application/json"));
        contract.smoke().forEach(path -> add(routes, path, "*/*"));
        return routes;
    }

    private static void add(Map<String, Route> routes, String path, String accept) {
        Route route = new Route("GET", path, accept);
        routes.putIfAbsent(route.toString(), route);
    }

    private static Stream<Case> cases(Contract contract, Predicate<Route> wanted) {
        return routes(contract).values().stream().filter(wanted).map(route -> Case.of("route", route.toString()));
    }

    /** Each route, page, call and smoke path that is only read. */
    static final class Reads extends Cases {
        Reads() {
            super("routes, pages, api or smoke", contract -> RouteParity.cases(contract, route -> !route.writes()));
        }
    }

    /** Each route that may change something. */
    static final class Writes extends Cases {
        Writes() {
            super("routes that write", contract -> RouteParity.cases(contract, Route::writes));
        }
    }
}
