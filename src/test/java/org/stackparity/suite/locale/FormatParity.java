package org.stackparity.suite.locale;

import java.util.List;
import java.util.Map;
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
        LocaleChoice locale = new LocaleChoice(
                target.contract().localeSelection(), target.subject().get("locale"));
        Answer answer = new Rest(Http.of(target).session(target.node()), locale)
                .get(target.contract().formats().orElseThrow())
                .require(200);
        new JsonLeaves(target.contract(), Map.of(), List.of(), Masking.of(target))
                .record(Json.read(answer), "", recorder);
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
