package org.stackparity.model;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Says how the values of the paths that match are compared.
 *
 * @param paths a glob over paths: {@code *} stands for any characters, everything else for itself
 * @param comparison how
 * @param limits the numbers that the comparison needs, by name, as decimal text: {@code tolerance} for {@code WITHIN};
 *     {@code margin}, {@code floorMillis}, {@code quantiles} for {@code PAIRED_RATIO}; {@code acceptable} and
 *     {@code unacceptable} for {@code ERROR_RATE}; empty for the others
 */
public record PathRule(String paths, Comparison comparison, Map<String, String> limits) {
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
