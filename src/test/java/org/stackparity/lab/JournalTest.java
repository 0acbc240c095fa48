package org.stackparity.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalTest {
    private final Journal journal = new Journal();
    private final List<String> undone = new ArrayList<>();

    @Test
    void takesBackTheLastChangeFirst() {
        journal.note("first", () -> undone.add("first"));
        journal.note("second", () -> undone.add("second"));

        journal.undo();

        assertThat(undone).containsExactly("second", "first");
    }

    @Test
    void takesBackEachChangeOnce() {
        journal.note("only", () -> undone.add("only"));

        journal.undo();
        journal.undo();

        assertThat(undone).containsExactly("only");
    }

    @Test
    void takesBackTheOthersWhereOneFailsAndSaysWhich() {
        journal.note("first", () -> undone.add("first"));
        journal.note("arizona web2: iptables", () -> {
            throw new LabException("no such rule");
        });

        assertThatThrownBy(journal::undo)
                .isInstanceOf(LabException.class)
                .hasMessageContaining("arizona web2: iptables: no such rule")
                .hasMessageContaining("./parity lab down");
        assertThat(undone).containsExactly("first");
    }
}
