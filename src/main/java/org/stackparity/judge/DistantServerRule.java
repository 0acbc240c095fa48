package org.stackparity.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stackparity.model.Cause;
import org.stackparity.model.Finding;
import org.stackparity.model.NodeRef;

/**
 * A server that a host depends on stands in the other site, or far away. Predicts sockets to just that address, and pages
 * that are slower by a small number of round trips. Comes after the rule for session stores, which knows more of them.
 */
final class DistantServerRule implements CauseRule {
    private static final String ROUND_TRIPS = "LAT-02";
    private static final String SOCKETS = "NET-10";

    @Override
    public List<Cause> explain(Claims claims) {
        List<Cause> causes = new ArrayList<>();
        for (String fault : List.of("foreign-address", "over-budget")) {
            for (Finding finding : claims.unclaimed(ROUND_TRIPS)) {
                boolean isLeft = claims.unclaimed().contains(finding) && finding.isFault(fault);
                finding.subject()
                        .find("dependency")
                        .filter(any -> isLeft)
                        .ifPresent(server -> causes.add(cause(finding, server, claims)));
            }
        }
        return causes;
    }

    private static Cause cause(Finding first, String server, Claims claims) {
        List<NodeRef> nodes = first.nodes();
        List<Finding> ofServer = claims.unclaimed(ROUND_TRIPS).stream()
                .filter(finding -> finding.subject().equals(first.subject()) && nodes.containsAll(finding.nodes()))
                .filter(finding -> finding.isFault("foreign-address") || finding.isFault("over-budget"))
                .toList();
        Optional<Double> trip = ofServer.stream()
                .flatMap(finding -> finding.findNumber("roundTripMillis").stream())
                .findFirst();
        Optional<String> foreign = ofServer.stream()
                .filter(finding -> finding.isFault("foreign-address"))
                .flatMap(finding -> finding.findFact("address").stream())
                .findFirst();
        List<Finding> explained = claims.claim(finding -> ofServer.contains(finding)
                || (nodes.containsAll(finding.nodes())
                        && !finding.nodes().isEmpty()
                        && (isSocket(finding, foreign)
                                || trip.filter(millis -> ForeignStoreRule.isWait(finding, millis))
                                        .isPresent())));
        String who = Wording.nodes(nodes);
        boolean waits = explained.stream()
                .anyMatch(finding -> finding.findFact("excessMillis").isPresent());
        String fact = foreign.map(address -> who + Wording.number(nodes, " asks", " ask") + " for " + server
                        + " outside of the own site: [" + address + "]")
                .orElseGet(() -> who + Wording.number(nodes, " is", " are") + " far from " + server + ": "
                        + Wording.clause(first.reason()));
        String advice = foreign.isPresent()
                ? "Point " + server + " of " + who
                        + " at the own site's server, restart the application, and check that"
                        + " no socket into the other site is left."
                : "Look at the way from " + who + " to " + server
                        + ": the server's place, routes, switches and links that are full.";
        return new Cause(
                foreign.isPresent() ? "foreign-server" : "distant-server",
                fact + (waits ? ", and pages wait for it" : ""),
                Wording.worst(explained),
                nodes,
                advice,
                explained);
    }

    private static boolean isSocket(Finding finding, Optional<String> address) {
        return finding.check().value().equals(SOCKETS)
                && address.isPresent()
                && finding.findFact("address").equals(address);
    }
}
