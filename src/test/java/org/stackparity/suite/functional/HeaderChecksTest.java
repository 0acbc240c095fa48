package org.stackparity.suite.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.stackparity.suite.trial.Contracts.contract;
import static org.stackparity.suite.trial.Contracts.page;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.environment.Contract;
import org.stackparity.model.Case;
import org.stackparity.model.Fault;
import org.stackparity.model.Observation;
import org.stackparity.model.Role;
import org.stackparity.suite.trial.TinyStack;
import org.stackparity.suite.trial.TinyStack.Reply;
import org.stackparity.suite.trial.TinyStack.Request;
import org.stackparity.suite.trial.Trial;

/** What the checks of headers record of two tiny stacks. Long, since each header is taken apart in its own way. */
class HeaderChecksTest {
    private static final Case HOME = Case.of("page", "/");

    private final TinyStack primary = new TinyStack(Role.PRIMARY, 1);
    private final TinyStack failover = new TinyStack(Role.FAILOVER, 1);

    @TempDir
    private Path scratch;

    @AfterEach
    void stop() {
        primary.close();
        failover.close();
    }

    @Test
    void takesSecurityHeadersApart() {
        primary.on(
                "GET /",
                request -> home().with(
                                "Content-Security-Policy",
                                "default-src 'self';  img-src data: 'self'; upgrade-insecure-requests")
                        .with("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
                        .with("X-Frame-Options", "deny"));
        failover.on(
                "GET /",
                request -> home().with(
                                "Content-Security-Policy", "IMG-SRC 'self' data:; default-src 'self' 'nonce-8Fh2'")
                        .with("Strict-Transport-Security", "max-age=300"));
        Trial trial = run(contract().pages(page("/")).build(), "HDR-01");

        assertThat(trial.one(Role.PRIMARY, HOME, "n1").values())
                .containsExactly(
                        entry("Content-Security-Policy[default-src]", "'self'"),
                        entry("Content-Security-Policy[img-src]", "'self' data:"),
                        entry("Content-Security-Policy[upgrade-insecure-requests]", "present"),
                        entry("Strict-Transport-Security[includesubdomains]", "present"),
                        entry("Strict-Transport-Security[max-age]", "31536000"),
                        entry("X-Frame-Options", "deny"),
                        entry("present", "Strict-Transport-Security, Content-Security-Policy, X-Frame-Options"));
        assertThat(trial.one(Role.FAILOVER, HOME, "n1").values())
                .containsEntry("Content-Security-Policy[default-src]", "'nonce-«nonce»' 'self'")
                .containsEntry("Content-Security-Policy[img-src]", "'self' data:")
                .doesNotContainKey("X-Frame-Options");
    }

    @Test
    void seesWhichOriginsAreLetIn() {
        primary.on("GET /api", request -> cors(request, "https://partner.example"))
                .on("OPTIONS /api", request -> cors(request, "https://partner.example"));
        failover.on("GET /api", request -> Reply.json("{}").with("Access-Control-Allow-Origin", "*"))
                .on("OPTIONS /api", request -> Reply.text(404, ""));
        Contract contract = contract()
                .cors("/api", List.of("https://partner.example"), List.of("https://evil.example"))
                .build();
        Trial trial = run(contract, "HDR-02");

        Case partner = Case.of("origin", "https://partner.example");
        Case evil = Case.of("origin", "https://evil.example");
        assertThat(trial.one(Role.PRIMARY, partner, "n1").values())
                .containsEntry("get.verdict", "allowed")
                .containsEntry("get.allow-origin", "the origin itself")
                .containsEntry("preflight[PUT].verdict", "allowed")
                .containsEntry("preflight[DELETE].verdict", "denied");
        assertThat(trial.one(Role.PRIMARY, evil, "n1").faults()).isEmpty();
        assertThat(kinds(trial.one(Role.FAILOVER, evil, "n1"))).containsExactly("origin-allowed");
        assertThat(trial.one(Role.FAILOVER, partner, "n1").values()).containsEntry("preflight[PUT].verdict", "denied");
    }

    private static Reply cors(Request request, String allowed) {
        Reply reply = Reply.json("{}").with("Access-Control-Allow-Methods", "GET, PUT");
        return request.header("Origin").equals(allowed) ? reply.with("Access-Control-Allow-Origin", allowed) : reply;
    }

    @Test
    void requiresCachesToKeepLanguagesApart() {
        primary.on(
                "GET /",
                request -> request.header("If-None-Match").equals("\"v1\"")
                        ? Reply.text(304, "")
                        : home().with("Vary", "Cookie, accept-language")
                                .with("Cache-Control", "max-age=60, Private")
                                .with("ETag", "\"v1\""));
        failover.on("GET /", request -> home().with("Vary", "Cookie").with("ETag", "W/\"v1\""));
        Trial trial = run(contract().locales("en-US", "de-DE").pages(page("/")).build(), "HDR-03");

        assertThat(trial.one(Role.PRIMARY, HOME, "n1").values())
                .containsEntry("cache-control[max-age]", "60")
                .containsEntry("cache-control[private]", "present")
                .containsEntry("vary[accept-language]", "present")
                .containsEntry("etag", "strong")
                .containsEntry("revalidation", "304");
        Observation lost = trial.one(Role.FAILOVER, HOME, "n1");
        assertThat(kinds(lost)).containsExactly("vary-misses-language");
        assertThat(lost.values())
                .doesNotContainKey("cache-control[max-age]")
                .containsEntry("etag", "weak")
                .containsEntry("revalidation", "ignored");
    }

    @Test
    void doesNotRequireVaryOfPagesThatNoCacheKeeps() {
        for (TinyStack stack : List.of(primary, failover)) {
            stack.on("GET /", request -> home().with("Cache-Control", "no-store"));
        }
        Trial trial = run(contract().locales("en-US", "de-DE").pages(page("/")).build(), "HDR-03");

        assertThat(trial.of(Role.FAILOVER))
                .allSatisfy(one -> assertThat(one.faults()).isEmpty());
    }

    @Test
    void followsRedirectsOnTheOwnStackOnly() {
        AtomicInteger foreign = new AtomicInteger();
        primary.on("GET /shop", request -> Reply.redirect(301, "http://" + TinyStack.HOST + "/new"))
                .on("GET /new", request -> Reply.redirect(302, "/newer"))
                .on("GET /newer", request -> home());
        failover.on("GET /shop", request -> Reply.redirect(301, "http://web1.dallas.internal/new"))
                .on("GET /loop", request -> Reply.redirect(302, "/loop"));
        primary.on("GET /loop", request -> {
            foreign.incrementAndGet();
            return home();
        });
        Trial trial = run(contract().redirects("/shop", "/loop").build(), "HDR-04");

        assertThat(trial.one(Role.PRIMARY, Case.of("path", "/shop"), "n1").values())
                .containsExactly(
                        entry("end", "answered"),
                        entry("hop[1].location", "http://«own-host»/new"),
                        entry("hop[1].status", "301"),
                        entry("hop[2].location", "/newer"),
                        entry("hop[2].status", "302"),
                        entry("hop[3].status", "200"));
        Observation away = trial.one(Role.FAILOVER, Case.of("path", "/shop"), "n1");
        assertThat(away.values()).containsEntry("end", "left the stack").doesNotContainKey("hop[2].status");
        assertThat(away.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo("other-stack");
            assertThat(fault.message()).contains("[web1.dallas.internal]");
        });
        assertThat(kinds(trial.one(Role.FAILOVER, Case.of("path", "/loop"), "n1")))
                .containsExactly("redirect-loop");
        assertThat(foreign).hasValue(1);
    }

