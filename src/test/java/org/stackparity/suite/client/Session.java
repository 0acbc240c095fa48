package org.stackparity.suite.client;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Cookie;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.StackException;

/** A visitor of one node with cookies of his own. Ask one thing after the other, as a visitor does. */
public final class Session {
    /** LIMIT: most redirects that are followed, one after the other. */
    public static final int MOST_REDIRECTS = 5;

    private static final byte[] NO_BODY = {};

    private final Http http;
    private final String node;
    private final OkHttpClient client;
    private final Cookies cookies;

    Session(Http http, String node, OkHttpClient client, Cookies cookies) {
        this.http = http;
        this.node = node;
        this.client = client;
        this.cookies = cookies;
    }

    public String node() {
        return node;
    }

    /**
     * What the node answers; counts for its error rate.
     *
     * @throws StackException if no answer comes; a status of any kind is an answer
     * @throws NotObservedException if the node failed so slowly and so often that it is not asked any more
     */
    public Answer ask(Ask ask) {
        http.breaker().require(node);
        Throttle.Place place = http.throttle().enter();
        long start = System.nanoTime();
        Optional<String> error = Optional.empty();
        try {
            Answer answer = exchange(ask);
            error = Optional.of("http-" + answer.status()).filter(any -> answer.isServerError() && !ask.mayFail());
            return answer;
        } catch (IOException e) {
            error = Optional.of(TransportFault.kind(e));
            throw new StackException(TransportFault.of(ask.toString(), node, e), e);
        } finally {
            http.count(node, ask.method() + " " + ask.shownPath(), error, Duration.ofNanos(System.nanoTime() - start));
            place.close();
        }
    }

    /** What the node answers in the end, following redirects as long as they stay on the stack's own hosts. */
    public Trail follow(Ask ask) {
        List<Answer> hops = new ArrayList<>();
        Ask next = ask;
        while (true) {
            Answer answer = ask(next);
            hops.add(answer);
            Optional<HttpUrl> target = target(next, answer);
            if (target.isEmpty()) {
                return new Trail(hops, Trail.End.ANSWERED);
            }
            if (!isHere(target.get())) {
                return new Trail(hops, Trail.End.LEFT);
            }
            if (hops.size() > MOST_REDIRECTS) {
                return new Trail(hops, Trail.End.TOO_LONG);
            }
            next = next.redirected(answer.status(), pathOf(target.get()));
        }
    }

    /** Where a redirect leads; empty where the answer is none. */
    private Optional<HttpUrl> target(Ask asked, Answer answer) {
        if (!Trail.isRedirect(answer)) {
            return Optional.empty();
        }
        return answer.header("Location").map(location -> url(asked).resolve(location));
    }

    /** Whether the url is one that this session's node serves: same scheme, a host of the own stack. */
    private boolean isHere(HttpUrl url) {
        return url.scheme().equals(http.base().scheme()) && http.estates().isOwn(url.host(), url.port());
    }

    private static String pathOf(HttpUrl url) {
        return url.query() == null ? url.encodedPath() : url.encodedPath() + "?" + url.encodedQuery();
    }

    public Optional<String> cookie(String name) {
        return cookies.find(name);
    }

    /** Gives the visitor a cookie of the stack's own host, as if an earlier visit had set it. */
    public void putCookie(String name, String value) {
        cookies.keep(new Cookie.Builder()
                .name(name)
                .value(value)
                .hostOnlyDomain(http.base().host())
                .path("/")
                .build());
    }

    /** Gives this visitor the cookies of another. */
    public void takeCookiesOf(Session other) {
        other.cookies.all().forEach(cookies::keep);
    }

    private HttpUrl url(Ask ask) {
        return ask.origin().map(origin -> HttpUrl.get(origin + ask.path())).orElseGet(() -> url(ask.path()));
    }

    /** The customer's url of a path on this stack. */
    HttpUrl url(String path) {
        HttpUrl url = http.base().resolve(path);
        if (url == null || !url.host().equals(http.base().host())) {
            throw new IllegalArgumentException(
                    "The path [" + path + "] is none of [" + http.base() + "]; expected one like [/cart].");
        }
        return url;
    }

    private Answer exchange(Ask ask) throws IOException {
        Call call = client.newCall(request(ask));
        try (Response response = call.execute()) {
            List<Answer.Header> headers = new ArrayList<>();
            response.headers().forEach(pair -> headers.add(new Answer.Header(pair.getFirst(), pair.getSecond())));
            return new Answer(ask, response.code(), headers, body(response));
        }
    }

    private Request request(Ask ask) {
        HttpUrl url = url(ask);
        Request.Builder request = new Request.Builder().url(url);
        // what gives access does not go out unencrypted where the customer's url is encrypted; a node behind the load
        // balancer at which TLS ends gets it as the balancer forwards it
        if (url.isHttps() || !http.base().isHttps()) {
            http.environment().web().headers().forEach((name, secret) -> request.header(name, secret.reveal()));
        }
        ask.headers().forEach(request::header);
        RequestBody body = ask.payload()
                .map(payload -> RequestBody.create(payload.bytes(), MediaType.get(payload.mediaType())))
                .orElse(needsBody(ask.method()) ? RequestBody.create(NO_BODY) : null);
        return request.method(ask.method(), body).build();
    }

    private static boolean needsBody(String method) {
        return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    }

    private static Answer.Body body(Response response) throws IOException {
        BufferedSource source = response.body().source();
        boolean cut = source.request(Http.LONGEST_BODY + 1L);
        return new Answer.Body(cut ? source.readByteArray(Http.LONGEST_BODY) : source.readByteArray(), cut);
    }
}
