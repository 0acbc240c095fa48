package org.stackparity.suite.functional;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stackparity.model.Family;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.Answer;
import org.stackparity.suite.client.Cases;
import org.stackparity.suite.client.Masking;
import org.stackparity.suite.client.Visits;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/** A customer's browser is told the same about what it may trust. */
@ParitySuite
final class SecurityHeaderParity {
    private static final List<String> PLAIN = List.of(
            "X-Frame-Options",
            "X-Content-Type-Options",
            "Referrer-Policy",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Embedder-Policy",
            "Cross-Origin-Resource-Policy");

    @ParityCheck(
            id = "HDR-01",
            name = "headers.security",
            promise = "Every page protects its reader with the same security headers.",
            family = Family.FUNCTIONAL,
            severity = Severity.CRITICAL,
            cases = Cases.Pages.class)
    void protectsTheReader(CheckTarget target, Recorder recorder) {
        Answer answer = Visits.ofCase(target).answer();
        Map<String, String> values = new LinkedHashMap<>();
        List<String> present = new ArrayList<>();
        parameters(answer, "Strict-Transport-Security", ";", present, values);
        policies(answer, "Content-Security-Policy", present, values);
        policies(answer, "Content-Security-Policy-Report-Only", present, values);
        parameters(answer, "Permissions-Policy", ",", present, values);
        for (String name : PLAIN) {
            if (note(answer, name, present)) {
                values.put(name, String.join(", ", answer.headers(name)).toLowerCase(Locale.ROOT));
            }
        }
        // Which headers there are is a value of its own, so that a page with none of them was seen all the same.
        recorder.value("present", present.isEmpty() ? "none" : String.join(", ", present));
        Masking masking = Masking.of(target);
        values.forEach((path, value) -> masking.record(recorder, path, value));
    }

    private static boolean note(Answer answer, String header, List<String> present) {
        boolean isThere = answer.header(header).isPresent();
        if (isThere) {
            present.add(header);
        }
        return isThere;
    }

    private static void parameters(
            Answer answer, String header, String separator, List<String> present, Map<String, String> values) {
        if (note(answer, header, present)) {
            put(values, header, HeaderDirectives.parameters(answer.headers(header), separator));
        }
    }

    private static void policies(Answer answer, String header, List<String> present, Map<String, String> values) {
        note(answer, header, present);
        int number = 0;
        for (String policy : answer.headers(header)) {
            number++;
            put(values, number == 1 ? header : header + "#" + number, HeaderDirectives.policy(policy));
        }
    }

    private static void put(Map<String, String> values, String path, Map<String, String> directives) {
        directives.forEach((name, value) -> values.put(path + "[" + name + "]", value));
    }
}
