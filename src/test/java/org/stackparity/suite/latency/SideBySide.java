package org.stackparity.suite.latency;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.stackparity.environment.Contract;
import org.stackparity.model.Case;
import org.stackparity.model.Fault;
import org.stackparity.model.NodeRef;
import org.stackparity.model.PlannedCase;
import org.stackparity.model.Role;
import org.stackparity.suite.client.TimedHttp;
import org.stackparity.suite.client.host.Hosts;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.PairedTarget;
import org.stackparity.suite.junit.StackException;
import org.stackparity.suite.junit.Waiting;

/**
 * Takes the paired samples of all endpoints of a pass. A round takes one pair of each endpoint at each node position, in
 * random order, the primary and the failover in turn, in random order within the pair; so all of them meet the same
 * weather, and have their share of samples when time is up. A few pairs are under way at once, of different endpoints and
 * positions; more of them, and of one endpoint too, where the samples that are missing would not be there in time. The
 * first rounds are thrown away.
 * Long, since the order of a round and who is asked in it are one schedule.
 */
final class SideBySide {
    static final int WARM_UP = 4;
    private static final Set<String> TIMED = Set.of(EndpointLatencyParity.PLAIN, EndpointLatencyParity.IN_SESSION);
    /** The kind of fault of a node that failed too often to be asked any more. */
    private static final String NOT_ASKED = "not-asked";
    /** Faults by which nothing was seen of the page. */
    private static final Set<String> UNSEEN = Set.of(TimedHttp.SIGN_IN, NOT_ASKED);

    private final PairedTarget any;
    private final Contract.Latency latency;
    private final Map<Case, List<Place>> places = new HashMap<>();
    private final Map<NodeRef, Distance> distances = new HashMap<>();
    private final Deque<Place> round = new ArrayDeque<>();
    private final Random random;
    private final long seed;
    private final Instant end;
    private final int samples;
    private final int lanes;
    private int roundsLeft;

    /** @param any of the targets of the pass */
    private SideBySide(PairedTarget any) {
        this.any = any;
        this.latency = any.contract().latency().orElseThrow();
        for (Role role : Role.values()) {
            Hosts.of(any.pass(role)).awaitAll();
        }
        List<PlannedCase> asked = any.pass(Role.PRIMARY).asked().stream()
                .filter(check -> TIMED.contains(check.check().id().value()))
                .flatMap(check -> check.cases().stream())
                .toList();
        int atLeisure = Math.min(
                asked.stream().mapToInt(SideBySide::nodes).sum(),
                latency.pairsAtOnce(
                        asked.stream().mapToInt(SideBySide::nodes).max().orElse(0)));
        int inHaste = Math.min(any.pairsAtOnce(), allowedAtOnce());
        lanes = Math.max(1, Math.max(atLeisure, inHaste));
        asked.forEach(each -> places.put(each.subject(), places(each, inHaste > atLeisure ? lanes : 1)));
        seed = Instant.now().toEpochMilli();
        random = new Random(seed);
        samples = any.quadruples() * latency.samples();
        roundsLeft = WARM_UP + samples;
        Instant ofContract = Instant.now().plus(latency.budget());
        end = any.timingUntil().isBefore(ofContract) ? any.timingUntil() : ofContract;
        sample();
    }

    /** Takes down the samples of the target's endpoint; the first target of a pass waits until those of all are taken. */
    static void record(PairedTarget target) {
        target.pass(Role.PRIMARY)
                .shared(SideBySide.class, pass -> new SideBySide(target))
                .places
                .get(target.subject())
                .forEach(place -> place.taken.forEach(sample -> sample.accept(target)));
    }

    private static int nodes(PlannedCase planned) {
        return Math.max(
                planned.nodesOf(Role.PRIMARY).size(),
                planned.nodesOf(Role.FAILOVER).size());
    }

    /** A pair asks one stack at a time, so that as many pairs are allowed as both stacks allow connections. */
    private int allowedAtOnce() {
        return Stream.of(Role.values())
                .mapToInt(role -> any.pass(role).environment().web().limits().connections())
                .sum();
    }

    private List<Place> places(PlannedCase planned, int atOnce) {
        List<Place> all = new ArrayList<>();
        for (int position = 0; position < nodes(planned); position++) {
            all.add(new Place(planned, position, atOnce));
        }
        return all;
    }

