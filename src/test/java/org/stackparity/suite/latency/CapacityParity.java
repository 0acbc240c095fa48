package org.stackparity.suite.latency;

import org.stackparity.environment.Contract;
import org.stackparity.model.Comparison;
import org.stackparity.model.Family;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.Cases.Processes;
import org.stackparity.suite.client.host.CapacityFacts;
import org.stackparity.suite.client.host.Hosts;
import org.stackparity.suite.client.host.HostsEarly;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.Early;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParityCheck.Asked;
import org.stackparity.suite.junit.ParityCheck.Rule;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/**
 * The processes have as much to work with as those of the primary. What a stack lacks shows when its customers come, not
 * before: one request at a time stays below the quota that a busy hour runs into.
 */
@ParitySuite
@Early(HostsEarly.class)
class CapacityParity {
    /** Of the primary's memory: another kernel keeps more of it for itself. */
    private static final String TOLERANCE = "0.15";

    @ParityCheck(
            id = "LAT-07",
            name = "latency.capacity",
            promise = "Every process has as many processors and as much memory as on the primary.",
            family = Family.LATENCY,
            severity = Severity.CRITICAL,
            deterministic = true,
            once = true,
            cases = Processes.class,
            of = Asked.WHERE_THE_CASE_SAYS,
            rules = {
                @Rule(paths = "processors", comparison = Comparison.AT_LEAST),
                @Rule(paths = "memory.mib", comparison = Comparison.AT_LEAST, tolerance = TOLERANCE)
            })
    void hasAsMuchToWorkWith(CheckTarget target, Recorder recorder) {
        Contract.ProcessRef process = Processes.of(target);
        CapacityFacts capacity = Hosts.facts(target).capacity(process);
        recorder.value("processors", capacity.processors().toPlainString());
        recorder.value("memory.mib", capacity.memoryMebibytes());
    }
}
