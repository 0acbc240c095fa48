package org.stackparity.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stackparity.model.Case;
import org.stackparity.model.Cause;
import org.stackparity.model.CheckId;
import org.stackparity.model.Coverage;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.Judgement;
import org.stackparity.model.KnownDifference;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Question;
import org.stackparity.model.Role;
import org.stackparity.model.Ruling;
import org.stackparity.model.Severity;
import org.stackparity.model.Verdict;

/**
 * Answers the three questions. Verdicts rest on unfolded findings; causes only explain. Long, since the three answers have
 * to be read side by side.
 */
public final class Judge {
    /** LIMIT: reasons of one kind that a ruling lists one by one. */
    private static final int MOST_REASONS = 5;
    /** The fact that says what a one-sided finding is when the roles are reversed. */
    private static final String FAILBACK = "failback";

    private final Docket docket;
    private final List<String> notes = new ArrayList<>();
    private final List<Finding> findings;
    private final List<Cause> causes;

    private Judge(Docket docket) {
        this.docket = docket;
        this.findings = accept();
        this.causes = Causes.of(findings.stream().filter(Finding::isOpen).toList(), findings);
    }

    /** Same docket in, same judgement out. */
    public static Judgement judge(Docket docket) {
        return new Judge(docket).judgement();
    }

    private Judgement judgement() {
        List<Ruling> rulings = new ArrayList<>();
        for (Question question : Question.values()) {
            rulings.add(rule(question));
        }
        return new Judgement(rulings, causes, findings, promises(), notes);
    }

    /** Takes off what a known difference names; expired and unused ones become notes. */
    private List<Finding> accept() {
        Set<KnownDifference> used = new HashSet<>();
        List<Finding> judged = new ArrayList<>();
        for (Finding finding : docket.findings()) {
            List<KnownDifference> naming = docket.knownDifferences().stream()
                    .filter(known -> known.names(finding))
                    .toList();
            if (finding.isOpen() || finding.kind().isUnknown() || isOpenForFailback(finding)) {
                used.addAll(naming);
            }
            judged.add(accept(finding, naming));
        }
        for (KnownDifference known : docket.knownDifferences()) {
            String what = known.source() + ": the known difference " + known.check() + " " + known.subject() + " "
                    + known.path();
            if (known.isExpired(docket.asOf())) {
                notes.add(what + " expired on " + known.expires() + "; owner is " + known.owner() + ".");
            } else if (!used.contains(known)) {
                notes.add(what + " names nothing that was found; take it out.");
            }
        }
        return judged;
    }

    /** One entry that holds is enough, whatever else names the finding. What is not proven cannot be accepted yet. */
    private Finding accept(Finding finding, List<KnownDifference> naming) {
        Optional<KnownDifference> holding =
                naming.stream().filter(known -> !known.isExpired(docket.asOf())).findFirst();
        if (holding.isPresent() && isOpenForFailback(finding) && !finding.isOpen()) {
            return finding.withFact(FAILBACK, FindingKind.ACCEPTED.word());
        }
        if (!finding.isOpen() || naming.isEmpty()) {
            return finding;
        }
        return holding.map(known -> finding.withKind(
                        FindingKind.ACCEPTED,
                        "accepted until " + known.expires() + " by " + known.owner() + ": " + known.reason()))
                .orElseGet(() -> {
                    KnownDifference known = naming.get(0);
                    return finding.withKind(
                            finding.kind(),
                            finding.reason() + " (was accepted until " + known.expires() + " by " + known.owner() + ": "
                                    + known.reason() + ")");
                });
    }

    private static boolean isOpenForFailback(Finding finding) {
        return kind(Question.FAILBACK, finding).isDeviation();
    }

    /** What a finding is to a question: one-sided comparisons say something else with the roles reversed. */
    private static FindingKind kind(Question question, Finding finding) {
        if (question != Question.FAILBACK || finding.kind() == FindingKind.ACCEPTED) {
            return finding.kind();
        }
        return finding.findFact(FAILBACK)
                .flatMap(word -> Arrays.stream(FindingKind.values())
                        .filter(kind -> kind.word().equals(word))
                        .findFirst())
                .orElse(finding.kind());
    }

    private Ruling rule(Question question) {
        List<String> against = against(question);
        if (!against.isEmpty()) {
            against.addAll(new EvidenceRules(docket).reasons(question));
            long promises = unseen(question).stream()
                    .map(finding -> finding.check() + " " + finding.subject().dimensions())
                    .distinct()
                    .count();
            if (promises > 0) {
                against.add(promises + " promises were not seen or not proven when this answer was clear");
            }
            return new Ruling(question, Verdict.NO_GO, against);
        }
        List<String> unknown = unknown(question);
        if (!unknown.isEmpty()) {
            return new Ruling(question, Verdict.UNDECIDED, unknown);
        }
        Judgement.Promises promises = promises();
        List<String> reasons = new ArrayList<>();
        reasons.add(promises.kept() + " of " + promises.total() + " promises are kept");
        long accepted = findings.stream()
                .filter(finding -> finding.kind() == FindingKind.ACCEPTED)
                .count();
        if (accepted > 0) {
            reasons.add(accepted == 1 ? "1 difference is accepted" : accepted + " differences are accepted");
        }
        if (question == Question.EMERGENCY) {
            causes.stream()
                    .filter(cause -> cause.severity().isBlocking())
                    .forEach(cause -> reasons.add("does not forbid an emergency failover: " + cause.fact()));
        }
        return new Ruling(question, Verdict.GO, reasons);
    }

