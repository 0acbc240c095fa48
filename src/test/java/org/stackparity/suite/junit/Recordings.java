package org.stackparity.suite.junit;

import java.util.List;
import java.util.SortedMap;
import org.stackparity.model.Fault;

/** What a recorder took down, for trying parts of a check without a run. */
public final class Recordings {
    private final Recorder recorder = new Recorder();

    public Recorder recorder() {
        return recorder;
    }

    public SortedMap<String, String> values() {
        return recorder.values();
    }

    public List<Fault> faults() {
        return recorder.faults();
    }
}
