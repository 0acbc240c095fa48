package org.stackparity.environment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Finds what no schema can say about a contract. */
final class ContractRules {
    private final Faults faults;
    private final Repeats repeats;

    ContractRules(Faults faults) {
        this.faults = faults;
        this.repeats = new Repeats(faults);
    }

    void check(YamlDocument document) {
        YamlValue root = document.root();
        checkRepeats(root);
        checkPhrases(root);
        checkSignIn(root);
        checkSessionEndpoints(root.get("latency"));
        checkErrorRates(root.get("errors"));
        new JourneyRules(faults).check(root);
    }

    /** Whatever becomes a case of a check must be named once. */
    private void checkRepeats(YamlValue root) {
        repeatedPaths(root.get("pages"), "path");
        repeatedPaths(root.get("routes"), "route");
        repeatedPaths(root.get("error-pages"), "route");
        repeats.check(root.get("api"), "get");
        repeats.check(root.get("processes"), "name");
        repeats.check(root.get("subscriptions").get("schedules"), "name");
        repeats.check(root.get("dependencies"), "name");
    }

    /** The entries are either text or a mapping that has it by a key. */
    private void repeatedPaths(YamlValue list, String key) {
        UnaryOperator<YamlValue> path = entry -> entry.findText().isPresent() ? entry : entry.get(key);
        repeats.check(list.items(), path, entry -> path.apply(entry).findText());
    }

    private void checkPhrases(YamlValue root) {
        if (root.get("locales").items().stream().anyMatch(faults::isKnown)) {
            return;
        }
        List<String> locales = root.get("locales").texts();
        for (YamlValue page : root.get("pages").items()) {
            page.get("phrases").entries().forEach((locale, phrase) -> {
                if (!locales.contains(locale) && !faults.isKnown(phrase)) {
                    faults.addAboutKey(
                            page.get("phrases"),
                            locale,
                            "has the key " + Quoted.text(locale) + "; expected " + oneOf(locales, "locales") + "."
                                    + NearestWord.hint(locale, locales));
                }
            });
        }
    }

    private void checkSignIn(YamlValue root) {
        YamlValue journey = root.get("sign-in").get("journey");
        Set<String> journeys = root.get("journeys").entries().keySet();
        Optional<String> unknown = journey.findText().filter(name -> !journeys.contains(name));
        unknown.ifPresent(name -> faults.add(
                journey,
                "is " + Quoted.text(name) + "; expected " + oneOf(List.copyOf(journeys), "journeys") + "."
                        + NearestWord.hint(name, journeys)));
    }

    private void checkSessionEndpoints(YamlValue latency) {
        List<String> endpoints = latency.get("endpoints").texts();
        for (YamlValue endpoint : latency.get("session-endpoints").items()) {
            Optional<String> unknown = endpoint.findText().filter(path -> !endpoints.contains(path));
            unknown.ifPresent(path -> faults.add(
                    endpoint,
                    "is " + Quoted.text(path) + "; expected " + oneOf(endpoints, "latency.endpoints") + "."
                            + NearestWord.hint(path, endpoints)));
        }
    }

    private static String oneOf(List<String> words, String key) {
        return words.isEmpty() ? "one of " + key + ", which has none" : "one of " + key + ": " + Words.choice(words);
    }

    private void checkErrorRates(YamlValue errors) {
        Optional<Double> acceptable = rate(errors.get("acceptable"), Contract.ErrorRates.DEFAULT.acceptable());
        Optional<Double> unacceptable = rate(errors.get("unacceptable"), Contract.ErrorRates.DEFAULT.unacceptable());
        if (acceptable.isPresent() && unacceptable.isPresent() && acceptable.get() >= unacceptable.get()) {
            YamlValue said = errors.get("unacceptable").asOptional().orElse(errors.get("acceptable"));
            faults.add(
                    said,
                    "is " + Quoted.value(said.node())
                            + "; expected errors.acceptable below errors.unacceptable, like 0.1% and 1%.");
        }
    }

    /** The rate or its default; empty if it is not a rate. */
    private static Optional<Double> rate(YamlValue rate, double byDefault) {
        if (!rate.isPresent()) {
            return Optional.of(byDefault);
        }
        try {
            return rate.findText().map(Units::parsePercent);
        } catch (IllegalArgumentException exception) {
            // the schema has said so
            return Optional.empty();
        }
    }
}
