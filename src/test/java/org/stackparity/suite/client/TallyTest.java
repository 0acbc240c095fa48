package org.stackparity.suite.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stackparity.suite.junit.Recordings;

class TallyTest {
    private long now;
    private final Tally tally = new Tally(() -> now);

    @Test
    void countsByNodeAndKind() {
        tally.count("web1", "GET /cart?id=1", Optional.empty());
        tally.count("web1", "GET /cart?id=1", Optional.of("timeout"));
        tally.count("web1", "GET /cart?id=1", Optional.of("http-500"));
        tally.count("web1", "GET /cart?id=1", Optional.of("timeout"));
        tally.count("web2", "GET /cart", Optional.empty());

        Tally.Count count = tally.drain("web1");

        assertThat(count.requests()).isEqualTo(4);
        assertThat(count.errors()).isEqualTo(3);
        assertThat(count.kinds()).hasToString("{http-500=1, timeout=2}");
        assertThat(tally.drain("web2").requests()).isEqualTo(1);
    }

    @Test
    void beginsAnewAfterDraining() {
        tally.count("web1", "GET /cart?id=1", Optional.of("timeout"));
        tally.drain("web1");

        assertThat(tally.drain("web1").requests()).isZero();
    }

    @Test
    void countsHowOftenErrorsCame() {
        tally.count("web1", "GET /", Optional.of("timeout"));
        tally.count("web1", "GET /", Optional.of("timeout"));
        now += 4_900_000_000L;
        tally.count("web1", "GET /", Optional.of("timeout"));
        tally.count("web2", "GET /", Optional.empty());
        assertThat(tally.drain("web2").occasions()).isZero();
        now += 100_000_000L;
        tally.count("web1", "GET /", Optional.of("timeout"));
        assertThat(tally.drain("web1").occasions()).isEqualTo(2);
    }

    @Test
    void tellsTheRequestsThatFailedApart() {
        tally.count("web1", "GET /cart", Optional.empty());
        tally.count("web1", "GET /cart?page=2", Optional.of("http-500"));
        tally.count("web1", "POST /cart", Optional.of("http-500"));
        tally.count("web1", "GET /", Optional.empty());
        Recordings recordings = new Recordings();

        Tally.takeDownFailing(tally.drain("web1").asks(), recordings.recorder());

        assertThat(recordings.values())
                .containsOnly(
                        entry("failing[GET /cart].requests", "2"),
                        entry("failing[GET /cart].errors", "1"),
                        entry("failing[POST /cart].requests", "1"),
                        entry("failing[POST /cart].errors", "1"));
    }

    /** A stack that makes a new path for each answer must not fill the memory, nor the report. */
    @Test
    void isBoundedWhateverIsAsked() {
        for (int i = 0; i < 5000; i++) {
            tally.count("web1", "GET /" + i, Optional.of("http-500"));
        }
        Tally.Count count = tally.drain("web1");
        Recordings recordings = new Recordings();

        Tally.takeDownFailing(count.asks(), recordings.recorder());

        assertThat(count.errors()).isEqualTo(5000);
        assertThat(count.asks()).hasSize(1000);
        assertThat(recordings.values()).hasSize(40);
    }
}
