package org.stackparity.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.stackparity.evidence.EvidenceReader;
import org.stackparity.model.Evidence;
import org.stackparity.model.KnownDifference;
import org.stackparity.model.Role;

/** A run that was recorded, as its folder has it. */
record RecordedRun(Path folder, Evidence primary, Evidence failover) {

    /**
     * Reads the run that was typed.
     *
     * @throws UsageException if there is no such run, or it has not just one evidence of each role
     */
    static RecordedRun read(String typed) {
        Path folder = RunFolder.find(typed);
        List<Evidence> evidences =
                RunFolder.evidence(folder).stream().map(EvidenceReader::read).toList();
        return new RecordedRun(folder, only(Role.PRIMARY, evidences, folder), only(Role.FAILOVER, evidences, folder));
    }

    private static Evidence only(Role role, List<Evidence> evidences, Path folder) {
        List<Evidence> ofRole = evidences.stream()
                .filter(evidence -> evidence.header().role() == role)
                .toList();
        if (ofRole.size() != 1) {
            throw new UsageException("The run [" + folder + "] has [" + ofRole.size() + "] evidences of the "
                    + role.word() + "; expected one. For others say: parity compare EVIDENCE EVIDENCE");
        }
        return ofRole.get(0);
    }

    /** What this run's pair accepts; see {@link Pairs#knownDifferences}. */
    List<KnownDifference> knownDifferences(Optional<String> typed, PrintWriter err) {
        return Pairs.knownDifferences(typed, failover.header().pair(), err);
    }
}
