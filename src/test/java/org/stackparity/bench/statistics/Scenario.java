package org.stackparity.bench.statistics;

/** A part of the benchmark that can be run alone. */
interface Scenario {
    /** The word that {@code --only} takes. */
    String name();

    /** @param repetitions of a rate that is claimed; cheap ones may take more of them, dear ones none fewer */
    Section run(int repetitions);
}
