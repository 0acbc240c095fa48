package org.stackparity.model;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that is wrong with an answer by itself, without looking at the other stack.
 *
 * @param kind a closed word per check, like {@code http-500} or {@code fallback-language}; cause rules match on it
 * @param path the path whose value it spoils, so that the value takes no part in comparing; empty if it spoils all
 * @param message what was found and what was expected, one sentence
 * @param facts what cause rules reckon with, by name, like {@code lateMillis}; they become facts of the finding
 */
public record Fault(String kind, String path, String message, SortedMap<String, String> facts) {
    /** The kinds of requests that got no answer. */
    private static final Set<String> NO_ANSWER = Set.of(
            "timeout",
            "unknown-host",
            "unreachable",
            "connection-refused",
            "connection-reset",
            "tls-failure",
            "certificate-untrusted",
            "certificate-mismatch",
            "certificate-expired",
            "certificate-not-yet-valid",
            "broken-encoding",
            "malformed-answer",
            "transport");

    public Fault {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    public Fault(String kind, String path, String message) {
        this(kind, path, message, new TreeMap<>());
    }

    public Fault with(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(facts);
        more.put(name, value);
        return new Fault(kind, path, message, more);
    }

    /** The same fault of another path. */
    public Fault at(String otherPath) {
        return new Fault(kind, otherPath, message, facts);
    }

    /** Whether no healthy answer came at all, which the tally of the node counts; what an answer holds it does not see. */
    public boolean failsTheRequest() {
        return failsTheRequest(kind);
    }

    /** The same of a kind, where it stands as a fact. */
    public static boolean failsTheRequest(String kind) {
        return kind.matches("http-5[0-9]{2}") || NO_ANSWER.contains(kind);
    }

    /** Whether the value at the path is spoilt by this fault. */
    public boolean spoils(String otherPath) {
        return path.isEmpty()
                || otherPath.equals(path)
                || otherPath.startsWith(path + ".")
                || otherPath.startsWith(path + "[");
    }
}
