package org.stackparity.suite.junit;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.stackparity.model.Role;

/**
 * Runs a class once per environment and round, in the order that the request gives; no round is an error. What the class
 * begins early at its turn is begun before.
 */
final class RoundsExtension implements ClassTemplateInvocationContextProvider {
    private static final Namespace STORE = Namespace.create(RoundsExtension.class);

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
        SuiteSession session = SuiteSession.of(context);
        session.begin(context.getRequiredTestClass(), true);
        Set<Role> seen = EnumSet.noneOf(Role.class);
        int number = session.request().firstRound();
        Stream.Builder<ClassTemplateInvocationContext> rounds = Stream.builder();
        for (Role role : session.request().rounds()) {
            boolean first = seen.add(role);
            rounds.add(new Invocation(new Turn(role, number++, first)));
        }
        return rounds.build();
    }

    /** Whose turn it is in a running round. */
    static Turn turn(ExtensionContext context) {
        return context.getStore(STORE).get(Turn.class, Turn.class);
    }

    private record Invocation(Turn turn) implements ClassTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return turn.toString();
        }

        @Override
        public void prepareInvocation(ExtensionContext context) {
            context.getStore(STORE).put(Turn.class, turn);
        }
    }
}
