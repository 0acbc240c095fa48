package org.stackparity.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
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
        "127.0.0.1:18000-18199, 127.0.0.1:18199-18300, true",
        "127.0.0.1:18000-18199, 127.0.0.1:18200-18399, false",
        "127.0.0.1:18000-18199, 127.0.0.0/8, true",
        "[fd00::1]:18000-18199, [fd00::2]:18000-18199, false",
    })
    void knowsRangesThatOverlap(String range, String other, boolean overlaps) {
        Network first = Network.find(range).orElseThrow();
        Network second = Network.find(other).orElseThrow();

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
                "",
                "*",
                "10.1.*.*",
                "10.1.0.0/255.255.0.0",
                "0x7f000001/8",
                "127.0.0.1:18000",
                "127.0.0.1:18199-18000",
                "127.0.0.1:18000-65536",
                "127.0.0.0/8:18000-18199",
                "localhost:18000-18199",
                "fd00::1:18000-18199",
            })
    void findsNoRangeInOtherTexts(String text) {
        assertThat(Network.find(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.0.0/16, 10.1.255.255, 6379, true",
        "10.1.0.0/16, 10.2.0.1, 6379, false",
        "10.1.2.3/24, 10.1.2.200, 0, true",
        "2001:db8:2::/48, 2001:db8:2::1, 443, true",
        "2001:db8:2::/48, 2001:db8:3::1, 443, false",
        "::/0, 10.1.0.1, 443, false",
        "127.0.0.1:18000-18199, 127.0.0.1, 18000, true",
        "127.0.0.1:18000-18199, 127.0.0.1, 18199, true",
        "127.0.0.1:18000-18199, 127.0.0.1, 18200, false",
        "127.0.0.1:18000-18199, 127.0.0.1, 0, false",
        "127.0.0.1:18000-18199, 127.0.0.2, 18000, false",
        "[fd00::1]:18000-18199, fd00::1, 18010, true",
    })
    void containsAddressesAndPortsOfItsOwn(String network, String address, int port, boolean contained) {
        assertThat(Network.find(network)
                        .orElseThrow()
                        .contains(Network.findAddress(address).orElseThrow(), port))
                .isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "web1", "", "10.1.0.0/16", "10.1", "1", "fe80::1%eth0", "*", "256.1.1.1"})
    void findsNoAddressInOtherTexts(String text) {
        assertThat(Network.findAddress(text)).isEmpty();
    }
}
