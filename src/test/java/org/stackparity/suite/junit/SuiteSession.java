package org.stackparity.suite.junit;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.stackparity.model.CheckId;
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
            passes.put(role, new Scope(request.pair(), role, 0, askedChecks()));
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

    /** The cases that are still asked of a check in this pass; empty if none is, or if the pass has run out of time. */
    List<PlannedCase> askedCases(CheckId id) {
        PlannedCheck planned = asked.get(id);
        return planned == null
                ? List.of()
                : planned.cases().stream()
                        .filter(one -> request.asked().test(id, one.subject()))
                        .toList();
    }

    Scope pass(Role role) {
        return passes.get(role);
    }

    synchronized Scope round(Turn turn) {
        return rounds.computeIfAbsent(
                turn.round(), number -> new Scope(request.pair(), turn.role(), number, askedChecks()));
    }

    @Override
    public synchronized void close() {
        rounds.values().forEach(Scope::close);
        passes.values().forEach(Scope::close);
    }
}
