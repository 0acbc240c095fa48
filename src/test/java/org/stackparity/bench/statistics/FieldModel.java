package org.stackparity.bench.statistics;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * What one field of an answer says: its usual value, one of some others now and then, or the value of a fault.
 *
 * @param noise how often it is one of the others, a fraction; each of them is as probable
 * @param others how many other values there are; 0 for a new one each time
 * @param fault how often a fault changes the answer, a fraction
 * @param faultValue what it then says; empty for a new value each time
 */
record FieldModel(double noise, int others, double fault, String faultValue) {

    static FieldModel noisy(double noise, int others) {
        return new FieldModel(noise, others, 0, "");
    }

    /** So many values, each as probable: 2 for a split test in halves, 5 for a banner that rotates over five. */
    static FieldModel rotating(int values) {
        return noisy((values - 1.0) / values, values - 1);
    }

    FieldModel withFault(double rate, String value) {
        return new FieldModel(noise, others, rate, value);
    }

    String next(UniformRandomProvider random) {
        if (fault > 0 && random.nextDouble() < fault) {
            return faultValue.isEmpty() ? fresh(random) : faultValue;
        }
        if (noise > 0 && random.nextDouble() < noise) {
            return others == 0 ? fresh(random) : "other " + random.nextInt(others);
        }
        return "usual";
    }

    private static String fresh(UniformRandomProvider random) {
        return "v" + Long.toHexString(random.nextLong() | Long.MIN_VALUE);
    }
}
