package org.stackparity.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jsoup.Connection;
import org.jsoup.Connection.Method;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.store.host.Endpoint;
import org.stackparity.store.host.SshDaemon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReferencePairIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> CHECKOUT = Map.of(
            "en-US", "Checkout", "de-DE", "Zur Kasse", "fr-FR", "Paiement", "ja-JP", "お会計", "ar", "إتمام الشراء");

    @TempDir
    Path work;

    @Test
    void isAWholeShopOnBothSitesWhenHealthy() throws Exception {
        try (ReferencePair pair = ReferencePair.start(work, Set.of())) {
            for (Site site : Site.values()) {
                speaksFiveLanguages(site);
                sellsAnOrder(site);
                subscribesACustomer(site);
                chargesExactlyOnce(site, Duration.ofSeconds(15));
                assertThat(run(pair, site.jobsSsh(), "date +%z")).isEqualTo("+0000\n");
            }
        }
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @Test
    void hasTheFourFaultsOf2012OnTheFailover() throws Exception {
        try (ReferencePair pair = ReferencePair.start(work, Defects.find("2012"))) {
            Site failover = Site.ARIZONA;
            assertThat(run(pair, failover.jobsSsh(), "date +%z")).isEqualTo("-0800\n");
            JsonNode canary = startCanary(failover);

            assertThat(pair.home(failover, "web1").resolve("locale/de-DE/messages.mo"))
                    .doesNotExist();
            assertThat(heading(failover, "/checkout", "de-DE")).isEqualTo("Checkout");

            assertThat(run(pair, failover.webSsh(2), "grep sessions.address etc/app.properties"))
                    .isEqualTo("sessions.address=" + Site.DALLAS.sessionsFromAfar() + "\n");
            double slow = secondsOfAPage(failover);
            assertThat(slow).isGreaterThan(0.05);
            assertThat(secondsOfAPage(Site.DALLAS)).isLessThan(slow);

            assertThat(failuresIn(failover, 400)).isBetween(2, 40);
            assertThat(failuresIn(Site.DALLAS, 100)).isZero();

            assertThat(readCanary(failover, canary).path("charges")).isEmpty();
        }
    }

    private static void speaksFiveLanguages(Site site) throws IOException {
        for (Map.Entry<String, String> language : CHECKOUT.entrySet()) {
            assertThat(heading(site, "/checkout", language.getKey())).isEqualTo(language.getValue());
        }
    }

    private static String heading(Site site, String path, String language) throws IOException {
        Endpoint node = site.web(1);
        for (int turn = 0; turn < 5; turn++) {
            Connection.Response answer = ask(Jsoup.newSession(), node, path)
                    .header("Accept-Language", language)
                    .execute();
            if (answer.statusCode() == 200) {
                Document page = answer.parse();
                assertThat(page.selectFirst("html").attr("lang")).isEqualTo(language);
                return page.selectFirst("main h1").wholeText();
            }
        }
        throw new AssertionError("five answers in a row failed at " + node);
    }

    private static void sellsAnOrder(Site site) throws IOException {
        Connection visitor = Jsoup.newSession();
        Document product = ask(visitor, site.balancer(), "/products/mug-blue").get();
        String csrf = product.selectFirst("form.add input[name=csrf]").val();
        Connection.Response added = ask(visitor, site.balancer(), "/cart")
                .method(Method.POST)
                .data("csrf", csrf)
                .data("sku", "mug-blue")
                .data("quantity", "2")
                .followRedirects(false)
                .execute();
        assertThat(added.statusCode()).isEqualTo(303);
        Document order = ask(visitor, site.balancer(), "/checkout")
                .data("csrf", csrf)
                .data("name", "Parity Check")
                .data("email", "check@customer.test")
                .data("country", "DE")
                .data("card", "4242 4242 4242 4242")
                .post();
        assertThat(order.selectFirst(".order-number").text()).startsWith("P-");
        assertThat(order.selectFirst(".tax").wholeText()).isEqualTo("€5.68");
        assertThat(order.selectFirst(".total").attr("data-amount")).isEqualTo("35.58");
        assertThat(order.selectFirst(".total").attr("data-currency")).isEqualTo("EUR");
    }

    private static void subscribesACustomer(Site site) throws IOException {
        Connection visitor = Jsoup.newSession();
        String csrf = ask(visitor, site.balancer(), "/account")
                .get()
                .selectFirst("form.login input[name=csrf]")
                .val();
        Document account = ask(visitor, site.balancer(), "/login")
                .data("csrf", csrf)
                .data("email", "ada@customer.test")
                .data("password", "correct horse")
                .post();
        assertThat(account.selectFirst(".customer-name").text()).isEqualTo("Ada Lindqvist");
        Document subscribed = ask(visitor, site.balancer(), "/account/subscriptions")
                .data("csrf", csrf)
                .data("sku", "tea-sencha")
                .data("interval", "week")
                .post();
        String cancel = subscribed.select("form.cancel").last().attr("action");
        Document cancelled =
                ask(visitor, site.balancer(), cancel).data("csrf", csrf).post();
        assertThat(cancelled
                        .select(".subscription")
                        .last()
                        .selectFirst(".state")
                        .text())
                .isEqualTo("Cancelled");
    }

    private static void chargesExactlyOnce(Site site, Duration limit) throws IOException {
        JsonNode canary = startCanary(site);
        await().atMost(limit)
                .untilAsserted(() ->
                        assertThat(readCanary(site, canary).path("charges")).hasSize(1));
        JsonNode charge = readCanary(site, canary).path("charges").get(0);
        assertThat(charge.path("host").asString()).isEqualTo("jobs1");
    }

    private static JsonNode startCanary(Site site) throws IOException {
        for (int turn = 0; turn < 5; turn++) {
            Connection.Response answer = ask(Jsoup.newSession(), site.balancer(), "/api/sandbox/subscriptions")
                    .method(Method.POST)
                    .requestBody("{\"dueInSeconds\": 2}")
                    .header("Content-Type", "application/json")
                    .execute();
            if (answer.statusCode() == 201) {
                return JSON.readTree(answer.body());
            }
        }
        throw new AssertionError("five canaries in a row failed at " + site.balancer());
    }

    private static JsonNode readCanary(Site site, JsonNode canary) throws IOException {
        String path = "/api/sandbox/subscriptions/" + canary.path("id").asString();
        return JSON.readTree(
                ask(Jsoup.newSession(), site.balancer(), path).execute().body());
    }

    /** The median of a few pages after some to warm up. */
    private static double secondsOfAPage(Site site) throws IOException {
        double[] seconds = new double[15];
        for (int i = -20; i < seconds.length; i++) {
            long start = System.nanoTime();
            ask(Jsoup.newSession(), site.web(1), "/about").execute();
            if (i >= 0) {
                seconds[i] = (System.nanoTime() - start) / 1e9;
            }
        }
        Arrays.sort(seconds);
        return seconds[seconds.length / 2];
    }

    private static int failuresIn(Site site, int requests) throws IOException {
        int failures = 0;
        for (int i = 0; i < requests; i++) {
            if (ask(Jsoup.newSession(), site.web(2), "/api/products").execute().statusCode() == 500) {
                failures++;
            }
        }
        return failures;
    }

    private static Connection ask(Connection visitor, Endpoint address, String path) {
        return visitor.newRequest("http://" + address + path)
                .ignoreHttpErrors(true)
                .ignoreContentType(true)
                .timeout(10_000);
    }

    private static String run(ReferencePair pair, Endpoint daemon, String command) throws JSchException, IOException {
        JSch client = new JSch();
        client.addIdentity(pair.sshKey().toString());
        client.setKnownHosts(pair.knownHosts().toString());
        Session session = client.getSession(SshDaemon.USER, daemon.host(), daemon.port());
        session.connect(5_000);
        try {
            ChannelExec channel = (ChannelExec) session.openChannel("exec");
            channel.setCommand("sh -s");
            channel.setInputStream(new ByteArrayInputStream((command + "\n").getBytes(UTF_8)));
            InputStream output = channel.getInputStream();
            channel.connect(5_000);
            return new String(output.readAllBytes(), UTF_8);
        } finally {
            session.disconnect();
        }
    }
}
