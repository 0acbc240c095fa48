package org.stackparity.suite.junit;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.stackparity.environment.Environment.Limits;
import org.stackparity.environment.Pair;
import org.stackparity.model.Effort;
import org.stackparity.model.PlannedCase;
import org.stackparity.model.Role;

/** Says what a check costs. Each check counts as if it were asked alone: pages that several look at are fetched once. */
final class Efforts {
    private Efforts() {}

    /** @param rounds how often each node of an environment is asked */
    static Effort of(Pair pair, ParityCheck annotation, CaseSource source, List<PlannedCase> cases, int rounds) {
        Map<Role, Long> requests = new EnumMap<>(Role.class);
        Duration work = Duration.ZERO;
        Duration beside = Duration.ZERO;
        for (Role role : Role.values()) {
            long sent = 0;
            long connects = 0;
            for (PlannedCase planned : cases) {
                Load load = source.load(pair.contract(), planned.subject()).orElseGet(() -> load(annotation, planned));
                int nodes = planned.nodesOf(role).size();
                sent += (long) load.requests() * nodes * rounds;
                connects += (long) load.connects() * nodes;
                beside = longer(beside, load.beside());
            }
            Limits limits = pair.environment(role).web().limits();
            requests.put(role, sent);
            work = work.plus(time(sent, limits, annotation));
            beside = longer(beside, perSecond((long) (connects / Load.SHARE_OF_CONNECTS), limits.connectsPerSecond()));
        }
        return new Effort(requests, work, beside, annotation.countsAllRequests());
    }

    /** A case of a host is asked from inside, in one script for all checks. */
    private static Load load(ParityCheck annotation, PlannedCase planned) {
        return Load.ofRequests(planned.subject().find("host-role").isPresent() ? 0 : annotation.requests());
    }

    /** As long as the limit per second demands, and no shorter than the answers take. */
    private static Duration time(long requests, Limits limits, ParityCheck annotation) {
        int atOnce = Math.min(annotation.atOnce(), limits.connections());
        return longer(
                perSecond(requests, limits.requestsPerSecond()),
                Duration.ofMillis(requests * annotation.estimateMillis() / atOnce));
    }

    private static Duration perSecond(long times, int limit) {
        return Duration.ofMillis(times * 1_000 / limit);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
