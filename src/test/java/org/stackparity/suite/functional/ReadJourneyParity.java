package org.stackparity.suite.functional;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stackparity.environment.Contract;
import org.stackparity.environment.Contract.ApiCall;
import org.stackparity.environment.Contract.Journey;
import org.stackparity.model.Case;
import org.stackparity.model.Comparison;
import org.stackparity.model.Family;
import org.stackparity.model.Safety;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.Answer;
import org.stackparity.suite.client.Http;
import org.stackparity.suite.client.JourneyWalk;
import org.stackparity.suite.client.Json;
import org.stackparity.suite.client.JsonLeaves;
import org.stackparity.suite.client.LocaleChoice;
import org.stackparity.suite.client.Masking;
import org.stackparity.suite.client.Rest;
import org.stackparity.suite.client.Visits;
import org.stackparity.suite.junit.CaseSource;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/** A visitor who only looks around sees the same shop. */
@ParitySuite
final class ReadJourneyParity {
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 429);

    @ParityCheck(
            id = "FUN-04",
            name = "functional.read-journeys",
            promise = "Every page and every read-only call shows the same content on both stacks.",
            family = Family.FUNCTIONAL,
            severity = Severity.CRITICAL,
            safety = Safety.S1,
            cases = Reads.class,
            rules = {
                @ParityCheck.Rule(paths = "text", comparison = Comparison.LINES),
                @ParityCheck.Rule(paths = "structure", comparison = Comparison.LINES)
            })
    void showsTheSame(CheckTarget target, Recorder recorder) {
        if (target.subject().find("page").isPresent()) {
            Visits.ofCase(target).seen().record(Masking.of(target), recorder);
        } else if (target.subject().find("api").isPresent()) {
            call(target, recorder);
        } else {
            new JourneyWalk(target)
                    .walk(JourneyWalk.find(target.contract(), target.subject().get("journey")), recorder);
        }
    }

    private static void call(CheckTarget target, Recorder recorder) {
        Contract contract = target.contract();
        ApiCall call = contract.api().stream()
                .filter(one -> one.path().equals(target.subject().get("api")))
                .findFirst()
                .orElseThrow();
        Rest rest = new Rest(
                Http.of(target).session(target.node()),
                new LocaleChoice(contract.localeSelection(), Visits.defaultLocale(contract)));
        Answer answer = rest.get(call.path());
        if (answer.status() != call.status() && REFUSALS.contains(answer.status())) {
            throw new NotObservedException(answer.ask() + " answered [" + answer.status()
                    + "]: the stack refuses us or limits our requests, so the answer was not seen.");
        }
        answer.require(call.status());
        recorder.value("status", answer.status());
        new JsonLeaves(Masking.of(target), call).record(Json.read(answer), "body", recorder);
    }

    /** Pages, calls, and the journeys that do not write. */
    static final class Reads implements CaseSource {
        @Override
        public List<Case> cases(Contract contract) {
            List<Case> cases = new ArrayList<>();
            contract.pages().forEach(page -> cases.add(Case.of("page", page.path())));
            contract.api().forEach(call -> cases.add(Case.of("api", call.path())));
            contract.journeys().stream()
                    .filter(journey -> !journey.writes())
                    .map(Journey::name)
                    .forEach(name -> cases.add(Case.of("journey", name)));
            return cases;
        }

        @Override
        public String input() {
            return "pages, api or journeys";
        }
    }
}
