package org.stackparity.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stackparity.model.Case;
import org.stackparity.model.Check;
import org.stackparity.model.CheckId;
import org.stackparity.model.Family;
import org.stackparity.model.Finding;
import org.stackparity.model.ParityReport;
import org.stackparity.model.PlannedCase;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Verdict;
import org.stackparity.report.text.Clip;
import org.stackparity.report.view.FindingFacts;
import org.stackparity.report.view.Words;

/** Decides how each check and case ends as a test case; {@link JunitXmlRenderer} says by which rules. */
final class JunitSuites {
    private static final int SENTENCE = 300;
    private static final int PER_CASE = 20;

    private final ParityReport report;
    private final SortedMap<CheckId, Map<Case, List<Finding>>> findings = new TreeMap<>();

    JunitSuites(ParityReport report) {
        this.report = report;
        for (Finding finding : report.judgement().findings()) {
            findings.computeIfAbsent(finding.check(), unused -> new HashMap<>())
                    .computeIfAbsent(finding.subject(), unused -> new ArrayList<>())
                    .add(finding);
        }
    }

    /** How one test case ends, the most telling last. */
    enum End {
        PASSED,
        SKIPPED,
        ERROR,
        FAILURE
    }

    /** One test case; type, message and text are empty or unimportant where it passed. */
    record TestCase(String className, String name, End end, String type, String message, String text) {}

    /** The test cases by suite: first the verdict, then the families in order. */
    Map<String, List<TestCase>> suites() {
        Map<Family, List<TestCase>> byFamily = new EnumMap<>(Family.class);
        List<PlannedCheck> planned = report.plan().checks().stream()
                .sorted(Comparator.comparing(one -> one.check().id()))
                .toList();
        for (PlannedCheck one : planned) {
            byFamily.computeIfAbsent(one.check().family(), unused -> new ArrayList<>())
                    .addAll(testCases(one));
        }
        findings.forEach((id, found) -> {
            if (report.plan().find(id).isEmpty()) {
                byFamily.computeIfAbsent(Family.CUSTOM, unused -> new ArrayList<>())
                        .addAll(unplanned(id, found));
            }
        });
        Map<String, List<TestCase>> suites = new LinkedHashMap<>();
        suites.put("verdict", List.of(verdict()));
        byFamily.forEach((family, cases) -> suites.put(family.word(), cases));
        return suites;
    }

    private TestCase verdict() {
        Verdict verdict = report.ruling().verdict();
        End end = switch (verdict) {
            case GO -> End.PASSED;
            case NO_GO -> End.FAILURE;
            case UNDECIDED -> End.ERROR;
        };
        return new TestCase(
                "parity.verdict",
                Words.asked(report),
                end,
                verdict.word(),
                verdict.word() + ": " + Words.sentence(report.question(), verdict, report.run()),
                report.ruling().reasons().stream()
                        .limit(PER_CASE)
                        .map(reason -> Clip.line(reason, SENTENCE) + "\n")
                        .collect(Collectors.joining()));
    }

    private List<TestCase> testCases(PlannedCheck planned) {
        Check check = planned.check();
        Map<Case, List<Finding>> found = findings.getOrDefault(check.id(), Map.of());
        Set<Case> subjects = new LinkedHashSet<>();
        planned.cases().stream().map(PlannedCase::subject).forEach(subjects::add);
        found.keySet().stream().sorted().forEach(subjects::add);
        if (subjects.isEmpty()) {
            subjects.add(Case.WHOLE);
        }
        String className = "parity." + check.family().word() + "." + check.id();
        List<TestCase> cases = new ArrayList<>();
        for (Case subject : subjects) {
            String name = check.name() + " [" + subject + "]";
            List<Finding> about = found.getOrDefault(subject, List.of());
            cases.add(about.isEmpty() ? silent(className, name, planned) : spokenOf(className, name, about));
        }
        return cases;
    }

    /** The findings of a check that the plan does not have; a comparison of two runs can bring some. */
    private List<TestCase> unplanned(CheckId id, Map<Case, List<Finding>> found) {
        return found.keySet().stream()
                .sorted()
                .map(subject -> spokenOf(
                        "parity." + Family.CUSTOM.word() + "." + id,
                        id + " [" + subject + "]",
                        found.getOrDefault(subject, List.of())))
                .toList();
    }

    private static TestCase silent(String className, String name, PlannedCheck planned) {
        return planned.isRequired()
                ? new TestCase(className, name, End.ERROR, "not-observed", "Required, and nothing was found.", "")
                : new TestCase(className, name, End.SKIPPED, planned.coverage().word(), planned.reason(), "");
    }

    private TestCase spokenOf(String className, String name, Collection<Finding> found) {
        List<Finding> telling = found.stream()
                .sorted(Comparator.comparing(this::end).reversed())
                .toList();
        Finding first = telling.get(0);
        End end = end(first);
        if (end == End.PASSED) {
            return new TestCase(className, name, end, "", "", "");
        }
        telling = telling.stream().filter(finding -> end(finding) != End.PASSED).toList();
        String path = first.path().isEmpty() ? "" : ", " + first.path();
        String more = telling.size() == 1 ? "" : " (and " + Words.count(telling.size() - 1, "further finding") + ")";
        return new TestCase(
                className,
                name,
                end,
                first.kind().word(),
                Words.of(first.kind()) + ", " + first.severity().word() + path + ": " + first.reason() + more,
                telling.stream()
                        .limit(PER_CASE)
                        .map(finding -> FindingFacts.of(finding, report.plan()).aligned(""))
                        .collect(Collectors.joining("\n")));
    }

    private End end(Finding finding) {
        return switch (finding.kind()) {
            case SAME, NOISE, ACCEPTED -> End.PASSED;
            case NOT_AUTHORISED, NOT_APPLICABLE -> End.SKIPPED;
            case NOT_PROVEN, NOT_OBSERVED -> End.ERROR;
            case DIFFERENT, MISSING_ON_PRIMARY, MISSING_ON_FAILOVER, UNHEALTHY ->
                finding.severity().isBlocking() && report.ruling().verdict() != Verdict.GO ? End.FAILURE : End.SKIPPED;
        };
    }
}
