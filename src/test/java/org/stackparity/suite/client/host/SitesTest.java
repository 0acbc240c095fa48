package org.stackparity.suite.client.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stackparity.environment.Environment;
import org.stackparity.environment.Network;
import org.stackparity.model.Role;
import org.stackparity.suite.client.host.Sites.Place;
import org.stackparity.suite.junit.NotObservedException;

class SitesTest {
    @Test
    void networksDecide() throws UnknownHostException {
        Sites sites = Sites.of(
                environment("dallas", "10.1.0.11", 80, "10.1.0.0/16", "2001:db8:1::/48"),
                environment("arizona", "10.2.0.11", 80, "10.2.0.0/16", "2001:db8:2::/48"));
        assertThat(place(sites, "10.1.255.255", 6379)).isEqualTo(Place.OWN);
        assertThat(place(sites, "10.2.0.1", 6379)).isEqualTo(Place.OTHER);
        assertThat(place(sites, "10.3.0.1", 6379)).isEqualTo(Place.ELSEWHERE);
        assertThat(place(sites, "2001:db8:2::1", 6379)).isEqualTo(Place.OTHER);
        assertThat(place(sites, "2001:db8:3::1", 6379)).isEqualTo(Place.ELSEWHERE);
    }

    @Test
    void portsDecideWhereBothStandOnOneAddress() throws UnknownHostException {
        Sites sites = Sites.of(environment("dallas", "127.0.0.1", 18011), environment("arizona", "127.0.0.1", 18211));
        assertThat(place(sites, "127.0.0.1", 18011)).isEqualTo(Place.OWN);
        assertThat(place(sites, "127.0.0.1", 18211)).isEqualTo(Place.OTHER);
        assertThat(place(sites, "127.0.0.1", 6379)).isEqualTo(Place.OWN);
    }

    @Test
    void anAddressOfANodeDecidesWithoutNetworks() throws UnknownHostException {
        Sites sites = Sites.of(environment("dallas", "10.1.0.11", 80), environment("arizona", "10.2.0.11", 80));
        assertThat(place(sites, "10.2.0.11", 5432)).isEqualTo(Place.OTHER);
        assertThatThrownBy(sites::requireNetworks)
                .isInstanceOf(NotObservedException.class)
                .hasMessageContaining("[dallas] declares no networks");
    }

    @Test
    void rangesOfPortsDecideWhereTheyAreDeclared() throws UnknownHostException {
        Sites sites = Sites.of(
                environment("dallas", "127.0.0.1", 18011, "127.0.0.1:18000-18199"),
                environment("arizona", "127.0.0.1", 18211, "127.0.0.1:18200-18399"));
        assertThat(place(sites, "127.0.0.1", 18026)).isEqualTo(Place.OWN);
        assertThat(place(sites, "127.0.0.1", 18226)).isEqualTo(Place.OTHER);
    }

    private static Place place(Sites sites, String address, int port) throws UnknownHostException {
        return sites.place(InetAddress.getByName(address), port);
    }

    private static Environment environment(String name, String address, int port, String... networks) {
        return new Environment(
                name,
                name.equals("dallas") ? Role.PRIMARY : Role.FAILOVER,
                new Environment.Web(
                        "https://shop.parity.test",
                        Optional.empty(),
                        List.of(new Environment.Node("web1", address, Optional.of(port), true)),
                        Environment.Limits.DEFAULT,
                        Map.of(),
                        List.of()),
                Stream.of(networks)
                        .map(text -> Network.find(text).orElseThrow())
                        .toList(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Environment.Standby.ACTIVE,
                false);
    }
}
