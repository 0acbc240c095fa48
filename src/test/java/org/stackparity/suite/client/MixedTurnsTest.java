package org.stackparity.suite.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixedTurnsTest {
    private static final List<String> PATHS = List.of("/", "/a", "/b", "/c", "/d", "/e");

    @Test
    void asksForEachOnceInEveryTurn() {
        List<String> asked = MixedTurns.of(PATHS, 80);
        assertThat(asked).hasSize(80);
        for (int turn = 0; turn < 13; turn++) {
            assertThat(asked.subList(turn * 6, turn * 6 + 6)).containsExactlyInAnyOrderElementsOf(PATHS);
        }
        assertThat(asked.subList(78, 80)).doesNotHaveDuplicates();
    }

    @Test
    void asksForNothingWhereThereIsNothing() {
        assertThat(MixedTurns.of(List.of(), 80)).isEmpty();
    }

    @Test
    void asksBothStacksAlike() {
        assertThat(MixedTurns.of(PATHS, 80)).isEqualTo(MixedTurns.of(PATHS, 80));
    }

    /** With a fixed order of six paths a pool of two, three or six nodes gives each path the same node each time. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 6, 12})
    void noPoolThatIsTakenInTurnKeepsStep(int nodes) {
        List<String> asked = MixedTurns.of(PATHS, 80);
        for (String path : PATHS) {
            Set<Integer> met = new HashSet<>();
            IntStream.range(0, asked.size())
                    .filter(i -> asked.get(i).equals(path))
                    .forEach(i -> met.add(i % nodes));
            assertThat(met).as(path).hasSizeGreaterThan(1);
        }
    }
}
