package org.stackparity.suite.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.stackparity.suite.trial.Contracts.contract;
import static org.stackparity.suite.trial.Environments.withWeb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stackparity.environment.Environment;
import org.stackparity.environment.Pair;
import org.stackparity.environment.Secret;
import org.stackparity.model.Fault;
import org.stackparity.model.NodeRef;
import org.stackparity.model.Role;
import org.stackparity.suite.junit.Scope;
import org.stackparity.suite.junit.Scopes;
import org.stackparity.suite.junit.StackException;
import org.stackparity.suite.trial.TinyCa;
import org.stackparity.suite.trial.TinyStack;
import org.stackparity.suite.trial.TinyStack.Reply;
import org.stackparity.suite.trial.TinyStack.Request;

/** Customers speak TLS with the entrance, and the entrance plain HTTP with the nodes. */
class TlsTerminationTest {
    private static final String TOKEN = "letmein-90125";

    private final TinyCa ca = new TinyCa();
    private final TinyStack stack = new TinyStack(Role.PRIMARY, 2).withEntrance(ca.serverOf(TinyStack.HOST));
    private final TinyStack other = new TinyStack(Role.FAILOVER, 1);
    private final List<Scope> scopes = new ArrayList<>();
    private final Scope scope = scope(web -> web);
    private final Http http = Http.of(scope, scope);

    @AfterEach
    void stop() {
        scopes.forEach(Scope::close);
        stack.close();
        other.close();
    }

    @Test
    void asksTheNodesInPlainHttpAsTheBalancerDoesAndTheEntranceByTls() {
        stack.on("GET /who?x=1", request -> Reply.text(200, request.node() + " " + asked(request)));

        assertThat(http.ask("n1", Ask.get("/who?x=1")).text()).isEqualTo("n1 plain shop.example.test [https] probe");
        assertThat(http.ask("n2", Ask.get("/who?x=1")).text()).isEqualTo("n2 plain shop.example.test [https] probe");
        assertThat(http.ask(NodeRef.SITE, Ask.get("/who?x=1")).text()).isEqualTo("site tls shop.example.test [] probe");
    }

    @Test
    void sendsTheCustomersPortInTheHostHeaderWhereTheUrlHasOne() {
        Scope own = scope(web -> new Environment.Web(
                "https://" + TinyStack.HOST + ":8443",
                web.connectTo(),
                web.nodes(),
                web.limits(),
                web.headers(),
                web.trustedCa()));
        stack.on("GET /who", request -> Reply.text(200, asked(request)));

        assertThat(Http.of(own, own).ask("n1", Ask.get("/who")).text())
                .isEqualTo("plain shop.example.test:8443 [https] probe");
    }

    @Test
    void keepsAndSendsSecureCookiesOfTheCustomersUrlOnly() {
        stack.on("GET /set", request -> Reply.text(200, "").with("Set-Cookie", "sid=s1; Path=/; Secure; HttpOnly"))
                .on("GET /show", request -> Reply.text(200, "[" + request.header("Cookie") + "]"));
        Session visitor = http.session("n1");
        visitor.putCookie("lang", "de");
        visitor.ask(Ask.get("/set"));
        Session sameVisitor = http.session("n2");
        sameVisitor.takeCookiesOf(visitor);

        assertThat(visitor.cookie("sid")).contains("s1");
        assertThat(visitor.ask(Ask.get("/show")).text()).isEqualTo("[lang=de; sid=s1]");
        assertThat(sameVisitor.ask(Ask.get("/show")).text()).isEqualTo("[lang=de; sid=s1]");
        assertThat(visitor.ask(Ask.getDeclared("http://" + TinyStack.HOST + "/show"))
                        .text())
                .isEqualTo("[lang=de]");
        assertThat(http.ask("n1", Ask.get("/show")).text()).isEqualTo("[]");
    }

    @Test
    void followsARedirectToTheCustomersUrlOnTheSameNode() {
        stack.on("GET /a", request -> Reply.redirect(302, "https://" + TinyStack.HOST + "/b"))
                .on("GET /b", request -> Reply.redirect(302, "/c"))
                .on("GET /c", request -> Reply.text(200, request.node() + " " + asked(request)));

        Trail trail = http.session("n2").follow(Ask.get("/a"));

        assertThat(trail.end()).isEqualTo(Trail.End.ANSWERED);
        assertThat(trail.last().text()).isEqualTo("n2 plain shop.example.test [https] probe");
    }