    @Test
    void asksWholeUrlsAtTheNodesWithTheirHostName() {
        for (TinyStack stack : List.of(primary, failover)) {
            stack.on(
                    "GET /",
                    request -> request.header("Host").equals("www." + TinyStack.HOST)
                            ? Reply.redirect(301, "http://" + TinyStack.HOST + "/")
                            : home());
        }
        failover.on("n1", "GET /", request -> home());
        String www = "http://www." + TinyStack.HOST + "/";
        Trial trial = run(contract().redirects(www).build(), "HDR-04");

        assertThat(trial.one(Role.PRIMARY, Case.of("path", www), "n1").values())
                .containsExactly(
                        entry("end", "answered"),
                        entry("hop[1].location", "http://«own-host»/"),
                        entry("hop[1].status", "301"),
                        entry("hop[2].status", "200"));
        assertThat(trial.one(Role.FAILOVER, Case.of("path", www), "n1").values())
                .containsExactly(entry("end", "answered"), entry("hop[1].status", "200"));
    }

    @Test
    void asksAnotherPortThanTheCustomersAtTheNode() throws IOException {
        HttpServer plain = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        plain.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://" + TinyStack.HOST + "/new");
            exchange.sendResponseHeaders(301, -1);
            exchange.close();
        });
        plain.start();
        try {
            primary.on("GET /new", request -> home());
            failover.on("GET /new", request -> home());
            String url = "http://" + TinyStack.HOST + ":" + plain.getAddress().getPort() + "/";
            Trial trial = run(contract().redirects(url).build(), "HDR-04");

            assertThat(trial.one(Role.FAILOVER, Case.of("path", url), "n1").values())
                    .containsEntry("hop[1].status", "301")
                    .containsEntry("hop[2].status", "200");
        } finally {
            plain.stop(0);
        }
    }

    @Test
    void seesCharsetAndCompression() {
        primary.on(
                "GET /", request -> home().withBody(gzip("<main>Fjord</main>")).with("Content-Encoding", "gzip"));
        failover.on("GET /", request -> home().with("Content-Type", "text/html").with("Content-Encoding", "gzip"));
        Trial trial = run(contract().pages(page("/")).build(), "HDR-05");

        assertThat(trial.one(Role.PRIMARY, HOME, "n1").values())
                .containsExactly(
                        entry("charset", "utf-8"), entry("compression", "gzip"), entry("media-type", "text/html"));
        Observation wrong = trial.one(Role.FAILOVER, HOME, "n1");
        assertThat(wrong.values()).containsEntry("charset", "none");
        assertThat(kinds(wrong)).containsExactly("broken-encoding");
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Reply home() {
        return Reply.html("<main>Fjord</main>");
    }

    private Trial run(Contract contract, String id) {
        return Trial.run(primary, failover, contract, scratch, id);
    }

    private static List<String> kinds(Observation observation) {
        return observation.faults().stream().map(Fault::kind).toList();
    }
}
