package org.stackparity.compare;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
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
import java.util.TreeMap;
import java.util.TreeSet;
import org.stackparity.measure.Confirmation;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.NodeRef;
import org.stackparity.model.Role;

/**
 * Compares texts of lines {@code landmark TAB text}. A line that comes and goes within a node is noise wherever it
 * stands; what is left of each node, its skeleton, is aligned with the skeleton that the primary's nodes agree on. Noise
 * has to come alike on both sides, line by line and in number for each landmark.
 * Long, since noise, skeleton and alignment are steps over the same lines.
 */
final class LinesComparison {
    /** LIMIT: differing lines of a case that are listed one by one; beyond, one of each further landmark; else counted. */
    private static final int MOST_LISTED = 100;

    private final CaseSamples samples;
    private final Doubt doubt;
    private final String path;
    private final Map<NodeRef, List<List<String>>> texts = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private int missingQuadruples;

    LinesComparison(CaseSamples samples, Doubt doubt, String path) {
        this.samples = samples;
        this.doubt = doubt;
        this.path = path;
        Map<NodeRef, List<Optional<String>>> answers = samples.answers(path);
        boolean both = Arrays.stream(Role.values())
                .allMatch(role -> answers.keySet().stream().anyMatch(node -> node.role() == role));
        if (!both) {
            return;
        }
        answers.forEach((node, values) -> texts.put(
                node,
                values.stream()
                        .map(value -> value.map(LineTexts::lines).orElse(List.of()))
                        .toList()));
        compareSight(answers);
        boolean stillBoth = Arrays.stream(Role.values())
                .allMatch(role -> texts.keySet().stream().anyMatch(node -> node.role() == role));
        if (stillBoth) {
            LineTexts lines = new LineTexts(texts);
            compareSkeletons(lines);
            compareNoise(lines);
        }
    }

    List<Finding> findings() {
        return findings;
    }

    int missingQuadruples() {
        return missingQuadruples;
    }

    /** A node without any text where the others have one is one finding, not one for each line. */
    private void compareSight(Map<NodeRef, List<Optional<String>>> answers) {
        Map<NodeRef, Boolean> shown = new LinkedHashMap<>();
        answers.forEach((node, values) -> shown.put(node, values.stream().anyMatch(Optional::isPresent)));
        Consensus.of(shown).deviating().forEach((has, nodes) -> {
            Optional<String> other = Optional.of(texts.values().stream()
                            .flatMap(List::stream)
                            .mapToInt(List::size)
                            .max()
                            .orElse(0)
                    + " lines");
            Optional<String> none = Optional.empty();
            add(has ? new Change("", none, other) : new Change("", other, none), nodes, "there is no text at all");
            texts.keySet().removeAll(has ? Set.copyOf(answers.keySet()) : Set.copyOf(nodes));
        });
    }

    private void compareSkeletons(LineTexts lines) {
        Consensus<List<String>> consensus = Consensus.of(lines.skeletons());
        Map<Change, List<NodeRef>> changes = new LinkedHashMap<>();
        consensus.deviating().forEach((skeleton, nodes) -> {
            for (Change change : changes(consensus.answer(), skeleton)) {
                List<NodeRef> deviating = changes.computeIfAbsent(change, any -> new ArrayList<>());
                nodes.stream().filter(node -> !deviating.contains(node)).forEach(deviating::add);
            }
        });
        int listed = 0;
        Set<String> landmarks = new HashSet<>();
        for (Map.Entry<Change, List<NodeRef>> entry : changes.entrySet()) {
            Change change = entry.getKey();
            // whoever accepts what differs in one landmark has not accepted another
            boolean isFirst = landmarks.add(change.landmark());
            if (++listed > MOST_LISTED && !isFirst) {
                continue;
            }
            String more = listed == MOST_LISTED && changes.size() > MOST_LISTED
                    ? "; " + (changes.size() - MOST_LISTED) + " more lines differ"
                    : "";
            add(change, entry.getValue(), "differs in every answer" + more);
        }
    }

