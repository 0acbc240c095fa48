package org.stackparity.measure;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How sure each of several looks at growing samples has to be, so that all of them together are wrong no more often than
 * one risk: the boundaries of Wang and Tsiatis (Biometrics 43, 1987), one-sided. With the samples' part t of the most that
 * will ever be there, a look rejects where its z is at least C · t^(shape − 1/2).
 *
 * @param looks how often at most, evenly spaced; LIMIT: looks at other parts of the sample change the risk a little
 * @param shape 0 is hard at first and costs hardly any samples (O'Brien and Fleming 1979), 0.5 is as hard at each look and
 *     ends early (Pocock 1977); what lies between is between
 * @param risk of all looks together, a fraction
 */
public record GroupSequential(List<Double> parts, double shape, double risk) {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
    private static final Map<GroupSequential, Double> CONSTANTS = new ConcurrentHashMap<>();
    /** Steps of the grid below a boundary, and how far down it goes in standard deviations of the last look. */
    private static final int STEPS = 240;

    private static final double DEPTH = 6;
    private static final double PRECISE = 1e-5;

    public GroupSequential {
        parts = List.copyOf(parts);
        if (parts.isEmpty()
                || !grow(parts)
                || parts.get(parts.size() - 1) != 1
                || !(shape >= 0 && shape <= 0.5)
                || !(risk > 0 && risk < 0.5)) {
            throw new IllegalArgumentException("The looks are at [" + parts + "] of the shape [" + shape
                    + "] with a risk of [" + risk
                    + "]; expected growing parts up to 1, a shape from 0 to 0.5 and a risk between 0 and 0.5.");
        }
    }

    private static boolean grow(List<Double> parts) {
        return IntStream.range(0, parts.size())
                .allMatch(look -> parts.get(look) > (look == 0 ? 0 : parts.get(look - 1)));
    }

    /**
     * What a p-value of a look must not exceed.
     *
     * @param look from 1; one beyond the last has the last one's
     */
    public double nominal(int look) {
        if (look < 1) {
            throw new IllegalArgumentException("The look is [" + look + "]; expected 1 or more.");
        }
        double part = parts.get(Math.min(look, parts.size()) - 1);
        return STANDARD.survivalProbability(constant() * Math.pow(part, shape - 0.5));
    }

    /** The constant C. */
    double constant() {
        return CONSTANTS.computeIfAbsent(this, GroupSequential::solve);
    }

    /** Bisection between the boundary of one look and that of looks which share the risk evenly (Bonferroni). */
    private static double solve(GroupSequential design) {
        double low = STANDARD.inverseSurvivalProbability(design.risk);
        double high = STANDARD.inverseSurvivalProbability(design.risk / design.parts.size());
        while (high - low > PRECISE) {
            double middle = (low + high) / 2;
            if (design.crossing(middle) > design.risk) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /**
     * The probability that a Brownian motion is at the boundary or above it at one of the looks, by the density of those
     * paths that are still below it, look by look (Armitage, McPherson and Rowe, JRSS A 132, 1969); Simpson's rule.
     */
    private double crossing(double constant) {
        double[] below = {1};
        double step = 0;
        double lowest = 0;
        double crossed = 0;
        double before = 0;
        for (double part : parts) {
            double deviation = Math.sqrt(part - before);
            before = part;
            double boundary = constant * Math.pow(part, shape);
            double nextStep = (boundary + DEPTH) / STEPS;
            double[] next = new double[STEPS + 1];
            for (int from = 0; from < below.length; from++) {
                double weight = below[from];
                double at = lowest + from * step;
                crossed += weight * STANDARD.survivalProbability((boundary - at) / deviation);
                for (int to = 0; to <= STEPS; to++) {
                    next[to] += weight * density(to * nextStep - DEPTH - at, deviation);
                }
            }
            for (int to = 0; to <= STEPS; to++) {
                next[to] *= simpson(to) * nextStep / 3;
            }
            below = next;
            step = nextStep;
            lowest = -DEPTH;
        }
        return crossed;
    }

    private static double density(double distance, double deviation) {
        double z = distance / deviation;
        return Math.exp(-z * z / 2) / (deviation * Math.sqrt(2 * Math.PI));
    }

    private static int simpson(int place) {
        if (place == 0 || place == STEPS) {
            return 1;
        }
        return place % 2 == 0 ? 2 : 4;
    }
}
