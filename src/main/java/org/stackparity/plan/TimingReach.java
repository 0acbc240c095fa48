package org.stackparity.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.stackparity.environment.Contract;
import org.stackparity.measure.GroupSequential;
import org.stackparity.measure.Looks;
import org.stackparity.measure.SampleSize;
import org.stackparity.model.Plan;
import org.stackparity.model.Role;

/**
 * What timing endpoints can say with so many pairs of each, before any is taken. By the limits of the environments; a site
 * that answers more slowly than they allow gives fewer pairs in the same time.
 *
 * @param when words like {@code first pass}
 * @param pairs of each endpoint and node
 * @param quantiles in the order of the contract
 */
public record TimingReach(String when, int pairs, List<OfQuantile> quantiles) {
    /** How much times are taken to spread: the standard deviation of their logarithm, as the design does (section 3). */
    public static final double SIGMA = 0.5;

    private static final int TIMES_MORE = 2;

    public TimingReach {
        quantiles = List.copyOf(quantiles);
    }

    /**
     * What can be said of a quantile; empty with too few pairs.
     *
     * @param proves the smallest ratio up to which identical stacks are proven to be alike in nine of ten runs
     * @param finds the smallest true ratio that is refused in eight of ten runs
     */
    public record OfQuantile(double quantile, OptionalDouble proves, OptionalDouble finds) {}

    /**
     * After the first pass, after all that there is time for where each endpoint stays open, and what more time or more
     * samples would buy; empty where nothing is timed.
     */
    public static List<TimingReach> of(Contract.Latency latency, Plan plan) {
        long nodes = plan.required().stream()
                .filter(planned -> planned.check().takesPairs())
                .flatMap(planned -> planned.cases().stream())
                .mapToLong(each -> each.nodesOf(Role.FAILOVER).size())
                .sum();
        if (nodes == 0) {
            return List.of();
        }
        long ratios = nodes * Looks.answers(latency.quantiles().size());
        Passes first = Passes.of(latency, plan, 1);
        Passes all = Passes.of(latency, plan, Looks.QUADRUPLES.size());
        List<TimingReach> reaches = new ArrayList<>();
        reaches.add(reach("first pass", first.pairs, first.looks, latency, ratios));
        reaches.add(reach("all passes", all.pairs, all.looks, latency, ratios));
        reaches.add(
                all.isWhole()
                        ? reach(
                                "samples: " + TIMES_MORE * latency.samples(),
                                TIMES_MORE * all.wanted,
                                all.looks,
                                latency,
                                ratios)
                        : reach(all.moreTime(latency, plan), all.wanted, Looks.QUADRUPLES.size(), latency, ratios));
        return reaches;
    }

    /** What the passes of a run take, one after the other, while there is time. */
    private static final class Passes {
        private int pairs;
        private int wanted;
        private int looks;
        private Duration first = Duration.ZERO;
        private Duration longest = Duration.ZERO;
        private Duration whole = Duration.ZERO;
        private Duration used = Duration.ZERO;

        static Passes of(Contract.Latency latency, Plan plan, int passes) {
            Passes sum = new Passes();
            int quadruples = plan.rounds().size() / Planner.ROUNDS.size();
            sum.first = plan.timed();
            for (int pass = 1; pass <= passes; pass++) {
                int factor = pass == 1 ? quadruples : Looks.QUADRUPLES.get(pass - 1);
                Duration time = plan.timed().multipliedBy(factor).dividedBy(quadruples);
                Duration left = pass == 1
                        ? plan.timing()
                        : plan.budget().minus(plan.untimed()).minus(sum.used);
                sum.add(factor * latency.samples(), time, shorter(latency.budget(), left));
            }
            return sum;
        }

        private void add(int most, Duration time, Duration available) {
            wanted += most;
            whole = whole.plus(time);
            longest = time.compareTo(longest) > 0 ? time : longest;
            int taken = within(most, time, available);
            if (taken > 0) {
                pairs += taken;
                looks++;
                used = used.plus(shorter(time, available));
            }
        }

        boolean isWhole() {
            return pairs == wanted;
        }

        /** The settings that would give all passes their time, as they are written. */
        String moreTime(Contract.Latency latency, Plan plan) {
            List<String> settings = new ArrayList<>();
            if (longest.compareTo(latency.budget()) > 0) {
                settings.add("latency.budget: " + (longest.toSeconds() + 1) + "s");
            }
            Duration twice = first.multipliedBy(2);
            Duration enough = plan.untimed().plus(twice.compareTo(whole) > 0 ? twice : whole);
            if (enough.compareTo(plan.budget()) > 0) {
                settings.add("--budget " + (enough.toSeconds() + 1) + "s");
            }
            return String.join(", ", settings);
        }

        private static int within(int pairs, Duration time, Duration most) {
            if (time.compareTo(most) <= 0) {
                return pairs;
            }
            return most.isNegative() ? 0 : (int) (pairs * (double) most.toMillis() / time.toMillis());
        }

        private static Duration shorter(Duration one, Duration other) {
            return one.compareTo(other) < 0 ? one : other;
        }
    }

    private static TimingReach reach(String when, int pairs, int look, Contract.Latency latency, long ratios) {
        GroupSequential parity = Looks.parity();
        GroupSequential violation = Looks.violation(ratios);
        int at = Math.max(1, look);
        return new TimingReach(
                when,
                pairs,
                latency.quantiles().stream()
                        .map(quantile -> {
                            SampleSize size = new SampleSize(pairs, quantile, SIGMA);
                            OptionalDouble excess = size.smallestExcess(violation.nominal(at));
                            return new OfQuantile(
                                    quantile,
                                    size.smallestMargin(parity.nominal(at)),
                                    excess.isEmpty()
                                            ? excess
                                            : OptionalDouble.of(excess.getAsDouble() * (1 + latency.margin())));
                        })
                        .toList());
    }
}
