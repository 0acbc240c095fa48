package org.stackparity.suite.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stackparity.environment.Contract;
import org.stackparity.environment.Contract.Journey;
import org.stackparity.environment.Contract.Step;
import org.stackparity.environment.Secret;
import org.stackparity.model.Fault;
import org.stackparity.model.NodeRef;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.Recorder;
import org.stackparity.suite.junit.Scope;
import org.stackparity.suite.junit.StackException;

/**
 * Walks through the shop step by step as one visitor of one node, and takes down what the journey observes as
 * {@code step[3].total}. A step that goes wrong ends the walk with a fault that names it.
 */
public final class JourneyWalk {
    private static final Pattern TAKEN = Pattern.compile("\\$\\{([\\w.-]+)}");

    private final Rest rest;
    private final Masking masking;
    private final Map<String, Secret> secrets;
    private final Map<String, String> taken = new LinkedHashMap<>();

    /** A walk of a fresh visitor of the target's node, in the default language. */
    public JourneyWalk(CheckTarget target) {
        this(
                Http.of(target).session(target.node()),
                new LocaleChoice(target.contract().localeSelection(), Visits.defaultLocale(target.contract())),
                Masking.of(target),
                target.round().secrets());
    }

    /** A walk that lasts for a pass, of a fresh visitor of the stack as customers reach it, in the default language. */
    public static JourneyWalk ofSite(Scope pass) {
        return of(pass, NodeRef.SITE);
    }

    /** A walk that lasts for a pass, of a fresh visitor of a node, in the default language. */
    public static JourneyWalk of(Scope pass, String node) {
        Contract contract = pass.contract();
        return new JourneyWalk(
                Http.of(pass, pass).session(node),
                new LocaleChoice(contract.localeSelection(), Visits.defaultLocale(contract)),
                Masking.of(pass),
                pass.secrets());
    }

    JourneyWalk(Session session, LocaleChoice locale, Masking masking, Map<String, Secret> secrets) {
        this.rest = new Rest(session, locale);
        this.masking = masking;
        this.secrets = secrets;
    }

    /** The journey of that name; it is there, since the case names it. */
    public static Journey find(Contract contract, String name) {
        return contract.journeys().stream()
                .filter(journey -> journey.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The contract has no journey [" + name + "]."));
    }

    /**
     * Takes all steps of the journey.
     *
     * @throws StackException if a step is answered with another status than it expects, or without a value that later
     *     steps need
     */
    public void walk(Journey journey, Recorder recorder) {
        int number = 0;
        for (Step step : journey.steps()) {
            number++;
            take(step, "step[" + number + "]", number + " of " + journey.name(), recorder);
        }
    }

    private void take(Step step, String path, String spoken, Recorder recorder) {
        String words = "Step " + spoken + " (" + step.method() + " " + step.path() + ")";
        Answer answer = send(step, this::filled);
        requireStatus(step, answer, words);
        recorder.value(path + ".status", answer.status());
        step.take().forEach((name, selector) -> {
            String value = Selector.parse(selector)
                    .find(answer, rest.session())
                    .orElseThrow(() -> missing(words, name, selector));
            masking.requireNothingForeign(recorder, path + "." + name, masking.foreign(value));
            taken.put(name, value);
        });
        if (!step.observe().isEmpty()) {
            observe(step, path, words, MaskedAnswer.of(answer, masking.declared()), recorder);
        }
    }

    private void observe(Step step, String path, String words, MaskedAnswer answer, Recorder recorder) {
        step.observe().forEach((name, selector) -> {
            String place = path + "." + name;
            Optional<String> value = answer.observe(Selector.parse(selector), rest.session());
            if (recorder.require(
                    value.isPresent(),
                    "missing-value",
                    place,
                    () -> words + " shows nothing at [" + selector + "] where [" + name + "] is observed.")) {
                masking.record(recorder, place, hidden(value.orElseThrow()));
            }
        });
    }

    /**
     * Sends one step, with what it sends by reference; whatever the answer is.
     *
     * @param filler puts values in the place of names, in the path, the form and the JSON
     */
    public Answer send(Step step, UnaryOperator<String> filler) {
        Map<String, String> form = new LinkedHashMap<>();
        step.form().forEach((name, value) -> form.put(name, revealed(filler.apply(value))));
        Ask ask = Ask.of(step.method(), filler.apply(step.path()));
        return rest.send(
                ask.path().equals(step.path()) ? ask : ask.named(step.path()),
                form,
                step.json().map(filler).map(this::revealed));
    }

    /**
     * Refuses an answer with another status than the step expects.
     *
     * @param words the step, for the message
     * @throws StackException if it has
     */
    public static void requireStatus(Step step, Answer answer, String words) {
        boolean isExpected =
                step.status().map(status -> status == answer.status()).orElse(answer.status() < 400);
        if (!isExpected) {
            String expected = step.status().map(Object::toString).orElse("below 400");
            Fault fault = new Fault(
                    "http-" + answer.status(),
                    "",
                    words + " answered [" + answer.status() + "]; expected [" + expected + "].");
            // a path that an earlier step took is not the same in another journey
            boolean isKnown = step.path().startsWith("/");
            throw new StackException(isKnown ? fault.with("request", step.method() + " " + step.path()) : fault);
        }
    }

    private static StackException missing(String words, String name, String selector) {
        return new StackException(new Fault(
                "missing-value",
                "",
                words + " has nothing at [" + selector + "] where later steps take [" + name + "]."));
    }

    /** The text with the values that earlier steps took. */
    private String filled(String text) {
        return TAKEN.matcher(text).replaceAll(found -> {
            String value = taken.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("The journey uses [" + found.group() + "], which no earlier step"
                        + " took; it took " + taken.keySet() + ".");
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** The text with what it sends by reference; never for a path, since paths stand in messages. */
    private String revealed(String text) {
        String revealed = text;
        for (Map.Entry<String, Secret> secret : secrets.entrySet()) {
            revealed = revealed.replace(secret.getKey(), secret.getValue().reveal());
        }
        return revealed;
    }

    /** What a page says, with references in place of the secrets that it repeats. */
    private String hidden(String text) {
        String hidden = text;
        for (Map.Entry<String, Secret> secret : secrets.entrySet()) {
            hidden = hidden.replace(secret.getValue().reveal(), secret.getKey());
        }
        return hidden;
    }
}
