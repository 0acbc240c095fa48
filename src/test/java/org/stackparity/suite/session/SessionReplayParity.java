package org.stackparity.suite.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stackparity.environment.Contract;
import org.stackparity.model.Case;
import org.stackparity.model.Family;
import org.stackparity.model.Fault;
import org.stackparity.model.Role;
import org.stackparity.model.Safety;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.Answer;
import org.stackparity.suite.client.Ask;
import org.stackparity.suite.client.Http;
import org.stackparity.suite.client.Session;
import org.stackparity.suite.junit.CaseSource;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.PairedProbe;
import org.stackparity.suite.junit.PairedTarget;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.StackException;

/**
 * A customer's session lives on the other nodes of his stack as it does on the primary, and his cookie does no harm on the
 * other stack: he goes on, or begins anew, the same everywhere. Whether a session goes on is told by its cookie: a node that does not know the session
 * sets another one.
 */
@PairedProbe
class SessionReplayParity {
    private static final String CONTINUES = "continues";
    private static final String NEIGHBOURS = "neighbours-cookie";

    @ParityCheck(
            id = "SES-02",
            name = "session.replay",
            version = 2,
            promise = "After a switch a customer goes on or signs in again; no page breaks because of his cookie.",
            family = Family.SESSION,
            severity = Severity.CRITICAL,
            safety = Safety.S2,
            deterministic = true,
            once = true,
            cases = SessionPages.class,
            requests = 4)
    void cookieOfAnotherNodeIsTakenOrRenewed(PairedTarget target) {
        Map<Role, List<SessionCookies>> cookies = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            List<SessionCookies> ofNodes = new ArrayList<>();
            for (String node : target.nodes(role)) {
                try {
                    SessionCookies session = session(target, role, node);
                    if (session.isEmpty()) {
                        notSeen(
                                target,
                                role,
                                "The node [" + node + "] sets no cookie that stays the same in a session; whether"
                                        + " a session goes on cannot be told by it.");
                        return;
                    }
                    ofNodes.add(session);
                } catch (StackException e) {
                    record(target, role, node, Instant.now(), List.of(e.fault()), Map.of());
                    notSeen(target, role, "The node [" + node + "] gave no session: " + e.getMessage());
                    return;
                } catch (NotObservedException e) {
                    notSeen(target, role, e.getMessage());
                    return;
                }
            }
            cookies.put(role, ofNodes);
        }
        for (Role role : Role.values()) {
            for (int position = 0; position < target.nodes(role).size(); position++) {
                try {
                    replay(target, role, position, cookies);
                } catch (NotObservedException e) {
                    target.recordNotSeen(role, target.nodes(role).get(position), e.getMessage());
                }
            }
        }
    }

    /** The cookies of a new visitor that a second visit to the same node leaves as they are. */
    private static SessionCookies session(PairedTarget target, Role role, String node) {
        SessionCookies cookies = SessionCookies.of(ask(target, role, node, SessionCookies.NONE));
        return cookies.isEmpty() ? cookies : cookies.without(cookies.renewedBy(ask(target, role, node, cookies)));
    }

    /**
     * Each node is given the session of its neighbour before it in the list: it goes on where sessions are shared, and begins
     * anew where each node keeps its own, which is a difference only if the other stack does otherwise.
     */
    private static void replay(PairedTarget target, Role role, int position, Map<Role, List<SessionCookies>> cookies) {
        Instant at = Instant.now();
        List<String> nodes = target.nodes(role);
        String node = nodes.get(position);
        List<Fault> faults = new ArrayList<>();
        Map<String, String> values = new TreeMap<>();
        SessionCookies ofNeighbour = cookies.get(role).get((position + nodes.size() - 1) % nodes.size());
        values.put(NEIGHBOURS, outcome(target, role, node, ofNeighbour, NEIGHBOURS, faults));
        SessionCookies foreign = cookies.get(role.other()).get(0);
        values.put("foreign-cookie", outcome(target, role, node, foreign, "foreign-cookie", faults));
        record(target, role, node, at, faults, values);
    }

    /** What the node makes of the cookies; an error is a fault. */
    private static String outcome(
            PairedTarget target, Role role, String node, SessionCookies cookies, String path, List<Fault> faults) {
        try {
            Answer answer = ask(target, role, node, cookies);
            if (isBroken(target, answer)) {
                faults.add(new Fault(
                        "http-" + answer.status(),
                        path,
                        answer.ask() + " with the cookie of another node answered [" + answer.status()
                                + "]; expected that the session goes on or begins anew."));
            }
            String session = cookies.renewedBy(answer).isEmpty() ? CONTINUES : "new session";
            return answer.status() < 300 ? session : session + ", status " + answer.status();
        } catch (StackException e) {
            faults.add(e.fault().at(path));
            return "no answer";
        }
    }

    /** Whether a customer sees an error: a demand to sign in is none, and neither is what the contract declares. */
    private static boolean isBroken(PairedTarget target, Answer answer) {
        boolean asksToSignIn = answer.status() == 401 || answer.status() == 403;
        return !asksToSignIn && !target.contract().isHealthy(target.subject().get("page"), answer.status());
    }

    /** Cookies go to the pair's own nodes only: a session never follows a redirect here. */
    private static Answer ask(PairedTarget target, Role role, String node, SessionCookies cookies) {
        Session session = Http.of(target.pass(role), target.pass(role)).session(node);
        cookies.values().forEach(session::putCookie);
        return session.ask(Ask.get(target.subject().get("page")));
    }

    private static void notSeen(PairedTarget target, Role role, String reason) {
        target.nodes(role).forEach(node -> target.recordNotSeen(role, node, reason));
    }

    private static void record(
            PairedTarget target, Role role, String node, Instant at, List<Fault> faults, Map<String, String> values) {
        target.record(
                role,
                node,
                target.passNumber() + "." + node,
                at,
                at,
                Duration.between(at, Instant.now()),
                faults,
                values);
    }

    /** The pages that use the session. */
    static final class SessionPages implements CaseSource {
        @Override
        public List<Case> cases(Contract contract) {
            return contract.latency().stream()
                    .flatMap(latency -> latency.sessionEndpoints().stream())
                    .map(path -> Case.of("page", path))
                    .toList();
        }

        @Override
        public String input() {
            return "latency.session-endpoints";
        }
    }
}