    private static List<Change> changes(List<String> agreed, List<String> deviating) {
        List<Change> changes = new ArrayList<>();
        for (Replacement replacement : replacements(agreed, deviating)) {
            List<String> come = replacement.come();
            for (String line : replacement.gone()) {
                Optional<String> partner = come.stream()
                        .filter(other -> LineTexts.landmark(other).equals(LineTexts.landmark(line)))
                        .findFirst();
                partner.ifPresent(come::remove);
                changes.add(new Change(
                        LineTexts.landmark(line), Optional.of(LineTexts.text(line)), partner.map(LineTexts::text)));
            }
            come.forEach(line -> changes.add(
                    new Change(LineTexts.landmark(line), Optional.empty(), Optional.of(LineTexts.text(line)))));
        }
        return changes;
    }

    /** The differences of two texts in order; what stands next to one another is one. */
    private static List<Replacement> replacements(List<String> agreed, List<String> deviating) {
        List<Replacement> replacements = new ArrayList<>();
        int sourceEnd = -1;
        int targetEnd = -1;
        // linear space: the usual algorithm needs the square of the differences, and a stack may answer anything
        for (AbstractDelta<String> delta : DiffUtils.diff(agreed, deviating, new MyersDiffWithLinearSpace<>())
                .getDeltas()) {
            boolean adjoins = delta.getSource().getPosition() == sourceEnd
                    && delta.getTarget().getPosition() == targetEnd;
            if (!adjoins) {
                replacements.add(new Replacement(new ArrayList<>(), new ArrayList<>()));
            }
            Replacement last = replacements.get(replacements.size() - 1);
            last.gone().addAll(delta.getSource().getLines());
            last.come().addAll(delta.getTarget().getLines());
            sourceEnd = delta.getSource().getPosition() + delta.getSource().size();
            targetEnd = delta.getTarget().getPosition() + delta.getTarget().size();
        }
        return replacements;
    }

    private void compareNoise(LineTexts lines) {
        if (lines.noise().isEmpty()) {
            return;
        }
        Set<String> settled = new TreeSet<>();
        Map<String, Map<NodeRef, List<Integer>>> unsettled = new TreeMap<>();
        for (String landmark : lines.noisyLandmarks()) {
            Map<NodeRef, List<Integer>> counts = lines.noisyCounts(landmark);
            boolean stable = counts.values().stream()
                    .allMatch(of -> of.stream().distinct().count() == 1);
            if (!stable) {
                unsettled.put(landmark, counts);
            } else if (compareSteadyCounts(landmark, counts)) {
                settled.add(landmark);
            }
        }
        settled.addAll(compareNoisyLines(lines, settled));
        settled.addAll(compareWords(lines, settled));
        unsettled.keySet().removeAll(settled);
        unsettled.forEach(this::compareVaryingCounts);
        findings.add(samples.finding(
                path,
                FindingKind.NOISE,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                lines.noise().size() + " lines come and go within a stack",
                Map.of("lines", Integer.toString(lines.noise().size()))));
    }

    /**
     * A line that comes and goes has to do so with one frequency; one that stands in every answer of a stack and not in
     * every answer of the other is in doubt. Returns the landmarks that a finding speaks of.
     */
    private Set<String> compareNoisyLines(LineTexts lines, Set<String> explained) {
        Map<String, Integer> ofPrimary = new HashMap<>();
        Map<String, Integer> ofFailover = new HashMap<>();
        int primary = countAnswers(Role.PRIMARY, lines.noise(), ofPrimary);
        int failover = countAnswers(Role.FAILOVER, lines.noise(), ofFailover);
        Set<String> settled = new TreeSet<>();
        int listed = 0;
        for (String line : lines.noise()) {
            int inPrimary = ofPrimary.getOrDefault(line, 0);
            int inFailover = ofFailover.getOrDefault(line, 0);
            boolean different =
                    Confirmation.isDifferentFrequency(inPrimary, primary, inFailover, failover, doubt.paths());
            boolean steadyOnOne = (inPrimary == primary) != (inFailover == failover);
            int missing = doubt.missingQuadruples(false, ofFailover(), texts);
            boolean doubtful = steadyOnOne
                    && (missing > 0 || Confirmation.isDifferentFrequency(inPrimary, primary, inFailover, failover, 1));
            if ((different || doubtful) && !explained.contains(LineTexts.landmark(line))) {
                missingQuadruples = different ? missingQuadruples : Math.max(Math.max(1, missing), missingQuadruples);
                boolean isFirst = settled.add(LineTexts.landmark(line));
                if (++listed > MOST_LISTED && !isFirst) {
                    continue;
                }
                findings.add(samples.finding(
                        at(LineTexts.landmark(line)),
                        different ? FindingKind.DIFFERENT : FindingKind.NOT_PROVEN,
                        inPrimary == 0 ? Optional.empty() : Optional.of(LineTexts.text(line)),
                        inFailover == 0 ? Optional.empty() : Optional.of(LineTexts.text(line)),
                        unsteady(line),
                        "stands in " + inPrimary + " of " + primary + " answers of the primary and in " + inFailover
                                + " of " + failover + " of the failover",
                        Map.of("varying", "true", "landmark", LineTexts.landmark(line))));
            }
        }
        return settled;
    }

