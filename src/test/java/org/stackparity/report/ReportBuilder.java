package org.stackparity.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.stackparity.model.Case;
import org.stackparity.model.Cause;
import org.stackparity.model.Check;
import org.stackparity.model.CheckId;
import org.stackparity.model.Comparison;
import org.stackparity.model.Coverage;
import org.stackparity.model.Family;
import org.stackparity.model.Fault;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.Judgement;
import org.stackparity.model.NodeRef;
import org.stackparity.model.Observation;
import org.stackparity.model.Outcome;
import org.stackparity.model.ParityReport;
import org.stackparity.model.PathRule;
import org.stackparity.model.Plan;
import org.stackparity.model.PlannedCase;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Question;
import org.stackparity.model.Role;
import org.stackparity.model.Ruling;
import org.stackparity.model.RunSummary;
import org.stackparity.model.Safety;
import org.stackparity.model.Severity;
import org.stackparity.model.Verdict;

/**
 * Builds reports for tests, a check, a case and a finding at a time; cases that nobody speaks of are SAME.
 * Long, since a report has so many parts.
 */
final class ReportBuilder {
    static final Instant START = Instant.parse("2012-10-03T04:41:07Z");

    private final List<PlannedCheck> checks = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Cause> causes = new ArrayList<>();
    private final List<Ruling> rulings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Observation> cited = new TreeMap<>();
    private final Map<Family, Duration> seconds = new EnumMap<>(Family.class);
    private final List<Case> silent = new ArrayList<>();
    private String pair = "foxy-2012";
    private String primary = "dallas";
    private String failover = "arizona";
    private boolean isPartial;
    private boolean isFinished = true;

    ReportBuilder named(String newPair, String newPrimary, String newFailover) {
        pair = newPair;
        primary = newPrimary;
        failover = newFailover;
        return this;
    }

    ReportBuilder partial() {
        isPartial = true;
        return this;
    }

    ReportBuilder unfinished() {
        isFinished = false;
        return this;
    }

    ReportBuilder check(
            String id, String name, Family family, Severity severity, String promise, PathRule rule, Case... cases) {
        return planned(id, name, family, severity, promise, rule, Coverage.REQUIRED, "", cases);
    }

    ReportBuilder leftOut(
            String id,
            String name,
            Family family,
            Severity severity,
            String promise,
            Coverage coverage,
            String reason) {
        return planned(id, name, family, severity, promise, PathRule.of("*", Comparison.SAME), coverage, reason);
    }

    private ReportBuilder planned(
            String id,
            String name,
            Family family,
            Severity severity,
            String promise,
            PathRule rule,
            Coverage coverage,
            String reason,
            Case... cases) {
        Check check = new Check(
                new CheckId(id), name, 1, family, severity, Safety.S1, Set.of(), false, promise, List.of(rule));
        Map<Role, List<String>> nodes =
                Map.of(Role.PRIMARY, List.of("web1", "web2"), Role.FAILOVER, List.of("web1", "web2"));
        checks.add(new PlannedCheck(
                check,
                coverage,
                reason,
                Arrays.stream(cases).map(one -> new PlannedCase(one, nodes)).toList(),
                4,
                Duration.ofSeconds(12)));
        return this;
    }

    ReportBuilder took(Family family, long millis) {
        seconds.put(family, Duration.ofMillis(millis));
        return this;
    }

    /** Leaves a case without any finding. */
    ReportBuilder without(Case subject) {
        silent.add(subject);
        return this;
    }

    /** A finding; primary and failover are values, or null where the stack has none. */
    ReportBuilder finding(
            String check,
            Case subject,
            String path,
            FindingKind kind,
            String primaryValue,
            String failoverValue,
            String reason,
            List<NodeRef> nodes,
            Map<String, String> facts,
            String... evidence) {
        Severity severity = checks.stream()
                .filter(planned -> planned.check().id().value().equals(check))
                .findFirst()
                .map(planned -> planned.check().severity())
                .orElse(Severity.MAJOR);
        findings.add(new Finding(
                new CheckId(check),
                subject,
                path,
                kind,
                severity,
                Optional.ofNullable(primaryValue),
                Optional.ofNullable(failoverValue),
                nodes,
                reason,
                new TreeMap<>(facts),
                List.of(evidence)));
        return this;
    }

