package org.stackparity.suite.functional;

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
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/** Features are on and off in the same places. */
@ParitySuite
final class ConfigurationParity {

    /** Keys whose values are compared without being shown. */
    private static final Pattern SECRET =
            Pattern.compile("(?i)passw|pwd|passphrase|secret|token|credential|signature|salt|(?<![a-z])keys?(?![a-z])"
                    + "|[a-z](?-i:Keys?)(?![a-z])|apikey");

    @ParityCheck(
            id = "FUN-07",
            name = "functional.configuration",
            version = 2,
            promise = "Every node runs with the same feature flags and business settings.",
            family = Family.FUNCTIONAL,
            severity = Severity.BLOCKER,
            cases = Configuration.class)
    void runsWithTheSameSettings(CheckTarget target, Recorder recorder) {
        String path = target.contract().configuration().orElseThrow();
        Answer answer = Http.of(target)
                .ask(target.node(), Ask.get(path).withHeader("Accept", "application/json"))
                .require(200);
        new JsonLeaves(Masking.of(target)).hiding(SECRET).record(Json.readSome(answer), "", recorder);
    }

    /** One case if the contract says where the configuration is told. */
    static final class Configuration extends Cases {
        Configuration() {
            super("configuration", contract -> contract.configuration().map(path -> Case.WHOLE).stream());
        }
    }
}
