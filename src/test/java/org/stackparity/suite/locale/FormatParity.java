package org.stackparity.suite.locale;

import java.util.Map;
import java.util.TreeMap;
import org.stackparity.model.Family;
import org.stackparity.model.Safety;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.Answer;
import org.stackparity.suite.client.Cases;
import org.stackparity.suite.client.Http;
import org.stackparity.suite.client.Json;
import org.stackparity.suite.client.JsonLeaves;
import org.stackparity.suite.client.LocaleChoice;
import org.stackparity.suite.client.Masking;
import org.stackparity.suite.client.Rest;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/** Prices, dates and numbers are written the same to the last code point. */
@ParitySuite
final class FormatParity {
    /** Paths of what is written as in the default language: more of it on one stack is what a missing catalog predicts. */
    private static final String IN_DEFAULT_LANGUAGE = "in-default-language";

    @ParityCheck(
            id = "LOC-05",
            name = "locale.formats",
            promise = "Numbers, amounts, dates and plurals are written the same, code point by code point.",
            family = Family.LOCALE,
            severity = Severity.CRITICAL,
            safety = Safety.S1,
            deterministic = true,
            cases = Formats.class)
    void writesTheSame(CheckTarget target, Recorder recorder) {
        String locale = target.subject().get("locale");
        String inDefault = target.contract().locales().get(0);
        record(target, locale, recorder);
        if (!locale.equals(inDefault)) {
            Recorder ofDefault = new Recorder();
            record(target, inDefault, ofDefault);
            Map<String, String> shared = new TreeMap<>(recorder.values());
            shared.entrySet().retainAll(ofDefault.values().entrySet());
            shared.forEach((path, value) -> recorder.value(IN_DEFAULT_LANGUAGE + "[" + path + "]", value));
        }
    }

    private static void record(CheckTarget target, String locale, Recorder recorder) {
        LocaleChoice choice = new LocaleChoice(target.contract().localeSelection(), locale);
        Answer answer = new Rest(Http.of(target).session(target.node()), choice)
                .get(target.contract().formats().orElseThrow())
                .require(200);
        new JsonLeaves(Masking.of(target)).record(Json.readSome(answer), "", recorder);
    }

    /** Each language, if the contract says where formatted values are. */
    static final class Formats extends Cases {
        Formats() {
            super(
                    "formats and locales",
                    contract ->
                            contract.formats().stream().flatMap(path -> new Cases.Locales().cases(contract).stream()));
        }
    }
}
