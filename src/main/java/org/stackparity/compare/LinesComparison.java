package org.stackparity.compare;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.stackparity.measure.Confirmation;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.NodeRef;
import org.stackparity.model.Role;

/**
 * Compares texts of lines {@code landmark TAB text}. A line that comes and goes within a node is noise wherever it
 * stands; what is left of each node, its skeleton, is aligned with the skeleton that the primary's nodes agree on.
 */
final class LinesComparison {
    /** LIMIT: differing lines of a case that are listed one by one; the rest is counted. */
    private static final int MOST_LISTED = 100;

    private final CaseSamples samples;
    private final Doubt doubt;
    private final String path;
    private final Map<NodeRef, List<List<String>>> texts = new LinkedHashMap<>();
    private final SortedSet<String> noise = new TreeSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private int missingQuadruples;

    LinesComparison(CaseSamples samples, Doubt doubt, String path) {
        this.samples = samples;
        this.doubt = doubt;
        this.path = path;
        samples.answers(path)
                .forEach((node, values) -> texts.put(
                        node,
                        values.stream()
                                .map(value -> value.map(text -> Arrays.asList(text.split("\n", -1)))
                                        .orElse(List.of()))
                                .toList()));
        boolean both = Arrays.stream(Role.values())
                .allMatch(role -> texts.keySet().stream().anyMatch(node -> node.role() == role));
        if (both) {
            texts.values().forEach(this::collectNoise);
            compareSkeletons();
            compareNoise();
        }
    }

    List<Finding> findings() {
        return findings;
    }

    int missingQuadruples() {
        return missingQuadruples;
    }

    private static Map<String, Integer> counts(List<String> lines) {
        Map<String, Integer> counts = new HashMap<>();
        lines.forEach(line -> counts.merge(line, 1, Integer::sum));
        return counts;
    }

    private void collectNoise(List<List<String>> answers) {
        List<Map<String, Integer>> counts =
                answers.stream().map(LinesComparison::counts).toList();
        Set<String> all = new HashSet<>();
        counts.forEach(count -> all.addAll(count.keySet()));
        for (String line : all) {
            if (counts.stream()
                            .map(count -> count.getOrDefault(line, 0))
                            .distinct()
                            .count()
                    > 1) {
                noise.add(line);
            }
        }
    }

    private void compareSkeletons() {
        Map<NodeRef, List<String>> skeletons = new LinkedHashMap<>();
        texts.forEach((node, answers) -> skeletons.put(
                node,
                answers.get(0).stream().filter(line -> !noise.contains(line)).toList()));
        Consensus<List<String>> consensus = Consensus.of(skeletons);
        Map<Change, List<NodeRef>> changes = new LinkedHashMap<>();
        consensus.deviating().forEach((skeleton, nodes) -> {
            for (Change change : changes(consensus.answer(), skeleton)) {
                changes.computeIfAbsent(change, any -> new ArrayList<>()).addAll(nodes);
            }
        });
        int listed = 0;
        for (Map.Entry<Change, List<NodeRef>> entry : changes.entrySet()) {
            if (++listed > MOST_LISTED) {
                break;
            }
            Change change = entry.getKey();
            String more = listed == MOST_LISTED && changes.size() > MOST_LISTED
                    ? "; " + (changes.size() - MOST_LISTED) + " more lines differ"
                    : "";
            add(change, entry.getValue(), "differs in every answer" + more);
        }
    }

