package org.stackparity.model;

/**
 * Something that is wrong with an answer by itself, without looking at the other stack.
 *
 * @param kind a closed word per check, like {@code http-500} or {@code fallback-language}; cause rules match on it
 * @param path the path whose value it spoils, so that the value takes no part in comparing; empty if it spoils all
 * @param message what was found and what was expected, one sentence
 */
public record Fault(String kind, String path, String message) {
    /** Whether the value at the path is spoilt by this fault. */
    public boolean spoils(String otherPath) {
        return path.isEmpty()
                || otherPath.equals(path)
                || otherPath.startsWith(path + ".")
                || otherPath.startsWith(path + "[");
    }
}
