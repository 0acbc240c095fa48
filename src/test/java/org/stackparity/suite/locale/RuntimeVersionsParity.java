package org.stackparity.suite.locale;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.stackparity.model.Case;
import org.stackparity.model.Family;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.Answer;
import org.stackparity.suite.client.Ask;
import org.stackparity.suite.client.Cases;
import org.stackparity.suite.client.Http;
import org.stackparity.suite.client.Json;
import org.stackparity.suite.client.JsonLeaves;
import org.stackparity.suite.client.Masking;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What formats and sorts is the same software with the same data. */
@ParitySuite
final class RuntimeVersionsParity {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[_.-]");
    /** What the runtime says about clocks, locales and the moment is no version; other checks ask for most of it. */
    private static final Set<String> NO_VERSION = Set.of(
            "zone",
            "offset",
            "uptime",
            "started",
            "start",
            "instant",
            "now",
            "pid",
            "node",
            "host",
            "locale",
            "encoding");

    @ParityCheck(
            id = "LOC-08",
            name = "locale.runtime-versions",
            promise = "Runtime and locale data are of the same versions on every node.",
            family = Family.LOCALE,
            severity = Severity.MAJOR,
            deterministic = true,
            cases = Runtime.class)
    void runsTheSameVersions(CheckTarget target, Recorder recorder) {
        String path = target.contract().runtime().orElseThrow();
        Answer answer = Http.of(target)
                .ask(target.node(), Ask.get(path).withHeader("Accept", "application/json"))
                .require(200);
        JsonNode versions = Json.read(answer);
        if (versions instanceof ObjectNode fields) {
            fields.propertyNames().stream()
                    .filter(name -> !isVersion(name))
                    .toList()
                    .forEach(fields::remove);
        }
        if (versions.isEmpty()) {
            throw new NotObservedException(path + " names no version.");
        }
        new JsonLeaves(Masking.of(target)).record(versions, "", recorder);
    }

    private static boolean isVersion(String name) {
        return BETWEEN_WORDS
                .splitAsStream(name)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .noneMatch(NO_VERSION::contains);
    }

    /** One case if the contract says where the runtime is told. */
    static final class Runtime extends Cases {
        Runtime() {
            super("runtime", contract -> contract.runtime().map(path -> Case.WHOLE).stream());
        }
    }
}
