package org.stackparity.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stackparity.model.NodeRef;
import org.stackparity.model.Observation;
import org.stackparity.model.Role;

/**
 * What was timed of a failover node, in milliseconds.
 *
 * @param primary the samples that were taken side by side, or all of the primary where none were; ascending
 * @param failover all samples of the node, ascending; infinite where no answer came
 * @param paired those of the primary that were taken side by side, in the order of asking
 * @param beside those of the node that were taken beside them
 * @param passes in which the node was timed
 * @param lastRound of them; 0 where it was not timed
 */
record PairedTimes(double[] primary, double[] failover, double[] paired, double[] beside, int passes, int lastRound) {

    /** Of each failover node, in order. */
    static Map<NodeRef, PairedTimes> byNode(CaseSamples samples, String path) {
        Map<String, Double> primaryByPair = new HashMap<>();
        List<Double> primary = new ArrayList<>();
        for (NodeRef node : samples.nodes(Role.PRIMARY)) {
            for (Observation observation : samples.observed(node)) {
                millis(observation, path).ifPresent(value -> {
                    primary.add(value);
                    observation.pair().ifPresent(pair -> primaryByPair.put(pair, value));
                });
            }
        }
        Map<NodeRef, PairedTimes> byNode = new LinkedHashMap<>();
        for (NodeRef node : samples.nodes(Role.FAILOVER)) {
            byNode.put(node, of(samples.observed(node), path, primaryByPair, primary));
        }
        return byNode;
    }

    private static PairedTimes of(
            List<Observation> observed, String path, Map<String, Double> primaryByPair, List<Double> allPrimary) {
        List<Double> paired = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        List<Double> failover = new ArrayList<>();
        Set<Integer> rounds = new HashSet<>();
        for (Observation observation : observed) {
            rounds.add(observation.round());
            // what never came is the slowest of all, or a stack would get faster by failing
            Optional<Double> value =
                    observation.isSpoilt(path) ? Optional.of(Double.POSITIVE_INFINITY) : millis(observation, path);
            if (value.isPresent()) {
                failover.add(value.get());
                observation.pair().map(primaryByPair::get).ifPresent(primary -> {
                    paired.add(primary);
                    beside.add(value.get());
                });
            }
        }
        double[] primary = array(paired.isEmpty() ? allPrimary : paired);
        double[] slowestLast = array(failover);
        Arrays.sort(primary);
        Arrays.sort(slowestLast);
        return new PairedTimes(
                primary,
                slowestLast,
                array(paired),
                array(beside),
                rounds.size(),
                rounds.stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    static Optional<Double> millis(Observation observation, String path) {
        return observation.findValue(path).flatMap(Numbers::parseMillis);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
