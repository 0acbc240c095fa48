package org.stackparity.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.stackparity.model.Cause;
import org.stackparity.model.Finding;
import org.stackparity.model.NodeRef;

/**
 * A stack fails where customers enter, more than the nodes behind it explain. Predicts what is wrong with the answers
 * there to the paths that customers ask for, and the rate of all requests.
 */
final class EntranceRule implements CauseRule {
    private static final String SMOKE = "FUN-02";

    @Override
    public List<Cause> explain(Claims claims) {
        List<Cause> causes = new ArrayList<>();
        claims.unclaimedByNodes(finding -> isOfEntrance(finding) && !failsOnNodes(finding, claims))
                .forEach((sites, findings) -> causes.add(new Cause(
                        "entrance",
                        Wording.nodes(sites) + Wording.number(sites, " fails", " fail")
                                + " where customers enter, which the nodes behind do not explain: "
                                + Wording.shortly(tellingOf(findings).reason()) + why(findings),
                        Wording.worst(findings),
                        sites,
                        "Look at the balancer in front of the nodes: its pool, health checks, certificate and limits.",
                        claims.claim(findings::contains))));
        return causes;
    }

    /** A rate of requests that fail each time is theirs, whoever was the only one to send them. */
    private static boolean isOfEntrance(Finding finding) {
        return finding.subject().find("entrance").isPresent() && !FailedRequests.isMadeOfLasting(finding);
    }

    /** The kinds of fault that the paths have, like {@code certificate-expired}; empty where only a rate is known. */
    private static String why(List<Finding> findings) {
        String kinds = findings.stream()
                .filter(finding -> finding.findFact("rate").isEmpty())
                .flatMap(finding -> finding.findFact("fault").stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return kinds.isEmpty() ? "" : " [" + kinds + "]";
    }

    /** Whether nodes of the same stacks fail too, for no reason that is known: customers meet them at the entrance. */
    private static boolean failsOnNodes(Finding entrance, Claims claims) {
        return claims.unclaimed(SMOKE).stream()
                .anyMatch(finding -> finding.subject().find("smoke").isPresent()
                        && entrance.nodes().stream().map(NodeRef::role).anyMatch(finding::isOf));
    }

    /** The rate over all paths where there is one, since it says how many customers are met. */
    private static Finding tellingOf(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.findFact("rate").isPresent())
                .findFirst()
                .orElse(findings.get(0));
    }
}
