package org.stackparity.suite.junit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.stackparity.environment.Contract;
import org.stackparity.environment.Environment;
import org.stackparity.environment.Pair;
import org.stackparity.environment.Secret;
import org.stackparity.model.PlannedCase;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Role;

/**
 * What the checks of one environment share for a while: for one round (connections, sessions, visited pages) or for one
 * pass (facts of the hosts, tallies). Each kind of thing is made once, on first use, and closed with the scope.
 */
public final class Scope implements AutoCloseable {
    private final Pair pair;
    private final Role role;
    private final int round;
    private final int rounds;
    private final List<PlannedCheck> asked;
    private final boolean partial;
    private final Map<Class<?>, FutureTask<?>> shared = new LinkedHashMap<>();

    Scope(Pair pair, Role role, int round, int rounds, List<PlannedCheck> asked, boolean partial) {
        this.pair = pair;
        this.role = role;
        this.round = round;
        this.rounds = rounds;
        this.asked = List.copyOf(asked);
        this.partial = partial;
    }

    public Role role() {
        return role;
    }

    public Environment environment() {
        return pair.environment(role);
    }

    /** The stack that this one is compared with; for telling its addresses, never for asking it. */
    public Environment otherEnvironment() {
        return pair.environment(role.other());
    }

    public Contract contract() {
        return pair.contract();
    }

    /** What steps of the contract send by reference: the reference as written to its value; for the wire only. */
    public Map<String, Secret> secrets() {
        return pair.secrets();
    }

    /** The round that the scope lasts for; 0 where it lasts for a pass. */
    public int round() {
        return round;
    }

    /** How many rounds of the role the scope lasts for. */
    public int rounds() {
        return rounds;
    }

    /** The checks of this pass with the cases that are asked, so that clients can fetch ahead; sorted by check id. */
    public List<PlannedCheck> asked() {
        return asked;
    }

    /** Whether a filter of the run has left checks out. */
    public boolean isPartial() {
        return partial;
    }

    /** The cases of all asked checks that have every one of the dimensions; in order of check and contract. */
    public List<PlannedCase> askedWith(String... dimensions) {
        return asked.stream()
                .flatMap(planned -> planned.cases().stream())
                .filter(planned -> planned.subject().dimensions().keySet().containsAll(List.of(dimensions)))
                .toList();
    }

    /**
     * The one thing of this type in the scope; made on first use by the thread that asks first, while others that want it
     * wait. A failure to make it is thrown at each of them.
     */
    public <T> T shared(Class<T> type, Function<Scope, T> maker) {
        FutureTask<?> making;
        synchronized (shared) {
            making = shared.computeIfAbsent(type, any -> new FutureTask<>(() -> maker.apply(this)));
        }
        making.run();
        return type.cast(Waiting.on(making, type.getSimpleName()));
    }

    /** Closes what was made, the youngest first. */
    @Override
    public void close() {
        Deque<Future<?>> youngestFirst = new ArrayDeque<>();
        synchronized (shared) {
            shared.values().forEach(youngestFirst::push);
            shared.clear();
        }
        youngestFirst.forEach(this::close);
    }

    private void close(Future<?> making) {
        try {
            if (making.get() instanceof AutoCloseable closeable) {
                closeable.close();
            }
        } catch (ExecutionException e) {
            // It was never made, as who asked for it has heard.
        } catch (Exception e) {
            throw new IllegalStateException("Closing what the checks of " + role.word() + " shared failed.", e);
        }
    }
}
