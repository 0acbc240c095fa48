package org.stackparity.suite.junit;

import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.stackparity.environment.Environment;
import org.stackparity.environment.Pair;
import org.stackparity.model.Case;
import org.stackparity.model.Check;
import org.stackparity.model.CheckId;
import org.stackparity.model.Coverage;
import org.stackparity.model.Effort;
import org.stackparity.model.NodeRef;
import org.stackparity.model.PlannedCase;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Role;
import org.stackparity.model.Safety;
import org.stackparity.model.State;
import org.stackparity.run.SuiteRequest;
import org.stackparity.run.SuiteRunner;
import org.stackparity.suite.client.PersonalData;

/** Finds the suite's classes and starts them with the JUnit Launcher in this JVM. */
public final class JUnitSuiteRunner implements SuiteRunner {
    private static final String OWN_PACKAGE = "org.stackparity.suite";
    /**
     * Classes mostly wait, for the slowest of the stacks; each of them goes through its rounds in their order. With many more
     * of them the journeys and the hosts, which take longest, wait for their turn among requests that nobody waits for.
     */
    private static final int CLASSES_AT_ONCE = 8;

    @Override
    public List<Check> checks(List<Path> extensions) {
        return withClasses(
                extensions,
                classes -> methods(classes).stream()
                        .map(method -> CheckMethods.check(annotation(method), Contracts.EMPTY))
                        .sorted(Comparator.comparing(Check::id))
                        .toList());
    }

    @Override
    public List<PlannedCheck> propose(Pair pair, List<Path> extensions) {
        return withClasses(
                extensions,
                classes -> methods(classes).stream()
                        .map(method -> propose(pair, method))
                        .sorted(Comparator.comparing(planned -> planned.check().id()))
                        .toList());
    }

    private static PlannedCheck propose(Pair pair, Method method) {
        ParityCheck annotation = annotation(method);
        Check check = CheckMethods.check(annotation, pair.contract());
        CaseSource source = CheckMethods.source(annotation);
        List<PlannedCase> cases = source.cases(pair.contract()).stream()
                .map(subject -> planned(pair, annotation, subject))
                .toList();
        int samples = annotation.once() ? 1 : 2;
        if (cases.isEmpty()) {
            String reason = "the contract does not declare " + source.input();
            return new PlannedCheck(check, Coverage.NOT_COVERED, reason, cases, samples, Duration.ZERO);
        }
        // what one side could answer is still required of the other
        if (cases.stream().allMatch(each -> each.nodes().values().stream().allMatch(List::isEmpty))) {
            String reason = "neither stack declares a host for " + cases.get(0).subject();
            return new PlannedCheck(check, Coverage.NOT_COVERED, reason, cases, samples, Duration.ZERO);
        }
        if (check.safety() == Safety.S2 && !pair.contract().allow().contains("sandbox-writes")) {
            String reason = "it writes to a sandbox tenant; the contract does not say allow: [sandbox-writes]";
            return new PlannedCheck(check, Coverage.NOT_AUTHORISED, reason, cases, samples, Duration.ZERO);
        }
        for (Role role : Role.values()) {
            for (State state : check.needs()) {
                if (!pair.environment(role).isIn(state)) {
                    String reason = pair.environment(role).name() + " is not " + state.word()
                            + " by design; only a drill proves this";
                    return new PlannedCheck(check, Coverage.NOT_APPLICABLE, reason, cases, samples, Duration.ZERO);
                }
            }
        }
        boolean isPaired = method.getDeclaringClass().isAnnotationPresent(PairedProbe.class);
        Effort effort = Efforts.of(pair, annotation, source, cases, isPaired ? 1 : samples);
        return new PlannedCheck(check, Coverage.REQUIRED, "", cases, samples, effort);
    }

