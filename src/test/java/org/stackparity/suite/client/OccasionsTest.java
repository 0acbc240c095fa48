package org.stackparity.suite.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OccasionsTest {
    private final Occasions occasions = new Occasions(10);

    @Test
    void aBurstIsOne() {
        assertThat(occasions.count()).isZero();
        for (int time = 3; time < 13; time++) {
            occasions.at(time);
        }
        assertThat(occasions.count()).isEqualTo(1);
    }

    @Test
    void whatGoesOnOrComesAgainIsMore() {
        for (int time = 0; time < 30; time += 2) {
            occasions.at(time);
        }
        assertThat(occasions.count()).isEqualTo(3);
        occasions.at(500);
        assertThat(occasions.count()).isEqualTo(4);
    }
}
