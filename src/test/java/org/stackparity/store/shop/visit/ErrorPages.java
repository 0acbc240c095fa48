package org.stackparity.store.shop.visit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stackparity.store.host.Database;
import org.stackparity.store.shop.locale.Speech;

/**
 * What a visitor sees when a request fails: a page, or JSON for those who ask for it. Needs neither database nor session
 * store. A host without the template answers in plain text.
 */
public final class ErrorPages {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;
    private static final String RETRY_AFTER_SECONDS = "60";
    private static final String TEMPLATE = "error";

    private final Shop shop;

    public ErrorPages(Shop shop) {
        this.shop = shop;
    }

    public void expected(HttpResponseException failure, Context http) {
        failure.getDetails().forEach((name, value) -> LOG.debug("{}: {}", name, value));
        answer(http, failure.getStatus());
    }

    /** A database that only reads is that of a standby: the shop takes nothing before it is promoted. */
    public void refused(SQLException failure, Context http) {
        if (Database.isReadOnly(failure)) {
            LOG.info("{} {} was refused: the database of this site only reads", http.method(), http.path());
            http.header("Retry-After", RETRY_AFTER_SECONDS);
            answer(http, UNAVAILABLE);
        } else {
            unexpected(failure, http);
        }
    }

    public void unexpected(Exception failure, Context http) {
        LOG.error("{} {} failed", http.method(), http.path(), failure);
        answer(http, SERVER_ERROR);
    }

    private void answer(Context http, int status) {
        http.status(status);
        String requestId = http.res().getHeader(PageHeaders.REQUEST_ID);
        if (wantsJson(http)) {
            shop.json(
                    http,
                    Map.of(
                            "error",
                            Map.of("status", status, "message", title(status)),
                            "requestId",
                            String.valueOf(requestId)));
        } else if (shop.templates().has(TEMPLATE)) {
            http.contentType(shop.headers().htmlType());
            http.result(bytes(page(http, status, requestId)));
        } else {
            http.contentType("text/plain; charset=utf-8").result(bytes(title(status) + "\n"));
        }
    }

    private String page(Context http, int status, String requestId) {
        Speech speech = shop.speech(http);
        Map<String, Object> model = new HashMap<>();
        model.put("lang", speech.locale().tag());
        model.put("dir", speech.locale().direction());
        model.put("status", status);
        model.put("title", speech.text(title(status)));
        model.put("hint", speech.text(hint(status)));
        model.put("home", speech.text("Back to the shop"));
        model.put("requestId", requestId);
        model.put("node", shop.node());
        return shop.templates().render(TEMPLATE, model);
    }

    private static boolean wantsJson(Context http) {
        String accept = String.valueOf(http.header("Accept"));
        return accept.contains("application/json")
                || (http.path().startsWith("/api/") && !accept.contains("text/html"));
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "This request could not be understood";
            case 403 -> "This is not allowed";
            case 404 -> "Page not found";
            case 405 -> "This is not possible here";
            case UNAVAILABLE -> "We will be back soon";
            default -> "Something went wrong";
        };
    }

    private static String hint(int status) {
        if (status == UNAVAILABLE) {
            return "The shop is being worked on. Nothing in your cart is lost.";
        }
        return status < SERVER_ERROR
                ? "Please check the address, or go on from our home page."
                : "We have been told about it. Please try again in a moment.";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
