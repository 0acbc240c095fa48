package org.stackparity.bench.statistics;

import java.util.Map;
import java.util.TreeMap;

/**
 * One line of a table.
 *
 * @param required what the product has to reach; empty where nothing is claimed
 * @param holds whether it does; empty where nothing is claimed
 * @param rivals what the rules of other tools do on the same data, by {@link Rival}; may be empty
 */
record Row(
        String scenario,
        int repetitions,
        Seed seed,
        String required,
        String product,
        String holds,
        Map<Rival, String> rivals) {
    Row {
        rivals = java.util.Collections.unmodifiableMap(new TreeMap<>(rivals));
    }

    /** A claim about a rate of the product. */
    static Row claim(String scenario, Seed seed, Required required, Rate product, Map<Rival, Rate> rivals) {
        return new Row(
                scenario,
                product.of(),
                seed,
                required.toString(),
                product.toString(),
                required.of(product).word(),
                words(rivals));
    }

    /** A rate that nothing is claimed of. */
    static Row shown(String scenario, Seed seed, Rate product, Map<Rival, Rate> rivals) {
        return new Row(scenario, product.of(), seed, "", product.toString(), "", words(rivals));
    }

    private static Map<Rival, String> words(Map<Rival, Rate> rivals) {
        Map<Rival, String> words = new TreeMap<>();
        rivals.forEach((rival, rate) -> words.put(rival, rate.toString()));
        return words;
    }
}
