package org.stackparity.suite.client.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.stackparity.suite.junit.NotObservedException;

class HostAnswersTest {
    private static final String END = "\nmark begin last\n\nmark end 0\n";

    @Test
    void keepsTextsAsTheyAreWithAndWithoutALastLineBreak() {
        HostAnswers answers = HostAnswers.parse(
                "web1",
                "mark",
                "motd\n\nmark begin a\none\n\nmark end 0\n\nmark begin b\ntwo\nmark end 3\n\nmark begin c\n\nmark end 0\n"
                        + END);
        assertThat(answers.text("a")).isEqualTo("one\n");
        assertThat(answers.part("b")).isEqualTo(new HostAnswers.Part(3, "two"));
        assertThat(answers.text("c")).isEmpty();
    }

    @Test
    void aFileThatLooksLikeAFrameOfAnotherScriptIsText() {
        HostAnswers answers = HostAnswers.parse("web1", "mark", "\nmark begin a\n\nother end 0\n\nmark end 0\n" + END);
        assertThat(answers.text("a")).isEqualTo("\nother end 0\n");
    }

    @Test
    void anAnswerThatIsCutOffIsNotObserved() {
        assertThatThrownBy(() -> HostAnswers.parse("web1 of dallas", "mark", "\nmark begin a\nsh: killed"))
                .isInstanceOf(NotObservedException.class)
                .hasMessageContainingAll("web1 of dallas", "did not finish", "sh: killed");
    }

    @Test
    void whatWasWholeWhenTimeWasUpIsKnown() {
        CutOffException late = new CutOffException(
                "The script did not end within [15 s].", "\nmark begin a\none\nmark end 0\n\nmark begin b\nhal");
        HostAnswers answers = HostAnswers.untilCutOff("web1", "mark", late);
        assertThat(answers.text("a")).isEqualTo("one");
        assertThatThrownBy(() -> answers.part("b")).isSameAs(late);
        assertThatThrownBy(() -> answers.part("c")).isSameAs(late);
    }

    @Test
    void whatAToolSaidOfItsFailureIsTheReason() {
        HostAnswers answers =
                HostAnswers.parse("web1", "mark", "\nmark begin a\ncat: x: Permission denied\n\nmark end 1\n" + END);
        assertThatThrownBy(() -> answers.text("a")).hasMessageContaining("cat: x: Permission denied");
        assertThat(answers.part("a").isMissing()).isFalse();
        assertThatThrownBy(() -> answers.part("b"))
                .isInstanceOf(NotObservedException.class)
                .hasMessageContaining("not asked for [b]");
    }
}
