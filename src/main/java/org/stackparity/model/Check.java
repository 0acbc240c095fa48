package org.stackparity.model;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One question that is asked of every environment.
 *
 * @param id the written name, like {@code LOC-03}
 * @param name the spoken name, like {@code locale.page-language}
 * @param version raised when the meaning of what it records changes; evidence of other versions is not compared
 * @param promise what a customer may rely on when the check is green, as one sentence
 * @param needs the states that the environment must be in, in order of declaration; empty for most
 * @param deterministic true where a value cannot vary by itself (a file's digest, a time zone), so that one difference
 *     is a difference at once; false where it must be confirmed by further samples
 * @param rules how its paths are compared, the first match wins; what no rule matches is compared as {@code SAME}
 */
public record Check(
        CheckId id,
        String name,
        int version,
        Family family,
        Severity severity,
        Safety safety,
        Set<State> needs,
        boolean deterministic,
        String promise,
        List<PathRule> rules) {
    private static final PathRule SAME = PathRule.of("*", Comparison.SAME);

    public Check {
        needs = java.util.Collections.unmodifiableSet(new TreeSet<>(needs));
        rules = List.copyOf(rules);
    }

    /** Whether it takes samples in pairs, which may be as many as there is time. */
    public boolean takesPairs() {
        return rules.stream().anyMatch(rule -> rule.comparison() == Comparison.PAIRED_RATIO);
    }

    /** The rule for a path; never empty, since the default is {@code SAME}. */
    public PathRule ruleFor(String path) {
        for (PathRule rule : rules) {
            if (rule.matches(path)) {
                return rule;
            }
        }
        return SAME;
    }
}
