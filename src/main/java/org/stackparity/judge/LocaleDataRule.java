package org.stackparity.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.stackparity.model.Cause;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;

/**
 * Nodes run another runtime or other locale data. Predicts that the same numbers are written in another way on these nodes:
 * formatted values with the same digits, and lines of pages with the same digits and the same letters. Another number, or
 * another word in a page, is a cause of its own.
 */
final class LocaleDataRule implements CauseRule {
    private static final String VERSIONS = "LOC-08";
    private static final String FORMATS = "LOC-05";
    private static final String PAGES = "LOC-03";

    @Override
    public List<Cause> explain(Claims claims) {
        List<Cause> causes = new ArrayList<>();
        claims.unclaimedByNodes(VERSIONS, finding -> finding.kind() == FindingKind.DIFFERENT)
                .forEach((nodes, fields) -> {
                    List<Finding> explained = claims.claim(finding -> fields.contains(finding)
                            || (nodes.containsAll(finding.nodes()) && isWrittenOtherwise(finding)));
                    int values = explained.size() - fields.size();
                    causes.add(new Cause(
                            "other-locale-data",
                            Wording.nodes(nodes) + Wording.number(nodes, " runs", " run")
                                    + " another runtime or locale data: " + Wording.inPlaceOf(fields)
                                    + (values > 0 ? "; " + values + " formatted values are written otherwise" : ""),
                            Wording.worst(explained),
                            nodes,
                            "Bring runtime and locale data (JDK, ICU, CLDR) of " + Wording.nodes(nodes)
                                    + " to the primary's version.",
                            explained));
                });
        return causes;
    }

    private static boolean isWrittenOtherwise(Finding finding) {
        if (finding.nodes().isEmpty()
                || finding.kind() != FindingKind.DIFFERENT
                || finding.primary().isEmpty()
                || finding.failover().isEmpty()) {
            return false;
        }
        String primary = finding.primary().get();
        String failover = finding.failover().get();
        return switch (finding.check().value()) {
            case FORMATS -> digits(primary).equals(digits(failover));
            case PAGES ->
                !digits(primary).isEmpty()
                        && digits(primary).equals(digits(failover))
                        && letters(primary).equals(letters(failover));
            default -> false;
        };
    }

    /** The digits of any script, as numbers from 0 to 9. */
    private static String digits(String text) {
        return text.codePoints()
                .filter(Character::isDigit)
                .mapToObj(digit -> Integer.toString(Character.digit(digit, 10)))
                .collect(Collectors.joining());
    }

    private static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