    ReportBuilder observation(
            Role role, long seq, String check, Case subject, String node, Map<String, String> values, Fault... faults) {
        cited.put(
                role.word() + ":" + seq,
                new Observation(
                        new CheckId(check),
                        1,
                        subject,
                        node,
                        (int) (seq % 4) + 1,
                        Optional.empty(),
                        seq,
                        Optional.empty(),
                        START.plusMillis(seq * 731),
                        Duration.ofMillis(20 + seq % 90),
                        faults.length == 0 ? Outcome.PASSED : Outcome.FAILED,
                        "",
                        List.of(faults),
                        new TreeMap<>(values)));
        return this;
    }

    ReportBuilder unseen(Role role, long seq, String check, Case subject, String node, String reason) {
        cited.put(
                role.word() + ":" + seq,
                new Observation(
                        new CheckId(check),
                        1,
                        subject,
                        node,
                        1,
                        Optional.empty(),
                        seq,
                        Optional.empty(),
                        START.plusMillis(seq * 731),
                        Duration.ofMillis(5_004),
                        Outcome.ABORTED,
                        reason,
                        List.of(),
                        new TreeMap<>()));
        return this;
    }

    /** A cause of the findings so far that the claim takes. */
    ReportBuilder cause(
            String rule, String fact, Severity severity, List<NodeRef> nodes, String advice, Predicate<Finding> claim) {
        causes.add(new Cause(
                rule,
                fact,
                severity,
                nodes,
                advice,
                findings.stream().filter(claim).toList()));
        return this;
    }

    ReportBuilder ruling(Question question, Verdict verdict, String... reasons) {
        rulings.add(new Ruling(question, verdict, List.of(reasons)));
        return this;
    }

    ReportBuilder note(String note) {
        notes.add(note);
        return this;
    }

    ParityReport build(Question question, Judgement.Promises promises) {
        for (PlannedCheck planned : checks) {
            for (PlannedCase one : planned.cases()) {
                boolean isSpokenOf = findings.stream()
                        .anyMatch(finding ->
                                finding.check().equals(planned.check().id())
                                        && finding.subject().equals(one.subject()));
                if (!isSpokenOf && !silent.contains(one.subject())) {
                    same(planned.check().id().value(), one.subject());
                }
            }
        }
        findings.sort(Comparator.comparing(Finding::check)
                .thenComparing(Finding::subject)
                .thenComparing(Finding::path));
        checks.sort(Comparator.comparing(planned -> planned.check().id()));
        Plan plan = new Plan(
                checks,
                List.of(Role.PRIMARY, Role.FAILOVER, Role.FAILOVER, Role.PRIMARY),
                isPartial,
                Duration.ofMinutes(10));
        Map<Role, Long> requests = new LinkedHashMap<>();
        requests.put(Role.PRIMARY, 4_811L);
        requests.put(Role.FAILOVER, 4_807L);
        RunSummary run = new RunSummary(
                "2012-10-03T04-41-07Z-7f3a",
                pair,
                "0.1.0",
                primary,
                failover,
                START,
                isFinished ? START.plus(Duration.ofSeconds(252)) : START,
                requests,
                seconds);
        return new ParityReport(
                run,
                plan,
                new Judgement(rulings, causes, findings, promises, notes),
                question,
                LocalDate.parse("2012-10-04"),
                new TreeMap<>(cited));
    }

    private void same(String check, Case subject) {
        finding(check, subject, "", FindingKind.SAME, null, null, "The same on both stacks.", List.of(), Map.of());
    }
}
