package org.stackparity.suite.client.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectFactsTest {
    @Test
    void countsBatchesByKindOfError() {
        ConnectFacts facts = ConnectFacts.parse(0, """
                resolution 0.1
                probe word
                ping 254 3220
                ping 62 3453
                failed
                batch 33 1 0
                batch 33 0 2
                """);
        assertThat(facts.roundTripMillis()).containsExactly(3.220, 3.453);
        assertThat(facts.failedPings()).isEqualTo(1);
        assertThat(facts.connects()).isEqualTo(66);
        assertThat(facts.errors()).isEqualTo(Map.of("connection-refused", 1L, "connection-reset", 2L));
        assertThat(facts.cutOff()).isFalse();
    }

    @Test
    void countsHowOftenErrorsCame() {
        assertThat(ConnectFacts.parse(0, "batch 20 0 0\nbatch 20 1 0\nbatch 20 0 3\n")
                        .occasions())
                .isEqualTo(1);
        String often = "batch 20 1 0\n" + "batch 20 0 0\n".repeat(9) + "batch 20 0 1\n";
        assertThat(ConnectFacts.parse(0, often).occasions()).isEqualTo(2);
        assertThat(ConnectFacts.parse(0, "batch 20 0 0\n").occasions()).isZero();
    }

    @Test
    void whereNothingAnswersTheConnectionIsTimed() {
        ConnectFacts facts = ConnectFacts.parse(0, "resolution 0.1\nprobe none\nping 254 -\n");
        assertThat(facts.roundTripMillis()).containsExactly(0.254);
        assertThat(facts.probe()).isEqualTo("none");
    }

    @Test
    void aSoakThatHangsHasOneMoreError() {
        ConnectFacts facts = ConnectFacts.parse(124, "resolution 0.1\nbatch 33 0 0\n");
        assertThat(facts.connects()).isEqualTo(34);
        assertThat(facts.errors()).isEqualTo(Map.of("timeout", 1L));
        assertThat(facts.cutOff()).isTrue();
    }

    @Test
    void aSoakThatUsedUpItsTimeHasNoMoreErrors() {
        ConnectFacts facts = ConnectFacts.parse(0, "resolution 0.1\nbatch 33 0 0\nout-of-time\n");
        assertThat(facts.connects()).isEqualTo(33);
        assertThat(facts.errors()).isEmpty();
        assertThat(facts.cutOff()).isTrue();
    }

    @Test
    void aServerThatSpeaksFirstIsNotSoaked() {
        ConnectFacts facts = ConnectFacts.parse(0, "resolution 0.1\nspeaks-first\nprobe greeting\nping 80 900\n");
        assertThat(facts.speaksFirst()).isTrue();
        assertThat(facts.connects()).isZero();
    }
}
