package org.stackparity.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stackparity.measure.DesignEffect;

/**
 * How many of the primary's timed samples stand for one independent one, pooled over all that was timed up to a look. What
 * was decided at a look stays so: samples that came later, of endpoints that were open still, would reopen it when no pass
 * is left that could ask again.
 */
final class DesignEffects {
    private final List<PairedComparison> timed;
    private final Map<Integer, Map<Double, Double>> byRound = new HashMap<>();

    DesignEffects(List<PairedComparison> timed) {
        this.timed = List.copyOf(timed);
    }

    /** @param round the last one that counts */
    double at(double quantile, int round) {
        return byRound.computeIfAbsent(round, this::upTo).getOrDefault(quantile, 1.0);
    }

    private Map<Double, Double> upTo(int round) {
        Map<Double, DesignEffect> effects = new HashMap<>();
        timed.forEach(each -> each.addTo(effects, round));
        Map<Double, Double> values = new HashMap<>();
        effects.forEach((quantile, effect) -> values.put(quantile, effect.value()));
        return values;
    }
}
