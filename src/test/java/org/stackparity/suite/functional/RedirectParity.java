package org.stackparity.suite.functional;

import java.util.Optional;
import org.stackparity.environment.Contract;
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
import org.stackparity.suite.junit.NotObservedException;
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
        String declared = target.subject().get("path");
        Trail trail = session.follow(locale.in(Ask.getDeclared(declared)));
        requireUnlimited(trail);
        Masking masking = Masking.of(target);
        int number = 0;
        for (Answer hop : trail.hops()) {
            number++;
            String path = "hop[" + number + "]";
            recorder.value(path + ".status", hop.status());
            hop.header("Location").ifPresent(location -> masking.record(recorder, path + ".location", location));
        }
        Answer first = trail.first();
        recorder.require(
                Trail.isRedirect(first),
                "no-redirect",
                "hop[1].status",
                () -> declared + " answered [" + first.status()
                        + "] without leading on; expected a redirect (3xx) with a Location.");
        requireEnd(target.contract(), trail, recorder);
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
                () -> declared + " led through more than [" + Session.MOST_REDIRECTS + "] redirects.");
    }

    private static void requireUnlimited(Trail trail) {
        if (trail.last().status() == 429) {
            throw new NotObservedException(trail.last().ask() + " answered [429]: the stack limits our requests.");
        }
    }

    /** A redirect that leads to nothing on both stacks leads nobody anywhere. */
    private static void requireEnd(Contract contract, Trail trail, Recorder recorder) {
        Answer last = trail.last();
        Optional<Integer> meant =
                contract.declaredStatus(last.ask().method(), last.ask().path());
        recorder.require(
                meant.map(status -> status == last.status()).orElse(last.isThere()),
                "http-" + last.status(),
                "end",
                () -> "The redirects end at " + last.ask() + ", which answered [" + last.status() + "]; expected ["
                        + meant.map(Object::toString).orElse("a page that exists") + "].");
    }

    /** Each path that redirects. */
    static final class Redirects extends Cases {
        Redirects() {
            super("redirects", contract -> contract.redirects().stream().map(path -> Case.of("path", path)));
        }
    }
}
