package org.stackparity.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stackparity.measure.Answer;
import org.stackparity.measure.GroupSequential;
import org.stackparity.measure.Looks;
import org.stackparity.measure.PairedRatio;
import org.stackparity.measure.QuantileBounds;
import org.stackparity.model.Comparison;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.NodeRef;
import org.stackparity.model.Observation;
import org.stackparity.model.PathRule;
import org.stackparity.model.Role;

/**
 * Compares paired samples: each failover node with the samples of the primary that were taken beside its own. Where the
 * evidences are of different runs nothing was taken side by side, and all samples of the primary stand for it.
 */
final class PairedComparison {
    /** Risk of calling parity what is none (design, statistics section 1); the same at each look, so that GO comes early. */
    private static final GroupSequential PARITY = new GroupSequential(Looks.parts(), 0.5, 0.05);
    /** Between hard at first and even: what is far too slow shows early, and the last look is hardly harder than a single one. */
    private static final double VIOLATION_SHAPE = 0.25;
    /** Share of the run's false alarms that latency may use (statistics, section 4). */
    private static final double RUN_VIOLATION_RISK = 0.03;

    private final CaseSamples samples;
    private final Doubt doubt;
    private final String path;
    private final PathRule rule;
    private final List<Finding> findings = new ArrayList<>();

    PairedComparison(CaseSamples samples, Doubt doubt, String path, PathRule rule) {
        this.samples = samples;
        this.doubt = doubt;
        this.path = path;
        this.rule = rule;
        Map<String, Double> primaryByPair = new HashMap<>();
        List<Double> primary = new ArrayList<>();
        for (NodeRef node : samples.nodes(Role.PRIMARY)) {
            for (Observation observation : samples.observed(node)) {
                millis(observation).ifPresent(value -> {
                    primary.add(value);
                    observation.pair().ifPresent(pair -> primaryByPair.put(pair, value));
                });
            }
        }
        for (NodeRef node : samples.nodes(Role.FAILOVER)) {
            compare(node, primaryByPair, primary);
        }
    }

    List<Finding> findings() {
        return findings;
    }

    private Optional<Double> millis(Observation observation) {
        return observation.findValue(path).flatMap(Numbers::parseMillis);
    }

    private void compare(NodeRef node, Map<String, Double> primaryByPair, List<Double> allPrimary) {
        List<Double> paired = new ArrayList<>();
        List<Double> failover = new ArrayList<>();
        for (Observation observation : samples.observed(node)) {
            // what never came is the slowest of all, or a stack would get faster by failing
            Optional<Double> value =
                    observation.isSpoilt(path) ? Optional.of(Double.POSITIVE_INFINITY) : millis(observation);
            if (value.isPresent()) {
                failover.add(value.get());
                observation.pair().map(primaryByPair::get).ifPresent(paired::add);
            }
        }
        double[] primarySamples = array(paired.isEmpty() ? allPrimary : paired);
        double[] failoverSamples = array(failover);
        for (double quantile : quantiles(rule)) {
            compare(node, quantile, primarySamples, failoverSamples);
        }
    }

    /** How many ratios of a case are proven to be too large. */
    static long violations(CaseSamples samples, Doubt doubt) {
        return samples.paths().stream()
                .filter(path -> samples.check().ruleFor(path).comparison() == Comparison.PAIRED_RATIO)
                .flatMap(path -> new PairedComparison(
                                samples, doubt, path, samples.check().ruleFor(path))
                        .findings().stream())
                .filter(finding -> finding.kind() == FindingKind.DIFFERENT)
                .count();
    }

    /** The quantiles that a rule compares, as fractions. */
    static List<Double> quantiles(PathRule rule) {
        return Stream.of(rule.findLimit("quantiles").orElse("0.5").split(",", -1))
                .map(quantile -> Double.valueOf(quantile.strip()))
                .toList();
    }

