package org.stackparity.model;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The last line of an evidence file, which only a finished recording has.
 *
 * @param observations how many lines stand between header and closing
 * @param machines node to a digest of machine id and boot id, for the hosts that told
 */
public record EvidenceClosing(Instant end, long observations, SortedMap<String, String> machines) {
    public EvidenceClosing {
        machines = Collections.unmodifiableSortedMap(new TreeMap<>(machines));
    }
}
