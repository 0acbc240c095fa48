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
 * @param ratios how many quantiles and middles share the alarm risk of latency, over all paired probes
 * @param designEffects by how much timed samples say less than independent ones
 * @param rates how many error rates are judged, one per node and case
 * @param answers how many nodes answer over all cases, for faults that come now and then
 * @param acceptableErrors the error rate that is fine, a fraction
 * @param oneRun whether a case that is open can be asked again
 */
record Doubt(
        long paths,
        long ratios,
        DesignEffects designEffects,
        long rates,
        long answers,
        double acceptableErrors,
        boolean oneRun) {
    /** The same where so many of the ratios are proven, and the others share the risk. */
    Doubt withoutRatios(long proven) {
        return new Doubt(paths, Math.max(1, ratios - proven), designEffects, rates, answers, acceptableErrors, oneRun);
    }

    /** How many samples of a node stand for one independent one at a quantile; two recordings are looked at once. */
    double designEffect(double quantile, PairedTimes times) {
        return designEffects.at(quantile, oneRun ? times.lastRound() : Integer.MAX_VALUE);
    }

    /** What is said of an apparent difference that needs so many more quadruples, and what to do. */
    String soFar(int missing, Map<NodeRef, ? extends List<?>> samples) {
        if (oneRun) {
            return "differs so far; " + missing + " more quadruple" + (missing == 1 ? "" : "s") + " would prove it";
        }
        int fewest = samples.values().stream().mapToInt(List::size).min().orElse(0);
        return "differs so far; two recordings that cannot be asked again need more answers to prove it: record both with"
                + " --quadruples "
                + (fewest / 2 + missing);
    }

    /** How many more quadruples an apparent difference needs before it is one; 0 where it is proven. */
    int missingQuadruples(
            boolean deterministic, Collection<NodeRef> deviating, Map<NodeRef, ? extends List<?>> samples) {
        if (deterministic) {
            return 0;
        }
        int few = Math.min(deviating.size(), samples.size() - deviating.size());
        if (few <= 0) {
            return Confirmation.quadruples(paths);
        }
        double answers = Math.min(answers(deviating, samples, true), answers(deviating, samples, false));
        int needed = Confirmation.answers(paths, deviating.size(), samples.size() - deviating.size());
        return (int) Math.max(0, Math.ceil((needed - answers) / 2));
    }

    /** How many answers a node gave on average, of those that deviate or of the others. */
    private static double answers(
            Collection<NodeRef> deviating, Map<NodeRef, ? extends List<?>> samples, boolean ofDeviating) {
        return samples.entrySet().stream()
                .filter(entry -> deviating.contains(entry.getKey()) == ofDeviating)
                .mapToInt(entry -> entry.getValue().size())
                .average()
                .orElse(0);
    }
}
