package org.stackparity.bench.statistics;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.stackparity.compare.ComparisonResult;
import org.stackparity.judge.Docket;
import org.stackparity.judge.Judge;
import org.stackparity.model.Case;
import org.stackparity.model.Evidence;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.Plan;
import org.stackparity.model.Question;
import org.stackparity.model.Role;
import org.stackparity.model.Verdict;

/**
 * A simulated run that is over.
 *
 * @param passes how many it took
 */
record Run(Plan plan, Recording recording, ComparisonResult result, int passes) {

    /** The answer to "may traffic be switched over?", judged as {@code parity run} judges it. */
    Verdict verdict() {
        return Judge.judge(new Docket(
                        result.findings(),
                        plan,
                        true,
                        side(Role.PRIMARY),
                        side(Role.FAILOVER),
                        List.of(),
                        LocalDate.ofInstant(Recording.END, ZoneOffset.UTC),
                        Recording.END.plus(Duration.ofMinutes(1)),
                        Docket.FRESH))
                .ruling(Question.SWITCHOVER)
                .verdict();
    }

    private Docket.Side side(Role role) {
        Evidence evidence = recording.evidence(role);
        return new Docket.Side(evidence.header(), evidence.isComplete(), Recording.END, new TreeMap<>());
    }

    /** Whether the check has a difference or a fault that stands open. */
    boolean alarms(String check) {
        return result.findings().stream()
                .anyMatch(finding -> finding.check().value().equals(check) && finding.isOpen());
    }

    /** What was found about the path, where the check says anything of its own about it. */
    Optional<FindingKind> kind(String check, Case subject, String path) {
        return result.findings().stream()
                .filter(finding -> finding.check().value().equals(check)
                        && finding.subject().equals(subject)
                        && finding.path().equals(path))
                .map(Finding::kind)
                .findFirst();
    }
}
