package org.stackparity.suite.functional;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stackparity.environment.Contract;
import org.stackparity.environment.Contract.Page;
import org.stackparity.environment.Contract.Route;
import org.stackparity.model.Case;
import org.stackparity.model.Family;
import org.stackparity.model.Safety;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.Answer;
import org.stackparity.suite.client.Ask;
import org.stackparity.suite.client.Cases;
import org.stackparity.suite.client.Http;
import org.stackparity.suite.client.Sight;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/** Every address of the shop leads somewhere, and asks for a sign-in where it should. */
@ParitySuite
final class RouteParity {
    private static final Set<Integer> ABSENT = Set.of(404, 405, 410, 501);

    @ParityCheck(
            id = "FUN-03",
            name = "functional.routes",
            promise =
                    "Every route exists on both stacks, answers in the same way, and is as open or closed to strangers.",
            family = Family.FUNCTIONAL,
            severity = Severity.BLOCKER,
            safety = Safety.S1,
            cases = Routes.class)
    void leadsSomewhere(CheckTarget target, Recorder recorder) {
        String name = target.subject().get("route");
        Route route = routes(target.contract()).get(name);
        boolean mayFail = page(target.contract(), route).stream().anyMatch(page -> page.status() >= 500);
        Ask ask = Ask.of(route.method(), route.path()).withHeader("Accept", route.accept());
        Answer answer = Http.of(target).ask(target.node(), mayFail ? ask.thatMayFail() : ask);
        if (answer.status() == 429) {
            throw new NotObservedException(name + " answered [429]: the stack limits our requests.");
        }
        if (!mayFail) {
            answer.requireNoServerError();
        }
        recorder.value("status-class", answer.status() / 100 + "xx");
        recorder.value("exists", ABSENT.contains(answer.status()) ? "no [" + answer.status() + "]" : "yes");
        boolean isMeant = page(target.contract(), route).stream().anyMatch(page -> page.status() == answer.status());
        recorder.require(
                isMeant || !ABSENT.contains(answer.status()),
                "missing-route",
                "exists",
                () -> name + " answered [" + answer.status() + "] on " + target.node()
                        + "; expected that every route of the contract is there.");
        recorder.value("content-type", answer.mediaType().isEmpty() ? "none" : answer.mediaType());
        recorder.value("sign-in", needsSignIn(answer) ? "required" : "not required");
    }

    private static boolean needsSignIn(Answer answer) {
        return answer.status() == 401
                || answer.status() == 403
                || answer.status() / 100 == 3
                        && Sight.isSignIn(answer.header("Location").orElse(""));
    }

    private static Optional<Page> page(Contract contract, Route route) {
        return contract.pages().stream()
                .filter(page -> route.method().equals("GET") && page.path().equals(route.path()))
                .findFirst();
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

    /** Each route, page, call and smoke path. */
    static final class Routes extends Cases {
        Routes() {
            super(
                    "routes, pages, api or smoke",
                    contract -> routes(contract).keySet().stream().map(name -> Case.of("route", name)));
        }
    }
}
