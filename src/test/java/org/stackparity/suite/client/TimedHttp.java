package org.stackparity.suite.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.stackparity.environment.Contract;
import org.stackparity.environment.Endpoint;
import org.stackparity.model.Fault;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.Scope;
import org.stackparity.suite.junit.StackException;

/**
 * Asks web nodes and times each phase of the answer. A connection is kept as long as the node keeps it, so that a sample
 * is mostly the node's own time; the round trip is measured apart, on fresh connections. Thread-safe.
 */
public final class TimedHttp implements AutoCloseable {
    /** The kind of fault where a sign-in stands in the place of what was asked, so that it was not seen. */
    public static final String SIGN_IN = "sign-in";

    private static final int ROUND_TRIPS = 5;
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration READ = Duration.ofSeconds(10);
    private static final Duration WHOLE = Duration.ofSeconds(15);

    private final Http http;
    private final Contract contract;
    private final OkHttpClient shared;

    private TimedHttp(Scope pass) {
        http = Http.of(pass, pass);
        contract = pass.contract();
        shared = http.trusting(new OkHttpClient.Builder())
                .connectTimeout(CONNECT)
                .readTimeout(READ)
                .writeTimeout(READ)
                .callTimeout(WHOLE)
                .connectionPool(
                        new ConnectionPool(http.environment().web().limits().connections(), 2, TimeUnit.SECONDS))
                .retryOnConnectionFailure(false)
                .fastFallback(false)
                .followRedirects(false)
                .proxy(Proxy.NO_PROXY)
                .eventListenerFactory(call -> Phases.of(call.request()))
                .build();
    }

    /** The timing client of a pass. */
    public static TimedHttp of(Scope pass) {
        return pass.shared(TimedHttp.class, TimedHttp::new);
    }

    /**
     * A visitor of one node.
     *
     * @param keepsCookies true for one who stays in his session; otherwise each request is a first visit
     */
    public Visitor visitor(String node, boolean keepsCookies) {
        CookieJar cookies = keepsCookies ? new Cookies() : CookieJar.NO_COOKIES;
        return new Visitor(node, http.visiting(node, http.leadingTo(node, shared), cookies));
    }

    /**
     * The time of one round trip to a node in milliseconds: the shortest of five connects. What a connect takes longer than
     * the way is waiting, and would be taken off the service time (Cardwell et al., BBR, ACM Queue 14, 2016, estimate the
     * way by the least round trip too).
     *
     * @throws StackException if the node does not take a connection
     */
    public double roundTripMillis(String node) {
        Endpoint endpoint = http.endpoint(node);
        double shortest = Double.MAX_VALUE;
        for (int i = 0; i < ROUND_TRIPS; i++) {
            http.throttle().beforeConnect();
            try (Socket socket = new Socket()) {
                InetSocketAddress address = new InetSocketAddress(endpoint.host(), endpoint.port());
                long start = System.nanoTime();
                socket.connect(address, (int) CONNECT.toMillis());
                shortest = Math.min(shortest, (System.nanoTime() - start) / 1e6);
            } catch (IOException e) {
                throw new StackException(TransportFault.of("A connection", node, e), e);
            }
        }
        return shortest;
    }

    /** Milliseconds with three decimals, as samples are written. */
    public static String decimal(double millis) {
        return String.format(Locale.ROOT, "%.3f", millis);
    }

    @Override
    public void close() {
        shared.connectionPool().evictAll();
        shared.dispatcher().executorService().shutdown();
    }

    /**
     * One timed answer.
     *
     * @param phases milliseconds by name: {@code dns}, {@code connect}, {@code tls} (0 on a kept
     *     connection, and where TLS ends before the node), {@code firstByte} and {@code total}; empty where no answer came
     * @param status of the answer; empty where none came
     * @param fault why no healthy answer came
     */
    public record Timing(
            Instant at,
            Duration took,
            SortedMap<String, Double> phases,
            Optional<Integer> status,
            Optional<Fault> fault) {
        public Timing {
            phases = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(phases));
        }

        public List<Fault> faults() {
            return fault.stream().toList();
        }
    }

    /** Asks one node again and again. Ask one thing after the other. */
    public final class Visitor {
        private final String node;
        private final OkHttpClient client;

        Visitor(String node, OkHttpClient client) {
            this.node = node;
            this.client = client;
        }

        /**
         * What a GET took; counts for the node's error rate. Waiting for our own limits is not counted as time. The time of
         * an error is not that of the page: a status from 400 on is a fault unless the contract declares it for the path.
         *
         * @throws NotObservedException if the node failed so slowly and so often that it is not asked any more
         */
        public Timing get(String path) {
            http.breaker().require(node);
            Throttle.Place place = http.throttle().enter();
            Phases phases = new Phases();
            Request.Builder request =
                    new Request.Builder().url(http.session(node).url(path)).tag(Phases.class, phases);
            http.environment().web().headers().forEach((name, secret) -> request.header(name, secret.reveal()));
            Instant at = Instant.now();
            long start = System.nanoTime();
            Optional<Integer> status = Optional.empty();
            Optional<Fault> fault;
            try (Response response = client.newCall(request.build()).execute()) {
                BufferedSource body = response.body().source();
                body.request(Http.LONGEST_BODY);
                phases.end();
                status = Optional.of(response.code());
                fault = fault(path, response);
            } catch (IOException e) {
                fault = Optional.of(TransportFault.of("GET " + path, node, e));
            } finally {
                place.close();
            }
            // As for every other request: an answer below 500 is no error of the node.
            boolean failed = fault.isPresent() && status.orElse(500) >= 500;
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            http.count(node, "GET " + path, failed ? fault.map(Fault::kind) : Optional.empty(), took);
            return new Timing(at, took, fault.isPresent() ? new TreeMap<>() : phases.millis(), status, fault);
        }

        private Optional<Fault> fault(String path, Response response) {
            String said = "GET " + path + " answered [" + response.code() + "].";
            if (!contract.isHealthy(path, response.code())) {
                return Optional.of(new Fault("http-" + response.code(), "", said));
            }
            return response.isRedirect() && Sight.isSignIn(response.header("Location", ""))
                    ? Optional.of(new Fault(SIGN_IN, "", said + " It leads to a sign-in instead of the page."))
                    : Optional.empty();
        }
    }
}
