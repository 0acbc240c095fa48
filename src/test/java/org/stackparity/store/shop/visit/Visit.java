package org.stackparity.store.shop.visit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stackparity.store.shop.locale.Speech;
import org.stackparity.store.shop.session.Session;
import org.stackparity.store.shop.session.SessionState;
import org.stackparity.store.shop.session.Sessions;

/**
 * One request and its answer. Reaches for the database and the session store when they are first needed, at most once each.
 * Belongs to one thread.
 */
public final class Visit implements AutoCloseable {
    private final Shop shop;
    private final Context http;
    private final Speech speech;
    private @Nullable Connection connection;
    private @Nullable Session session;

    public Visit(Shop shop, Context http) {
        this.shop = shop;
        this.http = http;
        this.speech = shop.speech(http);
    }

    public Shop shop() {
        return shop;
    }

    public Context http() {
        return http;
    }

    public Speech speech() {
        return speech;
    }

    public String text(String id) {
        return speech.text(id);
    }

    public Connection database() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = shop.database().connect();
            connection = open;
        }
        return open;
    }

    public Session session() {
        Session open = session;
        if (open == null) {
            open = shop.sessions().open(Optional.ofNullable(http.cookie(Sessions.COOKIE)));
            session = open;
        }
        return open;
    }

    public SessionState state() {
        return session().state();
    }

    /**
     * A field of the form.
     *
     * @throws BadRequestResponse if it is missing or blank
     */
    public String field(String name) {
        String value = http.formParam(name);
        if (value == null || value.isBlank()) {
            throw new BadRequestResponse("the field [" + name + "] is missing");
        }
        return value.strip();
    }

    /**
     * Lets only forms of this session through.
     *
     * @throws ForbiddenResponse if the token is another one
     */
    public void requireCsrf() {
        if (!state().csrf().equals(http.formParam("csrf"))) {
            throw new ForbiddenResponse("the form belongs to another session");
        }
    }

    /** Answers with a page: a template of the host inside its layout. */
    public void page(String template, String title, Map<String, Object> model) throws SQLException {
        String page = new PageLayout(this).render(template, title, model);
        http.contentType(shop.headers().htmlType()).result(page.getBytes(UTF_8));
    }

    public void json(Object body) {
        shop.json(http, body);
    }

    public void plain(String text) {
        http.contentType("text/plain; charset=utf-8").result(text.getBytes(UTF_8));
    }

    /** Sends the browser to a page of this shop by GET. */
    public void seeOther(String path) {
        http.redirect(path, HttpStatus.SEE_OTHER);
    }

    public String absolute(String path) {
        return shop.absolute(http, path);
    }

    /** Writes what the visit changed in its session; to be called before the answer is sent. */
    public void save() {
        if (session != null) {
            shop.sessions().save(session).ifPresent(cookie -> http.res().addHeader("Set-Cookie", cookie));
        }
    }

    @Override
    public void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }
}
