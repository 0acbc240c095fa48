package org.stackparity.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stackparity.model.Case;
import org.stackparity.model.Cause;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.NodeRef;

/**
 * Records are on one of the stacks only, like a product whose row was not copied. Predicts that all fields of them are
 * missing, and lines that name one of them or say what one of its fields says, and that the answer which lists them counts
 * so many less.
 */
final class MissingRecordRule implements CauseRule {
    /** The field by which a list tells its records apart. */
    private static final Pattern KEY =
            Pattern.compile("(?<list>.*)(?<record>\\[(?<key>[^\\[\\]=]+)=[^\\[\\]]+])\\.\\k<key>");
    /** A shorter name stands in too many lines. */
    private static final int SHORTEST_NAME = 4;

    private static final int MOST_NAMED = 3;

    @Override
    public List<Cause> explain(Claims claims) {
        Map<Missing, List<String>> records = new LinkedHashMap<>();
        for (Finding finding : claims.unclaimed()) {
            Matcher key = KEY.matcher(finding.path());
            if (isMissing(finding) && key.matches()) {
                records.computeIfAbsent(
                                new Missing(finding.subject(), key.group("list"), finding.kind(), finding.nodes()),
                                any -> new ArrayList<>())
                        .add(key.group("record"));
            }
        }
        List<Cause> causes = new ArrayList<>();
        records.forEach((missing, ofList) -> cause(missing, ofList, claims).ifPresent(causes::add));
        return causes;
    }

    private static boolean isMissing(Finding finding) {
        return finding.kind() == FindingKind.MISSING_ON_FAILOVER || finding.kind() == FindingKind.MISSING_ON_PRIMARY;
    }

    /** Empty where a cause of another list has explained them already. */
    private static Optional<Cause> cause(Missing missing, List<String> records, Claims claims) {
        Map<String, String> fields = new TreeMap<>();
        claims.unclaimed().stream()
                .filter(missing::isIn)
                .filter(finding -> records.stream().anyMatch(record -> isField(finding, record)))
                .forEach(finding -> fields.put(finding.path(), said(finding)));
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        int change = missing.kind() == FindingKind.MISSING_ON_FAILOVER ? -records.size() : records.size();
        List<Finding> explained =
                claims.claim(finding -> (missing.isIn(finding) && isPredicted(finding, records, fields))
                        || (finding.subject().equals(missing.subject())
                                && finding.nodes().equals(missing.nodes())
                                && Amounts.of(finding)
                                        .filter(count -> count.isCountChangedBy(change))
                                        .isPresent()));
        return Optional.of(new Cause(
                "missing-record",
                fact(missing, records, fields),
                Wording.worst(explained),
                missing.nodes(),
                "Compare the tables behind " + missing.subject() + " row by row, and look when they were copied last.",
                explained));
    }

    private static boolean isField(Finding finding, String record) {
        return finding.path().contains(record + ".");
    }

    private static boolean isPredicted(Finding finding, List<String> records, Map<String, String> fields) {
        String said = said(finding);
        return records.stream().anyMatch(record -> isField(finding, record) || names(said, record))
                || fields.values().stream().anyMatch(field -> says(said, field));
    }

    /** Whether a line has the name of a record as a word of its own. */
    private static boolean names(String line, String record) {
        String name = record.substring(record.indexOf('=') + 1, record.length() - 1);
        return name.length() >= SHORTEST_NAME
                && Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])")
                        .matcher(line)
                        .find();
    }

    private static boolean says(String line, String field) {
        return (field.length() >= SHORTEST_NAME && line.strip().equals(field)) || Amounts.isWritten(line, field);
    }

    private static String said(Finding finding) {
        return (finding.kind() == FindingKind.MISSING_ON_FAILOVER ? finding.primary() : finding.failover()).orElse("");
    }

    private static String fact(Missing missing, List<String> records, Map<String, String> fields) {
        String who = Wording.nodes(missing.nodes());
        String does = missing.kind() == FindingKind.MISSING_ON_FAILOVER
                ? Wording.number(missing.nodes(), " lacks ", " lack ")
                : Wording.number(missing.nodes(), " has ", " have ");
        String named = records.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (records.size() > MOST_NAMED ? " and " + (records.size() - MOST_NAMED) + " more" : "");
        String first = records.get(0);
        String like = fields.entrySet().stream()
                .filter(field -> field.getKey().contains(first + "."))
                .map(field -> field.getKey().substring(field.getKey().indexOf(first) + first.length() + 1) + " ["
                        + Wording.shortly(field.getValue()) + "]")
                .limit(MOST_NAMED + 1)
                .collect(Collectors.joining(", "));
        return who + does + (records.size() == 1 ? "a record" : records.size() + " records")
                + (missing.kind() == FindingKind.MISSING_ON_FAILOVER ? "" : " that the primary has not") + " of "
                + missing.list() + " at " + missing.subject() + ": " + named + " with " + like;
    }

    /** Records that lack in one list on the same nodes. */
    private record Missing(Case subject, String list, FindingKind kind, List<NodeRef> nodes) {
        boolean isIn(Finding finding) {
            return finding.kind() == kind && !finding.nodes().isEmpty() && nodes.containsAll(finding.nodes());
        }
    }
}
