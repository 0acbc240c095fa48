package org.stackparity.suite.junit;

import io.qameta.allure.Allure;
import io.qameta.allure.model.Parameter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import org.stackparity.model.Case;
import org.stackparity.model.Check;
import org.stackparity.model.Fault;
import org.stackparity.model.Observation;
import org.stackparity.model.Outcome;
import org.stackparity.model.PlannedCase;
import org.stackparity.model.Role;

/**
 * Runs a check once per asked case and node and records each run as one observation, whatever happens in it. A pass may
 * ask none of a check's cases: whether something required was left out is the judge's question, over the plan.
 * Long, since single and paired runs turn the same outcomes into observations.
 */
final class CheckExtension implements TestTemplateInvocationContextProvider {
    /** LIMIT: longest reason in characters. */
    private static final int LONGEST_REASON = 2_000;

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public boolean mayReturnZeroTestTemplateInvocationContexts(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        SuiteSession session = SuiteSession.of(context);
        ParityCheck annotation = context.getRequiredTestMethod().getAnnotation(ParityCheck.class);
        Check check = CheckMethods.check(annotation, session.request().pair().contract());
        Predicate<Case> counting = CheckMethods.source(annotation)::isCounting;
        List<PlannedCase> cases = session.askedCases(check.id(), counting);
        if (context.getRequiredTestClass().isAnnotationPresent(PairedProbe.class)) {
            return cases.stream().map(planned -> new PairedRun(session, check, planned));
        }
        Turn turn = RoundsExtension.turn(context);
        if (annotation.once() && !turn.first()) {
            return Stream.of();
        }
        // the launcher takes one from the stream when it has run the one before
        return cases.stream()
                .flatMap(planned -> planned.nodesOf(turn.role()).stream()
                        .filter(node -> session.isStillAsked(check.id(), planned.subject(), counting))
                        .map(node -> new SingleRun(session, check, planned.subject(), node, turn)));
    }

    /** Allure numbers invocations by index; the name and the history id here say what was asked of whom. */
    private static void label(String name, String historyId, List<Parameter> parameters) {
        Allure.getLifecycle().updateTestCase(result -> {
            result.setName(name);
            result.setHistoryId(historyId);
            result.getParameters().addAll(parameters);
        });
    }

    private static Parameter parameter(String name, String value) {
        return new Parameter().setName(name).setValue(value);
    }

    /** Where in a check an error came up, for whoever has to mend the check. */
    private static String where(Throwable e) {
        return e.getStackTrace().length == 0 ? "" : ", at " + e.getStackTrace()[0];
    }

    /** A check with both environments in hand; it records its samples itself, and fails where one of them has a fault. */
    private record PairedRun(SuiteSession session, Check check, PlannedCase planned, PairedTarget target)
            implements TestTemplateInvocationContext, ParameterResolver, InvocationInterceptor {

        PairedRun(SuiteSession session, Check check, PlannedCase planned) {
            this(session, check, planned, new PairedTarget(session, check, planned));
        }

        @Override
        public String getDisplayName(int invocationIndex) {
            return check.id() + " " + planned.subject();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == PairedTarget.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            session.request().progress().step(getDisplayName(0));
            return target;
        }

        @Override
        public void interceptTestTemplateMethod(
                Invocation<Void> invocation,
                ReflectiveInvocationContext<Method> invocationContext,
                ExtensionContext context)
                throws Throwable {
            labelForAllure();
            try {
                invocation.proceed();
            } catch (Throwable e) {
                // what a probe throws says nothing of the side at fault, and its samples may not be all
                boolean isUnseen = e instanceof TestAbortedException || e instanceof NotObservedException;
                Outcome outcome = isUnseen ? Outcome.ABORTED : Outcome.ERROR;
                String reason = outcome == Outcome.ABORTED
                        ? String.valueOf(e.getMessage())
                        : e.getClass().getSimpleName() + ": " + e.getMessage() + where(e);
                for (Role role : Role.values()) {
                    target.nodes(role).forEach(node -> target.recordUnseen(role, node, outcome, reason));
                }
                throw new IllegalStateException(Clip.clip(session.redact(reason), LONGEST_REASON));
            }
            if (!target.faults().isEmpty()) {
                throw new AssertionFailedError(lines(target.faults()));
            }
            if (!target.notSeen().isEmpty()) {
                throw new TestAbortedException(lines(target.notSeen()));
            }
        }

        private static String lines(List<String> reasons) {
            return Clip.clip(String.join(System.lineSeparator(), reasons), LONGEST_REASON);
        }

        private void labelForAllure() {
            label(
                    getDisplayName(0),
                    check.id() + "|" + planned.subject().dimensions(),
                    List.of(
                            parameter("environment", Role.PRIMARY.word() + ", " + Role.FAILOVER.word()),
                            parameter("primary nodes", String.join(", ", planned.nodesOf(Role.PRIMARY))),
                            parameter("failover nodes", String.join(", ", planned.nodesOf(Role.FAILOVER)))));
        }
    }

