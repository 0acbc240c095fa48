package org.stackparity.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalTest {
    private final Journal journal = new Journal();
    private final List<String> undone = new ArrayList<>();
    private final List<String> made = new ArrayList<>();

    @Test
    void takesBackTheLastChangeFirst() {
        change("first");
        change("second");

        journal.undo();

        assertThat(undone).containsExactly("second", "first");
    }

    @Test
    void takesBackEachChangeOnce() {
        change("only");

        journal.undo();
        journal.undo();

        assertThat(undone).containsExactly("only");
    }

    @Test
    void takesBackTheOthersWhereOneFailsAndSaysWhich() {
        change("first");
        journal.change(
                "arizona web2: iptables",
                () -> {
                    throw new LabException("no such rule");
                },
                () -> {});

        assertThatThrownBy(journal::undo)
                .isInstanceOf(LabException.class)
                .hasMessageContaining("arizona web2: iptables: no such rule")
                .hasMessageContaining("./parity lab down");
        assertThat(undone).containsExactly("first");
    }

    @Test
    void takesBackAChangeThatFailedHalfway() {
        assertThatThrownBy(() -> journal.change("half", () -> undone.add("half"), () -> {
                    throw new LabException("disk full");
                }))
                .hasMessage("disk full");

        journal.undo();

        assertThat(undone).containsExactly("half");
    }

    @Test
    void makesNoChangeThatNobodyWouldTakeBack() {
        journal.undo();

        assertThatThrownBy(() -> change("late"))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("[late]");
        assertThat(made).isEmpty();
    }

    private void change(String what) {
        journal.change(what, () -> undone.add(what), () -> made.add(what));
    }
}
