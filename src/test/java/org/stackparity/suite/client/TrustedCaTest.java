package org.stackparity.suite.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.stackparity.suite.trial.Contracts.contract;
import static org.stackparity.suite.trial.Environments.withWeb;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stackparity.environment.Contract.LocaleSelection;
import org.stackparity.environment.Environment;
import org.stackparity.environment.Pair;
import org.stackparity.model.Fault;
import org.stackparity.model.NodeRef;
import org.stackparity.model.Role;
import org.stackparity.suite.junit.Scope;
import org.stackparity.suite.junit.Scopes;
import org.stackparity.suite.junit.StackException;
import org.stackparity.suite.trial.TinyCa;
import org.stackparity.suite.trial.TinyStack;
import org.stackparity.suite.trial.TinyStack.Reply;

class TrustedCaTest {
    private final TinyCa ca = new TinyCa();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void asksWhereTheCertificateIsOfATrustedCa() {
        Scope scope = scope(ca.serverOf(TinyStack.HOST), ca.certificate());

        assertThat(Http.of(scope, scope).ask("n1", Ask.get("/")).text()).isEqualTo("n1");
        assertThat(Http.of(scope, scope).ask(NodeRef.SITE, Ask.get("/")).text()).isEqualTo("n1");
        assertThat(new Rest(Http.of(scope, scope).session("n1"), new LocaleChoice(LocaleSelection.DEFAULT, "en-US"))
                        .get("/")
                        .text())
                .isEqualTo("n1");
        TimedHttp.Timing timing = TimedHttp.of(scope).visitor("n1", false).get("/");
        assertThat(timing.status()).contains(200);
        assertThat(timing.phases().get("tls")).isPositive();
    }

    @Test
    void refusesAnyOtherCa() {
        Scope scope = scope(ca.serverOf(TinyStack.HOST), new TinyCa().certificate());

        assertThat(fault(scope).kind()).isEqualTo("certificate-untrusted");
        assertThat(fault(scope).message())
                .startsWith("GET / got no answer from [n1]: ")
                .endsWith(". If customers trust the CA of its certificate, name the CA's file in web.trusted-ca.");
        assertThat(TimedHttp.of(scope).visitor("n1", false).get("/").fault())
                .map(Fault::kind)
                .contains("certificate-untrusted");
        assertThat(Tally.of(scope).drain("n1").kinds()).hasToString("{certificate-untrusted=3}");
    }

    @Test
    void refusesAPrivateCaWhereNoneIsNamed() {
        assertThat(fault(scope(ca.serverOf(TinyStack.HOST))).kind()).isEqualTo("certificate-untrusted");
    }

    @Test
    void refusesTheCertificateOfAnotherHost() {
        Scope scope = scope(ca.serverOf("other.example.test"), ca.certificate());

        assertThat(fault(scope).kind()).isEqualTo("certificate-mismatch");
        assertThat(fault(scope).message())
                .contains(TinyStack.HOST + " not verified", "[other.example.test]")
                .doesNotContain("\n")
                .endsWith("Its certificate has to name the host that customers ask for.");
        assertThat(TimedHttp.of(scope).visitor("n1", false).get("/").fault())
                .map(Fault::kind)
                .contains("certificate-mismatch");
    }

    @Test
    void refusesACertificateThatIsNotValidToday() {
        Instant now = Instant.now();
        SSLContext ended = ca.serverOf(TinyStack.HOST, now.minus(Duration.ofHours(1)));
        SSLContext early = ca.serverOf(TinyStack.HOST, now.plus(Duration.ofDays(3)));

        assertThat(fault(scope(ended, ca.certificate())).kind()).isEqualTo("certificate-expired");
        assertThat(fault(scope(early, ca.certificate())).kind()).isEqualTo("certificate-not-yet-valid");
    }

    @Test
    void trustsTheCasOfJavaAsWell() {
        Scope scope = scope(ca.serverOf(TinyStack.HOST), ca.certificate());
        OkHttpClient client =
                Http.of(scope, scope).trusting(new OkHttpClient.Builder()).build();

        X509Certificate[] ofJava = new OkHttpClient().x509TrustManager().getAcceptedIssuers();
        assertThat(ofJava).isNotEmpty();
        assertThat(client.x509TrustManager().getAcceptedIssuers())
                .contains(ofJava)
                .contains(ca.certificate());
    }

    private static Fault fault(Scope scope) {
        return catchThrowableOfType(
                        StackException.class, () -> Http.of(scope, scope).ask("n1", Ask.get("/")))
                .fault();
    }

    private Scope scope(SSLContext server, X509Certificate... trusted) {
        TinyStack stack = new TinyStack(Role.PRIMARY, 1, Optional.of(server));
        stack.on("GET /", request -> Reply.text(200, request.node()));
        TinyStack other = new TinyStack(Role.FAILOVER, 1);
        Scope scope = Scopes.of(
                new Pair(
                        "trial",
                        Path.of("."),
                        trusting(stack.environment(), List.of(trusted)),
                        other.environment(),
                        contract().build(),
                        List.of(),
                        "0",
                        Map.of()),
                Role.PRIMARY);
        open.addAll(List.<AutoCloseable>of(scope, stack, other));
        return scope;
    }

    private static Environment trusting(Environment environment, List<X509Certificate> trusted) {
        return withWeb(
                environment,
                web -> new Environment.Web(
                        web.url(), web.connectTo(), web.nodes(), web.limits(), web.headers(), trusted));
    }
}
