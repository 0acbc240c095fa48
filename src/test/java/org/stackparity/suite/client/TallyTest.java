package org.stackparity.suite.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TallyTest {
    private final Tally tally = new Tally();

    @Test
    void countsByNodeAndKind() {
        tally.count("web1", Optional.empty());
        tally.count("web1", Optional.of("timeout"));
        tally.count("web1", Optional.of("http-500"));
        tally.count("web1", Optional.of("timeout"));
        tally.count("web2", Optional.empty());

        Tally.Count count = tally.drain("web1");

        assertThat(count.requests()).isEqualTo(4);
        assertThat(count.errors()).isEqualTo(3);
        assertThat(count.kinds()).hasToString("{http-500=1, timeout=2}");
        assertThat(tally.drain("web2").requests()).isEqualTo(1);
    }

    @Test
    void beginsAnewAfterDraining() {
        tally.count("web1", Optional.of("timeout"));
        tally.drain("web1");

        assertThat(tally.drain("web1")).isEqualTo(Tally.Count.NONE);
    }
}