    private static PlannedCase planned(Pair pair, ParityCheck annotation, Case subject) {
        Map<Role, List<String>> nodes = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            nodes.put(role, nodes(pair.environment(role), annotation.of(), subject));
        }
        return new PlannedCase(subject, nodes);
    }

    private static List<String> nodes(Environment environment, ParityCheck.Asked asked, Case subject) {
        return switch (asked) {
            case EVERY_WEB_NODE -> webNodes(environment);
            case SITE -> List.of(NodeRef.SITE);
            case WHERE_THE_CASE_SAYS ->
                subject.find("entrance")
                        .map(entrance -> List.of(NodeRef.SITE))
                        .or(() -> subject.find("host-role").map(role -> hosts(environment, role)))
                        .orElseGet(() -> webNodes(environment));
        };
    }

    private static List<String> hosts(Environment environment, String role) {
        return environment.hostsOf(role).stream().map(Environment.Host::name).toList();
    }

    private static List<String> webNodes(Environment environment) {
        return environment.web().nodes().stream().map(Environment.Node::name).toList();
    }

    @Override
    public void run(SuiteRequest request) {
        // Allure's listener, which the launcher finds by itself, takes the lifecycle that it finds here.
        Allure.setLifecycle(new AllureLifecycle(new AllureResults(request.allureResults())));
        PersonalData.useKey(request.fingerprints().secret());
        withClasses(request.extensions(), classes -> {
            try (SuiteSession session = new SuiteSession(request);
                    LauncherSession launcher = LauncherFactory.openSession()) {
                List<Class<?>> asked = classes.stream()
                        .filter(suite -> isAsked(suite, session))
                        .toList();
                launcher.getStore().put(Namespace.create(SuiteSession.class), SuiteSession.class, session);
                asked.forEach(suite -> session.begin(suite, false));
                launcher.getLauncher().execute(discovery(asked));
                asked.stream()
                        .filter(suite -> suite.isAnnotationPresent(ParitySuite.class))
                        .flatMap(suite -> CheckMethods.of(suite).stream())
                        .forEach(method -> session.recordUnanswered(
                                new CheckId(annotation(method).id()),
                                annotation(method).once()));
                return null;
            }
        });
    }

    private static boolean isAsked(Class<?> suite, SuiteSession session) {
        return CheckMethods.of(suite).stream()
                .map(JUnitSuiteRunner::annotation)
                .anyMatch(check -> !session.askedCases(new CheckId(check.id()), CheckMethods.source(check)::isCounting)
                        .isEmpty());
    }

    private static LauncherDiscoveryRequest discovery(List<Class<?>> suites) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(suites.stream().map(DiscoverySelectors::selectClass).toList())
                .configurationParameter(
                        "junit.jupiter.testclass.order.default", "org.junit.jupiter.api.ClassOrderer$OrderAnnotation")
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                // What has an order of methods runs in one thread, and so keeps the order of its rounds as well.
                .configurationParameter(
                        "junit.jupiter.testmethod.order.default", "org.junit.jupiter.api.MethodOrderer$MethodName")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter(
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", Integer.toString(CLASSES_AT_ONCE))
                .build();
    }

    private static List<Method> methods(List<Class<?>> classes) {
        List<Method> methods = new ArrayList<>();
        for (Class<?> suite : classes) {
            methods.addAll(CheckMethods.of(suite));
        }
        return methods;
    }

    private static ParityCheck annotation(Method method) {
        return method.getAnnotation(ParityCheck.class);
    }

    private static <T> T withClasses(List<Path> extensions, Function<List<Class<?>>, T> use) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(urls(extensions), JUnitSuiteRunner.class.getClassLoader())) {
            thread.setContextClassLoader(loader);
            List<Class<?>> classes = new ArrayList<>(ReflectionSupport.findAllClassesInPackage(
                    OWN_PACKAGE, OwnChecks::isSuite, name -> name.endsWith("Parity")));
            classes.addAll(OwnChecks.suites(extensions, loader));
            classes.sort(Comparator.comparing(Class::getName));
            return use.apply(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL[] urls(List<Path> jars) {
        return jars.stream()
                .map(jar -> {
                    try {
                        return jar.toUri().toURL();
                    } catch (MalformedURLException e) {
                        throw new IllegalArgumentException("The jar [" + jar + "] has no URL.", e);
                    }
                })
                .toArray(URL[]::new);
    }
}
