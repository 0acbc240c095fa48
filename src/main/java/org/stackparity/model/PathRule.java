package org.stackparity.model;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Says how the values of the paths that match are compared.
 *
 * @param paths a glob over paths: {@code *} stands for any characters, everything else for itself
 * @param comparison how
 * @param limits the numbers that the comparison needs, by name, as decimal text: {@code tolerance} for {@code WITHIN}
 *     and {@code AT_LEAST}; {@code margin}, {@code floorMillis}, {@code quantiles} for {@code PAIRED_RATIO};
 *     {@code acceptable} and {@code unacceptable} for {@code ERROR_RATE}; empty for the others. Beside them
 *     {@code in-common}, for paths that name a time: what only one side has is out of the other's window, and is not
 *     compared
 */
public record PathRule(String paths, Comparison comparison, Map<String, String> limits) {
    /** The limit of paths that name a time. */
    public static final String IN_COMMON = "in-common";

    public PathRule {
        limits = java.util.Collections.unmodifiableMap(new TreeMap<>(limits));
    }

    public static PathRule of(String paths, Comparison comparison) {
        return new PathRule(paths, comparison, Map.of());
    }

    /** The named limit, or empty if the rule has none of that name. */
    public Optional<String> findLimit(String name) {
        return Optional.ofNullable(limits.get(name));
    }

    /** Whether paths count only where both sides have them. */
    public boolean countsInCommonOnly() {
        return limits.containsKey(IN_COMMON);
    }

    /** Whether this rule speaks about the path. */
    public boolean matches(String path) {
        return matches(paths, 0, path, 0);
    }

    private static boolean matches(String glob, int g, String path, int p) {
        int star = glob.indexOf('*', g);
        if (star < 0) {
            return glob.substring(g).equals(path.substring(p));
        }
        String literal = glob.substring(g, star);
        if (!path.startsWith(literal, p)) {
            return false;
        }
        for (int next = p + literal.length(); next <= path.length(); next++) {
            if (matches(glob, star + 1, path, next)) {
                return true;
            }
        }
        return false;
    }
}
