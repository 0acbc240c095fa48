package org.stackparity.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stackparity.model.Case;
import org.stackparity.model.Check;
import org.stackparity.model.CheckId;
import org.stackparity.model.Comparison;
import org.stackparity.model.Coverage;
import org.stackparity.model.Family;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.NodeRef;
import org.stackparity.model.PathRule;
import org.stackparity.model.Plan;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Role;
import org.stackparity.model.Safety;
import org.stackparity.model.Severity;

class FindingFactsTest {
    private static final Check CHECK = new Check(
            new CheckId("LAT-07"),
            "latency.capacity",
            1,
            Family.LATENCY,
            Severity.CRITICAL,
            Safety.S0,
            Set.of(),
            true,
            "The failover is as large.",
            List.of(new PathRule("*", Comparison.WITHIN, Map.of("tolerance", "0.15"))));
    private static final Plan PLAN = new Plan(
            List.of(new PlannedCheck(CHECK, Coverage.REQUIRED, "", List.of(), 1, Duration.ofSeconds(1))),
            List.of(),
            false,
            Duration.ofMinutes(1));

    @Test
    void alignsFacts() {
        assertThat(FindingFacts.of(finding(Optional.of("64\u00a0GiB"), Optional.of("32\u00a0GiB")), PLAN)
                        .aligned("  "))
                .isEqualTo("""
                        \s check      LAT-07 latency.capacity
                        \s finding    different, critical
                        \s case       web
                        \s path       memory
                        \s primary    64<U+00A0>GiB
                        \s failover   32<U+00A0>GiB
                        \s tolerance  0.15
                        \s nodes      failover web2
                        \s reason     It is smaller.
                        \s layer      host
                        """);
    }

    @Test
    void clipsAroundTheDifference() {
        String same = "x".repeat(1_000);
        FindingFacts facts = FindingFacts.of(finding(Optional.of(same + "7"), Optional.of(same + "9")), PLAN);
        assertThat(facts.facts().get("primary")).endsWith("x7");
        assertThat(facts.facts().get("failover")).endsWith("x9");
    }

    @Test
    void saysTheLinesThatDiffer() {
        Finding footer = finding(
                Optional.of("main\tA\nfooter\t2011\nfooter\tB"), Optional.of("main\tA\nfooter\t2012\nfooter\tB"));
        assertThat(FindingFacts.of(footer, PLAN).facts())
                .containsEntry("primary", "footer: 2011")
                .containsEntry("failover", "footer: 2012");
    }

    @Test
    void leavesOutWhatAStackDoesNotHave() {
        assertThat(FindingFacts.of(finding(Optional.of("64 GiB"), Optional.empty()), PLAN)
                        .facts())
                .containsEntry("primary", "64 GiB")
                .doesNotContainKey("failover");
    }

    private static Finding finding(Optional<String> primary, Optional<String> failover) {
        return new Finding(
                CHECK.id(),
                Case.of("host role", "web"),
                "memory",
                FindingKind.DIFFERENT,
                Severity.CRITICAL,
                primary,
                failover,
                List.of(new NodeRef(Role.FAILOVER, "web2")),
                "It is smaller.",
                new TreeMap<>(Map.of("layer", "host")),
                List.of());
    }
}
