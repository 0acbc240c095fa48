package org.stackparity.suite.client;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.stackparity.environment.Contract;
import org.stackparity.model.Fault;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.StackException;

/** Decides whether the page that was asked for was seen, or something else in its place. */
public final class Sight {
    private static final Pattern SIGN_IN =
            Pattern.compile("(?i)/(?:login|log-in|signin|sign-in|sso|saml|oauth2?|authorize|auth)(?:[/.?;]|$)");
    private static final List<String> CHALLENGES = List.of(
            "#challenge-form",
            "#cf-wrapper",
            ".g-recaptcha",
            ".h-captcha",
            ".cf-turnstile",
            "iframe[src*=captcha]",
            "iframe[src*=_Incapsula_]",
            "script[src*=challenge-platform]",
            "script[src*=captcha-delivery]",
            "#px-captcha");
    private static final Pattern ACCOUNT =
            Pattern.compile("(?i)log-?in|sign-?in|sign-?up|regist|account|password|join");
    private static final int FEWEST_WORDS_BESIDE_A_FORM = 40;
    // A page whose body says less has not said anything: the longest "loading" of script shells is shorter.
    private static final int FEWEST_LETTERS = 3;

    private Sight() {}

    /** Whether a path is that of a sign-in, by the words that sites use. */
    public static boolean isSignIn(String location) {
        return SIGN_IN.matcher(location).find();
    }

    /**
     * The answer that holds the page.
     *
     * @throws NotObservedException if another page stands in its place, or one without content
     * @throws StackException if the stack failed to answer with the page
     */
    public static Answer require(Contract.Page page, Trail trail) {
        Answer answer = trail.last();
        Optional<Document> html = answer.isHtml() ? Optional.of(SeenPage.parse(answer)) : Optional.empty();
        boolean marked = html.map(document -> isMarked(page, document))
                .orElse(answer.body().bytes().length > 0);
        boolean isShort = page.marker().isEmpty()
                && html.stream().anyMatch(document -> words(document.body()) < FEWEST_WORDS_BESIDE_A_FORM);
        if (!marked || isShort || answer.status() != page.status()) {
            refuseChallenge(page, answer, html);
        }
        if (!isSignIn(page.path()) && trail.wasRedirected()) {
            refuseSignIn(page, trail);
        }
        if (answer.status() == 401) {
            throw new NotObservedException(page.path() + " asks for credentials [401] instead of showing the page.");
        }
        if (trail.end() == Trail.End.TOO_LONG) {
            throw new StackException(new Fault(
                    "redirect-loop",
                    "",
                    page.path() + " led through more than [" + Session.MOST_REDIRECTS + "] redirects."));
        }
        if (trail.end() == Trail.End.LEFT) {
            throw new NotObservedException(page.path() + " leads off the stack's own hosts to ["
                    + withoutQuery(answer.header("Location").orElse("")) + "], which is not followed.");
        }
        answer.require(page.status());
        html.ifPresent(document -> refuseSignInForm(page, document));
        if (!marked) {
            throw new NotObservedException(unmarked(page, html));
        }
        return answer;
    }

    private static boolean isMarked(Contract.Page page, Document document) {
        if (page.marker().isPresent()) {
            return document.selectFirst(Selector.parse(page.marker().get()).where()) != null;
        }
        Element main = document.selectFirst("main, [role=main]");
        return letters(main == null ? document.body() : main) >= FEWEST_LETTERS;
    }

    private static int words(Element element) {
        return element.text().split("\\s+").length;
    }

    private static long letters(Element element) {
        return element.text().codePoints().filter(Character::isLetterOrDigit).count();
    }

    private static void refuseChallenge(Contract.Page page, Answer answer, Optional<Document> html) {
        boolean mitigated = answer.header("cf-mitigated").isPresent()
                || answer.header("x-datadome").isPresent() && answer.status() == 403;
        if (mitigated) {
            throw new NotObservedException(page.path() + " was answered by a bot protection; let the runner through"
                    + " with web.access.headers.");
        }
        for (String challenge : CHALLENGES) {
            if (html.isPresent() && html.get().selectFirst(challenge) != null) {
                throw new NotObservedException(page.path() + " shows a challenge [" + challenge
                        + "] instead of the page; let the runner through with web.access.headers.");
            }
        }
    }

    private static void refuseSignIn(Contract.Page page, Trail trail) {
        for (Answer hop : trail.hops()) {
            String location = hop.header("Location").orElse("");
            if (Trail.isRedirect(hop) && isSignIn(location)) {
                throw new NotObservedException(page.path() + " leads to a sign-in [" + withoutQuery(location)
                        + "] instead of showing the page; declare sign-in, or ask it as a route.");
            }
        }
    }

    /** A short page around a password is a sign-in, unless the page is one or its marker says what it is. */
    private static void refuseSignInForm(Contract.Page page, Document document) {
        if (page.marker().isPresent() || ACCOUNT.matcher(page.path()).find()) {
            return;
        }
        Element content = document.selectFirst("main, [role=main]");
        Element around = content == null ? document.body() : content;
        if (around.selectFirst("input[type=password]") != null && words(around) < FEWEST_WORDS_BESIDE_A_FORM) {
            throw new NotObservedException(
                    page.path() + " shows a sign-in form instead of the page; declare sign-in, or"
                            + " the page's marker if the form belongs to it.");
        }
    }

    /** Queries of redirects carry tokens, and their addresses logins; neither has a place in a message. */
    private static String withoutQuery(String location) {
        return PersonalData.mask(Trail.placeOf(location));
    }

    private static String unmarked(Contract.Page page, Optional<Document> html) {
        if (page.marker().isPresent()) {
            return page.path() + " answered, but nothing on it matches its marker ["
                    + page.marker().get() + "].";
        }
        boolean shell = html.isPresent() && !html.get().select("script").isEmpty();
        return page.path()
                + (shell
                        ? " is a shell of scripts without text; a browser would be needed to see it."
                        : " answered without any text.");
    }
}
