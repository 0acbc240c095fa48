package org.stackparity.suite.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stackparity.suite.client.host.ZoneFacts;
import org.stackparity.suite.junit.NotObservedException;

class HostZoneTest {
    private static final Instant SUMMER = Instant.parse("2026-07-01T00:00:00Z");
    private static final Instant WINTER = Instant.parse("2026-12-01T00:00:00Z");

    @Test
    void takesTheZoneByItsNameWhereTheHostAgrees() {
        assertThat(HostZone.of("jobs1", facts("Europe/Berlin", 2, 1)).rules().isFixedOffset())
                .isFalse();
    }

    @Test
    void takesAFixedOffsetWhateverItsName() {
        HostZone zone = HostZone.of("jobs1", facts("<-08>8", -8, -8));
        assertThat(zone.rules().getOffset(SUMMER)).isEqualTo(ZoneOffset.ofHours(-8));
    }

    @Test
    void aHostWithOtherTimeZoneDataIsNotObserved() {
        assertThatThrownBy(() -> HostZone.of("jobs1", facts("Europe/Berlin", 1, 2)))
                .isInstanceOf(NotObservedException.class)
                .hasMessageContainingAll("[Europe/Berlin]", "jobs1", "+01:00 at 2026-07-01T00:00:00Z", "tzdata");
    }

    @Test
    void aZoneWithoutAKnownNameThatChangesIsNotObserved() {
        assertThatThrownBy(() -> HostZone.of("jobs1", facts("CET-1CEST", 2, 1)))
                .isInstanceOf(NotObservedException.class)
                .hasMessageContaining("no name that is known here");
    }

    private static ZoneFacts facts(String name, int summer, int winter) {
        return new ZoneFacts(
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(Map.of(SUMMER, ZoneOffset.ofHours(summer), WINTER, ZoneOffset.ofHours(winter))));
    }
}
