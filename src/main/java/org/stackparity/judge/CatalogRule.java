package org.stackparity.judge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.stackparity.model.Cause;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.NodeRef;

/**
 * Compiled catalogs are missing, stale or other files than the primary's. A missing one predicts the default language on
 * the same node in the same locale; a stale or other one predicts other words in the places of words there, with the same
 * numbers, and nowhere else. LIMIT: a host and the web node on it are taken for one where they have one name.
 */
final class CatalogRule implements CauseRule {
    private static final String CATALOGS = "LOC-02";
    private static final String PAGES = "LOC-03";
    private static final String TRANSLATIONS = "LOC-04";
    private static final String FORMATS = "LOC-05";
    private static final String OTHER = "other-catalog";
    private static final String IN_DEFAULT = "in-default-language";
    private static final String FALLBACK = "fallback-language";
    private static final Pattern NO_DIGIT = Pattern.compile("[^\\p{N}]+");

    @Override
    public List<Cause> explain(Claims claims) {
        List<Cause> causes = new ArrayList<>(explain(claims, "missing-catalog", "missing"));
        causes.addAll(explain(claims, "stale-catalog", "stale"));
        causes.addAll(explain(claims, OTHER, "other than the primary's"));
        return causes;
    }

    private static List<Cause> explain(Claims claims, String fault, String state) {
        Map<String, Set<String>> localesByNodes = new TreeMap<>();
        Map<String, List<NodeRef>> nodesByName = new TreeMap<>();
        for (Finding finding : claims.unclaimed(CATALOGS)) {
            boolean isCatalog = fault.equals(OTHER) ? isOtherFile(finding) : finding.isFault(fault);
            if (isCatalog && finding.subject().find("locale").isPresent()) {
                String name = Wording.nodes(finding.nodes());
                nodesByName.put(name, finding.nodes());
                localesByNodes
                        .computeIfAbsent(name, any -> new TreeSet<>())
                        .add(finding.subject().get("locale"));
            }
        }
        List<Cause> causes = new ArrayList<>();
        localesByNodes.forEach((name, locales) -> {
            List<NodeRef> nodes = nodesByName.getOrDefault(name, List.of());
            List<Finding> left = claims.unclaimed();
            List<Finding> explained = claims.claim(finding -> nodes.containsAll(finding.nodes())
                    && finding.subject()
                            .find("locale")
                            .filter(locales::contains)
                            .isPresent()
                    && (fault.equals("missing-catalog")
                            ? isPredictedByMissing(finding, left)
                            : isPredictedByOther(finding, fault, left, locales)));
            if (!explained.isEmpty()) {
                causes.add(cause(fault, state, name, locales, nodes, explained));
            }
        });
        return causes;
    }

    private static Cause cause(
            String fault,
            String state,
            String name,
            Set<String> locales,
            List<NodeRef> nodes,
            List<Finding> explained) {
        String catalogs = locales.size() == 1 ? "catalog " : "catalogs ";
        String verb = locales.size() == 1 ? " is " : " are ";
        return new Cause(
                fault,
                catalogs + String.join(", ", locales) + verb + state + " on " + name
                        + (fault.equals("missing-catalog") ? ": pages fall back to the default language" : ""),
                Wording.worst(explained),
                nodes,
                "Compile the message catalogs on " + name
                        + " (msgfmt, or the build step that does it), reload the application, and make the deployment"
                        + " fail when one is missing.",
                explained);
    }

    /** The default language in the place of the own one. */
    private static boolean isPredictedByMissing(Finding finding, List<Finding> left) {
        return switch (finding.check().value()) {
            case CATALOGS -> finding.isFault("missing-catalog");
            case PAGES -> isDefaultLanguage(finding, left);
            case TRANSLATIONS -> finding.isFault(FALLBACK) || isLessTranslated(finding);
            case FORMATS -> isFormatOfDefault(finding, left);
            default -> false;
        };
    }

    /** A value that is written as in the default language on these nodes, and on the primary is not. */
    private static boolean isFormatOfDefault(Finding finding, List<Finding> left) {
        String twin = finding.path().startsWith(IN_DEFAULT) ? finding.path() : IN_DEFAULT + "[" + finding.path() + "]";
        return left.stream()
                .anyMatch(other -> other.check().equals(finding.check())
                        && other.subject().equals(finding.subject())
                        && other.nodes().equals(finding.nodes())
                        && other.path().equals(twin)
                        && other.primary().isEmpty()
                        && other.failover().equals(finding.failover()));
    }

