package org.stackparity.suite.client;

import java.net.InetAddress;
import java.net.Proxy;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import org.stackparity.environment.Endpoint;
import org.stackparity.environment.Environment;
import org.stackparity.environment.Environment.Node;
import org.stackparity.environment.Environment.Web;
import org.stackparity.model.NodeRef;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.Scope;

/**
 * Asks the web nodes of one environment in one round: each node directly, under the customer's host name, and in plain HTTP
 * where TLS ends before it. Connections live for the round. Does not retry, does not follow redirects and does not use a proxy. Thread-safe.
 */
public final class Http implements AutoCloseable {
    /** LIMIT: longest body in bytes, after decompression. */
    public static final int LONGEST_BODY = 2 * 1024 * 1024;

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration READ = Duration.ofSeconds(10);
    private static final Duration WHOLE = Duration.ofSeconds(15);
    // Shorter than the idle time of common servers, so that no request is lost on a connection that is being closed.
    private static final Duration IDLE = Duration.ofSeconds(2);

    private final Environment environment;
    private final Estates estates;
    private final HttpUrl base;
    private final Throttle throttle;
    private final Tally tally;
    private final Breaker breaker;
    private final OkHttpClient shared;
    private final Map<String, OkHttpClient> clients = new ConcurrentHashMap<>();

    private Http(Scope round, Scope pass) {
        environment = round.environment();
        estates = Estates.of(round);
        base = HttpUrl.get(environment.web().url());
        throttle = Throttle.of(pass);
        tally = Tally.of(pass);
        breaker = Breaker.of(pass);
        shared = trusting(new OkHttpClient.Builder())
                .connectTimeout(CONNECT)
                .readTimeout(READ)
                .writeTimeout(READ)
                .callTimeout(WHOLE)
                .connectionPool(new ConnectionPool(
                        environment.web().limits().connections(), IDLE.toMillis(), TimeUnit.MILLISECONDS))
                .retryOnConnectionFailure(false)
                .fastFallback(false)
                .followRedirects(false)
                .proxy(Proxy.NO_PROXY)
                .build();
    }

    /** The client of the round in which the target is asked. */
    public static Http of(CheckTarget target) {
        return of(target.round(), target.pass());
    }

    /** The client of a round whose requests count for the pass. */
    public static Http of(Scope round, Scope pass) {
        return round.shared(Http.class, scope -> new Http(scope, pass));
    }

    /** A visitor without cookies who stays on one node; {@link NodeRef#SITE} for the stack as customers reach it. */
    public Session session(String node) {
        Cookies cookies = new Cookies();
        OkHttpClient client = clients.computeIfAbsent(node, this::client);
        return new Session(this, node, visiting(node, client, cookies), cookies);
    }

    /** What a node answers to a visitor who was never there before. */
    public Answer ask(String node, Ask ask) {
        return session(node).ask(ask);
    }

    private OkHttpClient client(String node) {
        return leadingTo(node, shared);
    }

    /** The client, but with its connections to a node whatever host its urls name. */
    OkHttpClient leadingTo(String node, OkHttpClient client) {
        Endpoint endpoint = endpoint(node);
        return client.newBuilder()
                .dns(host -> Arrays.asList(InetAddress.getAllByName(endpoint.host())))
                .socketFactory(new PortSocketFactory(base.port(), endpoint.port(), throttle))
                .build();
    }

    /** The client that leads to a node, but with the cookies of one visitor, and in plain HTTP where TLS ends before it. */
    OkHttpClient visiting(String node, OkHttpClient client, CookieJar cookies) {
        boolean isPlain = find(node).filter(found -> !found.tls()).isPresent();
        OkHttpClient.Builder visitor = client.newBuilder();
        return isPlain
                ? visitor.addInterceptor(new TlsTermination(base.port(), cookies))
                        .build()
                : visitor.cookieJar(cookies).build();
    }

    /** The client, but trusting the environment's own CAs beside those of Java. Verifies host names as ever. */
    OkHttpClient.Builder trusting(OkHttpClient.Builder client) {
        List<X509Certificate> trusted = environment.web().trustedCa();
        if (trusted.isEmpty()) {
            return client;
        }
        HandshakeCertificates.Builder certificates =
                new HandshakeCertificates.Builder().addPlatformTrustedCertificates();
        trusted.forEach(certificates::addTrustedCertificate);
        HandshakeCertificates built = certificates.build();
        return client.sslSocketFactory(built.sslSocketFactory(), built.trustManager());
    }

    /** Where a node is reached; of {@link NodeRef#SITE} where customers are let in. */
    Endpoint endpoint(String node) {
        Web web = environment.web();
        if (node.equals(NodeRef.SITE)) {
            return web.entrance();
        }
        return find(node)
                .map(web::endpointOf)
                .orElseThrow(() -> new IllegalArgumentException(
                        environment.name() + " has no web node [" + node + "]; it has " + web.nodes() + "."));
    }

    private Optional<Node> find(String node) {
        return environment.web().nodes().stream()
                .filter(one -> one.name().equals(node))
                .findFirst();
    }

    Environment environment() {
        return environment;
    }

    Estates estates() {
        return estates;
    }

    HttpUrl base() {
        return base;
    }

    Throttle throttle() {
        return throttle;
    }

    /**
     * Counts what came of a request.
     *
     * @param request method and path
     * @param errorKind where it failed
     */
    void count(String node, String request, Optional<String> errorKind, Duration took) {
        tally.count(node, request, errorKind);
        breaker.count(node, errorKind.isPresent(), took);
    }

    Breaker breaker() {
        return breaker;
    }

    @Override
    public void close() {
        shared.connectionPool().evictAll();
        shared.dispatcher().executorService().shutdown();
    }
}
