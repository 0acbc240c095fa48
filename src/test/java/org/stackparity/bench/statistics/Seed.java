package org.stackparity.bench.statistics;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The recorded seed of a scenario. Each repetition has a generator of its own, so that one of them can be looked at
 * alone, and fewer repetitions are the first of many. The generator is xoroshiro128++ (Blackman and Vigna 2021).
 */
record Seed(long value) {
    private static final long REPETITIONS_OF_A_SEED = 1_000_003;

    UniformRandomProvider repetition(int number) {
        RandomGenerator generator =
                RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(value * REPETITIONS_OF_A_SEED + number);
        return generator::nextLong;
    }

    /** Does something once with the generator of each repetition, on all cores and in no order. */
    void repeat(int repetitions, Consumer<UniformRandomProvider> body) {
        IntStream.range(0, repetitions).parallel().forEach(number -> body.accept(repetition(number)));
    }
}
