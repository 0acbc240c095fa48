package org.stackparity.suite.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RecorderTest {
    private static final String LONGEST = "x".repeat(Recorder.LONGEST_VALUE);

    @Test
    void clipsAValueAndSaysTheDigestOfTheWhole() {
        Recorder recorder = new Recorder();
        recorder.value("at", LONGEST);
        assertThat(recorder.values()).containsEntry("at", LONGEST);
        recorder.value("at", LONGEST + "y");
        assertThat(recorder.values().get("at")).startsWith(LONGEST + "… [1000001 characters, SHA-256 ");
    }

    @Test
    void neverClipsWhatIsComparedLineByLine() {
        Recorder recorder = new Recorder();
        recorder.lines("at", LONGEST);
        assertThat(recorder.values()).containsEntry("at", LONGEST);
        assertThatThrownBy(() -> recorder.lines("at", LONGEST + "y"))
                .isInstanceOf(NotObservedException.class)
                .hasMessage("The lines at [at] have [1000001] characters; at most [1000000] are compared line by line,"
                        + " so what stands behind them was not seen.");
    }

    @Test
    void countsWhatIsTakenDownInPlaceOfSecrets() {
        Recorder recorder = new Recorder(text -> text.replace("pin", "${secret:pin}"));
        assertThatThrownBy(() -> recorder.lines("at", "pin" + LONGEST.substring(3)))
                .isInstanceOf(NotObservedException.class)
                .hasMessageContaining("[1000010] characters");
    }
}
