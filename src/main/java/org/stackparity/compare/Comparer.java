package org.stackparity.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stackparity.measure.Looks;
import org.stackparity.model.Case;
import org.stackparity.model.Check;
import org.stackparity.model.CheckId;
import org.stackparity.model.Comparison;
import org.stackparity.model.Coverage;
import org.stackparity.model.Evidence;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.NodeRef;
import org.stackparity.model.Observation;
import org.stackparity.model.PathRule;
import org.stackparity.model.PlannedCase;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Role;

/**
 * Compares the evidence of two environments. The first stands for the primary and the second for the failover, whatever
 * roles they were recorded in, so that a stack can be compared with itself before and after an upgrade.
 * Long, since the order in which the comparisons of a case come is one thought.
 */
public final class Comparer {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::check)
            .thenComparing(Finding::subject)
            .thenComparing(Finding::path)
            .thenComparing(Finding::kind)
            .thenComparing(finding -> finding.nodes().toString())
            .thenComparing(finding -> finding.primary().orElse(""))
            .thenComparing(finding -> finding.failover().orElse(""));

    private final Evidence primary;
    private final Evidence failover;
    private final Fingerprints fingerprints;
    private final Map<CheckId, Map<Case, List<Observation>>> ofPrimary;
    private final Map<CheckId, Map<Case, List<Observation>>> ofFailover;
    private final List<Finding> findings = new ArrayList<>();
    private final List<OpenCase> open = new ArrayList<>();

    private Comparer(Evidence primary, Evidence failover) {
        this.primary = primary;
        this.failover = failover;
        this.fingerprints = new Fingerprints(
                primary.header().fingerprintKey(), failover.header().fingerprintKey());
        this.ofPrimary = group(primary);
        this.ofFailover = group(failover);
    }

    /** Never throws for a difference. Order of observations within the evidences does not matter. */
    public static ComparisonResult compare(Evidence primary, Evidence failover) {
        Comparer comparer = new Comparer(primary, failover);
        comparer.compareAll();
        comparer.findings.sort(ORDER);
        comparer.open.sort(Comparator.comparing(OpenCase::check).thenComparing(OpenCase::subject));
        return new ComparisonResult(comparer.findings, comparer.open);
    }

    private Map<CheckId, Map<Case, List<Observation>>> group(Evidence evidence) {
        Map<CheckId, Map<Case, List<Observation>>> groups = new HashMap<>();
        evidence.observations().stream()
                .sorted(Comparator.comparingInt(Observation::round).thenComparingLong(Observation::seq))
                .forEach(observation -> groups.computeIfAbsent(observation.check(), any -> new HashMap<>())
                        .computeIfAbsent(observation.subject(), any -> new ArrayList<>())
                        .add(fingerprints.comparable(observation)));
        return groups;
    }

    private void compareAll() {
        SortedMap<CheckId, PlannedCheck> asked = required(primary);
        SortedMap<CheckId, PlannedCheck> askedOfOther = required(failover);
        List<BothSides> comparable = new ArrayList<>();
        SortedSet<CheckId> ids = new TreeSet<>(asked.keySet());
        ids.addAll(askedOfOther.keySet());
        for (CheckId id : ids) {
            PlannedCheck one = asked.get(id);
            PlannedCheck other = askedOfOther.get(id);
            if (one == null) {
                notRecorded(Objects.requireNonNull(other), "primary");
            } else if (other == null) {
                notRecorded(one, "failover");
            } else if (one.check().version() != other.check().version()) {
                notComparable(
                        one,
                        "the evidences are of versions [" + one.check().version() + "] and ["
                                + other.check().version() + "] of the check; record both with one suite");
            } else if (!one.check().equals(other.check())) {
                notComparable(one, "the contract sets other limits for this check in the two evidences");
            } else if (one.cases().isEmpty() && other.cases().isEmpty()) {
                notComparable(one, "the check is required and has no case to ask about");
            } else {
                comparable.addAll(cases(one, other));
            }
        }
        Doubt doubt = doubt(comparable);
        comparable.forEach(each -> compare(each, doubt));
        notAsked();
    }

    private static SortedMap<CheckId, PlannedCheck> required(Evidence evidence) {
        SortedMap<CheckId, PlannedCheck> required = new TreeMap<>();
        evidence.header()
                .plan()
                .required()
                .forEach(planned -> required.put(planned.check().id(), planned));
        return required;
    }

    private void notRecorded(PlannedCheck planned, String role) {
        notComparable(planned, "the evidence of the " + role + " was not recorded for this check");
    }

    /** A check without cases is not seen as a whole. */
    private void notComparable(PlannedCheck planned, String reason) {
        Set<Case> subjects = new LinkedHashSet<>();
        planned.cases().forEach(each -> subjects.add(each.subject()));
        if (subjects.isEmpty()) {
            subjects.add(Case.WHOLE);
        }
        subjects.forEach(subject -> findings.add(samples(planned.check(), subject, List.of(), List.of())
                .finding(
                        "",
                        FindingKind.NOT_OBSERVED,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        reason,
                        Map.of())));
    }

    private List<BothSides> cases(PlannedCheck one, PlannedCheck other) {
        Map<Case, PlannedCase> ofOther = new HashMap<>();
        other.cases().forEach(planned -> ofOther.put(planned.subject(), planned));
        Set<Case> subjects = new LinkedHashSet<>();
        one.cases().forEach(planned -> subjects.add(planned.subject()));
        List<BothSides> both = new ArrayList<>();
        for (PlannedCase planned : one.cases()) {
            PlannedCase match = ofOther.remove(planned.subject());
            if (match == null) {
                onlyIn("primary", one.check(), planned.subject());
                continue;
            }
            both.add(BothSides.of(samples(
                    one.check(),
                    planned.subject(),
                    planned.nodesOf(primary.header().role()),
                    match.nodesOf(failover.header().role()))));
        }
        ofOther.keySet().stream().sorted().forEach(subject -> onlyIn("failover", one.check(), subject));
        return both;
    }

    private void onlyIn(String role, Check check, Case subject) {
        findings.add(samples(check, subject, List.of(), List.of())
                .finding(
                        "",
                        FindingKind.NOT_OBSERVED,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        "the contract names this case in the evidence of the " + role + " only",
                        Map.of()));
    }

    private CaseSamples samples(Check check, Case subject, List<String> primaryNodes, List<String> failoverNodes) {
        SortedMap<NodeRef, List<Observation>> byNode = new TreeMap<>();
        collect(byNode, Role.PRIMARY, primaryNodes, ofPrimary, check, subject);
        collect(byNode, Role.FAILOVER, failoverNodes, ofFailover, check, subject);
        return new CaseSamples(check, subject, byNode);
    }

    private static void collect(
            SortedMap<NodeRef, List<Observation>> byNode,
            Role role,
            List<String> nodes,
            Map<CheckId, Map<Case, List<Observation>>> observations,
            Check check,
            Case subject) {
        nodes.forEach(node -> byNode.put(new NodeRef(role, node), new ArrayList<>()));
        observations
                .getOrDefault(check.id(), Map.of())
                .getOrDefault(subject, List.of())
                .forEach(observation -> {
                    List<Observation> list = byNode.get(new NodeRef(role, observation.node()));
                    if (list != null && observation.checkVersion() == check.version()) {
                        list.add(observation);
                    }
                });
    }

    private Doubt doubt(List<BothSides> cases) {
        boolean oneRun = primary.header().runId().equals(failover.header().runId());
        long paths = 0;
        long ratios = 0;
        long rates = 0;
        long answers = 0;
        double acceptable = 0.001;
        for (BothSides each : cases) {
            Check check = each.samples().check();
            for (PathRule rule : check.rules()) {
                if (rule.comparison() == Comparison.PAIRED_RATIO) {
                    ratios += (long) Looks.answers(
                                    PairedComparison.quantiles(rule).size())
                            * each.samples().nodes(Role.FAILOVER).size();
                }
                if (rule.comparison() == Comparison.ERROR_RATE) {
                    rates += each.samples().byNode().size();
                    acceptable = rule.findLimit("acceptable")
                            .map(Double::parseDouble)
                            .orElse(acceptable);
                }
            }
            answers += each.samples().byNode().size();
            if (!check.deterministic()) {
                paths += each.values();
            }
        }
        DesignEffects designEffects = new DesignEffects(
                cases.stream().flatMap(each -> each.timed().stream()).toList());
        return holm(cases, new Doubt(paths, ratios, designEffects, rates, answers, acceptable, oneRun));
    }

    /**
     * Each ratio that is proven to be too large leaves its share of the alarm risk to those that are open (Holm,
     * Scandinavian Journal of Statistics 6, 1979), until no more of them are proven.
     */
    private static Doubt holm(List<BothSides> cases, Doubt doubt) {
        long proven = 0;
        while (true) {
            Doubt stepped = doubt.withoutRatios(proven);
            long now = cases.stream()
                    .flatMap(each -> each.timed().stream())
                    .mapToLong(timed -> timed.violations(stepped))
                    .sum();
            if (now <= proven) {
                return stepped;
            }
            proven = now;
        }
    }

    private void compare(BothSides each, Doubt doubt) {
        CaseSamples samples = each.samples();
        List<Finding> found = new ArrayList<>();
        Optional<String> reasonToAsk = Optional.empty();

        SightComparison sight = new SightComparison(samples);
        found.addAll(sight.findings());
        reasonToAsk = reasonToAsk.or(sight::open);

        HealthComparison health = new HealthComparison(samples, doubt);
        found.addAll(health.findings());
        reasonToAsk = reasonToAsk.or(health::open);

        each.timed().forEach(timed -> found.addAll(timed.findings(doubt)));
        int quadruples = 0;
        Set<String> rates = new LinkedHashSet<>();
        for (String path : samples.paths()) {
            PathRule rule = samples.check().ruleFor(path);
            if (rule.countsInCommonOnly() && !samples.isOnBoth(path)) {
                continue;
            }
            switch (rule.comparison()) {
                case SHOWN, PAIRED_RATIO -> {}
                case LINES -> {
                    LinesComparison lines = new LinesComparison(samples, doubt, path);
                    found.addAll(lines.findings());
                    quadruples = Math.max(quadruples, lines.missingQuadruples());
                }
                case ERROR_RATE -> {
                    String prefix = path.substring(0, Math.max(0, path.lastIndexOf('.')));
                    if (rates.add(prefix)) {
                        found.addAll(new ErrorRateComparison(samples, doubt, prefix, rule).findings());
                    }
                }
                case SAME, SUBSET, AT_LEAST, WITHIN, DIFFER -> {
                    ValueComparison value = new ValueComparison(samples, doubt, path, rule);
                    found.addAll(value.findings());
                    quadruples = Math.max(quadruples, value.missingQuadruples());
                }
            }
        }
        found.addAll(withoutSamples(each));
        found.addAll(withoutCommon(samples));
        found.addAll(fingerprints.findings(samples));
        if (quadruples > 0 && reasonToAsk.isEmpty()) {
            reasonToAsk = Optional.of("an apparent difference needs " + quadruples + " more quadruples");
        }
        boolean deviates = found.stream().anyMatch(finding -> finding.kind().isDeviation());
        // where a bound is proven to be broken, another one that is open changes nothing;
        // where no sample came, none will
        if (reasonToAsk.isEmpty()
                && !deviates
                && found.stream()
                        .anyMatch(finding -> finding.kind() == FindingKind.NOT_PROVEN
                                && finding.findFact("samples")
                                        .filter("0"::equals)
                                        .isEmpty())) {
            reasonToAsk = Optional.of("a bound is not reached");
        }
        int missingPairs = PairedComparison.missingPairs(found);
        reasonToAsk.ifPresent(
                reason -> open.add(new OpenCase(samples.check().id(), samples.subject(), reason, missingPairs)));
        boolean settled = found.stream()
                .noneMatch(finding ->
                        finding.kind().isDeviation() || finding.kind().isUnknown());
        boolean shown = found.stream()
                .anyMatch(finding -> finding.kind() == FindingKind.SAME
                        && finding.findFact("ratio").isPresent());
        if (settled && !shown) {
            found.add(samples.finding(
                    "",
                    FindingKind.SAME,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    each.values() == 0 ? "healthy on both" : "the same in " + each.values() + " values",
                    Map.of("values", Long.toString(each.values()))));
        }
        findings.addAll(found);
    }

    /**
     * Zero samples prove nothing: what is judged by samples has to have some. A check may take them in one of its cases
     * and compare values in the others; a case without anything else to compare, and a check that took none at all, is
     * not proven.
     */
    private List<Finding> withoutSamples(BothSides each) {
        CaseSamples samples = each.samples();
        SortedSet<String> paths = samples.paths();
        return samples.check().rules().stream()
                .filter(rule ->
                        rule.comparison() == Comparison.PAIRED_RATIO || rule.comparison() == Comparison.ERROR_RATE)
                .filter(rule -> paths.stream().noneMatch(rule::matches))
                .filter(rule -> each.values() == 0 || !isSampled(samples.check().id(), rule))
                .map(rule -> samples.finding(
                        rule.paths(),
                        FindingKind.NOT_PROVEN,
                        Optional.empty(),
                        Optional.empty(),
                        samples.nodes(Role.FAILOVER),
                        "there are no samples",
                        Map.of("samples", "0")))
                .toList();
    }

    /** Windows of time that do not meet have nothing to compare, which is not the same. */
    private static List<Finding> withoutCommon(CaseSamples samples) {
        SortedSet<String> paths = samples.paths();
        return samples.check().rules().stream()
                .filter(PathRule::countsInCommonOnly)
                .filter(rule -> samples.isHealthyOnBoth()
                        && paths.stream().filter(rule::matches).noneMatch(samples::isOnBoth))
                .map(rule -> samples.finding(
                        rule.paths(),
                        FindingKind.NOT_OBSERVED,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        "the evidences look at different times, which have nothing in common",
                        Map.of()))
                .toList();
    }

    /** Whether some case of the check has samples for the rule on the failover. */
    private boolean isSampled(CheckId check, PathRule rule) {
        return ofFailover.getOrDefault(check, Map.of()).values().stream()
                .flatMap(List::stream)
                .anyMatch(observation -> observation.values().keySet().stream().anyMatch(rule::matches));
    }

    /** The checks that the plan leaves out for a reason that stands beside the verdict. */
    private void notAsked() {
        for (PlannedCheck planned : failover.header().plan().checks()) {
            FindingKind kind = switch (planned.coverage()) {
                case NOT_AUTHORISED -> FindingKind.NOT_AUTHORISED;
                case NOT_APPLICABLE -> FindingKind.NOT_APPLICABLE;
                case REQUIRED, NOT_COVERED -> FindingKind.SAME;
            };
            if (planned.coverage() == Coverage.NOT_AUTHORISED || planned.coverage() == Coverage.NOT_APPLICABLE) {
                planned.cases()
                        .forEach(each -> findings.add(samples(planned.check(), each.subject(), List.of(), List.of())
                                .finding(
                                        "",
                                        kind,
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of(),
                                        planned.reason(),
                                        Map.of())));
            }
        }
    }

    /**
     * A case that both evidences were recorded for.
     *
     * @param timed its paths that are timed in pairs
     */
    private record BothSides(CaseSamples samples, List<PairedComparison> timed) {
        static BothSides of(CaseSamples samples) {
            return new BothSides(samples, PairedComparison.of(samples));
        }

        /** How many values the largest answer compares; a line of a text counts as one. */
        long values() {
            return samples.byNode().values().stream()
                    .flatMap(List::stream)
                    .mapToLong(this::values)
                    .max()
                    .orElse(0);
        }

        private long values(Observation observation) {
            long sum = 0;
            for (Map.Entry<String, String> value : observation.values().entrySet()) {
                sum += switch (samples.check().ruleFor(value.getKey()).comparison()) {
                    case SHOWN, PAIRED_RATIO, ERROR_RATE -> 0;
                    case LINES -> value.getValue().lines().count();
                    case SAME, SUBSET, AT_LEAST, WITHIN, DIFFER -> 1;
                };
            }
            return sum;
        }
    }
}
