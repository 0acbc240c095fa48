package org.stackparity.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
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

    private static final Pattern RECORD = Pattern.compile("\\[[^\\[\\]=]+=[^\\[\\]]+](?=\\.)");
    /** What a name is made of; it does not end with a mark. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._-]*[\\p{L}\\p{N}])?");
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
                .filter(finding -> isField(finding, Set.copyOf(records)))
                .forEach(finding -> fields.put(finding.path(), said(finding)));
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        int change = missing.kind() == FindingKind.MISSING_ON_FAILOVER ? -records.size() : records.size();
        Words words = Words.of(records, fields.values());
        List<Finding> explained = claims.claim(finding -> (missing.isIn(finding) && words.predict(finding))
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

    private static boolean isField(Finding finding, Set<String> records) {
        return RECORD.matcher(finding.path()).results().map(MatchResult::group).anyMatch(records::contains);
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
            return finding.kind() == kind && finding.isAmong(nodes);
        }
    }

    /**
     * What a line says that is missing with the records.
     *
     * @param records as they stand in paths
     * @param names of the records
     * @param texts what fields say
     * @param amounts the digits of fields that are numbers
     */
    private record Words(Set<String> records, Set<String> names, Set<String> texts, Set<String> amounts) {
        static Words of(Collection<String> records, Collection<String> fields) {
            return new Words(
                    Set.copyOf(records),
                    records.stream()
                            .map(record -> record.substring(record.indexOf('=') + 1, record.length() - 1))
                            .filter(name -> name.length() >= SHORTEST_NAME)
                            .collect(Collectors.toSet()),
                    fields.stream()
                            .filter(field -> field.length() >= SHORTEST_NAME)
                            .collect(Collectors.toSet()),
                    fields.stream()
                            .flatMap(field -> Amounts.number(field).stream())
                            .collect(Collectors.toSet()));
        }

        boolean predict(Finding finding) {
            String line = said(finding).strip();
            return isField(finding, records)
                    || texts.contains(line)
                    || NAME.matcher(line).results().map(MatchResult::group).anyMatch(names::contains)
                    || Amounts.amount(line).filter(amounts::contains).isPresent();
        }
    }
}
