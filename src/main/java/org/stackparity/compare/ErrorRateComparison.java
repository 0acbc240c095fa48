package org.stackparity.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stackparity.measure.Answer;
import org.stackparity.measure.ErrorRate;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.NodeRef;
import org.stackparity.model.Observation;
import org.stackparity.model.PathRule;
import org.stackparity.model.Role;

/**
 * Judges each node's requests and errors, summed over all its observations, by the two rates of the contract. Counts
 * stand even where the answer is at fault: an error never drops out of its tally. Beside requests and errors there may be
 * the occasions on which errors came: as long as there was one only, it may have been a burst.
 */
final class ErrorRateComparison {
    private final CaseSamples samples;
    private final String prefix;
    private final ErrorRate test;
    private final double alarmRisk;
    private final List<Finding> findings = new ArrayList<>();

    private static final Pattern FAILING = Pattern.compile("failing\\[(?<request>.*)]\\.requests");
    private static final int MOST_NAMED = 3;

    /** @param prefix of the paths {@code .requests}, {@code .errors} and {@code .occasions} */
    ErrorRateComparison(CaseSamples samples, Doubt doubt, String prefix, PathRule rule) {
        this.samples = samples;
        this.prefix = prefix;
        this.test = new ErrorRate(
                Double.parseDouble(rule.findLimit("acceptable").orElse("0.001")),
                Double.parseDouble(rule.findLimit("unacceptable").orElse("0.01")),
                ErrorRate.DEFAULT_RISK);
        this.alarmRisk = ErrorRate.alarmRisk(doubt.rates());
        Map<NodeRef, Counts> violating = new LinkedHashMap<>();
        Map<NodeRef, Counts> unproven = new LinkedHashMap<>();
        Map<NodeRef, Counts> all = new LinkedHashMap<>();
        for (NodeRef node : samples.byNode().keySet()) {
            Counts counts = counts(node);
            all.put(node, counts);
        }
        Counts ofPrimary = sum(all.entrySet().stream()
                .filter(entry -> entry.getKey().role() == Role.PRIMARY)
                .map(Map.Entry::getValue)
                .toList());
        for (Map.Entry<NodeRef, Counts> each : all.entrySet()) {
            NodeRef node = each.getKey();
            Counts counts = each.getValue();
            Answer answer = test.decide(counts.requests(), counts.errors(), alarmRisk, isAgain(node));
            boolean isMoreOften = answer == Answer.NOT_PROVEN
                    && node.role() == Role.FAILOVER
                    && isAgain(node)
                    && isMoreOften(ofPrimary, counts, doubt.rates());
            if (answer == Answer.VIOLATION || isMoreOften) {
                violating.put(node, counts);
            } else if (answer == Answer.NOT_PROVEN) {
                unproven.put(node, counts);
            }
        }
        if (!violating.isEmpty()) {
            findings.add(violation(violating, all));
        }
        unproven.forEach((node, counts) -> findings.add(samples.finding(
                prefix,
                FindingKind.NOT_PROVEN,
                node.role() == Role.PRIMARY ? Optional.of(counts.text()) : Optional.empty(),
                node.role() == Role.FAILOVER ? Optional.of(counts.text()) : Optional.empty(),
                List.of(node),
                (isBeyond(counts) ? "errors came at one time only, perhaps in one burst; " : "")
                        + test.cleanRequestsToParity(counts.requests(), counts.errors(), alarmRisk)
                        + " more clean answers would prove at most " + percent(test.acceptable()) + "–"
                        + percent(test.unacceptable()),
                Map.of("samples", Long.toString(counts.requests()), "errors", Long.toString(counts.errors())))));
    }

    List<Finding> findings() {
        return findings;
    }

    /** Whether the node had errors on more than one occasion; each observation is one at least. */
    private boolean isAgain(NodeRef node) {
        List<Observation> failing = samples.observed(node).stream()
                .filter(observation -> number(observation, "errors") > 0)
                .toList();
        return failing.size() > 1 || failing.stream().anyMatch(one -> number(one, "occasions") > 1);
    }

    /** Whether the failover fails more often than the primary, and more often than is accepted of anyone. */
    private boolean isMoreOften(Counts primary, Counts failover, long rates) {
        return ErrorRate.probabilityOfAtLeast(failover.requests(), failover.errors(), test.acceptable()) <= alarmRisk
                && ErrorRate.isMoreOften(
                        primary.requests(), primary.errors(), failover.requests(), failover.errors(), rates);
    }

    /** Whether the errors would be too many if they came independently of each other. */
    private boolean isBeyond(Counts counts) {
        return test.decide(counts.requests(), counts.errors(), alarmRisk, true) == Answer.VIOLATION;
    }

