package org.stackparity.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one node of one environment answered to one check about one case, once.
 *
 * @param node a node's name, or {@link NodeRef#SITE}
 * @param round counts from 1 over the whole run; observations of one round share connections and sessions
 * @param pair the same in both environments for two samples taken side by side; empty outside paired probes
 * @param seq counts from 1 within the evidence file
 * @param slot when it was meant to start, for paired probes
 * @param at when it started
 * @param took from start to end, monotonic
 * @param reason why nothing was seen; empty where the outcome is observed
 * @param faults what is wrong with the answer; empty unless the outcome is {@code FAILED}
 * @param values path to value, sorted by path; may be empty
 */
public record Observation(
        CheckId check,
        int checkVersion,
        Case subject,
        String node,
        int round,
        Optional<String> pair,
        long seq,
        Optional<Instant> slot,
        Instant at,
        Duration took,
        Outcome outcome,
        String reason,
        List<Fault> faults,
        SortedMap<String, String> values) {
    public Observation {
        faults = List.copyOf(faults);
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        if ((outcome == Outcome.FAILED) == faults.isEmpty()) {
            throw new IllegalArgumentException("An observation of " + check + " is [" + outcome.word() + "] with ["
                    + faults.size() + "] faults; exactly the failed ones have faults.");
        }
    }

    /** The value at a path, or empty if the answer had none or a fault spoils it. */
    public Optional<String> findValue(String path) {
        return isSpoilt(path) ? Optional.empty() : Optional.ofNullable(values.get(path));
    }

    /** Whether a fault makes the value at this path unfit for comparing. */
    public boolean isSpoilt(String path) {
        return faults.stream().anyMatch(fault -> fault.spoils(path));
    }

    /** A copy with its place in the evidence file. */
    public Observation withSeq(long place) {
        return new Observation(
                check,
                checkVersion,
                subject,
                node,
                round,
                pair,
                place,
                slot,
                at,
                took,
                outcome,
                reason,
                faults,
                values);
    }

    /** A copy with other values; for tests and for masking. */
    public Observation withValues(Map<String, String> other) {
        return new Observation(
                check,
                checkVersion,
                subject,
                node,
                round,
                pair,
                seq,
                slot,
                at,
                took,
                outcome,
                reason,
                faults,
                new TreeMap<>(other));
    }
}
