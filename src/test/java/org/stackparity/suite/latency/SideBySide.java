package org.stackparity.suite.latency;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.stackparity.environment.Contract;
import org.stackparity.model.Fault;
import org.stackparity.model.Role;
import org.stackparity.suite.client.TimedHttp;
import org.stackparity.suite.client.host.Hosts;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.PairedTarget;
import org.stackparity.suite.junit.StackException;
import org.stackparity.suite.junit.Waiting;

/**
 * Takes paired samples of one endpoint: at each node position the primary and the failover in turn, in random order within
 * the pair, after a fixed number of pairs that are thrown away. Two positions at a time, and all of them in turn.
 */
final class SideBySide {
    static final int WARM_UP = 4;
    static final int POSITIONS_AT_ONCE = 2;
    /** The kind of fault of a node that failed too often to be asked any more. */
    private static final String NOT_ASKED = "not-asked";
    /** Faults by which nothing was seen of the page. */
    private static final Set<String> UNSEEN = Set.of(TimedHttp.SIGN_IN, NOT_ASKED);

    private final PairedTarget target;
    private final String path;
    private final boolean inSession;
    private final Contract.Latency latency;
    private final Duration time;

    /**
     * @param inSession whether the visitor stays in his session
     * @param time the longest that it may take; what was not sampled by then is missing
     */
    SideBySide(PairedTarget target, String path, boolean inSession, Duration time) {
        this.target = target;
        this.path = path;
        this.inSession = inSession;
        this.latency = target.contract().latency().orElseThrow();
        this.time = time;
    }

    void sample() {
        for (Role role : Role.values()) {
            Hosts.of(target.pass(role)).awaitAll();
        }
        Instant end = Instant.now().plus(time);
        ExecutorService threads = Executors.newFixedThreadPool(POSITIONS_AT_ONCE);
        try {
            int positions = Math.max(
                    target.nodes(Role.PRIMARY).size(),
                    target.nodes(Role.FAILOVER).size());
            List<Future<?>> running = new ArrayList<>();
            for (int first = 0; first < Math.min(positions, POSITIONS_AT_ONCE); first++) {
                List<Position> turns = new ArrayList<>();
                for (int position = first; position < positions; position += POSITIONS_AT_ONCE) {
                    turns.add(new Position(position));
                }
                running.add(threads.submit(() -> sample(turns, end)));
            }
            running.forEach(one -> Waiting.on(one, "sampling"));
        } finally {
            threads.shutdownNow();
        }
    }

    /** Takes one pair at each position in turn, so that all have their share of samples when time is up. */
    private void sample(List<Position> positions, Instant end) {
        for (int pair = -WARM_UP; pair < latency.samples(); pair++) {
            for (Position position : positions) {
                if (!Instant.now().isBefore(end)) {
                    return;
                }
                position.sample(pair);
            }
        }
    }

    /** A node of each stack, asked side by side; a shorter list of nodes starts again. */
    private final class Position {
        private final int number;
        private final Map<Role, Side> sides = new EnumMap<>(Role.class);
        private final long seed;
        private final SplittableRandom random;

        Position(int position) {
            number = position + 1;
            for (Role role : Role.values()) {
                List<String> nodes = target.nodes(role);
                sides.put(role, new Side(role, nodes.get(position % nodes.size())));
            }
            seed = Instant.now().toEpochMilli() * 31 + position;
            random = new SplittableRandom(seed);
        }

        void sample(int pair) {
            List<Role> order =
                    random.nextBoolean() ? List.of(Role.PRIMARY, Role.FAILOVER) : List.of(Role.FAILOVER, Role.PRIMARY);
            String name = target.passNumber() + "." + number + "." + (pair + 1);
            Instant slot = Instant.now();
            Map<Role, TimedHttp.Timing> timings = new EnumMap<>(Role.class);
            order.forEach(role -> timings.put(role, sides.get(role).ask()));
            if (pair >= 0) {
                Map<String, String> shown = Map.of(
                        "seed", Long.toString(seed), "order", order.get(0).word() + " first");
                timings.forEach((role, timing) -> sides.get(role).record(name, slot, timing, shown));
            }
        }
    }

    /** One node of the pair. */
    private final class Side {
        private final Role role;
        private final String node;
        private final TimedHttp.Visitor visitor;
        private final double roundTrip;
        private final List<Fault> unreachable = new ArrayList<>();

        Side(Role role, String node) {
            TimedHttp http = TimedHttp.of(target.pass(role));
            this.role = role;
            this.node = node;
            this.visitor = http.visitor(node, inSession);
            double millis = 0;
            try {
                millis = http.roundTripMillis(node);
            } catch (StackException e) {
                // Without a round trip there is no service time; the samples say the same fault, or are spoilt by it.
                unreachable.add(e.fault());
            }
            this.roundTrip = millis;
        }

        TimedHttp.Timing ask() {
            try {
                return visitor.get(path);
            } catch (NotObservedException e) {
                Fault notAsked = new Fault(NOT_ASKED, "", String.valueOf(e.getMessage()));
                return new TimedHttp.Timing(
                        Instant.now(), Duration.ZERO, new TreeMap<>(), Optional.empty(), Optional.of(notAsked));
            }
        }

        void record(String pair, Instant slot, TimedHttp.Timing timing, Map<String, String> shown) {
            Optional<Fault> unseen = timing.fault().filter(fault -> UNSEEN.contains(fault.kind()));
            if (unseen.isPresent()) {
                target.recordNotSeen(role, node, unseen.get().message());
                return;
            }
            Map<String, String> values = new TreeMap<>(shown);
            timing.phases().forEach((phase, millis) -> values.put(phase, TimedHttp.decimal(millis)));
            values.put("roundTrip", TimedHttp.decimal(roundTrip));
            List<Fault> faults = timing.fault().isPresent() ? timing.faults() : unreachable;
            if (faults.isEmpty()) {
                timing.status().ifPresent(status -> values.put("status", Integer.toString(status)));
                values.put(
                        "service",
                        TimedHttp.decimal(Math.max(0.001, timing.phases().get("firstByte") - roundTrip)));
            }
            target.record(role, node, pair, slot, timing.at(), timing.took(), faults, values);
        }
    }
}
