package org.stackparity.suite.functional;

import java.util.List;
import java.util.stream.Stream;
import org.stackparity.environment.Contract.Cors;
import org.stackparity.model.Case;
import org.stackparity.model.Family;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.Answer;
import org.stackparity.suite.client.Ask;
import org.stackparity.suite.client.Cases;
import org.stackparity.suite.client.Http;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/** Partners' pages may use the API, and nobody else's. */
@ParitySuite
final class CrossOriginParity {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");

    @ParityCheck(
            id = "HDR-02",
            name = "headers.cross-origin",
            promise = "The same foreign origins may use the API from a browser, with the same methods.",
            family = Family.FUNCTIONAL,
            severity = Severity.CRITICAL,
            cases = Origins.class,
            requests = 5)
    void letsTheSameIn(CheckTarget target, Recorder recorder) {
        Cors cors = target.contract().cors().orElseThrow();
        String origin = target.subject().get("origin");
        Ask plain = Ask.get(cors.path()).withHeader("Origin", origin).withHeader("Accept", "application/json");
        Answer answer = Http.of(target).ask(target.node(), plain).requireHealthy(target.contract(), cors.path());
        boolean letIn = isLetIn(answer, origin);
        recorder.value("get.verdict", word(letIn));
        recorder.value("get.allow-origin", allowed(answer, origin));
        recorder.value(
                "get.credentials",
                answer.header("Access-Control-Allow-Credentials").orElse("none"));
        for (String method : METHODS) {
            Answer preflight = Http.of(target)
                    .ask(
                            target.node(),
                            Ask.of("OPTIONS", cors.path())
                                    .withHeader("Origin", origin)
                                    .withHeader("Access-Control-Request-Method", method)
                                    .withHeader("Access-Control-Request-Headers", "content-type"))
                    .requireNoServerError();
            recorder.value("preflight[" + method + "].verdict", word(isAllowed(preflight, origin, method)));
        }
        if (cors.allowed().contains(origin)) {
            recorder.require(
                    letIn,
                    "origin-denied",
                    "get.verdict",
                    () -> cors.path() + " does not let [" + origin + "] in, which the contract allows.");
        } else {
            recorder.require(
                    !letIn,
                    "origin-allowed",
                    "get.verdict",
                    () -> cors.path() + " lets [" + origin + "] in by allow-origin [" + allowed(answer, origin)
                            + "], which the contract denies.");
        }
    }

    /** As a browser decides it (Fetch standard, CORS check). */
    private static boolean isLetIn(Answer answer, String origin) {
        String allowed = answer.header("Access-Control-Allow-Origin").orElse("");
        return allowed.equals("*") || allowed.equals(origin);
    }

    private static boolean isAllowed(Answer preflight, String origin, String method) {
        var methods = HeaderDirectives.tokens(preflight, "Access-Control-Allow-Methods");
        // GET and POST need no permission of their own (CORS-safelisted methods).
        boolean isSafe = method.equals("GET") || method.equals("POST");
        return preflight.status() / 100 == 2
                && isLetIn(preflight, origin)
                && (isSafe || methods.contains("*") || methods.contains(method.toLowerCase(java.util.Locale.ROOT)));
    }

    private static String allowed(Answer answer, String origin) {
        String allowed = answer.header("Access-Control-Allow-Origin").orElse("none");
        return allowed.equals(origin) ? "the origin itself" : allowed;
    }

    private static String word(boolean letIn) {
        return letIn ? "allowed" : "denied";
    }

    /** Each origin that the contract names. */
    static final class Origins extends Cases {
        Origins() {
            super(
                    "cors",
                    contract -> contract.cors().stream()
                            .flatMap(cors -> Stream.concat(cors.allowed().stream(), cors.denied().stream()))
                            .map(origin -> Case.of("origin", origin)));
        }
    }
}
