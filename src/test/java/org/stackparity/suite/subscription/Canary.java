package org.stackparity.suite.subscription;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.stackparity.environment.Contract;
import org.stackparity.model.Fault;
import org.stackparity.model.NodeRef;
import org.stackparity.suite.client.Answer;
import org.stackparity.suite.client.Ask;
import org.stackparity.suite.client.Http;
import org.stackparity.suite.client.JourneyWalk;
import org.stackparity.suite.client.Json;
import org.stackparity.suite.client.PersonalData;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.Scope;
import org.stackparity.suite.junit.StackException;
import tools.jackson.databind.JsonNode;

/**
 * A subscription of the sandbox tenant that falls due within the run, from its start until a second charge would have come.
 *
 * @param due as the stack tells it
 * @param charges as the stack tells them, in its order; empty if it was not charged
 * @param late from the latest time at which it can have been due by the runner's clock to the first look that saw a
 *     charge; known to one {@link #POLL} only; empty if no look saw one
 * @param startTook how much earlier it can have been due: as long as its start waited for its answer
 * @param end how it was ended: {@code ended}, or why it was not; empty where the contract does not say how
 */
record Canary(Instant due, List<Charge> charges, Optional<Duration> late, Duration startTook, Optional<String> end) {
    /** How often it is looked at, and so how exactly the runner knows when it was charged. */
    static final Duration POLL = Duration.ofMillis(250);
    /** How long after the tolerance a second charge is waited for. */
    static final Duration GRACE = Duration.ofSeconds(2);

