package org.stackparity.suite.subscription;

import java.util.List;
import java.util.stream.Collectors;
import org.stackparity.environment.Contract;
import org.stackparity.model.Case;
import org.stackparity.model.Family;
import org.stackparity.model.Safety;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.Ask;
import org.stackparity.suite.client.Http;
import org.stackparity.suite.client.Json;
import org.stackparity.suite.client.JsonLeaves;
import org.stackparity.suite.client.Masking;
import org.stackparity.suite.junit.CaseSource;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Every node computes the same instants for coming charges: at the ends of months, on 29 February, across summer time. */
@ParitySuite
class NextChargesParity {

    @ParityCheck(
            id = "SUB-15",
            name = "subscription.next-charges",
            promise = "The next charges of a subscription fall on the same instants, whichever server computes them.",
            family = Family.SUBSCRIPTION,
            severity = Severity.BLOCKER,
            safety = Safety.S1,
            deterministic = true,
            once = true,
            cases = DryRuns.class)
    void nextChargesAreTheSame(CheckTarget target, Recorder recorder) {
        Ask ask = Ask.get(target.subject().get("dry-run"));
        JsonNode answer = Json.readSome(Http.of(target).ask(target.node(), ask).require(200));
        new JsonLeaves(Masking.of(target)).record(withVectorsAsLines(answer), "", recorder);
    }

    /** A list of instants is one value, a line each: where one of them drifts, the rest mostly does, for one reason. */
    static JsonNode withVectorsAsLines(JsonNode node) {
        if (node.isArray() && !node.isEmpty() && node.valueStream().allMatch(JsonNode::isValueNode)) {
            return StringNode.valueOf(node.valueStream().map(JsonNode::asString).collect(Collectors.joining("\n")));
        }
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> copy.set(field.getKey(), withVectorsAsLines(field.getValue())));
            return copy;
        }
        return node;
    }

    /** One case per dry run. */
    static final class DryRuns implements CaseSource {
        @Override
        public List<Case> cases(Contract contract) {
            return contract.subscriptions().stream()
                    .flatMap(subscriptions -> subscriptions.nextCharges().stream())
                    .map(path -> Case.of("dry-run", path))
                    .toList();
        }

        @Override
        public String input() {
            return "subscriptions.next-charges";
        }
    }
}
