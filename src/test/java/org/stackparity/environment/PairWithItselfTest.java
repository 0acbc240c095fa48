package org.stackparity.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.stackparity.model.Role;

class PairWithItselfTest {
    private final Pair pair = PairReader.readWithoutSecrets(Path.of("environments/example"));

    @Test
    void eachHalfIsMeantToDoWhatTheStackDoes() {
        Contract.Schedule onPrimary = schedule(pair);
        assertThat(onPrimary.armedOn()).isEqualTo("primary");
        for (Role role : Role.values()) {
            assertThat(schedule(pair.withItself(Role.PRIMARY)).isMeantFor(role)).isTrue();
            assertThat(schedule(pair.withItself(Role.FAILOVER)).isMeantFor(role))
                    .isFalse();
        }
    }

    @Test
    void isOneStackInBothRolesWithHalfOfItsLimits() {
        Pair one = pair.withItself(Role.FAILOVER);
        for (Role role : Role.values()) {
            assertThat(one.environment(role).role()).isEqualTo(role);
            assertThat(one.environment(role).name()).isEqualTo(pair.failover().name());
            assertThat(one.environment(role).web().limits().requestsPerSecond())
                    .isEqualTo(pair.failover().web().limits().requestsPerSecond() / 2);
        }
        assertThat(one.knownDifferences()).isEmpty();
        assertThat(one.contract().allow()).isEmpty();
    }

    private static Contract.Schedule schedule(Pair of) {
        return of.contract().subscriptions().orElseThrow().schedules().get(0);
    }
}