    private static final int MOST_ATTEMPTS = 4;
    private static final Pattern NAME = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._~-]{1,200}");

    Canary {
        charges = List.copyOf(charges);
    }

    /**
     * One charge.
     *
     * @param details whatever else the stack tells of it, like the host that did it; may be empty
     */
    record Charge(Instant at, String details) {
        private static Charge parse(JsonNode charge, String atField) {
            String details = charge.properties().stream()
                    .filter(field ->
                            !field.getKey().equals(atField) && field.getValue().isValueNode())
                    .map(field -> field.getKey() + " " + field.getValue().asString())
                    .collect(Collectors.joining(", "));
            return new Charge(instant(charge.path(atField).asString("")), details);
        }

        @Override
        public String toString() {
            return details.isEmpty() ? at.toString() : at + " (" + details + ")";
        }
    }

    /**
     * Starts a canary and watches it to its end. Takes as long as the contract gives it.
     *
     * @throws StackException if the stack does not take the subscription or never tells its state
     */
    static Canary fly(Scope pass) {
        Contract.Canary contract = pass.contract()
                .subscriptions()
                .flatMap(Contract.Subscriptions::canary)
                .orElseThrow();
        Http http = Http.of(pass, pass);
        JourneyWalk walk = JourneyWalk.ofSite(pass);
        Started started = start(walk, contract);
        String id = requireName(required(started.told(), contract.idField(), contract.start()));
        Instant due = instant(required(started.told(), contract.dueField(), contract.start()));
        Watch watch = new Watch(
                http, contract, id, started.answeredNanos() + contract.dueIn().toNanos());
        try {
            Awaitility.await("the charges of the canary")
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(longest(contract))
                    .until(watch::sawTooMany);
        } catch (ConditionTimeoutException e) {
            // The usual end: the time is up, and no further charge came.
        }
        return watch.canary(
                due,
                Duration.ofNanos(started.answeredNanos() - started.sentNanos()),
                contract.end().map(step -> end(walk, step, id)));
    }

    /** How long it is watched if nothing is wrong. */
    static Duration longest(Contract.Canary contract) {
        return contract.dueIn().plus(contract.tolerance()).plus(GRACE);
    }

    /** Asks again where the stack fails, so that nothing is left behind for the sake of one lost answer. */
    private static String end(JourneyWalk walk, Contract.Step step, String id) {
        String failure = "";
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            try {
                int status = walk.send(step, text -> text.replace("{id}", id))
                        .requireNoServerError()
                        .status();
                return status < 400 ? "ended" : "not ended: HTTP " + status;
            } catch (StackException e) {
                failure = "not ended: " + e.fault().kind();
            }
        }
        return failure;
    }

    /** The stack names it, and the name becomes part of a path: no other path may come of it. */
    private static String requireName(String id) {
        if (!NAME.matcher(id).matches()) {
            throw new NotObservedException(
                    "The canary has the id [" + PersonalData.mask(id)
                            + "]; expected letters, digits, hyphens, underscores, dots and tildes, which can be part of a path.");
        }
        return id;
    }

    /**
     * Starts it, again where the stack fails: what is asked here is when it charges, and an answer that is lost now and then
     * stays in the tally of its node.
     */
    private static Started start(JourneyWalk walk, Contract.Canary canary) {
        Contract.Step step = canary.start();
        String seconds = Long.toString(canary.dueIn().toSeconds());
        for (int attempt = 1; ; attempt++) {
            long sentNanos = System.nanoTime();
            try {
                Answer answer = walk.send(step, text -> text.replace("{seconds}", seconds));
                long answeredNanos = System.nanoTime();
                if (attempt < MOST_ATTEMPTS) {
                    answer.requireNoServerError();
                }
                JourneyWalk.requireStatus(
                        step, answer, "The start of the canary (" + step.method() + " " + step.path() + ")");
                return new Started(Json.read(answer), sentNanos, answeredNanos);
            } catch (StackException e) {
                String kind = e.fault().kind();
                boolean isLost = !kind.startsWith("http-") || kind.startsWith("http-5");
                if (attempt == MOST_ATTEMPTS || !isLost) {
                    throw e;
                }
            }
        }
    }

    private static String required(JsonNode answer, String pointer, Contract.Step step) {
        JsonNode value = answer.at(pointer);
        if (value.isMissingNode() || value.isNull()) {
            throw new NotObservedException("The answer to " + step.method() + " " + step.path() + " has no [" + pointer
                    + "]; expected the canary's id and due time there.");
        }
        return value.asString();
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new NotObservedException("The canary tells the time [" + text
                    + "]; expected an instant like 2026-11-03T02:00:00Z, with its offset from UTC.");
        }
    }

    /** What the stack told of a canary that it took, and when it was asked and had told it. */
    private record Started(JsonNode told, long sentNanos, long answeredNanos) {}

    /** One watched subscription. For one thread at a time. */
    private static final class Watch {
        private final Http http;
        private final Contract.Canary contract;
        private final Ask ask;
        private final long dueNanos;
        private final List<Charge> charges = new ArrayList<>();
        private Optional<Duration> late = Optional.empty();
        private Optional<StackException> failure = Optional.empty();
        private boolean seen;

        Watch(Http http, Contract.Canary contract, String id, long dueNanos) {
            this.http = http;
            this.contract = contract;
            this.ask = Ask.get(contract.watch().replace("{id}", id)).named(contract.watch());
            this.dueNanos = dueNanos;
        }

        boolean sawTooMany() {
            JsonNode list;
            try {
                list = Json.read(http.ask(NodeRef.SITE, ask).require(200)).at(contract.charges());
            } catch (StackException e) {
                // One look that fails is an error of the node, and the tally has it; the next look may see.
                failure = Optional.of(e);
                return false;
            }
            if (!list.isArray()) {
                failure = Optional.of(new StackException(new Fault(
                        "no-charges",
                        "",
                        ask + " has no list at [" + contract.charges() + "]; expected the charges of the canary.")));
                return false;
            }
            seen = true;
            charges.clear();
            list.forEach(charge -> charges.add(Charge.parse(charge, contract.atField())));
            if (!charges.isEmpty() && late.isEmpty()) {
                late = Optional.of(Duration.ofNanos(System.nanoTime() - dueNanos));
            }
            return charges.size() > contract.count();
        }

        Canary canary(Instant due, Duration startTook, Optional<String> end) {
            if (!seen && failure.isPresent()) {
                throw failure.get();
            }
            return new Canary(due, charges, late, startTook, end);
        }
    }
}
