package org.stackparity.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One case of a check with the nodes that must answer it.
 *
 * @param nodes by role, in the order of the environment file; a role may be missing where the check does not apply
 */
public record PlannedCase(Case subject, Map<Role, List<String>> nodes) {
    public PlannedCase {
        Map<Role, List<String>> copy = new EnumMap<>(Role.class);
        nodes.forEach((role, names) -> copy.put(role, List.copyOf(names)));
        nodes = Collections.unmodifiableMap(copy);
    }

    /** The nodes of a role; empty where the check does not apply there. */
    public List<String> nodesOf(Role role) {
        return nodes.getOrDefault(role, List.of());
    }
}
