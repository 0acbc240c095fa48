package org.stackparity.model;

import java.util.List;
import java.util.Optional;

/**
 * All observations of one environment in one run.
 *
 * @param observations by sequence number
 * @param closing empty where the recording did not finish; such evidence is partial and never gives GO
 */
public record Evidence(EvidenceHeader header, List<Observation> observations, Optional<EvidenceClosing> closing) {
    public Evidence {
        observations = List.copyOf(observations);
    }

    /** Whether the recording finished and lost no line, also where another stands there twice in its place. */
    public boolean isComplete() {
        return closing.isPresent()
                && closing.get().observations() == observations.size()
                && observations.stream().mapToLong(Observation::seq).distinct().count() == observations.size();
    }
}
