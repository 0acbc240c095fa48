package org.stackparity.suite.functional;

import org.stackparity.environment.Contract.VersionEndpoint;
import org.stackparity.model.Case;
import org.stackparity.model.Family;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.Answer;
import org.stackparity.suite.client.Ask;
import org.stackparity.suite.client.Cases;
import org.stackparity.suite.client.Http;
import org.stackparity.suite.client.Json;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;
import tools.jackson.databind.JsonNode;

/** Whichever node a customer meets, it runs the same release. */
@ParitySuite
final class BuildParity {

    @ParityCheck(
            id = "FUN-01",
            name = "functional.build",
            promise = "Every node of both stacks runs the same build.",
            family = Family.FUNCTIONAL,
            severity = Severity.BLOCKER,
            deterministic = true,
            cases = Version.class)
    void runsTheSameBuild(CheckTarget target, Recorder recorder) {
        VersionEndpoint endpoint = target.contract().version().orElseThrow();
        Answer answer = Http.of(target)
                .ask(target.node(), Ask.get(endpoint.path()).withHeader("Accept", "application/json"))
                .require(200);
        JsonNode tree = Json.read(answer);
        for (String field : endpoint.fields()) {
            String path = field.substring(1).replace('/', '.');
            JsonNode value = tree.at(field);
            if (recorder.require(
                    value.isValueNode() && !value.isNull(),
                    "missing-field",
                    path,
                    () -> endpoint.path() + " says nothing at [" + field + "], which names the build.")) {
                recorder.value(path, value.asString());
            }
        }
    }

    /** One case if the contract says where a node tells its build. */
    static final class Version extends Cases {
        Version() {
            super("version", contract -> contract.version().map(version -> Case.WHOLE).stream());
        }
    }
}
