package org.stackparity.suite.junit;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.platform.commons.support.ReflectionSupport;
import org.stackparity.model.Case;
import org.stackparity.model.Check;
import org.stackparity.model.CheckId;
import org.stackparity.model.Observation;
import org.stackparity.model.Outcome;
import org.stackparity.model.PlannedCase;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Role;
import org.stackparity.run.SuiteRequest;

/** One pass as the extensions see it: the request, and the scopes of both environments. */
final class SuiteSession implements AutoCloseable {
    private final SuiteRequest request;
    private final Redaction redaction;
    private final Map<CheckId, PlannedCheck> asked = new LinkedHashMap<>();
    private final Map<Role, Scope> passes = new EnumMap<>(Role.class);
    private final Map<Integer, Scope> rounds = new LinkedHashMap<>();
    private final Set<Answered> answered = ConcurrentHashMap.newKeySet();

    SuiteSession(SuiteRequest request) {
        this.request = request;
        this.redaction = Redaction.of(request.pair());
        for (PlannedCheck planned : request.plan().required()) {
            List<PlannedCase> cases = planned.cases().stream()
                    .filter(one -> request.asked().test(planned.check().id(), one.subject()))
                    .toList();
            if (!cases.isEmpty()) {
                asked.put(
                        planned.check().id(),
                        new PlannedCheck(
                                planned.check(),
                                planned.coverage(),
                                planned.reason(),
                                cases,
                                planned.samples(),
                                planned.estimate()));
            }
        }
        for (Role role : Role.values()) {
            passes.put(
                    role,
                    new Scope(
                            request.pair(),
                            role,
                            0,
                            Collections.frequency(request.rounds(), role),
                            askedChecks(),
                            request.plan().partial()));
        }
    }

    /** The session of a running pass. */
    static SuiteSession of(ExtensionContext context) {
        SuiteSession session = context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(SuiteSession.class))
                .get(SuiteSession.class, SuiteSession.class);
        if (session == null) {
            throw new IllegalStateException(
                    "The class [" + context.getRequiredTestClass().getSimpleName()
                            + "] is a parity suite and needs two environments; run it with: parity run PAIR");
        }
        return session;
    }

    /** The text with references instead of the pair's secrets. */
    String redact(String text) {
        return redaction.apply(text);
    }

    SuiteRequest request() {
        return request;
    }

    List<PlannedCheck> askedChecks() {
        return List.copyOf(asked.values());
    }

    /**
     * The cases that are still asked of a check in this pass, and those that count what all others ask; empty if there is
     * none, or if the pass has run out of time.
     *
     * @param counting whether a case counts, so that what a pass has sent never drops out of a tally
     */
    List<PlannedCase> askedCases(CheckId id, Predicate<Case> counting) {
        return request.plan().find(id).filter(PlannedCheck::isRequired).stream()
                .flatMap(planned -> planned.cases().stream())
                .filter(one -> isStillAsked(id, one.subject(), counting))
                .toList();
    }

    /**
     * Whether a case is asked now, or counts what all others ask; to be looked at before each node, since a round that
     * began in time may go on long after it.
     */
    boolean isStillAsked(CheckId id, Case subject, Predicate<Case> counting) {
        return isAsked(id, subject) || counting.test(subject);
    }

    /**
     * Begins in both environments what a class names as {@link Early}; nothing where the pass asks none of its checks, so that
     * the class only counts what others ask.
     *
     * @param atItsTurn whether the class's turn has come; else the pass begins
     */
    void begin(Class<?> suite, boolean atItsTurn) {
        Early early = suite.getAnnotation(Early.class);
        if (early == null || early.atItsTurn() != atItsTurn || !isOpen(suite)) {
            return;
        }
        Early.Start start = ReflectionSupport.newInstance(early.value());
        passes.values().forEach(start::begin);
    }

    private boolean isOpen(Class<?> suite) {
        return CheckMethods.of(suite).stream()
                .map(method -> method.getAnnotation(ParityCheck.class).id())
                .anyMatch(id -> asked.containsKey(new CheckId(id)));
    }

    private boolean isAsked(CheckId id, Case subject) {
        PlannedCheck planned = asked.get(id);
        return planned != null
                && planned.cases().stream().anyMatch(one -> one.subject().equals(subject))
                && request.asked().test(id, subject);
    }

    /** Takes down what a node answered in a round. */
    void record(Role role, Observation observation) {
        answered.add(new Answered(
                observation.check(), observation.subject(), role, observation.node(), observation.round()));
        request.recording().accept(role, observation);
    }

    /**
     * Takes down that a node gave no answer where a round had to ask it: the class broke before its check began, was
     * disabled, or the budget ended. The first pass is the plan; a later one may end early.
     *
     * @param once whether it is asked in the first round of each environment only
     */
    void recordUnanswered(CheckId id, boolean once) {
        PlannedCheck planned = asked.get(id);
        if (planned == null) {
            return;
        }
        Set<Role> seen = EnumSet.noneOf(Role.class);
        int round = request.firstRound();
        for (Role role : request.rounds()) {
            boolean isAsked = seen.add(role) || !once;
            for (PlannedCase one : isAsked ? planned.cases() : List.<PlannedCase>of()) {
                boolean inTime = request.asked().test(id, one.subject());
                for (String node : one.nodesOf(role)) {
                    if ((inTime || request.pass() == 1)
                            && !answered.contains(new Answered(id, one.subject(), role, node, round))) {
                        recordUnanswered(planned.check(), one.subject(), role, node, round, inTime);
                    }
                }
            }
            round++;
        }
    }

    private void recordUnanswered(Check check, Case subject, Role role, String node, int round, boolean inTime) {
        record(
                role,
                new Observation(
                        check.id(),
                        check.version(),
                        subject,
                        node,
                        round,
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        Instant.now(),
                        Duration.ZERO,
                        inTime ? Outcome.ERROR : Outcome.ABORTED,
                        inTime
                                ? check.id() + " did not ask " + node + " in round " + round
                                        + ": its class broke before, or leaves it out; see allure-results"
                                : "the budget ended before round " + round + " asked " + node,
                        List.of(),
                        new TreeMap<>()));
    }

    Scope pass(Role role) {
        return passes.get(role);
    }

    synchronized Scope round(Turn turn) {
        return rounds.computeIfAbsent(
                turn.round(),
                number -> new Scope(
                        request.pair(),
                        turn.role(),
                        number,
                        1,
                        askedChecks(),
                        request.plan().partial()));
    }

    @Override
    public synchronized void close() {
        rounds.values().forEach(Scope::close);
        passes.values().forEach(Scope::close);
    }

    /** A node that was asked a case of a check in a round. */
    private record Answered(CheckId check, Case subject, Role role, String node, int round) {}
}
