package org.stackparity.suite.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stackparity.suite.trial.Contracts.contract;
import static org.stackparity.suite.trial.Environments.withWeb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stackparity.environment.Environment;
import org.stackparity.environment.Pair;
import org.stackparity.environment.Secret;
import org.stackparity.model.NodeRef;
import org.stackparity.model.Role;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.Scope;
import org.stackparity.suite.junit.Scopes;
import org.stackparity.suite.junit.StackException;
import org.stackparity.suite.trial.TinyStack;
import org.stackparity.suite.trial.TinyStack.Reply;

class HttpTest {
    private final TinyStack stack = new TinyStack(Role.PRIMARY, 2);
    private final TinyStack other = new TinyStack(Role.FAILOVER, 1);
    private final Scope scope = scope(stack.environment());
    private final Http http = Http.of(scope, scope);

    @AfterEach
    void stop() {
        scope.close();
        stack.close();
        other.close();
    }

    @Test
    void asksEachNodeUnderTheCustomersHostName() {
        stack.on("GET /who", request -> Reply.text(200, request.node() + " as " + request.header("Host")));

        assertThat(http.ask("n1", Ask.get("/who")).text()).isEqualTo("n1 as " + TinyStack.HOST);
        assertThat(http.ask("n2", Ask.get("/who")).text()).isEqualTo("n2 as " + TinyStack.HOST);
        assertThat(http.ask(NodeRef.SITE, Ask.get("/who")).text()).isEqualTo("n1 as " + TinyStack.HOST);
    }

    @Test
    void keepsCookiesPerVisitorOnly() {
        stack.on("GET /set", request -> Reply.text(200, "").with("Set-Cookie", "sid=s1; Path=/"))
                .on("GET /show", request -> Reply.text(200, "[" + request.header("Cookie") + "]"));
        Session visitor = http.session("n1");
        visitor.ask(Ask.get("/set"));

        assertThat(visitor.ask(Ask.get("/show")).text()).isEqualTo("[sid=s1]");
        assertThat(http.ask("n1", Ask.get("/show")).text()).isEqualTo("[]");
    }

    @Test
    void countsErrorsButNotThoseThatWereAskedFor() {
        stack.on("GET /broken", request -> Reply.text(500, "oops"));
        http.ask("n1", Ask.get("/broken"));
        http.ask("n1", Ask.get("/broken").thatMayFail());
        http.ask("n1", Ask.get("/nowhere"));

        Tally.Count count = Tally.of(scope).drain("n1");

        assertThat(count.requests()).isEqualTo(3);
        assertThat(count.kinds()).hasToString("{http-500=1}");
    }

    @Test
    void doesNotReadPastTheLimitNorSwallowABomb() {
        byte[] zeros = new byte[Http.LONGEST_BODY + 1];
        stack.on("GET /long", request -> Reply.text(200, "").withBody(zeros))
                .on(
                        "GET /bomb",
                        request -> Reply.text(200, "").withBody(gzip(zeros)).with("Content-Encoding", "gzip"));

        for (String path : List.of("/long", "/bomb")) {
            Answer answer = http.ask("n1", Ask.get(path));
            assertThat(answer.body().cut()).isTrue();
            assertThatThrownBy(answer::text)
                    .isInstanceOf(NotObservedException.class)
                    .hasMessageContaining("GET " + path + " answered more than [2097152] bytes");
        }
    }

    @Test
    void followsRedirectsOfTheOwnHostsOnly() {
        int otherPort = other.environment().web().nodes().get(0).port().orElseThrow();
        stack.on("GET /a", request -> Reply.redirect(302, "http://" + TinyStack.HOST + "/b?x=1"))
                .on("GET /b?x=1", request -> Reply.redirect(302, "http://127.0.0.1:" + otherPort + "/away"));

        Trail trail = http.session("n1").follow(Ask.get("/a"));

        assertThat(trail.hops()).hasSize(2);
        assertThat(trail.end()).isEqualTo(Trail.End.LEFT);
        assertThat(other.requests()).isZero();
    }

    @Test
    void sendsAccessHeadersAndNeverSaysThem() {
        String token = "letmein-90125";
        Environment guarded = withHeader(stack.environment(), new Secret("${env:PROBE}", token));
        stack.on("GET /guarded", request -> Reply.text(request.header("X-Probe").equals(token) ? 200 : 403, ""));
        Scope own = scope(guarded);

        Answer answer = Http.of(own, own).ask("n1", Ask.get("/guarded"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.toString() + guarded).doesNotContain(token);
        own.close();
    }

    @Test
    void namesWhyNoAnswerCame() throws IOException {
        try (ServerSocket resetting = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> resetEverybody(resetting));
            server.setDaemon(true);
            server.start();
            Environment bad = withNodes(
                    stack.environment(),
                    new Environment.Node("resetting", "127.0.0.1", Optional.of(resetting.getLocalPort()), true),
                    new Environment.Node("closed", "127.0.0.1", Optional.of(1), true),
                    new Environment.Node("nowhere", "no-such-host.invalid", Optional.empty(), true));
            Scope own = scope(bad);

            assertThat(kindOfFailure(own, "resetting")).isEqualTo("connection-reset");
            assertThat(kindOfFailure(own, "closed")).isEqualTo("connection-refused");
            assertThat(kindOfFailure(own, "nowhere")).isEqualTo("unknown-host");
            assertThat(Tally.of(own).drain("closed").kinds()).hasToString("{connection-refused=1}");
            own.close();
        }
    }

    private static String kindOfFailure(Scope scope, String node) {
        try {
            Http.of(scope, scope).ask(node, Ask.get("/"));
            return "none";
        } catch (StackException e) {
            return e.fault().kind();
        }
    }

    private static void resetEverybody(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.getInputStream().read();
                socket.setSoLinger(true, 0);
            } catch (IOException e) {
                return;
            }
        }
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return packed.toByteArray();
    }

    private Scope scope(Environment environment) {
        Pair pair = new Pair(
                "trial",
                Path.of("."),
                environment,
                other.environment(),
                contract().build(),
                List.of(),
                "0",
                Map.of());
        return Scopes.of(pair, Role.PRIMARY);
    }

    private static Environment withNodes(Environment environment, Environment.Node... nodes) {
        return withWeb(
                environment,
                web -> new Environment.Web(
                        web.url(), web.connectTo(), List.of(nodes), web.limits(), web.headers(), web.trustedCa()));
    }

    private static Environment withHeader(Environment environment, Secret secret) {
        return withWeb(
                environment,
                web -> new Environment.Web(
                        web.url(),
                        web.connectTo(),
                        web.nodes(),
                        web.limits(),
                        Map.of("X-Probe", secret),
                        web.trustedCa()));
    }
}
