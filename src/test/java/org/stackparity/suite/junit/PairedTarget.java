package org.stackparity.suite.junit;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stackparity.environment.Contract;
import org.stackparity.model.Case;
import org.stackparity.model.Check;
import org.stackparity.model.Fault;
import org.stackparity.model.Observation;
import org.stackparity.model.Outcome;
import org.stackparity.model.PlannedCase;
import org.stackparity.model.Role;

/** Both environments for one case, so that a probe can alternate between them. May record from several threads. */
public final class PairedTarget {
    private final SuiteSession session;
    private final Check check;
    private final PlannedCase planned;
    private final Set<String> faults = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Set<String> notSeen = Collections.synchronizedSet(new LinkedHashSet<>());

    PairedTarget(SuiteSession session, Check check, PlannedCase planned) {
        this.session = session;
        this.check = check;
        this.planned = planned;
    }

    public Case subject() {
        return planned.subject();
    }

    public Contract contract() {
        return session.request().pair().contract();
    }

    /** The nodes that have to be asked; of both roles by position, a shorter list starts again. */
    public List<String> nodes(Role role) {
        return planned.nodesOf(role);
    }

    public Scope pass(Role role) {
        return session.pass(role);
    }

    /** How often the pass repeats the order of the rounds, so that it takes so many times the samples. */
    public int quadruples() {
        return Math.max(1, Collections.frequency(session.request().rounds(), Role.PRIMARY) / 2);
    }

    /** When taking samples ends at the latest, so that what comes after it has its time. */
    public Instant timingUntil() {
        return session.request().timingUntil();
    }

    /** How many pairs have to be under way at once for the time to suffice, as far as the stacks allow it. */
    public int pairsAtOnce() {
        return session.request().pairsAtOnce();
    }

    /** Which pass of the run it is, from 1. */
    public int passNumber() {
        return session.request().pass();
    }

    /** Each fault that was recorded so far, once, with who had it; in the order of recording, without secrets. */
    List<String> faults() {
        synchronized (faults) {
            return List.copyOf(faults);
        }
    }

    /** Why nodes could not be seen, with who it was; in the order of recording, without secrets. */
    List<String> notSeen() {
        synchronized (notSeen) {
            return List.copyOf(notSeen);
        }
    }

    /** Records that a node could not be seen, with the reason, one sentence. */
    public void recordNotSeen(Role role, String node, String reason) {
        recordUnseen(role, node, Outcome.ABORTED, reason);
    }

    void recordUnseen(Role role, String node, Outcome outcome, String reason) {
        notSeen.add(role.word() + " " + node + ": " + session.redact(reason));
        Sample sample = new Sample(Optional.empty(), Optional.empty(), Instant.now(), Duration.ZERO);
        record(role, node, sample, outcome, Clip.clip(session.redact(reason), 2_000), List.of(), new TreeMap<>());
    }

    /** Records one sample; the same pair on both sides marks two samples that were taken side by side. */
    public void record(
            Role role,
            String node,
            String pair,
            Instant slot,
            Instant at,
            Duration took,
            List<Fault> faults,
            Map<String, String> values) {
        Recorder recorder = new Recorder(session::redact);
        values.forEach(recorder::value);
        faults.forEach(recorder::fault);
        recorder.faults().forEach(fault -> this.faults.add(role.word() + " " + node + ": " + fault.message()));
        Sample sample = new Sample(Optional.of(pair), Optional.of(slot), at, took);
        Outcome outcome = faults.isEmpty() ? Outcome.PASSED : Outcome.FAILED;
        record(role, node, sample, outcome, "", recorder.faults(), recorder.values());
    }

    private void record(
            Role role,
            String node,
            Sample sample,
            Outcome outcome,
            String reason,
            List<Fault> found,
            SortedMap<String, String> values) {
        session.request()
                .recording()
                .accept(
                        role,
                        new Observation(
                                check.id(),
                                check.version(),
                                subject(),
                                node,
                                session.request().firstRound(),
                                sample.pair(),
                                0,
                                sample.slot(),
                                sample.at(),
                                sample.took(),
                                outcome,
                                reason,
                                found,
                                values));
    }

    /** When something was asked, and what it belongs to. */
    private record Sample(Optional<String> pair, Optional<Instant> slot, Instant at, Duration took) {}
}
