package org.stackparity.compare;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.stackparity.measure.Confirmation;
import org.stackparity.model.NodeRef;

/**
 * How sure comparing has to be in this run.
 *
 * @param paths how many values are compared over all cases that may vary by themselves
 * @param ratios how many quantiles are compared over all paired probes
 * @param rates how many error rates are judged, one per node and case
 * @param answers how many nodes answer over all cases, for faults that come now and then
 * @param acceptableErrors the error rate that is fine, a fraction
 */
record Doubt(long paths, long ratios, long rates, long answers, double acceptableErrors) {
    /** How many more quadruples an apparent difference needs before it is one; 0 where it is proven. */
    int missingQuadruples(
            boolean deterministic, Collection<NodeRef> deviating, Map<NodeRef, ? extends List<?>> samples) {
        if (deterministic) {
            return 0;
        }
        long deviatingSamples = 0;
        long otherSamples = 0;
        for (Map.Entry<NodeRef, ? extends List<?>> entry : samples.entrySet()) {
            if (deviating.contains(entry.getKey())) {
                deviatingSamples += entry.getValue().size();
            } else {
                otherSamples += entry.getValue().size();
            }
        }
        return (int) Math.max(0, Confirmation.quadruples(paths) - Confirmation.worth(deviatingSamples, otherSamples));
    }
}
