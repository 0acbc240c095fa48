package org.stackparity.environment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.stackparity.model.KnownDifference;
import org.stackparity.model.Role;

/**
 * A folder under {@code environments/}, read and found free of faults.
 *
 * @param name the folder's name
 * @param knownDifferences in the order of the file; empty where there is no such file
 * @param contractDigest SHA-256 over what {@code contract.yaml} says, hexadecimal; comments and the order of keys do not count
 * @param secrets what the contract's steps send by reference: each reference as it is written there, like
 *     <code>${env:SHOP_PASSWORD}</code>, to its value; empty for most
 */
public record Pair(
        String name,
        Path folder,
        Environment primary,
        Environment failover,
        Contract contract,
        List<KnownDifference> knownDifferences,
        String contractDigest,
        Map<String, Secret> secrets) {
    public Pair {
        knownDifferences = List.copyOf(knownDifferences);
        secrets = Map.copyOf(secrets);
    }

    /**
     * The stack of a role beside itself, to see what comparing makes of no difference. Each half has half of the limits, but
     * for a limit of 1; nothing is written, and nothing is known to differ.
     */
    public Pair withItself(Role role) {
        Environment stack = environment(role).gently();
        return new Pair(
                name,
                folder,
                stack.as(Role.PRIMARY),
                stack.as(Role.FAILOVER),
                contract.ofOneStack(role),
                List.of(),
                contractDigest,
                secrets);
    }

    public Environment environment(Role role) {
        return role == Role.PRIMARY ? primary : failover;
    }
}