    private static boolean isDefaultLanguage(Finding finding, List<Finding> left) {
        if (finding.isFault(FALLBACK)) {
            return true;
        }
        List<Finding> ofPage = left.stream()
                .filter(other -> other.check().equals(finding.check())
                        && other.subject().equals(finding.subject())
                        && other.nodes().containsAll(finding.nodes()))
                .toList();
        Optional<Finding> fallback =
                ofPage.stream().filter(other -> other.isFault(FALLBACK)).findFirst();
        Set<String> inDefault = new HashSet<>();
        ofPage.stream()
                .filter(CatalogRule::isOnlyInDefault)
                .forEach(other -> other.failover().ifPresent(inDefault::add));
        return switch (finding.findFact("fault").orElse("")) {
            case "missing-phrase" -> fallback.isPresent() || !inDefault.isEmpty();
            case "wrong-language" ->
                fallback.flatMap(CatalogRule::language)
                        .filter(language ->
                                language(finding).filter(language::equals).isPresent())
                        .isPresent();
            case "wrong-direction" -> fallback.isPresent();
            case "" ->
                isOnlyInDefault(finding)
                        || (isTextOf(finding)
                                && finding.failover()
                                        .filter(inDefault::contains)
                                        .isPresent());
            default -> false;
        };
    }

    /** A line that the failover has from the default language, and the primary has not. */
    private static boolean isOnlyInDefault(Finding finding) {
        return finding.path().startsWith("text.fallback") && finding.primary().isEmpty();
    }

    /** The language that a page has in the place of its own, without its region. */
    private static Optional<String> language(Finding finding) {
        return finding.findFact("locale").map(locale -> locale.replaceFirst("[-_].*", ""));
    }

    /** More texts of the default language; fewer, or a page that fails, is something else. */
    private static boolean isLessTranslated(Finding finding) {
        if (finding.findFact("fault").isPresent()) {
            return false;
        }
        if (finding.path().equals("untranslated.count")) {
            return number(finding.failover()) > number(finding.primary());
        }
        return finding.path().startsWith("untranslated.units")
                && finding.primary().isEmpty();
    }

    private static double number(Optional<String> value) {
        try {
            return value.map(Double::parseDouble).orElse(Double.NaN);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Other words: a line for a line, with the same numbers, in no locale whose catalog is fresh. */
    private static boolean isPredictedByOther(Finding finding, String fault, List<Finding> left, Set<String> stale) {
        return switch (finding.check().value()) {
            case CATALOGS -> isOtherFile(finding) || finding.isFault(fault);
            case PAGES ->
                finding.isFault("missing-phrase")
                        || isOnlyInDefault(finding)
                        || (isTextOf(finding) && isOtherWords(finding) && !isElsewhere(finding, left, stale));
            case TRANSLATIONS -> isLessTranslated(finding);
            default -> false;
        };
    }

    /** The same file, read from both stacks, with other content. */
    private static boolean isOtherFile(Finding finding) {
        return finding.kind() == FindingKind.DIFFERENT
                && finding.findFact("fault").isEmpty()
                && finding.path().startsWith("catalog.");
    }

    private static boolean isTextOf(Finding finding) {
        return finding.findFact("fault").isEmpty()
                && (finding.path().equals("text") || finding.path().startsWith("text["));
    }

    private static boolean isOtherWords(Finding finding) {
        return finding.kind() == FindingKind.DIFFERENT
                && finding.primary().isPresent()
                && finding.failover().isPresent()
                && digits(finding.primary().get())
                        .equals(digits(finding.failover().get()));
    }

    private static String digits(String text) {
        return NO_DIGIT.matcher(text).replaceAll("");
    }

    /** Whether the same place of the page differs in a language whose catalog is fresh, or in the default one. */
    private static boolean isElsewhere(Finding finding, List<Finding> left, Set<String> stale) {
        return left.stream()
                .anyMatch(other -> other.path().equals(finding.path())
                        && other.subject().find("page").equals(finding.subject().find("page"))
                        && other.findFact("fault").isEmpty()
                        && other.subject()
                                .find("locale")
                                .filter(stale::contains)
                                .isEmpty()
                        && other.nodes().stream().anyMatch(finding.nodes()::contains));
    }
}
