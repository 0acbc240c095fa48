package org.stackparity.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * stand even where the answer is at fault: an error never drops out of its tally.
 */
final class ErrorRateComparison {
    private final CaseSamples samples;
    private final String prefix;
    private final ErrorRate test;
    private final double alarmRisk;
    private final List<Finding> findings = new ArrayList<>();

    /** Share of the run's false alarms that error rates may use (design, statistics section 4). */
    private static final double RUN_ALARM_RISK = 0.01;

    /** @param prefix of the paths {@code .requests} and {@code .errors} */
    ErrorRateComparison(CaseSamples samples, Doubt doubt, String prefix, PathRule rule) {
        this.samples = samples;
        this.prefix = prefix;
        this.test = new ErrorRate(
                Double.parseDouble(rule.findLimit("acceptable").orElse("0.001")),
                Double.parseDouble(rule.findLimit("unacceptable").orElse("0.01")),
                ErrorRate.DEFAULT_RISK);
        this.alarmRisk = RUN_ALARM_RISK / Math.max(1, doubt.rates());
        Map<NodeRef, Counts> violating = new LinkedHashMap<>();
        Map<NodeRef, Counts> unproven = new LinkedHashMap<>();
        Map<NodeRef, Counts> all = new LinkedHashMap<>();
        for (NodeRef node : samples.byNode().keySet()) {
            Counts counts = counts(node);
            all.put(node, counts);
            Answer answer = test.decide(counts.requests(), counts.errors(), alarmRisk);
            if (answer == Answer.VIOLATION) {
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
                test.cleanRequestsToParity(counts.requests(), counts.errors(), alarmRisk)
                        + " more clean answers would prove at most " + percent(test.acceptable()) + "–"
                        + percent(test.unacceptable()),
                Map.of("samples", Long.toString(counts.requests()), "errors", Long.toString(counts.errors())))));
    }

    List<Finding> findings() {
        return findings;
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
        String at = prefix.isEmpty() ? name : prefix + "." + name;
        return Optional.ofNullable(observation.values().get(at))
                .flatMap(Numbers::parseCount)
                .orElse(0L);
    }

    private Finding violation(Map<NodeRef, Counts> violating, Map<NodeRef, Counts> all) {
        Counts sum = sum(violating.values());
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
                                        .toList()) + "; acceptable is " + percent(test.acceptable()),
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
                        Double.toString(test.acceptable())));
    }

    private static Optional<String> side(Map<NodeRef, Counts> all, Role role) {
        List<Counts> ofRole = all.entrySet().stream()
                .filter(entry -> entry.getKey().role() == role)
                .map(Map.Entry::getValue)
                .toList();
        return ofRole.isEmpty() ? Optional.empty() : Optional.of(sum(ofRole).text());
    }

    private static Counts sum(Iterable<Counts> many) {
        long requests = 0;
        long errors = 0;
        for (Counts counts : many) {
            requests += counts.requests();
            errors += counts.errors();
        }
        return new Counts(requests, errors);
    }

    static String percent(double fraction) {
        return String.format(Locale.ROOT, fraction < 0.01 ? "%.2f %%" : "%.1f %%", fraction * 100);
    }

    private record Counts(long requests, long errors) {
        double rate() {
            return requests == 0 ? 0 : (double) errors / requests;
        }

        String text() {
            return errors + " of " + requests + " (" + percent(rate()) + ")";
        }
    }
}