    @Test
    void leavesWhereANodeForgetsThatCustomersUseTls() {
        stack.on("GET /a", request -> Reply.redirect(302, "http://" + TinyStack.HOST + "/b"));

        assertThat(http.session("n1").follow(Ask.get("/a")).end()).isEqualTo(Trail.End.LEFT);
    }

    @Test
    void asksForADeclaredUrlWithItsOwnSchemeAndHostAndNoAccessUnlessEncrypted() {
        List<String> seen = new ArrayList<>();
        stack.on("GET /old", request -> {
                    seen.add(asked(request));
                    return Reply.redirect(301, "https://" + TinyStack.HOST + "/new");
                })
                .on("GET /new", request -> Reply.text(200, asked(request)));

        Trail plain = http.session("n1").follow(Ask.getDeclared("http://" + TinyStack.HOST + "/old"));
        http.ask("n1", Ask.getDeclared("http://www." + TinyStack.HOST + ":8081/old"));
        http.ask("n1", Ask.getDeclared("https://www." + TinyStack.HOST + "/old"));

        assertThat(plain.last().text()).isEqualTo("plain shop.example.test [https] probe");
        assertThat(seen)
                .containsExactly(
                        "plain shop.example.test [http] ",
                        "plain www.shop.example.test:8081 [http] ",
                        "plain www.shop.example.test [https] probe");
    }

    @Test
    void timesANodeWithoutAHandshake() {
        stack.on("GET /", request -> Reply.text(200, "").with("Set-Cookie", "sid=s1; Secure"))
                .on(
                        "GET /mine",
                        request -> Reply.text(
                                request.header("Cookie").equals("sid=s1")
                                                && asked(request).endsWith("[https] probe")
                                        ? 200
                                        : 500,
                                ""));
        TimedHttp timed = TimedHttp.of(scope);
        TimedHttp.Visitor visitor = timed.visitor("n1", true);

        TimedHttp.Timing first = visitor.get("/");
        assertThat(first.faults()).isEmpty();
        assertThat(first.phases().get("connect")).isPositive();
        assertThat(first.phases().get("tls")).isZero();
        assertThat(visitor.get("/mine").status()).contains(200);
        assertThat(timed.visitor("n1", false).get("/mine").status()).contains(500);
        assertThat(timed.visitor(NodeRef.SITE, false).get("/").phases().get("tls"))
                .isPositive();
        assertThat(timed.roundTripMillis("n1")).isPositive();
    }

    @Test
    void saysWhatToDoWhereANodeSpeaksNoTls() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> complainOnce(plain));
            server.setDaemon(true);
            server.start();
            Scope own = scope(web -> new Environment.Web(
                    web.url(),
                    web.connectTo(),
                    List.of(new Environment.Node("n1", "127.0.0.1", Optional.of(plain.getLocalPort()), true)),
                    web.limits(),
                    web.headers(),
                    web.trustedCa()));

            Fault fault = catchThrowableOfType(
                            StackException.class, () -> Http.of(own, own).ask("n1", Ask.get("/")))
                    .fault();

            assertThat(fault.kind()).isEqualTo("tls-failure");
            assertThat(fault.message()).endsWith("where TLS ends at the load balancer, give the node tls: false.");
        }
    }

    /** What a server of plain HTTP says to the first bytes of a handshake. */
    private static void complainOnce(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read(new byte[4096]);
            socket.getOutputStream()
                    .write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a request came, by its connection, its Host, its forwarded scheme and what gives access. */
    private static String asked(Request request) {
        return (request.isEncrypted() ? "tls " : "plain ") + request.header("Host") + " ["
                + request.header("X-Forwarded-Proto") + "] "
                + (request.header("X-Probe").equals(TOKEN) ? "probe" : request.header("X-Probe"));
    }

    private Scope scope(UnaryOperator<Environment.Web> change) {
        Environment environment = withWeb(
                stack.environment(),
                web -> change.apply(new Environment.Web(
                        web.url(),
                        web.connectTo(),
                        web.nodes(),
                        web.limits(),
                        Map.of("X-Probe", new Secret("${env:PROBE}", TOKEN)),
                        List.of(ca.certificate()))));
        Scope made = Scopes.of(
                new Pair(
                        "trial",
                        Path.of("."),
                        environment,
                        other.environment(),
                        contract().build(),
                        List.of(),
                        "0",
                        Map.of()),
                Role.PRIMARY);
        scopes.add(made);
        return made;
    }
}
