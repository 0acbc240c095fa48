package org.stackparity.model;

import java.time.Instant;
import java.util.List;

/**
 * The first line of an evidence file: what was going to be asked of whom.
 *
 * @param formatVersion of the file; see {@link #FORMAT_VERSION}
 * @param runId the same in both evidences of one run
 * @param pair the name of the pair's folder
 * @param environment the name in the environment file
 * @param suiteVersion of Stack Parity
 * @param contractDigest SHA-256 of the contract as it was read; secrets are not in it
 * @param fingerprintKey tells which key the fingerprints of personal data have; those of two keys say nothing to each other
 * @param addresses every {@code host:port} that the environment was asked at, sorted; tells one machine from another
 * @param colocated true where the pair declares that both stacks share machines
 */
public record EvidenceHeader(
        int formatVersion,
        String runId,
        String pair,
        String environment,
        Role role,
        String suiteVersion,
        String contractDigest,
        String fingerprintKey,
        List<String> addresses,
        boolean colocated,
        Instant start,
        Plan plan) {
    public static final int FORMAT_VERSION = 1;

    public EvidenceHeader {
        addresses = addresses.stream().sorted().toList();
    }
}
