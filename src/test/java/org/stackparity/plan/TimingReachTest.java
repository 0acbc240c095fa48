package org.stackparity.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stackparity.environment.Contract;
import org.stackparity.fixture.Checks;
import org.stackparity.model.Case;
import org.stackparity.model.Comparison;
import org.stackparity.model.Coverage;
import org.stackparity.model.Plan;
import org.stackparity.model.PlannedCase;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Role;

class TimingReachTest {
    private static final Contract.Latency LATENCY = new Contract.Latency(
            0.5,
            Duration.ofMillis(25),
            List.of(0.5, 0.95),
            Duration.ofSeconds(2),
            List.of("/", "/cart"),
            List.of(),
            80,
            Duration.ofSeconds(90));

    @Test
    void saysWhatEachPassCanProve() {
        List<TimingReach> reaches = TimingReach.of(LATENCY, plan(8, 600));
        assertThat(reaches).extracting(TimingReach::when).containsExactly("first pass", "all passes", "samples: 160");
        assertThat(reaches).extracting(TimingReach::pairs).containsExactly(80, 1_920, 3_840);
        for (int quantile = 0; quantile < 2; quantile++) {
            double before = Double.MAX_VALUE;
            for (TimingReach reach : reaches) {
                TimingReach.OfQuantile of = reach.quantiles().get(quantile);
                assertThat(of.proves().orElseThrow()).isBetween(1.0, 2.5);
                assertThat(of.finds().orElseThrow()).isBetween(1.5, before);
                before = of.finds().orElseThrow();
            }
        }
    }

    @Test
    void saysWhichBudgetWouldBeEnough() {
        List<TimingReach> reaches = TimingReach.of(LATENCY, plan(8, 60));
        assertThat(reaches).extracting(TimingReach::when).containsExactly("first pass", "all passes", "--budget 193s");
        assertThat(reaches).extracting(TimingReach::pairs).containsExactly(80, 600, 1_920);
    }

    /** Half of a minute has 24 pairs of the first pass, and the other half as many of the second. */
    @Test
    void isCutByTheTimeOfAPassToo() {
        List<TimingReach> reaches = TimingReach.of(LATENCY, plan(100, 60));
        assertThat(reaches)
                .extracting(TimingReach::when)
                .containsExactly("first pass", "all passes", "latency.budget: 1001s, --budget 2401s");
        assertThat(reaches).extracting(TimingReach::pairs).containsExactly(24, 48, 1_920);
        assertThat(reaches.get(0).quantiles().get(1).proves()).isEmpty();
        double found = reaches.get(1).quantiles().get(0).finds().orElseThrow();
        assertThat(found)
                .isGreaterThan(reaches.get(2).quantiles().get(0).finds().orElseThrow());
        assertThat(TimingReach.of(LATENCY, plan(100, 6_000)))
                .extracting(TimingReach::pairs)
                .containsExactly(72, 432, 1_920);
    }

    @Test
    void saysNothingWhereNothingIsTimed() {
        assertThat(TimingReach.of(LATENCY, new Plan(List.of(), Planner.ROUNDS, false, Duration.ofSeconds(60))))
                .isEmpty();
    }

    private static Plan plan(long seconds, long budget) {
        PlannedCheck timed = new PlannedCheck(
                Checks.rule(Checks.varying("LAT-01"), "service", Comparison.PAIRED_RATIO, Map.of()),
                Coverage.REQUIRED,
                "",
                LATENCY.endpoints().stream()
                        .map(endpoint -> new PlannedCase(
                                Case.of("endpoint", endpoint),
                                Map.of(Role.PRIMARY, List.of("web1"), Role.FAILOVER, List.of("web1", "web2"))))
                        .toList(),
                2,
                Duration.ofSeconds(seconds));
        return new Plan(List.of(timed), Planner.ROUNDS, false, Duration.ofSeconds(budget));
    }
}
