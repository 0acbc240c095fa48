package org.stackparity.store.services;

import com.github.fppt.jedismock.RedisServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stackparity.store.host.Endpoint;
import org.stackparity.store.host.Settings;
import org.stackparity.store.link.LinkQuality;
import org.stackparity.store.link.TcpLink;

/** Starts what the {@code etc/services.properties} of a services host asks for. */
public final class ServicesHost {
    private static final Logger LOG = LoggerFactory.getLogger(ServicesHost.class);

    private ServicesHost() {}

    public static void start(Path home) throws IOException {
        Settings settings = Settings.read(home.resolve("etc/services.properties"));
        startSessionStore(settings.requireEndpoint("sessions.listen"));
        for (String name : settings.list("links")) {
            openLink(settings, "link." + name);
        }
        PaymentSandbox.start(settings.requireEndpoint("payment.listen"));
        DatabaseServer.start(settings, home.resolve("db"));
        LOG.info("services are up");
    }

    private static void startSessionStore(Endpoint listen) throws IOException {
        RedisServer.newRedisServer(listen.port(), InetAddress.getByName(listen.host()))
                .start();
    }

    private static void openLink(Settings settings, String link) {
        LinkQuality quality = new LinkQuality(
                settings.find(link + ".reset-probability")
                        .map(Double::parseDouble)
                        .orElse(0.0),
                ThreadLocalRandom.current().nextLong(),
                Duration.ofMillis(settings.find(link + ".delay-millis")
                        .map(Long::parseLong)
                        .orElse(0L)));
        TcpLink.open(
                settings.requireEndpoint(link + ".listen"),
                settings.list(link + ".to").stream().map(Endpoint::parse).toList(),
                quality);
    }
}