    private static List<Change> changes(List<String> agreed, List<String> deviating) {
        List<Change> changes = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(agreed, deviating).getDeltas()) {
            List<String> gone = new ArrayList<>(delta.getSource().getLines());
            List<String> come = new ArrayList<>(delta.getTarget().getLines());
            for (String line : gone) {
                Optional<String> partner = come.stream()
                        .filter(other -> landmark(other).equals(landmark(line)))
                        .findFirst();
                partner.ifPresent(come::remove);
                changes.add(new Change(landmark(line), Optional.of(text(line)), partner.map(LinesComparison::text)));
            }
            come.forEach(line -> changes.add(new Change(landmark(line), Optional.empty(), Optional.of(text(line)))));
        }
        return changes;
    }

    private static String landmark(String line) {
        int tab = line.indexOf('\t');
        return tab < 0 ? "" : line.substring(0, tab);
    }

    private static String text(String line) {
        return line.substring(line.indexOf('\t') + 1);
    }

    /** What varies has to vary on both sides: a line's frequency must be alike, and no noisy landmark may be empty. */
    private void compareNoise() {
        if (noise.isEmpty()) {
            return;
        }
        List<NodeRef> failoverNodes = texts.keySet().stream()
                .filter(node -> node.role() == Role.FAILOVER)
                .toList();
        List<List<String>> primary = pool(Role.PRIMARY);
        List<List<String>> failover = pool(Role.FAILOVER);
        Set<String> differing = new TreeSet<>();
        for (String line : noise) {
            long ofPrimary =
                    primary.stream().filter(text -> text.contains(line)).count();
            long ofFailover =
                    failover.stream().filter(text -> text.contains(line)).count();
            if (Confirmation.isDifferentFrequency(
                    ofPrimary, primary.size(), ofFailover, failover.size(), doubt.paths())) {
                differing.add(landmark(line));
                findings.add(samples.finding(
                        at(landmark(line)),
                        FindingKind.DIFFERENT,
                        ofPrimary == 0 ? Optional.empty() : Optional.of(text(line)),
                        ofFailover == 0 ? Optional.empty() : Optional.of(text(line)),
                        failoverNodes,
                        "stands in " + ofPrimary + " of " + primary.size() + " answers of the primary and in "
                                + ofFailover + " of " + failover.size() + " of the failover",
                        Map.of("varying", "true", "landmark", landmark(line))));
            }
        }
        for (String landmark : landmarks(noise)) {
            boolean onPrimary = has(primary, landmark);
            boolean onFailover = has(failover, landmark);
            if (onPrimary != onFailover && !differing.contains(landmark)) {
                String example = noise.stream()
                        .filter(line -> landmark(line).equals(landmark))
                        .findFirst()
                        .orElse("");
                Change change = onPrimary
                        ? new Change(landmark, Optional.of(text(example)), Optional.empty())
                        : new Change(landmark, Optional.empty(), Optional.of(text(example)));
                add(change, failoverNodes, "what varies here on one stack is empty in every answer of the other");
            }
        }
        findings.add(samples.finding(
                path,
                FindingKind.NOISE,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                noise.size() + " lines come and go within a stack",
                Map.of("lines", Integer.toString(noise.size()))));
    }

    private List<List<String>> pool(Role role) {
        List<List<String>> pool = new ArrayList<>();
        texts.forEach((node, answers) -> {
            if (node.role() == role) {
                pool.addAll(answers);
            }
        });
        return pool;
    }

    private static SortedSet<String> landmarks(Set<String> lines) {
        SortedSet<String> landmarks = new TreeSet<>();
        lines.forEach(line -> landmarks.add(landmark(line)));
        return landmarks;
    }

    private static boolean has(List<List<String>> answers, String landmark) {
        return answers.stream()
                .anyMatch(
                        lines -> lines.stream().anyMatch(line -> landmark(line).equals(landmark)));
    }

    private String at(String landmark) {
        return landmark.isEmpty() ? path : path + "[" + landmark + "]";
    }

    private void add(Change change, List<NodeRef> nodes, String reason) {
        int missing = doubt.missingQuadruples(samples.check().deterministic(), nodes, texts);
        missingQuadruples = Math.max(missingQuadruples, missing);
        findings.add(samples.finding(
                at(change.landmark()),
                missing == 0 ? kind(change, nodes) : FindingKind.NOT_PROVEN,
                change.primary(),
                change.other(),
                nodes,
                missing == 0 ? reason : "differs so far; " + missing + " more quadruples would prove it",
                Map.of("landmark", change.landmark())));
    }

    private static FindingKind kind(Change change, List<NodeRef> nodes) {
        boolean onFailover = nodes.stream().allMatch(node -> node.role() == Role.FAILOVER);
        if (onFailover && change.other().isEmpty()) {
            return FindingKind.MISSING_ON_FAILOVER;
        }
        return onFailover && change.primary().isEmpty() ? FindingKind.MISSING_ON_PRIMARY : FindingKind.DIFFERENT;
    }

    /** A line of the consensus that a deviating node lacks, has otherwise, or has beside it. */
    private record Change(String landmark, Optional<String> primary, Optional<String> other) {}
}
