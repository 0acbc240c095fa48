package org.stackparity.store.services;

import com.github.fppt.jedismock.RedisServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stackparity.store.host.Endpoint;
import org.stackparity.store.host.Settings;
import org.stackparity.store.link.LinkQuality;
import org.stackparity.store.link.TcpLink;

/** Starts what the {@code etc/services.properties} of a services host asks for: everything, or one part alone. */
public final class ServicesHost {
    private static final Logger LOG = LoggerFactory.getLogger(ServicesHost.class);

    private ServicesHost() {}

    public static void start(Path home) throws IOException {
        Settings settings = settings(home);
        startSessionStore(settings.requireEndpoint("sessions.listen"));
        openLinks(settings);
        PaymentSandbox.start(settings.requireEndpoint("payment.listen"));
        DatabaseServer.start(settings, home.resolve("db"));
        LOG.info("services are up");
    }

    /** Starts the payment sandbox alone; {@code etc/app.properties} may say where it listens, as on every other host. */
    public static void startPayments(Path home) throws IOException {
        Path app = home.resolve("etc/app.properties");
        Settings settings = Files.exists(app) ? Settings.read(app) : settings(home);
        Endpoint listen = settings.requireEndpoint("payment.listen");
        PaymentSandbox.start(listen);
        LOG.info("the payment sandbox answers at {}", listen);
    }

    /** Opens the links alone. They live in threads that end with the process, and do not keep it. */
    public static void startLinks(Path home) throws IOException {
        Settings settings = settings(home);
        openLinks(settings);
        LOG.info("the links are open: {}", settings.list("links"));
    }

    private static Settings settings(Path home) throws IOException {
        return Settings.read(home.resolve("etc/services.properties"));
    }

    private static void openLinks(Settings settings) {
        for (String name : settings.list("links")) {
            openLink(settings, "link." + name);
        }
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
