package org.stackparity.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.NodeRef;
import org.stackparity.model.Observation;
import org.stackparity.model.Outcome;
import org.stackparity.model.Role;

/** Whether every node that had to answer was seen; what was not seen is never the same. */
final class SightComparison {
    /** A node that is not seen in more than this fraction of its answers is not seen; one error of the check is enough. */
    private static final double UNSEEN = 0.2;

    private final List<Finding> findings = new ArrayList<>();
    private Optional<String> open = Optional.empty();

    SightComparison(CaseSamples samples) {
        for (Role role : Role.values()) {
            if (samples.nodes(role).isEmpty()) {
                add(samples, List.of(), "no node of the " + role.word() + " has to answer this case");
            }
        }
        samples.byNode().forEach((node, observations) -> {
            long seen = samples.observed(node).size();
            long unseen = observations.size() - seen;
            boolean broke = observations.stream().anyMatch(one -> one.outcome() == Outcome.ERROR);
            if (seen == 0 || broke || unseen > UNSEEN * observations.size()) {
                add(samples, List.of(node), reason(node, observations));
                if (seen > 0 && !broke) {
                    open = Optional.of(node + " was seen in " + seen + " of " + observations.size() + " answers");
                }
            }
        });
    }

    private void add(CaseSamples samples, List<NodeRef> nodes, String reason) {
        findings.add(samples.finding(
                "", FindingKind.NOT_OBSERVED, Optional.empty(), Optional.empty(), nodes, reason, Map.of()));
    }

    private static String reason(NodeRef node, List<Observation> observations) {
        return observations.stream()
                .filter(observation -> !observation.outcome().isObserved())
                .min(Comparator.comparing(observation -> observation.outcome() != Outcome.ERROR))
                .map(Observation::reason)
                .orElse(node + " gave no answer at all");
    }

    List<Finding> findings() {
        return findings;
    }

    Optional<String> open() {
        return open;
    }
}
