package org.stackparity.suite.junit;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.commons.support.ReflectionSupport;
import org.stackparity.environment.Contract;
import org.stackparity.model.Check;
import org.stackparity.model.CheckId;
import org.stackparity.model.PathRule;

/** Reads checks from annotated methods. */
final class CheckMethods {
    private CheckMethods() {}

    /** The check as the model knows it, with the limits of the contract in its rules. */
    static Check check(ParityCheck annotation, Contract contract) {
        List<PathRule> rules = new ArrayList<>(source(annotation).rules(contract));
        for (ParityCheck.Rule rule : annotation.rules()) {
            rules.add(new PathRule(rule.paths(), rule.comparison(), limits(rule)));
        }
        return new Check(
                new CheckId(annotation.id()),
                annotation.name(),
                annotation.version(),
                annotation.family(),
                annotation.severity(),
                annotation.safety(),
                new LinkedHashSet<>(Arrays.asList(annotation.needs())),
                annotation.deterministic(),
                annotation.promise(),
                rules);
    }

    private static Map<String, String> limits(ParityCheck.Rule rule) {
        Map<String, String> limits = new TreeMap<>();
        if (!rule.tolerance().isEmpty()) {
            limits.put("tolerance", rule.tolerance());
        }
        if (rule.inCommon()) {
            limits.put(PathRule.IN_COMMON, "true");
        }
        return limits;
    }

    static CaseSource source(ParityCheck annotation) {
        return ReflectionSupport.newInstance(annotation.cases());
    }

    /** The check methods of a suite class, in order of their ids. */
    static List<Method> of(Class<?> suite) {
        return Arrays.stream(suite.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(ParityCheck.class))
                .sorted(java.util.Comparator.comparing(
                        method -> method.getAnnotation(ParityCheck.class).id()))
                .toList();
    }
}
