package org.stackparity.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stackparity.measure.Answer;
import org.stackparity.measure.DesignEffect;
import org.stackparity.measure.GroupSequential;
import org.stackparity.measure.Looks;
import org.stackparity.measure.Margin;
import org.stackparity.measure.PairedRatio;
import org.stackparity.measure.PairedShift;
import org.stackparity.measure.QuantileBounds;
import org.stackparity.measure.SampleSize;
import org.stackparity.model.Comparison;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.NodeRef;
import org.stackparity.model.PathRule;
import org.stackparity.model.Role;

/**
 * Compares paired samples: each failover node with the samples of the primary that were taken beside its own. Where the
 * evidences are of different runs nothing was taken side by side, and all samples of the primary stand for it.
 * Long, since the quantiles and the middle of the pairs are judged over the same samples and said in the same words.
 */
final class PairedComparison {
    private static final GroupSequential PARITY = Looks.parity();
    private static final double MEDIAN = 0.5;
    private static final String MISSING_PAIRS = "missingPairs";

    private final CaseSamples samples;
    private final String path;
    private final PathRule rule;
    private final Margin margin;
    private final List<Double> quantiles;
    private final Map<NodeRef, PairedTimes> byNode;

    PairedComparison(CaseSamples samples, String path, PathRule rule) {
        this.samples = samples;
        this.path = path;
        this.rule = rule;
        this.margin = new Margin(limit("margin"), limit("floorMillis"));
        this.quantiles = quantiles(rule);
        this.byNode = PairedTimes.byNode(samples, path);
    }

    /** The comparisons of the paths of a case that are timed in pairs. */
    static List<PairedComparison> of(CaseSamples samples) {
        return samples.paths().stream()
                .filter(path -> samples.check().ruleFor(path).comparison() == Comparison.PAIRED_RATIO)
                .map(path -> new PairedComparison(samples, path, samples.check().ruleFor(path)))
                .toList();
    }

    /** The quantiles that a rule compares, as fractions. */
    static List<Double> quantiles(PathRule rule) {
        return Stream.of(rule.findLimit("quantiles").orElse("0.5").split(",", -1))
                .map(quantile -> Double.valueOf(quantile.strip()))
                .toList();
    }

    /** Adds what the primary's nodes took up to a round, in the order of asking, to the effects of the quantiles. */
    void addTo(Map<Double, DesignEffect> effects, int lastRound) {
        for (NodeRef node : samples.nodes(Role.PRIMARY)) {
            double[] series = samples.observed(node).stream()
                    .filter(observation -> observation.round() <= lastRound)
                    .flatMap(observation -> PairedTimes.millis(observation, path).stream())
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            Stream.concat(quantiles.stream(), Stream.of(MEDIAN))
                    .distinct()
                    .forEach(quantile -> effects.computeIfAbsent(quantile, any -> new DesignEffect())
                            .add(series, quantile));
        }
    }

