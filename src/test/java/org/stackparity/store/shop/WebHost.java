package org.stackparity.store.shop;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stackparity.store.host.Endpoint;
import org.stackparity.store.host.Settings;
import org.stackparity.store.host.SshDaemon;
import org.stackparity.store.shop.api.CartApi;
import org.stackparity.store.shop.api.CatalogueApi;
import org.stackparity.store.shop.api.FormatsApi;
import org.stackparity.store.shop.api.OperationsApi;
import org.stackparity.store.shop.api.SandboxApi;
import org.stackparity.store.shop.page.AccountPages;
import org.stackparity.store.shop.page.CartPages;
import org.stackparity.store.shop.page.CataloguePages;
import org.stackparity.store.shop.page.PlainPages;
import org.stackparity.store.shop.page.SignInPages;
import org.stackparity.store.shop.page.TechnicalPages;
import org.stackparity.store.shop.visit.Action;
import org.stackparity.store.shop.visit.CorsPolicy;
import org.stackparity.store.shop.visit.ErrorPages;
import org.stackparity.store.shop.visit.Shop;
import org.stackparity.store.shop.visit.Visit;

/**
 * Starts the web process of a node: the SSH daemon where it is to have one, and the shop on the routes of its
 * {@code etc/routes}. The shop comes last, since a host whose health endpoint answers is taken to be up.
 */
public final class WebHost {
    private static final Logger LOG = LoggerFactory.getLogger(WebHost.class);
    private static final String WWW = "www.";
    private static final int THREADS = 32;
    private static final int SPARE_THREADS = 4;

    private final Shop shop;
    private final RouteFile routes;

    private WebHost(Shop shop, RouteFile routes) {
        this.shop = shop;
        this.routes = routes;
    }

    public static void start(Path home) throws IOException {
        Settings settings = Settings.read(home.resolve("etc/app.properties"));
        Shop shop = new Shop(home, settings, Clock.systemUTC());
        WebHost host = new WebHost(shop, RouteFile.read(home.resolve("etc/routes")));
        Endpoint listen = settings.requireEndpoint("http.listen");
        SshDaemon.startIfAsked(settings, home);
        Javalin.create(host::configure).start(listen.host(), listen.port());
        LOG.info("{} answers at {}", shop.node(), listen);
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = shop.settings().require("compression").equals("gzip")
                ? CompressionStrategy.GZIP
                : CompressionStrategy.NONE;
        config.jetty.threadPool = new QueuedThreadPool(THREADS, SPARE_THREADS);
        CorsPolicy cors = new CorsPolicy(shop.settings());
        config.routes.before(http -> shop.headers().apply(http));
        config.routes.before(this::leaveWww);
        config.routes.before("/api/*", cors::apply);
        Map<String, Action> actions = actions();
        for (RouteFile.Route route : routes.routes()) {
            Action action = Optional.ofNullable(actions.get(route.action()))
                    .orElseThrow(() -> new IllegalArgumentException("the route " + route.path() + " leads to ["
                            + route.action() + "]; expected one of " + actions.keySet()));
            config.routes.addHttpHandler(HandlerType.findOrCreate(route.method()), route.path(), handler(action));
        }
        ErrorPages errors = new ErrorPages(shop);
        config.routes.exception(HttpResponseException.class, errors::expected);
        config.routes.exception(SQLException.class, errors::refused);
        config.routes.exception(Exception.class, errors::unexpected);
    }

    /** The shop has one name; who puts www before it is led there. */
    private void leaveWww(Context http) {
        String host = Optional.ofNullable(http.host()).orElse("");
        if (host.startsWith(WWW)) {
            http.skipRemainingHandlers();
            http.redirect(
                    shop.scheme() + "://" + host.substring(WWW.length()) + http.path(), HttpStatus.MOVED_PERMANENTLY);
        }
    }

    private Handler handler(Action action) {
        return http -> {
            try (Visit visit = new Visit(shop, http)) {
                action.handle(visit);
                visit.save();
            }
        };
    }

    private static Map<String, Action> actions() {
        Map<String, Action> actions = new HashMap<>();
        actions.putAll(CataloguePages.actions());
        actions.putAll(CartPages.actions());
        actions.putAll(SignInPages.actions());
        actions.putAll(AccountPages.actions());
        actions.putAll(PlainPages.actions());
        actions.putAll(TechnicalPages.actions());
        actions.putAll(CatalogueApi.actions());
        actions.putAll(CartApi.actions());
        actions.putAll(OperationsApi.actions());
        actions.putAll(FormatsApi.actions());
        actions.putAll(SandboxApi.actions());
        return actions;
    }
}