    /** What forbids a GO for good. */
    private List<String> against(Question question) {
        Set<Finding> forbidding = findings.stream()
                .filter(finding -> forbids(question, finding))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> reasons = new ArrayList<>();
        for (Cause cause : causes) {
            if (cause.findings().stream().anyMatch(forbidding::contains)) {
                reasons.add(cause.fact());
                cause.findings().forEach(forbidding::remove);
            }
        }
        // a verdict rests on findings: what no cause explains, or explains the other way round, still forbids
        forbidding.forEach(finding -> reasons.add(
                finding.check() + " " + finding.subject() + " " + finding.path() + ": " + finding.reason()));
        return reasons;
    }

    /** Whether an open finding forbids a GO on the question (design, section 7). */
    private static boolean forbids(Question question, Finding finding) {
        if (!kind(question, finding).isDeviation()) {
            return false;
        }
        return switch (question) {
            case SWITCHOVER, FAILBACK -> finding.severity().isBlocking();
            case EMERGENCY ->
                finding.severity() == Severity.BLOCKER
                        && finding.isOf(Role.FAILOVER)
                        && finding.findFact("ratio").isEmpty();
        };
    }

    /** What leaves the question open, because it was not seen or not proven. */
    private List<String> unknown(Question question) {
        List<String> reasons = new ArrayList<>(new EvidenceRules(docket).reasons(question));
        Map<String, List<Finding>> byReason = new LinkedHashMap<>();
        unseen(question).stream()
                .sorted(Comparator.comparing(Finding::severity).thenComparing(Finding::check))
                .forEach(finding -> byReason.computeIfAbsent(
                                kind(question, finding).word() + ": " + finding.reason(), any -> new ArrayList<>())
                        .add(finding));
        byReason.entrySet().stream().limit(MOST_REASONS).forEach(entry -> {
            Finding first = entry.getValue().get(0);
            int more = entry.getValue().size() - 1;
            reasons.add(first.check() + " " + first.subject() + (more > 0 ? " and " + more + " more" : "") + " "
                    + entry.getKey());
        });
        if (byReason.size() > MOST_REASONS) {
            reasons.add((byReason.size() - MOST_REASONS) + " more things were not seen or not proven");
        }
        unheardOf().ifPresent(reasons::add);
        boolean anythingSame = findings.stream().anyMatch(finding -> finding.kind() == FindingKind.SAME);
        if (!anythingSame) {
            reasons.add("nothing at all was found to be the same");
        }
        return reasons;
    }

    private List<Finding> unseen(Question question) {
        return findings.stream()
                .filter(finding -> kind(question, finding).isUnknown() && matters(question, finding))
                .toList();
    }

    /** A required case that comparing did not even mention. */
    private Optional<String> unheardOf() {
        Set<String> mentioned = new HashSet<>();
        findings.forEach(finding ->
                mentioned.add(finding.check() + " " + finding.subject().dimensions()));
        List<String> missing = docket.plan().required().stream()
                .flatMap(planned -> planned.cases().stream()
                        .filter(each -> !mentioned.contains(
                                planned.check().id() + " " + each.subject().dimensions()))
                        .map(each -> planned.check().id() + " " + each.subject()))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(missing.get(0) + (missing.size() > 1 ? " and " + (missing.size() - 1) + " more" : "")
                        + " is required, and there is no finding about it");
    }

    private static boolean matters(Question question, Finding finding) {
        return switch (question) {
            case SWITCHOVER, FAILBACK -> true;
            case EMERGENCY ->
                finding.severity() == Severity.BLOCKER
                        && (finding.nodes().isEmpty() || finding.isOf(Role.FAILOVER))
                        && finding.findFact("ratio").isEmpty();
        };
    }

    private Judgement.Promises promises() {
        Map<CheckId, Map<Case, List<Finding>>> byCase = new LinkedHashMap<>();
        for (Finding finding : findings) {
            byCase.computeIfAbsent(finding.check(), any -> new LinkedHashMap<>())
                    .computeIfAbsent(finding.subject(), any -> new ArrayList<>())
                    .add(finding);
        }
        int kept = 0;
        int total = 0;
        int drillOnly = 0;
        int notCovered = 0;
        for (PlannedCheck planned : docket.plan().checks()) {
            int promises = Math.max(1, planned.cases().size());
            total += promises;
            if (planned.coverage() == Coverage.NOT_APPLICABLE) {
                drillOnly += promises;
            } else if (!planned.isRequired()) {
                notCovered += promises;
            } else {
                kept += (int) planned.cases().stream()
                        .map(each -> byCase.getOrDefault(planned.check().id(), Map.of())
                                .getOrDefault(each.subject(), List.of()))
                        .filter(Judge::isKept)
                        .count();
            }
        }
        return new Judgement.Promises(kept, total, drillOnly, notCovered);
    }

    /** An accepted difference does not forbid anything, and is no parity either. */
    private static boolean isKept(List<Finding> ofCase) {
        return !ofCase.isEmpty()
                && ofCase.stream()
                        .noneMatch(finding -> finding.isOpen()
                                || finding.kind().isUnknown()
                                || finding.kind() == FindingKind.ACCEPTED);
    }
}