    /** What the primary's nodes took at the paths of a rule, in milliseconds and in the order of asking. */
    static List<double[]> primarySeries(CaseSamples samples, PathRule rule) {
        List<double[]> series = new ArrayList<>();
        for (String path : samples.paths()) {
            if (samples.check().ruleFor(path).equals(rule)) {
                for (NodeRef node : samples.nodes(Role.PRIMARY)) {
                    series.add(samples.observed(node).stream()
                            .flatMap(observation -> observation.findValue(path).stream())
                            .flatMap(value -> Numbers.parseMillis(value).stream())
                            .mapToDouble(Double::doubleValue)
                            .toArray());
                }
            }
        }
        return series;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void compare(NodeRef node, double quantile, double[] primary, double[] failover) {
        GroupSequential violation =
                new GroupSequential(Looks.parts(), VIOLATION_SHAPE, RUN_VIOLATION_RISK / Math.max(1, doubt.ratios()));
        PairedRatio test = new PairedRatio(
                quantile,
                limit("margin"),
                limit("floorMillis"),
                PARITY.nominal(look(node)),
                violation.nominal(look(node)));
        String at = path + ".p" + name(quantile);
        double designEffect = doubt.designEffects().getOrDefault(quantile, 1.0);
        Optional<PairedRatio.Result> decided = test.decide(primary, failover, designEffect);
        if (primary.length == 0
                || decided.filter(result -> result.answer() == Answer.VIOLATION).isPresent()) {
            aboveCeiling(node, at, quantile, failover);
        }
        if (decided.isEmpty()) {
            findings.add(samples.finding(
                    at,
                    FindingKind.NOT_PROVEN,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(node),
                    "no samples on " + (primary.length == 0 ? "primary" : node),
                    Map.of("samples", "0")));
            return;
        }
        PairedRatio.Result result = decided.get();
        Map<String, String> facts = new TreeMap<>(Map.of(
                "samples", Integer.toString(failover.length),
                "ratio", decimal(result.ratio()),
                "quantile", decimal(quantile),
                "excessMillis", decimal(result.failover() - result.primary()),
                "margin", rule.findLimit("margin").orElse("0"),
                "floorMillis", rule.findLimit("floorMillis").orElse("0")));
        test.decide(failover, primary, designEffect)
                .ifPresent(back -> facts.put("failback", kind(back.answer()).word()));
        if (test.isBeyondMargin(result.primary(), result.failover())) {
            facts.put("suspected", "true");
        }
        result.provenMargin().ifPresent(proven -> facts.put("provenAtMost", decimal(proven)));
        findings.add(samples.finding(
                at,
                kind(result.answer()),
                Optional.of(decimal(result.primary()) + " ms"),
                Optional.of(decimal(result.failover()) + " ms"),
                result.answer() == Answer.PARITY ? List.of() : List.of(node),
                reason(node, result),
                facts));
    }

    /** Which look it is: a run has one after each pass; two recordings are looked at once. */
    private int look(NodeRef node) {
        long passes = samples.observed(node).stream()
                .map(Observation::round)
                .distinct()
                .count();
        return doubt.oneRun() ? Math.max(1, Math.toIntExact(passes)) : Looks.QUADRUPLES.size();
    }

    /** The quantile in per cent, like 95 or 99.9. */
    private static String name(double quantile) {
        return BigDecimal.valueOf(quantile)
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** An absolute bound, for a failover that stands alone or is slower: two stacks that are slow alike are the same. */
    private void aboveCeiling(NodeRef node, String at, double quantile, double[] failover) {
        Optional<Double> ceiling = rule.findLimit("ceilingMillis").map(Double::valueOf);
        if (ceiling.isEmpty()) {
            return;
        }
        OptionalDouble atLeast =
                new QuantileBounds(failover, quantile).lower(RUN_VIOLATION_RISK / Math.max(1, doubt.ratios()));
        if (atLeast.isPresent() && atLeast.getAsDouble() > ceiling.get()) {
            findings.add(samples.finding(
                    at,
                    FindingKind.UNHEALTHY,
                    Optional.empty(),
                    Optional.of(decimal(atLeast.getAsDouble()) + " ms at least"),
                    List.of(node),
                    "is above the ceiling of " + decimal(ceiling.get()) + " ms",
                    Map.of("fault", "above-ceiling", "errors", "1", "samples", Integer.toString(failover.length))));
        }
    }

    private static FindingKind kind(Answer answer) {
        return switch (answer) {
            case PARITY -> FindingKind.SAME;
            case VIOLATION -> FindingKind.DIFFERENT;
            case NOT_PROVEN -> FindingKind.NOT_PROVEN;
        };
    }

    private static String reason(NodeRef node, PairedRatio.Result result) {
        String proven =
                result.provenMargin().map(margin -> decimal(margin) + " ×").orElse("no bound yet");
        return switch (result.answer()) {
            case PARITY -> node + " is proven at most " + proven + " the primary (95 %)";
            case VIOLATION ->
                Double.isInfinite(result.failover())
                        ? node + " fails so often that this quantile has no bound; the primary has "
                                + decimal(result.primary()) + " ms"
                        : node + " takes " + decimal(result.ratio()) + " × as long as the primary, "
                                + decimal(result.failover() - result.primary()) + " ms more";
            case NOT_PROVEN -> "the samples leave up to " + proven + " the primary open";
        };
    }

    private double limit(String name) {
        return Double.parseDouble(rule.findLimit(name).orElse("0"));
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