    /** A check of one node in one round. */
    private record SingleRun(SuiteSession session, Check check, Case subject, String node, Turn turn, Recorder recorder)
            implements TestTemplateInvocationContext, ParameterResolver, InvocationInterceptor {

        SingleRun(SuiteSession session, Check check, Case subject, String node, Turn turn) {
            this(session, check, subject, node, turn, new Recorder(session::redact));
        }

        @Override
        public String getDisplayName(int invocationIndex) {
            return check.id() + " " + subject + " · " + node;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            Class<?> type = parameter.getParameter().getType();
            return type == CheckTarget.class || type == Recorder.class || type == Case.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            Class<?> type = parameter.getParameter().getType();
            if (type == Recorder.class) {
                return recorder;
            }
            return type == Case.class
                    ? subject
                    : new CheckTarget(subject, node, session.round(turn), session.pass(turn.role()));
        }

        @Override
        public void interceptTestTemplateMethod(
                Invocation<Void> invocation,
                ReflectiveInvocationContext<Method> invocationContext,
                ExtensionContext context)
                throws Throwable {
            labelForAllure();
            Instant at = Instant.now();
            long start = System.nanoTime();
            try {
                invocation.proceed();
            } catch (StackException e) {
                recorder.fault(e.fault());
            } catch (AssertionError e) {
                recorder.fault("assertion", "", String.valueOf(e.getMessage()));
            } catch (IOException e) {
                recorder.fault("transport", "", e.getClass().getSimpleName() + ": " + e.getMessage());
            } catch (TestAbortedException | NotObservedException e) {
                String reason = record(at, start, Outcome.ABORTED, String.valueOf(e.getMessage()));
                throw new TestAbortedException(reason);
            } catch (Throwable e) {
                throw new IllegalStateException(record(
                        at, start, Outcome.ERROR, e.getClass().getSimpleName() + ": " + e.getMessage() + where(e)));
            }
            List<Fault> faults = recorder.faults();
            record(at, start, faults.isEmpty() ? Outcome.PASSED : Outcome.FAILED, "");
            if (!faults.isEmpty()) {
                // what was thrown is not thrown on: its message may repeat a secret that the fault's no longer has
                throw new AssertionFailedError(
                        faults.stream().map(Fault::message).collect(Collectors.joining(System.lineSeparator())));
            }
        }

        private String record(Instant at, long start, Outcome outcome, String why) {
            String reason = Clip.clip(session.redact(why), LONGEST_REASON);
            Observation observation = new Observation(
                    check.id(),
                    check.version(),
                    subject,
                    node,
                    turn.round(),
                    Optional.empty(),
                    0,
                    Optional.empty(),
                    at,
                    Duration.ofNanos(System.nanoTime() - start),
                    outcome,
                    reason,
                    outcome == Outcome.FAILED ? recorder.faults() : List.of(),
                    recorder.values());
            session.record(turn.role(), observation);
            session.request().progress().step(getDisplayName(0));
            return reason;
        }

        private void labelForAllure() {
            label(
                    getDisplayName(0),
                    check.id() + "|" + subject.dimensions() + "|" + turn.role() + "|" + node,
                    List.of(
                            parameter("environment", turn.role().word()),
                            parameter("node", node),
                            parameter("round", Integer.toString(turn.round()))));
        }
    }
}
