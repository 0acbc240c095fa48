package org.stackparity.store.shop.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.Context;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stackparity.store.host.ResourceTree;
import org.stackparity.store.host.Settings;

class ShopTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({
        "http://shop.parity.test, shop.parity.test, http://shop.parity.test/about",
        "http://shop.parity.test, 127.10.1.10:18010, http://127.10.1.10:18010/about",
        "https://shop.parity.test, shop.parity.test, https://shop.parity.test/about",
        "https://shop.parity.test, 10.0.0.2:8443, https://10.0.0.2:8443/about",
        "http://127.20.1.11:18211, shop.parity.test, http://127.20.1.11:18211/about",
        "https://other.parity.test, shop.parity.test, https://other.parity.test/about",
    })
    void buildsAddressesWithTheSchemeAndTheNameThatCustomersUse(String base, String host, String address)
            throws IOException {
        Shop shop = shop(base);

        assertThat(shop.absolute(requestTo(host), "/about")).isEqualTo(address);
        assertThat(address).startsWith(shop.scheme() + "://");
    }

    private Shop shop(String baseUrl) throws IOException {
        ResourceTree.copy("/store/web", home);
        Settings settings = Settings.read(home.resolve("etc/app.properties"))
                .with("node", "web1")
                .with("base-url", baseUrl)
                .with("database.address", "127.0.0.1:1")
                .with("sessions.address", "127.0.0.1:1")
                .with("payment.address", "127.0.0.1:1");
        return new Shop(home, settings, Clock.systemUTC());
    }

    /** A request of which nothing is known but the host that it was sent to. */
    private static Context requestTo(String host) {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) ->
                        method.getName().equals("header") && "Host".equals(arguments[0]) ? host : null);
    }
}
