package org.stackparity.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.stackparity.model.Case;
import org.stackparity.model.Cause;
import org.stackparity.model.Finding;
import org.stackparity.model.NodeRef;

/**
 * Compiled catalogs are missing or stale. A missing one predicts the default language on the same node in the same
 * locale; a stale one predicts other words there, and nowhere else.
 */
final class CatalogRule implements CauseRule {
    private static final String CATALOGS = "LOC-02";
    private static final String PAGES = "LOC-03";
    /** Below the path of the text, so that a page that fell back as a whole is one fault and not a hundred lines. */
    private static final String FALLEN = "text.fallback";

    @Override
    public List<Cause> explain(Claims claims) {
        List<Cause> causes = new ArrayList<>(explain(claims, "missing-catalog", "missing"));
        causes.addAll(explain(claims, "stale-catalog", "stale"));
        return causes;
    }

    private static List<Cause> explain(Claims claims, String fault, String state) {
        Map<String, Set<String>> localesByNodes = new TreeMap<>();
        Map<String, List<NodeRef>> nodesByName = new TreeMap<>();
        for (Finding finding : claims.unclaimed(CATALOGS)) {
            if (isFault(finding, fault) && finding.subject().find("locale").isPresent()) {
                String name = Wording.nodes(finding.nodes());
                nodesByName.put(name, finding.nodes());
                localesByNodes
                        .computeIfAbsent(name, any -> new TreeSet<>())
                        .add(finding.subject().get("locale"));
            }
        }
        List<Cause> causes = new ArrayList<>();
        localesByNodes.forEach((name, locales) -> {
            List<NodeRef> nodes = nodesByName.get(name);
            Predicate<Finding> there = finding -> nodes.containsAll(finding.nodes())
                    && finding.subject()
                            .find("locale")
                            .filter(locales::contains)
                            .isPresent();
            Map<Case, Set<String>> fallen = fallenLines(claims.unclaimed(PAGES), there);
            List<Finding> explained =
                    claims.claim(there.and(finding -> isPredicted(finding, fault) || isFallen(finding, fallen)));
            String catalogs = locales.size() == 1 ? "catalog " : "catalogs ";
            String verb = locales.size() == 1 ? " is " : " are ";
            causes.add(new Cause(
                    fault,
                    catalogs + String.join(", ", locales) + verb + state + " on " + name
                            + (fault.equals("missing-catalog") ? ": pages fall back to the default language" : ""),
                    Wording.worst(explained),
                    nodes,
                    "Compile the message catalogs on " + name
                            + " (msgfmt, or the build step that does it), reload the application, and make the deployment"
                            + " fail when one is missing.",
                    explained));
        });
        return causes;
    }

    /** The lines of the default language that each page has on these nodes only. */
    private static Map<Case, Set<String>> fallenLines(List<Finding> pages, Predicate<Finding> there) {
        Map<Case, Set<String>> fallen = new TreeMap<>();
        pages.stream()
                .filter(there)
                .filter(finding -> finding.path().startsWith(FALLEN))
                .forEach(finding -> finding.failover()
                        .ifPresent(line -> fallen.computeIfAbsent(finding.subject(), any -> new TreeSet<>())
                                .add(line)));
        return fallen;
    }

    /** Whether the failover shows a line of the default language here, in place of the primary's or beside it. */
    private static boolean isFallen(Finding finding, Map<Case, Set<String>> fallen) {
        return finding.check().value().equals(PAGES)
                && (finding.path().startsWith(FALLEN) || finding.path().startsWith("text"))
                && finding.failover()
                        .filter(fallen.getOrDefault(finding.subject(), Set.of())::contains)
                        .isPresent();
    }

    private static boolean isPredicted(Finding finding, String fault) {
        return switch (finding.check().value()) {
            case CATALOGS -> isFault(finding, fault) || finding.path().startsWith("catalog");
            case "LOC-03" ->
                fault.equals("missing-catalog")
                        ? isFault(finding, "fallback-language") || isFault(finding, "missing-phrase")
                        : finding.path().startsWith("text") || isFault(finding, "missing-phrase");
            case "LOC-04" -> true;
            default -> false;
        };
    }

    private static boolean isFault(Finding finding, String fault) {
        return finding.findFact("fault").filter(fault::equals).isPresent();
    }
}