    private void sample() {
        ExecutorService threads = Executors.newFixedThreadPool(lanes);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int lane = 0; lane < lanes; lane++) {
                running.add(threads.submit(this::sampleInTurn));
            }
            running.forEach(one -> Waiting.on(one, "sampling"));
        } finally {
            threads.shutdownNow();
        }
    }

    private void sampleInTurn() {
        for (Optional<Turn> turn = next(); turn.isPresent(); turn = next()) {
            turn.get().place().sample(turn.get());
        }
    }

    /** The next place of the round, or the first of the next one; empty when all samples are taken or time is up. */
    private synchronized Optional<Turn> next() {
        if (round.isEmpty() && roundsLeft > 0) {
            roundsLeft--;
            List<Place> shuffled = new ArrayList<>(
                    places.values().stream().flatMap(List::stream).toList());
            Collections.shuffle(shuffled, random);
            round.addAll(shuffled);
        }
        if (round.isEmpty() || !Instant.now().isBefore(end)) {
            return Optional.empty();
        }
        return Optional.of(new Turn(round.remove(), samples - roundsLeft, random.nextBoolean()));
    }

    /**
     * A pair that is due.
     *
     * @param number of the pair, from 1; below it warms up
     */
    private record Turn(Place place, int number, boolean primaryFirst) {}

    /** An endpoint at a node position: a node of each stack, asked side by side; a shorter list of nodes starts again. */
    private final class Place {
        private final int position;
        private final Deque<Visit> visits = new ConcurrentLinkedDeque<>();
        private final Semaphore idle;
        private final List<Consumer<PairedTarget>> taken = Collections.synchronizedList(new ArrayList<>());

        /** @param atOnce how many pairs of the place may be under way */
        Place(PlannedCase planned, int number, int atOnce) {
            position = number + 1;
            idle = new Semaphore(atOnce);
            for (int i = 0; i < atOnce; i++) {
                visits.push(new Visit(planned, number));
            }
        }

        void sample(Turn turn) {
            idle.acquireUninterruptibly();
            Visit visit = visits.pop();
            try {
                sample(turn, visit);
            } finally {
                visits.push(visit);
                idle.release();
            }
        }

        private void sample(Turn turn, Visit visit) {
            List<Role> order =
                    turn.primaryFirst() ? List.of(Role.PRIMARY, Role.FAILOVER) : List.of(Role.FAILOVER, Role.PRIMARY);
            String name = any.passNumber() + "." + position + "." + turn.number();
            if (turn.number() > 0 && visit.isFirst()) {
                visit.ask(order);
            }
            Instant slot = Instant.now();
            Map<Role, TimedHttp.Timing> timings = visit.ask(order);
            if (turn.number() > 0) {
                Map<String, String> shown = Map.of(
                        "seed", Long.toString(seed), "order", order.get(0).word() + " first");
                timings.forEach((role, timing) ->
                        taken.add(target -> visit.side(role).record(target, name, slot, timing, shown)));
            }
        }
    }

    /** A visitor of each of the two nodes of a place, who asks one thing after the other. */
    private final class Visit {
        private final Map<Role, Side> sides = new EnumMap<>(Role.class);
        private boolean first = true;

        Visit(PlannedCase planned, int number) {
            for (Role role : Role.values()) {
                List<String> nodes = planned.nodesOf(role);
                sides.put(
                        role,
                        new Side(
                                role,
                                nodes.get(number % nodes.size()),
                                planned.subject().get("endpoint")));
            }
        }

        /** Whether nothing was asked yet: the first answer opens the session, and is no sample. */
        boolean isFirst() {
            return first;
        }

        Map<Role, TimedHttp.Timing> ask(List<Role> order) {
            first = false;
            Map<Role, TimedHttp.Timing> timings = new EnumMap<>(Role.class);
            order.forEach(role -> timings.put(role, side(role).ask()));
            return timings;
        }

        Side side(Role role) {
            return Objects.requireNonNull(sides.get(role));
        }
    }

    /** The round trip to a node, or why there is none. */
    private record Distance(double millis, List<Fault> unreachable) {}

    /** One node of the pair. */
    private final class Side {
        private final Role role;
        private final String node;
        private final String path;
        private final TimedHttp.Visitor visitor;
        private final Distance distance;

        Side(Role role, String node, String path) {
            TimedHttp http = TimedHttp.of(any.pass(role));
            this.role = role;
            this.node = node;
            this.path = path;
            this.visitor = http.visitor(node, latency.sessionEndpoints().contains(path));
            this.distance = distances.computeIfAbsent(new NodeRef(role, node), asked -> distance(http));
        }

        private Distance distance(TimedHttp http) {
            try {
                return new Distance(http.roundTripMillis(node), List.of());
            } catch (StackException e) {
                // Without a round trip there is no service time; the samples say the same fault, or are spoilt by it.
                return new Distance(0, List.of(e.fault()));
            }
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

        void record(
                PairedTarget target, String pair, Instant slot, TimedHttp.Timing timing, Map<String, String> shown) {
            Optional<Fault> unseen = timing.fault().filter(fault -> UNSEEN.contains(fault.kind()));
            if (unseen.isPresent()) {
                target.recordNotSeen(role, node, unseen.get().message());
                return;
            }
            Map<String, String> values = new TreeMap<>(shown);
            timing.phases().forEach((phase, millis) -> values.put(phase, TimedHttp.decimal(millis)));
            values.put("roundTrip", TimedHttp.decimal(distance.millis()));
            List<Fault> faults = timing.fault().isPresent() ? timing.faults() : distance.unreachable();
            if (faults.isEmpty()) {
                timing.status().ifPresent(status -> values.put("status", Integer.toString(status)));
                values.put(
                        "service",
                        TimedHttp.decimal(Math.max(0.001, timing.phases().get("firstByte") - distance.millis())));
            }
            target.record(role, node, pair, slot, timing.at(), timing.took(), faults, values);
        }
    }
}
