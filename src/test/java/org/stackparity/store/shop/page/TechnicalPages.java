package org.stackparity.store.shop.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stackparity.store.shop.data.Product;
import org.stackparity.store.shop.data.Products;
import org.stackparity.store.shop.visit.Action;
import org.stackparity.store.shop.visit.Visit;
import redis.clients.jedis.exceptions.JedisException;

/** What machines ask for: health, robots, site map, assets and old addresses. */
public final class TechnicalPages {
    private static final Logger LOG = LoggerFactory.getLogger(TechnicalPages.class);
    private static final int UNAVAILABLE = 503;

    private TechnicalPages() {}

    public static Map<String, Action> actions() {
        return Map.of(
                "health", visit -> visit.plain("up\n"),
                "ready", TechnicalPages::ready,
                "robots", TechnicalPages::robots,
                "sitemap", TechnicalPages::sitemap,
                "asset", TechnicalPages::asset,
                "shop-redirect",
                        visit -> visit.http().redirect(visit.absolute("/products"), HttpStatus.MOVED_PERMANENTLY),
                "german-redirect", visit -> visit.http().redirect(visit.absolute("/?lang=de-DE"), HttpStatus.FOUND));
    }

    private static void ready(Visit visit) {
        Map<String, String> state = new LinkedHashMap<>();
        state.put("database", databaseState(visit));
        state.put("sessions", sessionsState(visit));
        if (!state.values().stream().allMatch("up"::equals)) {
            visit.http().status(UNAVAILABLE);
        }
        visit.json(state);
    }

    private static String databaseState(Visit visit) {
        try (Statement statement = visit.database().createStatement()) {
            statement.execute("SELECT 1");
            return "up";
        } catch (SQLException e) {
            LOG.debug("the database does not answer", e);
            return "down";
        }
    }

    private static String sessionsState(Visit visit) {
        try {
            visit.shop().sessions().requireAlive();
            return "up";
        } catch (JedisException e) {
            LOG.debug("the session store does not answer", e);
            return "down";
        }
    }

    private static void robots(Visit visit) {
        visit.plain("User-agent: *\nDisallow: /account\nDisallow: /admin\nSitemap: " + visit.absolute("/sitemap.xml")
                + "\n");
    }

    private static void sitemap(Visit visit) throws SQLException {
        Stream<String> products =
                Products.all(visit.database()).stream().map(Product::sku).map(sku -> "/products/" + sku);
        String entries = Stream.concat(Stream.of("/", "/products", "/about", "/shipping"), products)
                .map(path -> "  <url><loc>" + visit.absolute(path) + "</loc></url>\n")
                .collect(Collectors.joining());
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n" + entries + "</urlset>\n";
        visit.http().contentType("application/xml; charset=utf-8").result(xml.getBytes(UTF_8));
    }

    private static void asset(Visit visit) throws IOException {
        Path file = visit.shop()
                .home()
                .resolve("assets")
                .resolve(visit.http().pathParam("file"))
                .normalize();
        if (!file.startsWith(visit.shop().home().resolve("assets")) || !Files.isRegularFile(file)) {
            throw new NotFoundResponse("no such file");
        }
        byte[] bytes = Files.readAllBytes(file);
        visit.http().header("Cache-Control", "public, max-age=3600");
        Tagged.answer(visit, "text/css; charset=utf-8", bytes);
    }
}
