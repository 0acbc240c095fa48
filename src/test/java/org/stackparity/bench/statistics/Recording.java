package org.stackparity.bench.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.stackparity.model.Case;
import org.stackparity.model.Check;
import org.stackparity.model.Evidence;
import org.stackparity.model.EvidenceClosing;
import org.stackparity.model.EvidenceHeader;
import org.stackparity.model.Fault;
import org.stackparity.model.Observation;
import org.stackparity.model.Outcome;
import org.stackparity.model.Plan;
import org.stackparity.model.Role;

/** What a simulated run has seen so far, as evidence of both stacks. */
final class Recording {
    static final String NODE = "web1";
    static final Instant START = Instant.parse("2012-10-04T02:00:00Z");
    static final Instant END = START.plusSeconds(600);

    private static final Duration TOOK = Duration.ofMillis(20);

    private final Map<Role, EvidenceHeader> headers = new EnumMap<>(Role.class);
    private final Map<Role, List<Observation>> observations = new EnumMap<>(Role.class);

    Recording(Plan plan) {
        for (Role role : Role.values()) {
            boolean primary = role == Role.PRIMARY;
            headers.put(
                    role,
                    new EvidenceHeader(
                            EvidenceHeader.FORMAT_VERSION,
                            "bench",
                            "bench",
                            primary ? "dallas" : "arizona",
                            role,
                            "bench",
                            "c0ffee",
                            "bench",
                            List.of(primary ? "10.1.0.11:443" : "10.2.0.11:443"),
                            false,
                            START,
                            plan));
            observations.put(role, new ArrayList<>());
        }
    }

    /** One healthy answer. */
    void add(Role role, Check check, Case subject, int round, Optional<String> pair, Map<String, String> values) {
        add(role, check, subject, round, pair, List.of(), values);
    }

    void add(
            Role role,
            Check check,
            Case subject,
            int round,
            Optional<String> pair,
            List<Fault> faults,
            Map<String, String> values) {
        List<Observation> ofRole = of(observations, role);
        ofRole.add(new Observation(
                check.id(),
                check.version(),
                subject,
                NODE,
                round,
                pair,
                ofRole.size() + 1L,
                pair.map(any -> START),
                START,
                TOOK,
                faults.isEmpty() ? Outcome.PASSED : Outcome.FAILED,
                "",
                faults,
                values instanceof TreeMap<String, String> sorted ? sorted : new TreeMap<>(values)));
    }

    Evidence evidence(Role role) {
        List<Observation> ofRole = of(observations, role);
        return new Evidence(
                of(headers, role), ofRole, Optional.of(new EvidenceClosing(END, ofRole.size(), new TreeMap<>())));
    }

    private static <T> T of(Map<Role, T> both, Role role) {
        return Objects.requireNonNull(both.get(role));
    }
}