    /** How many more pairs will nearly always do for all of these findings; 0 where nothing is known of it. */
    static int missingPairs(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.findFact(MISSING_PAIRS).stream())
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }

    /** How many ratios are proven to be too large. */
    long violations(Doubt doubt) {
        return findings(doubt).stream()
                .filter(finding -> finding.kind() == FindingKind.DIFFERENT)
                .count();
    }

    List<Finding> findings(Doubt doubt) {
        List<Finding> findings = new ArrayList<>();
        byNode.forEach((node, times) -> {
            List<Finding> ofNode = new ArrayList<>();
            quantiles.forEach(quantile -> ofNode.addAll(compare(node, times, quantile, doubt)));
            if (ofNode.stream().noneMatch(finding -> finding.kind() == FindingKind.DIFFERENT)) {
                shift(node, times, doubt).ifPresent(ofNode::add);
            }
            findings.addAll(ofNode);
        });
        return findings;
    }

    private List<Finding> compare(NodeRef node, PairedTimes times, double quantile, Doubt doubt) {
        PairedRatio test = new PairedRatio(
                quantile,
                margin,
                PARITY.nominal(look(times, doubt)),
                Looks.violation(doubt.ratios()).nominal(look(times, doubt)));
        String at = path + "." + PairedRatio.percentile(quantile);
        double designEffect = doubt.designEffect(quantile, times);
        Optional<PairedRatio.Result> decided = test.decide(times.primary(), times.failover(), designEffect);
        List<Finding> findings = new ArrayList<>();
        if (times.primary().length == 0
                || decided.filter(result -> result.answer() == Answer.VIOLATION).isPresent()) {
            aboveCeiling(node, at, quantile, times.failover(), doubt).ifPresent(findings::add);
        }
        if (decided.isEmpty()) {
            findings.add(samples.finding(
                    at,
                    FindingKind.NOT_PROVEN,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(node),
                    "no samples on " + (times.primary().length == 0 ? "primary" : node),
                    Map.of("samples", "0")));
            return findings;
        }
        PairedRatio.Result result = decided.get();
        Map<String, String> facts = facts(times, result.ratio(), result.failover() - result.primary());
        facts.put("quantile", decimal(quantile));
        test.decide(times.failover(), times.primary(), designEffect)
                .ifPresent(back -> facts.put("failback", kind(back.answer()).word()));
        if (test.isBeyondMargin(result.primary(), result.failover())) {
            facts.put("suspected", "true");
        }
        result.provenMargin().ifPresent(proven -> facts.put("provenAtMost", decimal(proven)));
        OptionalInt missing = result.answer() == Answer.NOT_PROVEN
                ? missingPairs(times, quantile, result.primary(), doubt)
                : OptionalInt.empty();
        missing.ifPresent(pairs -> facts.put(MISSING_PAIRS, Integer.toString(pairs)));
        findings.add(samples.finding(
                at,
                kind(result.answer()),
                Optional.of(decimal(result.primary()) + " ms"),
                Optional.of(decimal(result.failover()) + " ms"),
                result.answer() == Answer.PARITY ? List.of() : List.of(node),
                reason(node, result, missing),
                facts));
        return findings;
    }

    /** Too slow in the middle of the pairs, which shows with fewer samples than a quantile where pairs meet one weather. */
    private Optional<Finding> shift(NodeRef node, PairedTimes times, Doubt doubt) {
        PairedShift test =
                new PairedShift(margin, Looks.violation(doubt.ratios()).nominal(look(times, doubt)));
        return test.violation(times.paired(), times.beside(), doubt.designEffect(MEDIAN, times))
                .map(middle -> {
                    Map<String, String> facts = facts(times, middle.ratio(), middle.failover() - middle.primary());
                    // a failover that is proven to be slower leaves nothing to prove of the way back
                    facts.put("failback", FindingKind.SAME.word());
                    facts.put("suspected", "true");
                    facts.put("quantile", decimal(MEDIAN));
                    return samples.finding(
                            path + ".location",
                            FindingKind.DIFFERENT,
                            Optional.of(decimal(middle.primary()) + " ms"),
                            Optional.of(decimal(middle.failover()) + " ms"),
                            List.of(node),
                            Double.isInfinite(middle.ratio())
                                    ? node + " fails in most of " + times.beside().length + " pairs"
                                    : node + " takes " + decimal(middle.ratio())
                                            + " × as long as the primary in the middle of " + times.beside().length
                                            + " pairs",
                            facts);
                });
    }

    private Map<String, String> facts(PairedTimes times, double ratio, double excess) {
        return new TreeMap<>(Map.of(
                "samples", Integer.toString(times.failover().length),
                "ratio", decimal(ratio),
                "excessMillis", decimal(excess),
                "margin", rule.findLimit("margin").orElse("0"),
                "floorMillis", rule.findLimit("floorMillis").orElse("0")));
    }

    /** How many more pairs would prove parity if the stacks were alike, by how much the primary's times spread. */
    private OptionalInt missingPairs(PairedTimes times, double quantile, double primary, Doubt doubt) {
        double sigma = SampleSize.sigma(times.primary());
        double ratio = margin.limit(primary) / primary;
        double independent = SampleSize.pairs(quantile, sigma, PARITY.nominal(Looks.QUADRUPLES.size()), ratio);
        double missing = independent * doubt.designEffect(quantile, times) - times.failover().length;
        return missing >= 1 && missing < Integer.MAX_VALUE ? OptionalInt.of((int) missing) : OptionalInt.empty();
    }

    /** Which look it is: a run has one after each pass; two recordings are looked at once. */
    private static int look(PairedTimes times, Doubt doubt) {
        return doubt.oneRun() ? Math.max(1, times.passes()) : Looks.QUADRUPLES.size();
    }

    /** An absolute bound, for a failover that stands alone or is slower: two stacks that are slow alike are the same. */
    private Optional<Finding> aboveCeiling(NodeRef node, String at, double quantile, double[] failover, Doubt doubt) {
        Optional<Double> ceiling = rule.findLimit("ceilingMillis").map(Double::valueOf);
        if (ceiling.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble atLeast =
                new QuantileBounds(failover, quantile).lower(Looks.RUN_VIOLATION_RISK / Math.max(1, doubt.ratios()));
        if (atLeast.isEmpty() || atLeast.getAsDouble() <= ceiling.get()) {
            return Optional.empty();
        }
        return Optional.of(samples.finding(
                at,
                FindingKind.UNHEALTHY,
                Optional.empty(),
                Optional.of(decimal(atLeast.getAsDouble()) + " ms at least"),
                List.of(node),
                "is above the ceiling of " + decimal(ceiling.get()) + " ms",
                Map.of("fault", "above-ceiling", "errors", "1", "samples", Integer.toString(failover.length))));
    }

    private static FindingKind kind(Answer answer) {
        return switch (answer) {
            case PARITY -> FindingKind.SAME;
            case VIOLATION -> FindingKind.DIFFERENT;
            case NOT_PROVEN -> FindingKind.NOT_PROVEN;
        };
    }

    private static String reason(NodeRef node, PairedRatio.Result result, OptionalInt missing) {
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
            case NOT_PROVEN ->
                "the samples leave up to " + proven + " the primary open"
                        + (missing.isPresent() ? "; about " + missing.getAsInt() + " more pairs would do" : "");
        };
    }

    private double limit(String name) {
        return Double.parseDouble(rule.findLimit(name).orElse("0"));
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
