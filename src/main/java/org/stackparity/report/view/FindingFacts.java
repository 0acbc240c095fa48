package org.stackparity.report.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stackparity.model.Finding;
import org.stackparity.model.NodeRef;
import org.stackparity.model.PathRule;
import org.stackparity.model.Plan;
import org.stackparity.model.PlannedCheck;
import org.stackparity.report.text.Clip;
import org.stackparity.report.text.LineDiff;
import org.stackparity.report.text.ValueDiff;

/**
 * A finding as named facts in a fixed order (check, case, path, primary, failover, limits, nodes, reason, further
 * facts), each on one line, clipped, and free of invisible characters.
 */
public record FindingFacts(Map<String, String> facts) {
    private static final int CLIPPED = 160;

    /** The facts of one finding; what it does not have is left out. */
    public static FindingFacts of(Finding finding, Plan plan) {
        return of(finding, finding.subject().toString(), plan);
    }

    /** The facts of the first finding, with the cases of all. */
    public static FindingFacts of(FindingSeries series, Plan plan) {
        return of(series.first(), series.subjects(), plan);
    }

    private static FindingFacts of(Finding finding, String subject, Plan plan) {
        Map<String, String> facts = new LinkedHashMap<>();
        String name = plan.find(finding.check())
                .map(planned -> " " + planned.check().name())
                .orElse("");
        facts.put("check", line(finding.check() + name));
        facts.put(
                "finding", Words.of(finding.kind()) + ", " + finding.severity().word());
        facts.put("case", line(subject));
        if (!finding.path().isEmpty()) {
            facts.put("path", line(finding.path()));
        }
        values(finding, facts);
        plan.find(finding.check())
                .map(PlannedCheck::check)
                .map(check -> check.ruleFor(finding.path()))
                .map(PathRule::limits)
                .ifPresent(limits -> limits.forEach((limit, value) -> facts.put(line(limit), line(value))));
        if (!finding.nodes().isEmpty()) {
            facts.put(
                    "nodes",
                    line(finding.nodes().stream().map(NodeRef::toString).collect(Collectors.joining(", "))));
        }
        if (!finding.reason().isEmpty()) {
            facts.put("reason", line(finding.reason()));
        }
        finding.facts().forEach((key, value) -> facts.putIfAbsent(line(key), line(value)));
        return new FindingFacts(facts);
    }

    /** One fact a line, names padded so that the values stand below each other; ends with a line break. */
    public String aligned(String indent) {
        int width = facts.keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder();
        facts.forEach((name, value) -> text.append(indent)
                .append(name)
                .append(" ".repeat(width - name.length()))
                .append("  ")
                .append(value)
                .append('\n'));
        return text.toString();
    }

    /** Two values are clipped around their difference, so that it is never lost. */
    private static void values(Finding finding, Map<String, String> facts) {
        if (finding.primary().isPresent() && finding.failover().isPresent()) {
            String primary = finding.primary().get();
            String failover = finding.failover().get();
            if (primary.indexOf('\n') >= 0 || failover.indexOf('\n') >= 0) {
                List<List<String>> core = LineDiff.core(primary, failover);
                primary = lines(core.get(0));
                failover = lines(core.get(1));
            }
            ValueDiff diff = ValueDiff.of(primary, failover, CLIPPED);
            facts.put("primary", diff.primary().plain());
            facts.put("failover", diff.failover().plain());
            return;
        }
        finding.primary().ifPresent(value -> facts.put("primary", line(value)));
        finding.failover().ifPresent(value -> facts.put("failover", line(value)));
    }

    /** Lines of {@code landmark TAB text} as a reader says them; those that are alike on both sides are left out. */
    private static String lines(List<String> lines) {
        return lines.isEmpty() ? "(no such line)" : String.join("\n", lines).replace("\t", ": ");
    }

    private static String line(String value) {
        return Clip.line(value, CLIPPED);
    }
}