    /** Counts in how many answers of a role each line stands; returns how many answers there are. */
    private int countAnswers(Role role, Set<String> wanted, Map<String, Integer> counts) {
        int answers = 0;
        for (Map.Entry<NodeRef, List<List<String>>> entry : texts.entrySet()) {
            if (entry.getKey().role() == role) {
                for (List<String> lines : entry.getValue()) {
                    answers++;
                    new HashSet<>(lines)
                            .stream().filter(wanted::contains).forEach(line -> counts.merge(line, 1, Integer::sum));
                }
            }
        }
        return answers;
    }

    /**
     * A line with a number in it varies as a whole; its words must not, or they have to come alike on both stacks. Returns
     * the landmarks that a finding speaks of. LIMIT: words are told apart by white space.
     */
    private Set<String> compareWords(LineTexts lines, Set<String> explained) {
        Set<String> settled = new TreeSet<>();
        for (String landmark : lines.noisyLandmarks()) {
            if (explained.contains(landmark)) {
                continue;
            }
            Map<NodeRef, List<Set<String>>> words = lines.noisyWords(landmark);
            List<Set<String>> primary = ofRole(words, Role.PRIMARY);
            List<Set<String>> failover = ofRole(words, Role.FAILOVER);
            Set<String> all = new TreeSet<>();
            words.values().forEach(answers -> answers.forEach(all::addAll));
            int missing = doubt.missingQuadruples(false, ofFailover(), texts);
            Optional<String> different = all.stream()
                    .filter(word -> isDifferent(word, primary, failover, Math.max(1, doubt.paths()) * all.size()))
                    .findFirst();
            Optional<String> doubtful = all.stream()
                    .filter(word -> isOnOneSide(word, primary, failover)
                            && (missing > 0 || isDifferent(word, primary, failover, 1)))
                    .findFirst();
            different.or(() -> doubtful).ifPresent(word -> {
                missingQuadruples =
                        different.isPresent() ? missingQuadruples : Math.max(Math.max(1, missing), missingQuadruples);
                settled.add(landmark);
                findings.add(samples.finding(
                        at(landmark),
                        different.isPresent() ? FindingKind.DIFFERENT : FindingKind.NOT_PROVEN,
                        count(word, primary) == 0 ? Optional.empty() : Optional.of(word),
                        count(word, failover) == 0 ? Optional.empty() : Optional.of(word),
                        ofFailover(),
                        "a line varies, and the word [" + word + "] stands in " + count(word, primary) + " of "
                                + primary.size() + " answers of the primary and in " + count(word, failover) + " of "
                                + failover.size() + " of the failover",
                        Map.of("varying", "true", "landmark", landmark)));
            });
        }
        return settled;
    }

