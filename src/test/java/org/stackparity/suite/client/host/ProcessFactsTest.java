package org.stackparity.suite.client.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProcessFactsTest {
    private static final long BOOT = 1_353_600_000;
    private static final Instant START = Instant.ofEpochSecond(BOOT + 1_234);

    @Test
    void theStartIsTheBootAndTheTicksInTheTwentySecondFieldWhateverTheNameOfTheProgram() {
        assertThat(process("", "").started()).contains(START);
        assertThat(ProcessFacts.parse(text("", "").replace("ticks 100", "ticks 250"))
                        .started())
                .contains(Instant.ofEpochSecond(BOOT + 493));
        assertThat(ProcessFacts.parse(text("", "").replace("123456", "?")).started())
                .isEmpty();
    }

    @Test
    void aZoneThatWasChangedBehindTheProcessIsTold() {
        assertThat(process(changed(3), "").zoneChangedSinceStart()).contains(START.plusSeconds(3));
        assertThat(process(changed(3), "TZ :/etc/localtime\n").zoneChangedSinceStart())
                .isPresent();
        assertThat(process(changed(3), "option -Duser.timezone=\n").zoneChangedSinceStart())
                .isPresent();
    }

    @Test
    void aLinkThatIsOlderThanTheProcessIsNot() {
        assertThat(process(changed(2), "").zoneChangedSinceStart())
                .as("both times that make the start are truncated")
                .isEmpty();
        assertThat(process(changed(-86_400), "").zoneChangedSinceStart()).isEmpty();
        assertThat(process("", "").zoneChangedSinceStart()).isEmpty();
    }

    @Test
    void aProcessWithAZoneOfItsOwnKeepsIt() {
        assertThat(process(changed(3), "TZ Europe/Berlin\n").zoneChangedSinceStart())
                .isEmpty();
        assertThat(process(changed(3), "TZ \n").zoneChangedSinceStart())
                .as("an empty TZ is UTC")
                .isEmpty();
        assertThat(process(changed(3), "option -Duser.timezone=UTC\n").zoneChangedSinceStart())
                .isEmpty();
    }

    private static String changed(int secondsAfterStart) {
        return "localtime-changed " + START.plusSeconds(secondsAfterStart).getEpochSecond() + "\n";
    }

    private static ProcessFacts process(String changed, String more) {
        return ProcessFacts.parse(text(changed, more));
    }

    private static String text(String changed, String more) {
        return "pid 77\nboot " + BOOT + "\nticks 100\n"
                + "stat 77 (a b) 1 (c) S 1 77 77 0 -1 4194560 90 0 0 0 1 2 3 4 20 0 1 0 123456 5000 60 184467440\n"
                + more + "localtime /usr/share/zoneinfo/Etc/UTC\n" + changed + "offset 0 +0000\n";
    }
}
