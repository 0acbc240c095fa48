package org.stackparity.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stackparity.environment.Endpoint;
import org.stackparity.environment.Environment;
import org.stackparity.model.Role;

class AddressesTest {
    @Test
    void spellsOneNodeAlikeHoweverItIsNamed() {
        for (String spelling : List.of("127.0.0.1", "localhost")) {
            assertThat(Addresses.of(stack("https://shop.example", Optional.empty(), spelling)))
                    .contains("127.0.0.1:8443");
        }
        for (String spelling : List.of("::1", "0:0:0:0:0:0:0:1")) {
            assertThat(Addresses.of(stack("https://shop.example", Optional.empty(), spelling)))
                    .contains("[0:0:0:0:0:0:0:1]:8443");
        }
    }

    @Test
    void spellsTheSiteAlikeHoweverItIsNamed() {
        assertThat(Addresses.of(
                        stack("https://shop.example", Optional.of(new Endpoint("localhost", 443)), "10.1.0.11")))
                .contains("127.0.0.1:443", "10.1.0.11:8443");
        assertThat(Addresses.of(
                        stack("http://shop.example", Optional.of(Endpoint.parse("[::1]:8080", 80)), "10.1.0.11")))
                .contains("[0:0:0:0:0:0:0:1]:8080");
        assertThat(Addresses.of(stack("http://shop.example", Optional.of(Endpoint.parse("::1", 80)), "10.1.0.11")))
                .contains("[0:0:0:0:0:0:0:1]:80");
    }

    @Test
    void seesThatTheCustomersNameLeadsToTheOtherStack() {
        Environment primary = stack("https://localhost", Optional.empty(), "10.1.0.11");
        Environment failover = stack("https://shop.example", Optional.of(new Endpoint("127.0.0.1", 443)), "10.2.0.11");
        assertThat(Addresses.of(primary, failover)).contains("127.0.0.1:443");
        assertThat(Addresses.of(failover, primary)).doesNotContain("localhost:443");
        Environment elsewhere = stack("https://shop.example", Optional.of(new Endpoint("127.0.0.2", 443)), "10.2.0.11");
        assertThat(Addresses.of(primary, elsewhere)).doesNotContain("127.0.0.1:443");
    }

    private static Environment stack(String url, Optional<Endpoint> connectTo, String node) {
        return new Environment(
                "dallas",
                Role.PRIMARY,
                new Environment.Web(
                        url,
                        connectTo,
                        List.of(new Environment.Node("web1", node, Optional.of(8443), true)),
                        new Environment.Limits(200, 200, 8),
                        Map.of(),
                        List.of()),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Environment.Standby.ACTIVE,
                false);
    }
}
