package org.stackparity.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stackparity.model.NodeRef;

/**
 * The texts of some nodes, each a list of lines {@code landmark TAB text}, taken apart into what comes and goes within a
 * node, the noise, and what stands in every answer, the skeleton.
 */
final class LineTexts {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Punct}\\p{Z}]+");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    private final Map<NodeRef, List<List<String>>> texts;
    private final SortedSet<String> noise = new TreeSet<>();

    /** @param texts the answers of each node in order; no node without an answer */
    LineTexts(Map<NodeRef, List<List<String>>> texts) {
        this.texts = texts;
        texts.values().forEach(this::collectNoise);
    }

    static List<String> lines(String text) {
        return Arrays.asList(text.split("\n", -1));
    }

    static String landmark(String line) {
        int tab = line.indexOf('\t');
        return tab < 0 ? "" : line.substring(0, tab);
    }

    static String text(String line) {
        return line.substring(line.indexOf('\t') + 1);
    }

    Map<NodeRef, List<List<String>>> texts() {
        return texts;
    }

    /** The lines that come and go within some node, sorted. */
    SortedSet<String> noise() {
        return noise;
    }

    /** The landmarks of the noise, sorted. */
    SortedSet<String> noisyLandmarks() {
        SortedSet<String> landmarks = new TreeSet<>();
        noise.forEach(line -> landmarks.add(landmark(line)));
        return landmarks;
    }

    /** How many noisy lines of the landmark each answer has. */
    Map<NodeRef, List<Integer>> noisyCounts(String landmark) {
        Map<NodeRef, List<Integer>> counts = new LinkedHashMap<>();
        texts.forEach((node, answers) -> counts.put(
                node,
                answers.stream()
                        .map(lines -> (int) lines.stream()
                                .filter(line -> landmark(line).equals(landmark) && noise.contains(line))
                                .count())
                        .toList()));
        return counts;
    }

    /** The words, without what has a digit in it, of the noisy lines of the landmark in each answer. */
    Map<NodeRef, List<Set<String>>> noisyWords(String landmark) {
        Map<NodeRef, List<Set<String>>> words = new LinkedHashMap<>();
        texts.forEach((node, answers) -> words.put(
                node,
                answers.stream()
                        .map(lines -> lines.stream()
                                .filter(line -> landmark(line).equals(landmark) && noise.contains(line))
                                .flatMap(line -> BETWEEN_WORDS.splitAsStream(text(line)))
                                .filter(word -> WORD.matcher(word).matches())
                                .collect(Collectors.toSet()))
                        .toList()));
        return words;
    }

    /**
     * What each node's answers have in common, in the order in which it stands there. Where the order itself varies
     * within some node, the lines are sorted on every node, within their landmark or, if need be, altogether.
     */
    Map<NodeRef, List<String>> skeletons() {
        Map<NodeRef, List<List<String>>> steady = new LinkedHashMap<>();
        texts.forEach((node, answers) -> steady.put(
                node,
                answers.stream()
                        .map(lines -> lines.stream()
                                .filter(line -> !noise.contains(line))
                                .toList())
                        .toList()));
        Set<String> shuffled = new HashSet<>();
        steady.values().forEach(answers -> shuffled.addAll(shuffledLandmarks(answers)));
        Map<NodeRef, List<List<String>>> ordered = new LinkedHashMap<>();
        steady.forEach((node, answers) -> ordered.put(
                node, answers.stream().map(lines -> sortWithin(shuffled, lines)).toList()));
        boolean settled = ordered.values().stream()
                .allMatch(answers -> answers.stream().distinct().count() == 1);
        Map<NodeRef, List<String>> skeletons = new LinkedHashMap<>();
        ordered.forEach((node, answers) -> skeletons.put(
                node,
                settled ? answers.get(0) : answers.get(0).stream().sorted().toList()));
        return skeletons;
    }

    private void collectNoise(List<List<String>> answers) {
        List<Map<String, Integer>> counts =
                answers.stream().map(LineTexts::counts).toList();
        Set<String> all = new HashSet<>();
        counts.forEach(count -> all.addAll(count.keySet()));
        for (String line : all) {
            int first = counts.get(0).getOrDefault(line, 0);
            if (counts.stream().anyMatch(count -> count.getOrDefault(line, 0) != first)) {
                noise.add(line);
            }
        }
    }

    private static Map<String, Integer> counts(List<String> lines) {
        Map<String, Integer> counts = new HashMap<>();
        lines.forEach(line -> counts.merge(line, 1, Integer::sum));
        return counts;
    }

    /** The landmarks whose lines do not stand in one order in all answers of a node. */
    private static Set<String> shuffledLandmarks(List<List<String>> answers) {
        List<Map<String, List<String>>> byLandmark =
                answers.stream().map(LineTexts::byLandmark).toList();
        Set<String> shuffled = new HashSet<>();
        for (String landmark : byLandmark.get(0).keySet()) {
            if (byLandmark.stream().map(each -> each.get(landmark)).distinct().count() > 1) {
                shuffled.add(landmark);
            }
        }
        return shuffled;
    }

    private static Map<String, List<String>> byLandmark(List<String> lines) {
        Map<String, List<String>> byLandmark = new LinkedHashMap<>();
        lines.forEach(line -> byLandmark
                .computeIfAbsent(landmark(line), any -> new ArrayList<>())
                .add(line));
        return byLandmark;
    }

    /** The lines with those of the landmarks sorted, each landmark keeping its places. */
    private static List<String> sortWithin(Set<String> landmarks, List<String> lines) {
        if (landmarks.isEmpty()) {
            return lines;
        }
        Map<String, List<String>> sorted = byLandmark(lines);
        sorted.values().forEach(Collections::sort);
        Map<String, Integer> taken = new HashMap<>();
        return lines.stream()
                .map(line -> landmarks.contains(landmark(line))
                        ? sorted.getOrDefault(landmark(line), List.of())
                                .get(taken.merge(landmark(line), 1, Integer::sum) - 1)
                        : line)
                .toList();
    }
}