    private Counts counts(NodeRef node) {
        long requests = 0;
        long errors = 0;
        for (Observation observation : samples.observed(node)) {
            requests += number(observation, "requests");
            errors += number(observation, "errors");
        }
        return new Counts(Math.max(requests, errors), errors);
    }

    private long number(Observation observation, String name) {
        return count(observation, prefix.isEmpty() ? name : prefix + "." + name);
    }

    /** The requests that failed, the most frequent errors first, with all asks of the passes that saw them fail. */
    private Map<String, Counts> failing(Iterable<NodeRef> nodes) {
        Map<String, Counts> failing = new TreeMap<>();
        for (NodeRef node : nodes) {
            for (Observation observation : samples.observed(node)) {
                for (String path : observation.values().keySet()) {
                    Matcher failed = FAILING.matcher(path);
                    if (failed.matches()) {
                        String at = path.substring(0, failed.end("request") + 1);
                        Counts counts = new Counts(count(observation, path), count(observation, at + ".errors"));
                        failing.merge(failed.group("request"), counts, Counts::plus);
                    }
                }
            }
        }
        return failing.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> -entry.getValue().errors()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private static long count(Observation observation, String path) {
        // what is spoilt by a fault is counted nevertheless
        return Optional.ofNullable(observation.values().get(path))
                .flatMap(Numbers::parseCount)
                .orElse(0L);
    }

    private Finding violation(Map<NodeRef, Counts> violating, Map<NodeRef, Counts> all) {
        Counts sum = sum(violating.values());
        Map<String, Counts> failing = failing(violating.keySet());
        Map<String, Counts> lasting = new LinkedHashMap<>(failing);
        lasting.values()
                .removeIf(
                        counts -> counts.requests() < HealthComparison.LASTING || counts.errors() < counts.requests());
        return samples.finding(
                prefix,
                FindingKind.UNHEALTHY,
                side(all, Role.PRIMARY),
                side(all, Role.FAILOVER),
                violating.keySet(),
                sum.text() + " fail on "
                        + String.join(
                                ", ",
                                violating.keySet().stream()
                                        .map(NodeRef::toString)
                                        .toList()) + "; acceptable is " + percent(test.acceptable())
                        + besides(violating.keySet(), all)
                        + eachTime(lasting),
                Map.of(
                        "fault",
                        "error-rate",
                        "errors",
                        Long.toString(sum.errors()),
                        "samples",
                        Long.toString(sum.requests()),
                        "rate",
                        Double.toString(sum.rate()),
                        "acceptable",
                        Double.toString(test.acceptable()),
                        "requests",
                        String.join("\n", failing.keySet()),
                        "lasting",
                        Long.toString(sum(lasting.values()).errors())));
    }

    /** How much more often than the primary, where it is the failover alone that fails. */
    private static String besides(Collection<NodeRef> violating, Map<NodeRef, Counts> all) {
        return violating.stream().allMatch(node -> node.role() == Role.FAILOVER)
                ? side(all, Role.PRIMARY)
                        .map(primary -> ", the primary has " + primary)
                        .orElse("")
                : "";
    }

    /** What fails each time, so that nobody looks for a reason that comes and goes. */
    private static String eachTime(Map<String, Counts> lasting) {
        if (lasting.isEmpty()) {
            return "";
        }
        String named = lasting.entrySet().stream()
                .limit(MOST_NAMED)
                .map(entry -> entry.getKey() + " (" + entry.getValue().errors() + ")")
                .collect(Collectors.joining(", "));
        int more = lasting.size() - MOST_NAMED;
        return "; each time at " + named + (more > 0 ? " and " + more + " more" : "");
    }

    private static Optional<String> side(Map<NodeRef, Counts> all, Role role) {
        List<Counts> ofRole = all.entrySet().stream()
                .filter(entry -> entry.getKey().role() == role)
                .map(Map.Entry::getValue)
                .toList();
        return ofRole.isEmpty() ? Optional.empty() : Optional.of(sum(ofRole).text());
    }

    private static Counts sum(Collection<Counts> many) {
        return many.stream().reduce(new Counts(0, 0), Counts::plus);
    }

    static String percent(double fraction) {
        return String.format(Locale.ROOT, fraction < 0.01 ? "%.2f %%" : "%.1f %%", fraction * 100);
    }

    private record Counts(long requests, long errors) {
        Counts plus(Counts other) {
            return new Counts(requests + other.requests, errors + other.errors);
        }

        double rate() {
            return requests == 0 ? 0 : (double) errors / requests;
        }

        String text() {
            return errors + " of " + requests + " (" + percent(rate()) + ")";
        }
    }
}
