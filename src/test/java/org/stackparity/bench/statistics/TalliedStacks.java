package org.stackparity.bench.statistics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stackparity.model.PlannedCase;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Role;
import org.stackparity.suite.client.Occasions;

/** Answers the tally of a pass: how many requests each node was sent, and how many of them failed. */
final class TalliedStacks implements Answering {
    /** Of 500 that are spread over half a minute, those of five seconds. */
    private static final int REQUESTS_OF_A_MOMENT = 80;

    private final Map<Role, ErrorModel.Requests> stacks;
    private final int requests;

    /** @param requests that a node is sent in a pass */
    TalliedStacks(ErrorModel.Requests primary, ErrorModel.Requests failover, int requests) {
        this.stacks = Map.of(Role.PRIMARY, primary, Role.FAILOVER, failover);
        this.requests = requests;
    }

    @Override
    public void answer(PlannedCheck check, List<PlannedCase> asked, Pass pass, Recording recording) {
        for (PlannedCase each : asked) {
            stacks.forEach((role, stack) -> {
                int errors = 0;
                Occasions occasions = new Occasions(REQUESTS_OF_A_MOMENT);
                for (int request = 0; request < requests; request++) {
                    if (stack.nextFails()) {
                        errors++;
                        occasions.at(request);
                    }
                }
                Map<String, String> values = values(requests, errors);
                values.put("rate.occasions", Integer.toString(occasions.count()));
                recording.add(role, check.check(), each.subject(), pass.firstRound(), Optional.empty(), values);
            });
        }
    }

    static Map<String, String> values(long requests, long errors) {
        Map<String, String> values = new TreeMap<>();
        values.put("rate.requests", Long.toString(requests));
        values.put("rate.errors", Long.toString(errors));
        values.put("error-kinds", errors == 0 ? "none" : "http-500 " + errors);
        return values;
    }
}
