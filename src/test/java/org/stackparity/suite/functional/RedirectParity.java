package org.stackparity.suite.functional;

import org.stackparity.model.Case;
import org.stackparity.model.Family;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.Answer;
import org.stackparity.suite.client.Ask;
import org.stackparity.suite.client.Cases;
import org.stackparity.suite.client.Http;
import org.stackparity.suite.client.LocaleChoice;
import org.stackparity.suite.client.Masking;
import org.stackparity.suite.client.Session;
import org.stackparity.suite.client.Trail;
import org.stackparity.suite.client.Visits;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/** Old addresses, unencrypted ones and those of other host names lead to the same new ones, and never to the other site. */
@ParitySuite
final class RedirectParity {

    @ParityCheck(
            id = "HDR-04",
            name = "headers.redirects",
            promise = "Redirects lead by the same steps to the same place, and stay on the stack that was asked.",
            family = Family.FUNCTIONAL,
            severity = Severity.CRITICAL,
            cases = Redirects.class,
            requests = 2)
    void leadsToTheSamePlace(CheckTarget target, Recorder recorder) {
        LocaleChoice locale =
                new LocaleChoice(target.contract().localeSelection(), Visits.defaultLocale(target.contract()));
        Session session = Http.of(target).session(target.node());
        locale.in(session);
        Trail trail = session.follow(locale.in(Ask.getDeclared(target.subject().get("path"))));
        Masking masking = Masking.of(target);
        int number = 0;
        for (Answer hop : trail.hops()) {
            number++;
            String path = "hop[" + number + "]";
            recorder.value(path + ".status", hop.status());
            hop.header("Location").ifPresent(location -> masking.record(recorder, path + ".location", location));
        }
        trail.last().requireNoServerError();
        recorder.value(
                "end",
                switch (trail.end()) {
                    case ANSWERED -> "answered";
                    case LEFT -> "left the stack";
                    case TOO_LONG -> "went on";
                });
        recorder.require(
                trail.end() != Trail.End.TOO_LONG,
                "redirect-loop",
                "end",
                () -> target.subject().get("path") + " led through more than [" + Session.MOST_REDIRECTS
                        + "] redirects.");
    }

    /** Each path that redirects. */
    static final class Redirects extends Cases {
        Redirects() {
            super("redirects", contract -> contract.redirects().stream().map(path -> Case.of("path", path)));
        }
    }
}
