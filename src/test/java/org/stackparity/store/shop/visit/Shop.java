package org.stackparity.store.shop.visit;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stackparity.store.host.Database;
import org.stackparity.store.host.Settings;
import org.stackparity.store.shop.data.Pricing;
import org.stackparity.store.shop.locale.Formats;
import org.stackparity.store.shop.locale.LocaleChoice;
import org.stackparity.store.shop.locale.Messages;
import org.stackparity.store.shop.locale.ShopLocale;
import org.stackparity.store.shop.locale.Speech;
import org.stackparity.store.shop.session.Sessions;

/** What all visits of one web node share: its settings, its languages, its templates and the services that it asks. */
public final class Shop {
    private final Path home;
    private final Settings settings;
    private final Settings release;
    private final Instant startedAt;
    private final Clock clock;
    private final Database database;
    private final Sessions sessions;
    private final Payments payments;
    private final Pricing pricing;
    private final LocaleChoice locales;
    private final Map<ShopLocale, Speech> speeches;
    private final Templates templates;
    private final PageHeaders headers;

    public Shop(Path home, Settings settings, Clock clock) throws IOException {
        this.home = home;
        this.settings = settings;
        this.release = Settings.read(home.resolve("release.properties"));
        this.startedAt = clock.instant();
        this.clock = clock;
        this.database = Database.of(settings);
        this.sessions = new Sessions(settings);
        this.payments = new Payments(settings.requireEndpoint("payment.address"));
        this.pricing = new Pricing(settings);
        this.locales = new LocaleChoice(
                settings.list("locales").stream().map(ShopLocale::new).toList());
        this.speeches = locales.locales().stream().collect(Collectors.toMap(Function.identity(), this::readSpeech));
        this.templates = new Templates(home.resolve("templates"));
        this.headers = new PageHeaders(home, node());
    }

    private Speech readSpeech(ShopLocale locale) {
        return new Speech(locale, Messages.read(home.resolve("locale"), locale), new Formats(locale, businessZone()));
    }

    public Path home() {
        return home;
    }

    public Settings settings() {
        return settings;
    }

    /** The build and the commit that are installed on this node. */
    public Settings release() {
        return release;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Clock clock() {
        return clock;
    }

    public Database database() {
        return database;
    }

    public Sessions sessions() {
        return sessions;
    }

    public Payments payments() {
        return payments;
    }

    public Pricing pricing() {
        return pricing;
    }

    public LocaleChoice locales() {
        return locales;
    }

    Templates templates() {
        return templates;
    }

    public PageHeaders headers() {
        return headers;
    }

    public String node() {
        return settings.require("node");
    }

    public ZoneId businessZone() {
        return ZoneId.of(settings.require("business.zone"));
    }

    /** The language of a request, with its texts and formats. */
    Speech speech(Context http) {
        ShopLocale chosen = locales.choose(
                Optional.ofNullable(http.queryParam("lang")),
                Optional.ofNullable(http.cookie("lang")),
                Optional.ofNullable(http.header("Accept-Language")));
        return Optional.ofNullable(speeches.get(chosen)).orElseThrow();
    }

    void json(Context http, Object body) {
        http.contentType(Json.CONTENT_TYPE).result(Json.bytes(body));
    }

    /** By which scheme customers come: that of the base address, whatever the balancer speaks with this node. */
    public String scheme() {
        return baseUrl().getScheme();
    }

    /**
     * The address of a page for others. Who came by another name of this shop keeps the name that he came by; a base address
     * that is not the shop's public name is taken as it stands.
     */
    String absolute(Context http, String path) {
        boolean isPublicName = baseUrl().toString().equals(scheme() + "://" + settings.require("host-name"));
        String host = http.header("Host");
        return (isPublicName && host != null ? scheme() + "://" + host : baseUrl()) + path;
    }

    private URI baseUrl() {
        return URI.create(settings.require("base-url"));
    }
}
