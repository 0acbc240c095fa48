package org.stackparity.environment;

import java.nio.file.Path;
import java.util.List;
import org.stackparity.model.KnownDifference;
import org.stackparity.model.Role;

/**
 * A folder under {@code environments/}, read and found free of faults.
 *
 * @param name the folder's name
 * @param knownDifferences in the order of the file; empty where there is no such file
 * @param contractDigest SHA-256 over the bytes of {@code contract.yaml}, hexadecimal
 */
public record Pair(
        String name,
        Path folder,
        Environment primary,
        Environment failover,
        Contract contract,
        List<KnownDifference> knownDifferences,
        String contractDigest) {
    public Pair {
        knownDifferences = List.copyOf(knownDifferences);
    }

    public Environment environment(Role role) {
        return role == Role.PRIMARY ? primary : failover;
    }
}
