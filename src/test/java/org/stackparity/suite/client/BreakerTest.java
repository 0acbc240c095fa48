package org.stackparity.suite.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.stackparity.suite.junit.NotObservedException;

class BreakerTest {
    private static final Duration SLOW = Duration.ofSeconds(5);
    private static final Duration FAST = Duration.ofMillis(40);

    private final Breaker breaker = new Breaker(Duration.ofMinutes(5));

    @Test
    void leavesANodeThatFailsSlowlyAndOthersNot() {
        ask(breaker, "web2", 12, true, SLOW);
        assertThatThrownBy(() -> breaker.require("web2"))
                .isInstanceOf(NotObservedException.class)
                .hasMessageContaining("web2 is not asked for now: 12 of its latest 12 requests failed");
        assertThatCode(() -> breaker.require("web1")).doesNotThrowAnyException();
    }

    @Test
    void goesOnAskingANodeThatFailsAtOnce() {
        ask(breaker, "web2", 200, true, FAST);
        assertThatCode(() -> breaker.require("web2")).doesNotThrowAnyException();
    }

    @Test
    void goesOnAskingANodeThatIsSlowAndRight() {
        ask(breaker, "web2", 200, false, SLOW);
        assertThatCode(() -> breaker.require("web2")).doesNotThrowAnyException();
    }

    @Test
    void goesOnAskingWhereAFewTimeOut() {
        for (int i = 0; i < 20; i++) {
            ask(breaker, "web2", 9, false, FAST);
            ask(breaker, "web2", 1, true, SLOW);
        }
        assertThatCode(() -> breaker.require("web2")).doesNotThrowAnyException();
    }

    @Test
    void goesOnAskingWhatIsBackAndNotWhatIsNot() {
        Breaker restless = new Breaker(Duration.ofMillis(50));
        ask(restless, "web1", 12, true, SLOW);
        ask(restless, "web2", 12, true, SLOW);
        Awaitility.await()
                .untilAsserted(() -> assertThatCode(() -> ask(restless, "web1", 1, false, FAST))
                        .doesNotThrowAnyException());
        ask(restless, "web1", 40, false, FAST);

        Awaitility.await()
                .untilAsserted(() -> assertThatCode(() -> ask(restless, "web2", 1, true, SLOW))
                        .doesNotThrowAnyException());
        ask(restless, "web2", 3, false, FAST);
        assertThatThrownBy(() -> restless.require("web2")).isInstanceOf(NotObservedException.class);
    }

    @Test
    void letsGoWhatIsUnderWayWhileItLooksAgain() {
        Breaker restless = new Breaker(Duration.ofMillis(1));
        ask(restless, "web2", 12, true, SLOW);
        Awaitility.await()
                .untilAsserted(
                        () -> assertThatCode(() -> restless.require("web2")).doesNotThrowAnyException());
        int let = 1;
        for (int i = 0; i < 20; i++) {
            try {
                restless.require("web2");
                let++;
            } catch (NotObservedException e) {
                continue;
            }
        }
        assertThat(let).isEqualTo(4);
    }

    private static void ask(Breaker breaker, String node, int times, boolean failed, Duration took) {
        for (int i = 0; i < times; i++) {
            breaker.require(node);
            breaker.count(node, failed, took);
        }
    }
}
