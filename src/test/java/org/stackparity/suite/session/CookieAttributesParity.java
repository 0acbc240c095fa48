package org.stackparity.suite.session;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.stackparity.environment.Contract;
import org.stackparity.model.Case;
import org.stackparity.model.Family;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.Answer;
import org.stackparity.suite.client.Ask;
import org.stackparity.suite.client.Http;
import org.stackparity.suite.client.Masking;
import org.stackparity.suite.junit.CaseSource;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/** Cookies are guarded alike on every node. Their values are never recorded. */
@ParitySuite
class CookieAttributesParity {

    @ParityCheck(
            id = "SES-03",
            version = 2,
            name = "session.cookie-attributes",
            promise = "A customer's cookies are guarded alike on both stacks.",
            family = Family.SESSION,
            severity = Severity.CRITICAL,
            cases = FirstPages.class)
    void cookiesAreGuardedAlike(CheckTarget target, Recorder recorder) {
        Answer answer = Http.of(target)
                .ask(target.node(), Ask.get(target.subject().get("page")))
                .requireNoServerError();
        Masking masking = Masking.of(target);
        recorder.value("status", answer.status());
        for (SetCookie cookie : SetCookie.of(answer)) {
            String path = "cookie[" + cookie.name() + "]";
            // browsers ignore a dot before it (RFC 6265, section 5.2.3)
            masking.record(
                    recorder,
                    path + ".Domain",
                    cookie.find("domain")
                            .map(domain -> domain.replaceFirst("^\\.", ""))
                            .orElse("host only"));
            recorder.value(path + ".Path", cookie.find("path").orElse("of the page"));
            recorder.value(path + ".Secure", Boolean.toString(cookie.has("secure")));
            recorder.value(path + ".HttpOnly", Boolean.toString(cookie.has("httponly")));
            recorder.value(path + ".SameSite", cookie.find("samesite").orElse("not set"));
            recorder.value(path + ".lifetime", cookie.lifetime(now(answer)));
        }
    }

    private static Instant now(Answer answer) {
        try {
            return answer.header("Date").map(SetCookie::date).orElseGet(Instant::now);
        } catch (DateTimeException e) {
            return Instant.now();
        }
    }

    /** The first page of the contract and the pages that use the session. */
    static final class FirstPages implements CaseSource {
        @Override
        public List<Case> cases(Contract contract) {
            Set<String> paths = new LinkedHashSet<>();
            contract.pages().stream().findFirst().ifPresent(page -> paths.add(page.path()));
            contract.latency().ifPresent(latency -> paths.addAll(latency.sessionEndpoints()));
            return paths.stream().map(path -> Case.of("page", path)).toList();
        }

        @Override
        public String input() {
            return "pages or latency.session-endpoints";
        }
    }
}
