package org.stackparity.suite.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stackparity.model.Fault;

class JobRunsTest {
    private static final Instant START = Instant.parse("2026-11-03T02:00:00Z");
    private final JobRuns runs = new JobRuns("job[charge]", "jobs1", Duration.ofSeconds(10), Optional.empty(), START);
    private final JobRuns everyFive =
            new JobRuns("job[charge]", "jobs1", Duration.ofSeconds(10), Optional.of(Duration.ofSeconds(5)), START);

    @Test
    void aJobThatComesInEvenStepsIsHealthy() {
        for (int second = 0; second <= 30; second += 5) {
            look(second, second + 1, second + 4);
        }
        assertThat(runs.fault()).isEmpty();
        assertThat(runs.worst()).contains(Duration.ofSeconds(1));
        assertThat(runs.state()).isEqualTo("done");
    }

    @Test
    void aJobThatComesNoMoreHangs() {
        look(0, 1, 2);
        look(5, 6, 7);
        look(5, 6, 20);
        assertThat(runs.fault()).isEmpty();
        look(5, 6, 21);
        assertThat(runs.fault().map(Fault::kind)).contains("job-stalled");
        assertThat(runs.fault().map(Fault::message).orElse(""))
                .contains("job[charge] on jobs1", "every 5000 ms", "11000 ms late");
    }

    @Test
    void aJobOfWhichOneRunIsKnownMayBeDueNextYear() {
        look(0, 1, 2);
        look(0, 1, 2_000);
        assertThat(runs.fault()).isEmpty();
    }

    @Test
    void aJobThatIsDeclaredToComeHangsSinceYesterday() {
        Instant yesterday = START.minusSeconds(86_400);
        everyFive.add(Optional.of(yesterday), Optional.of(yesterday.plusSeconds(1)), START);
        assertThat(everyFive.fault().map(Fault::kind)).contains("job-stalled");
    }

    @Test
    void aJobThatIsDeclaredToComeNeverCame() {
        everyFive.add(Optional.empty(), Optional.empty(), START.plusSeconds(15));
        assertThat(everyFive.fault()).isEmpty();
        everyFive.add(Optional.empty(), Optional.empty(), START.plusSeconds(16));
        assertThat(everyFive.fault().map(Fault::message).orElse(""))
                .contains("come every 5000 ms", "since the watch began", "11000 ms late");
    }

    @Test
    void aJobOfWhichNoRunIsKnownIsNotSeenBeforeItHasToHaveCome() {
        JobRuns everyMinute =
                new JobRuns("job[charge]", "jobs1", Duration.ofSeconds(10), Optional.of(Duration.ofMinutes(1)), START);
        Instant end = START.plusSeconds(22);

        everyMinute.add(Optional.empty(), Optional.empty(), end);
        assertThat(everyMinute.unseen(end).orElse("")).contains("job[charge] on jobs1", "60000 ms", "22000 ms");

        everyMinute.add(Optional.of(START), Optional.of(START.plusSeconds(1)), end);
        assertThat(everyMinute.unseen(end)).isEmpty();
    }

    @Test
    void aJobThatMayBeDueNextYearNeedsNotBeSeen() {
        runs.add(Optional.empty(), Optional.empty(), START.plusSeconds(22));
        assertThat(runs.unseen(START.plusSeconds(22))).isEmpty();
    }

    @Test
    void aLateRunStaysAFaultAfterAPunctualOne() {
        look(0, 11, 12);
        look(15, 16, 17);
        assertThat(runs.fault().map(Fault::kind)).contains("late-job");
        assertThat(runs.worst()).contains(Duration.ofSeconds(11));
    }

    @Test
    void aRunThatHasNotEndedIsLateOnceTheToleranceIsOver() {
        runs.add(Optional.of(START), Optional.empty(), START.plusSeconds(10));
        assertThat(runs.fault()).isEmpty();
        runs.add(Optional.of(START), Optional.of(START.minusSeconds(60)), START.plusSeconds(11));
        assertThat(runs.fault().map(Fault::kind)).contains("job-never-finished");
    }

    @Test
    void aJobThatWasNeverDueSaysSo() {
        runs.add(Optional.empty(), Optional.empty(), START);
        assertThat(runs.state()).isEqualTo("not due yet");
        assertThat(runs.worst()).isEmpty();
    }

    private void look(int due, int finished, int now) {
        runs.add(Optional.of(START.plusSeconds(due)), Optional.of(START.plusSeconds(finished)), START.plusSeconds(now));
    }
}
