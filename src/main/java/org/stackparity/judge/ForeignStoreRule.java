package org.stackparity.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stackparity.model.Cause;
import org.stackparity.model.Finding;
import org.stackparity.model.NodeRef;

/**
 * Sessions are kept in the other site. Predicts sockets to just that address, a long round trip to the store, and pages
 * that are slower by a small number of such round trips. Not that sessions end between its nodes: another secret shows the
 * same, and would be hidden.
 */
final class ForeignStoreRule implements CauseRule {
    /** A page makes at least a half and at most so many round trips to the store. */
    private static final double FEWEST_TRIPS = 0.5;

    private static final double MOST_TRIPS = 12;
    /** Where the round trip was not measured, so many milliseconds are the most that distance explains. */
    private static final double UNMEASURED_TRIP = 80;

    @Override
    public List<Cause> explain(Claims claims) {
        Map<String, List<NodeRef>> byAddress = new LinkedHashMap<>();
        claims.unclaimed("SES-04").stream()
                .filter(finding -> finding.isFault("foreign-address"))
                .forEach(finding -> finding.findFact("address")
                        .ifPresent(address -> byAddress
                                .computeIfAbsent(address, any -> new ArrayList<>())
                                .addAll(finding.nodes())));
        List<Cause> causes = new ArrayList<>();
        byAddress.forEach((address, nodes) -> cause(address, nodes, claims).ifPresent(causes::add));
        return causes;
    }

    /** Empty where an address before explains it already, as of a name that leads to several. */
    private static Optional<Cause> cause(String address, List<NodeRef> nodes, Claims claims) {
        double trip = claims.unclaimed("LAT-02").stream()
                .filter(finding ->
                        isSessions(finding) && finding.isFault("over-budget") && nodes.containsAll(finding.nodes()))
                .flatMap(finding -> finding.findNumber("roundTripMillis").stream())
                .findFirst()
                .orElse(UNMEASURED_TRIP);
        List<Finding> explained = claims.claim(finding -> nodes.containsAll(finding.nodes())
                && !finding.nodes().isEmpty()
                && isPredicted(finding, address, trip));
        if (explained.isEmpty()) {
            return Optional.empty();
        }
        long slow = explained.stream()
                .filter(finding -> finding.findFact("excessMillis").isPresent())
                .count();
        String other = nodes.get(0).role().other().word();
        boolean neither = explained.stream()
                .anyMatch(finding -> finding.check().value().equals("SES-04")
                        && finding.findFact("site").filter("neither"::equals).isPresent());
        String where = neither ? "outside of both sites" : "in the " + other + "'s site";
        return Optional.of(new Cause(
                "foreign-session-store",
                Wording.nodes(nodes) + Wording.number(nodes, " keeps its sessions ", " keep their sessions ") + where
                        + ": session store is " + store(address, explained)
                        + (slow > 0 ? ", and every page waits for it" : ""),
                Wording.worst(explained),
                nodes,
                "Point the session store of " + Wording.nodes(nodes)
                        + " at the own site's, restart the application, and check that no socket into the " + other
                        + "'s networks is left.",
                explained));
    }

    /** The address, and the name that leads there where a name is configured. */
    private static String store(String address, List<Finding> explained) {
        return explained.stream()
                .flatMap(finding -> finding.findFact("endpoint").stream())
                .filter(endpoint -> !endpoint.equals(address))
                .findFirst()
                .map(endpoint -> "[" + endpoint + "], which is [" + address + "]")
                .orElse("[" + address + "]");
    }

    private static boolean isPredicted(Finding finding, String address, double trip) {
        return switch (finding.check().value()) {
            case "SES-04" -> finding.isFault("foreign-address");
            case "NET-10" -> finding.isFault("socket-into-other-site") && isOf(finding, address);
            case "LAT-02" ->
                isSessions(finding)
                        && (finding.isFault("over-budget")
                                || (finding.isFault("foreign-address") && isOf(finding, address)));
            default -> isWait(finding, trip);
        };
    }

    /** Whether a page is slower by a small number of round trips that take so many milliseconds. */
    static boolean isWait(Finding finding, double trip) {
        return finding.check().value().matches("LAT-0[13]")
                && finding.findNumber("excessMillis")
                        .filter(excess -> excess >= FEWEST_TRIPS * trip && excess <= MOST_TRIPS * trip)
                        .isPresent();
    }

    private static boolean isOf(Finding finding, String address) {
        return finding.findFact("address").filter(address::equals).isPresent();
    }

    private static boolean isSessions(Finding finding) {
        return finding.subject().find("kind").filter("sessions"::equals).isPresent()
                || finding.subject()
                        .find("dependency")
                        .filter(name -> name.contains("session"))
                        .isPresent();
    }
}
