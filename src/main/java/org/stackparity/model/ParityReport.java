package org.stackparity.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything that a renderer shows; a renderer reads nothing else.
 *
 * @param question whose verdict is the exit code
 * @param asOf the day that expiries were judged on
 * @param cited the observations that findings name as evidence, by reference ({@code failover:7})
 */
public record ParityReport(
        RunSummary run,
        Plan plan,
        Judgement judgement,
        Question question,
        LocalDate asOf,
        SortedMap<String, Observation> cited) {
    public ParityReport {
        cited = Collections.unmodifiableSortedMap(new TreeMap<>(cited));
    }

    public Ruling ruling() {
        return judgement.ruling(question);
    }

    /** What the ruling rests on beside the causes, which are shown with what to do; may be empty. */
    public List<String> reasonsBesideCauses() {
        Set<String> facts = judgement.causes().stream().map(Cause::fact).collect(Collectors.toSet());
        return ruling().reasons().stream()
                .filter(reason -> !facts.contains(reason))
                .toList();
    }
}
