package org.stackparity.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
    @ParameterizedTest
    @CsvSource({
        "10.1.0.0/16, 10.1.255.255/32, true",
        "10.1.0.0/16, 10.2.0.0/32, false",
        "10.1.0.0/16, 10.0.0.0/8, true",
        "10.1.2.3/24, 10.1.2.200/32, true",
        "0.0.0.0/0, 203.0.113.7/32, true",
        "fd00:1::/32, fd00:1:ffff::/48, true",
        "fd00:1::/32, fd00:2::/32, false",
        "::/0, 10.1.0.0/16, false",
    })
    void knowsRangesThatOverlap(String range, String other, boolean overlaps) {
        Cidr first = Cidr.find(range).orElseThrow();
        Cidr second = Cidr.find(other).orElseThrow();

        assertThat(first.overlaps(second)).isEqualTo(overlaps);
        assertThat(second.overlaps(first)).isEqualTo(overlaps);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.0.0",
                "10.1.0.0/33",
                "10.1.0.256/24",
                "10.1.0/24",
                "10.1.0.0/",
                "localhost/8",
                "fd00::/129",
                "fd00:::/8",
                "1:2/8",
                "/8",
                "010.1.0.0/16",
                "10.1.0.0/-1",
                "10.1.0.0 /16",
            })
    void findsNoRangeInOtherTexts(String text) {
        assertThat(Cidr.find(text)).isEmpty();
    }
}