    private static List<Set<String>> ofRole(Map<NodeRef, List<Set<String>>> words, Role role) {
        return words.entrySet().stream()
                .filter(entry -> entry.getKey().role() == role)
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    private static boolean isDifferent(
            String word, List<Set<String>> primary, List<Set<String>> failover, long comparisons) {
        return Confirmation.isDifferentFrequency(
                count(word, primary), primary.size(), count(word, failover), failover.size(), comparisons);
    }

    private static boolean isOnOneSide(String word, List<Set<String>> primary, List<Set<String>> failover) {
        return (count(word, primary) == primary.size() && count(word, failover) == 0)
                || (count(word, primary) == 0 && count(word, failover) == failover.size());
    }

    private static long count(String word, List<Set<String>> answers) {
        return answers.stream().filter(words -> words.contains(word)).count();
    }

    /** The nodes on which a line does not stand as it does on most nodes; the failover's where that says nothing. */
    private List<NodeRef> unsteady(String line) {
        Map<NodeRef, Long> hits = new LinkedHashMap<>();
        texts.forEach((node, answers) -> hits.put(
                node,
                Math.round(2.0
                        * answers.stream().filter(text -> text.contains(line)).count()
                        / answers.size())));
        List<NodeRef> nodes = new ArrayList<>();
        Consensus.of(hits).deviating().values().forEach(nodes::addAll);
        return nodes.isEmpty() ? ofFailover() : nodes;
    }

    private List<NodeRef> ofFailover() {
        return texts.keySet().stream()
                .filter(node -> node.role() == Role.FAILOVER)
                .toList();
    }

    /** Whether nodes have another number of varying lines in a landmark than the others, steadily. */
    private boolean compareSteadyCounts(String landmark, Map<NodeRef, List<Integer>> counts) {
        Map<NodeRef, Integer> each = new LinkedHashMap<>();
        counts.forEach((node, of) -> each.put(node, of.get(0)));
        Consensus<Integer> consensus = Consensus.of(each);
        consensus
                .deviating()
                .forEach((count, nodes) -> add(
                        new Change(landmark, lines(consensus.answer()), lines(count)),
                        nodes,
                        "what varies here is more on one stack than on the other"));
        return !consensus.deviating().isEmpty();
    }

    private void compareVaryingCounts(String landmark, Map<NodeRef, List<Integer>> counts) {
        Variation<Integer> variation = new Variation<>(counts, doubt);
        int missing = doubt.missingQuadruples(false, ofFailover(), texts);
        boolean different = variation.isDifferent();
        if (different || (variation.isSuspicious() && (missing > 0 || variation.isDoubtful()))) {
            missingQuadruples = different ? missingQuadruples : Math.max(Math.max(1, missing), missingQuadruples);
            findings.add(samples.finding(
                    at(landmark),
                    different ? FindingKind.DIFFERENT : FindingKind.NOT_PROVEN,
                    lines(Variation.mode(variation.pool(Role.PRIMARY))),
                    lines(Variation.mode(variation.pool(Role.FAILOVER))),
                    variation.deviating(),
                    "the number of lines that vary here is not alike on both stacks",
                    Map.of("varying", "true", "landmark", landmark)));
        }
    }

    private static Optional<String> lines(int count) {
        return count == 0 ? Optional.empty() : Optional.of(count + (count == 1 ? " line varies" : " lines vary"));
    }

    private String at(String landmark) {
        return landmark.isEmpty() ? path : path + "[" + landmark + "]";
    }

    private void add(Change change, List<NodeRef> nodes, String reason) {
        int missing = doubt.missingQuadruples(samples.check().deterministic(), nodes, texts);
        missingQuadruples = Math.max(missingQuadruples, missing);
        Map<String, String> facts = new TreeMap<>(Map.of("landmark", change.landmark()));
        findings.add(samples.finding(
                at(change.landmark()),
                missing == 0 ? kind(change, nodes) : FindingKind.NOT_PROVEN,
                change.primary(),
                change.other(),
                nodes,
                missing == 0 ? reason : doubt.soFar(missing, texts),
                facts));
    }

    private static FindingKind kind(Change change, List<NodeRef> nodes) {
        boolean onFailover = nodes.stream().allMatch(node -> node.role() == Role.FAILOVER);
        if (onFailover && change.other().isEmpty()) {
            return FindingKind.MISSING_ON_FAILOVER;
        }
        return onFailover && change.primary().isEmpty() ? FindingKind.MISSING_ON_PRIMARY : FindingKind.DIFFERENT;
    }

    /** Lines that gave way to others. */
    private record Replacement(List<String> gone, List<String> come) {}

    /** A line of the consensus that a deviating node lacks, has otherwise, or has beside it. */
    private record Change(String landmark, Optional<String> primary, Optional<String> other) {}
}
