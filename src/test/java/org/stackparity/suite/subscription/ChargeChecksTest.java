package org.stackparity.suite.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.Role;
import org.stackparity.whole.TwoStacks;

/** Canaries, ledgers and future charges of two tiny shops. Long, since the shop that charges stands here too. */
class ChargeChecksTest {
    private static final String CONTRACT = """
            allow: [sandbox-writes]
            subscriptions:
              ledger: {get: /jobs, jobs: /jobs, name: name, due: due, finished: done, tolerance: 1s}
              next-charges: [/next]
              canary:
                start: {post: /canary, json: '{"in": {seconds}}'}
                id: /id
                due: /dueAt
                due-in: 1s
                watch: '/canary/{id}'
                end: {delete: '/canary/{id}'}
                charges: {at: /charges, instant: at, count: 1}
                tolerance: 500ms
            """;

    @TempDir
    Path folder;

    private TwoStacks stacks;

    @BeforeEach
    void set() {
        stacks = new TwoStacks(folder);
    }

    @AfterEach
    void stop() {
        stacks.close();
    }

    @Test
    void equalShopsAreTheSame() throws IOException {
        stacks.node(Role.PRIMARY, "web1", new Shop()::answer);
        stacks.node(Role.FAILOVER, "web1", new Shop()::answer);
        assertThat(stacks.findings(CONTRACT, "SUB-06", "SUB-07", "SUB-08", "SUB-15"))
                .extracting(Finding::kind)
                .containsOnly(FindingKind.SAME);
    }

    @Test
    void aCanaryThatIsNeverChargedOrChargedTwiceIsAFault() throws IOException {
        Shop primary = new Shop();
        primary.charges = 0;
        Shop failover = new Shop();
        failover.charges = 2;
        assertThat(faults(primary, failover, "SUB-07", "SUB-08"))
                .containsExactlyInAnyOrder(
                        "SUB-07 not-charged [primary site]",
                        "SUB-08 not-charged [primary site]",
                        "SUB-08 charged-twice [failover site]");
    }

    @Test
    void tellsOfTheChargesNothingPersonal() throws IOException {
        Shop failover = new Shop();
        failover.charges = 2;
        assertThat(open(new Shop(), failover, "SUB-08"))
                .extracting(Finding::reason)
                .singleElement()
                .asString()
                .contains("charged [2] times")
                .containsPattern("by «[0-9a-f]{12}:email»")
                .doesNotContain("ada@");
    }

    @Test
    void theCanaryIsEndedEvenIfAnAnswerIsLost() throws IOException {
        Shop primary = new Shop();
        Shop failover = new Shop();
        failover.failingEnds = 3;
        assertThat(open(primary, failover, "SUB-08")).isEmpty();
        assertThat(List.of(primary.ends, failover.ends)).containsExactly(1, 4);
    }

    @Test
    void theCanaryIsStartedEvenIfAnAnswerIsLost() throws IOException {
        Shop failover = new Shop();
        failover.failingStarts = 2;
        assertThat(open(new Shop(), failover, "SUB-07", "SUB-08")).isEmpty();
    }

    @Test
    void aStackThatCannotEndTheCanaryIsFound() throws IOException {
        Shop failover = new Shop();
        failover.failingEnds = 100;
        assertThat(open(new Shop(), failover, "SUB-08")).singleElement().satisfies(finding -> {
            assertThat(finding.path()).isEqualTo("end");
            assertThat(finding.failover()).contains("not ended: http-500");
        });
    }

    @Test
    void anIdThatIsNoNameLeadsNowhere() throws IOException {
        Shop failover = new Shop();
        failover.id = "../../admin/stop";
        stacks.node(Role.PRIMARY, "web1", new Shop()::answer);
        stacks.node(Role.FAILOVER, "web1", failover::answer);
        assertThat(stacks.findings(CONTRACT, "SUB-08")).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(FindingKind.NOT_OBSERVED);
            assertThat(finding.reason()).contains("[../../admin/stop]");
        });
        assertThat(failover.ends).isZero();
    }

    @Test
    void aChargeBeforeOrLongAfterItsTimeIsAFault() throws IOException {
        Shop primary = new Shop();
        primary.late = Duration.ofHours(-8);
        Shop failover = new Shop();
        failover.late = Duration.ofMillis(1_300);
        assertThat(faults(primary, failover, "SUB-07", "SUB-08"))
                .containsExactlyInAnyOrder("SUB-07 early-charge [primary site]", "SUB-07 late-charge [failover site]");
    }

    @Test
    void theCanaryIsStartedAndEndedByFormsAsJourneysSendThem() throws IOException {
        String form = CONTRACT.replace(
                        "json: '{\"in\": {seconds}}'", "form: {in: '{seconds}', card: '" + secret() + "'}")
                .replace("{delete: '/canary/{id}'}", "{post: /cancel, form: {id: '{id}', card: '" + secret() + "'}}");
        assertThat(sentFor(form))
                .containsExactly(
                        "/canary application/x-www-form-urlencoded in=1&card=tok%26123",
                        "/cancel application/x-www-form-urlencoded id=c1&card=tok%26123");
    }

    @Test
    void theJsonOfTheCanaryIsSentWithItsSecrets() throws IOException {
        String json = CONTRACT.replace("{\"in\": {seconds}}", "{\"in\": {seconds}, \"card\": \"" + secret() + "\"}");
        assertThat(sentFor(json)).containsExactly("/canary application/json {\"in\": 1, \"card\": \"tok&123\"}");
    }

    private String secret() throws IOException {
        return "${file:" + Files.writeString(folder.resolve("card-token"), "tok&123\n") + "}";
    }

    /** What the failover was sent by requests with a body. */
    private List<String> sentFor(String contract) throws IOException {
        Shop failover = new Shop();
        stacks.node(Role.PRIMARY, "web1", new Shop()::answer);
        stacks.node(Role.FAILOVER, "web1", failover::answer);
        assertThat(stacks.findings(contract, "SUB-08"))
                .extracting(Finding::kind)
                .containsOnly(FindingKind.SAME);
        return failover.sent;
    }

    @Test
    void aStartThatIsRefusedIsAFault() throws IOException {
        Shop failover = new Shop();
        failover.refusal = 403;
        assertThat(faults(new Shop(), failover, "SUB-08")).containsExactly("SUB-08 http-403 [failover site]");
    }

    @Test
    void aJobThatRunsLateOrIsGoneOrNeverEndsIsFound() throws IOException {
        Shop primary = new Shop();
        primary.jobs = "{\"name\":\"charge\",\"due\":\"2026-11-01T02:00:00Z\",\"done\":\"2026-11-01T02:00:30Z\"}";
        Shop failover = new Shop();
        failover.jobs = failover.jobs.replace("\"done\":\"2026-11-01T02:00:00.500Z\"", "\"done\":null");
        assertThat(open(primary, failover, "SUB-06"))
                .extracting(finding ->
                        finding.path() + " " + finding.findFact("fault").orElse("missing") + " " + finding.nodes())
                .containsExactlyInAnyOrder(
                        "job[charge].lateness late-job [primary site]",
                        "job[charge].lateness job-never-finished [failover site]",
                        "job[remind].present missing [failover site]");
    }

    @Test
    void aDeclaredJobThatNeitherLedgerHasIsAFault() throws IOException {
        stacks.node(Role.PRIMARY, "web1", new Shop()::answer);
        stacks.node(Role.FAILOVER, "web1", new Shop()::answer);
        String contract = CONTRACT.replace("tolerance: 1s}", "tolerance: 1s, every: {invoice: 1h}}");
        assertThat(stacks.findings(contract, "SUB-06"))
                .filteredOn(Finding::isOpen)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.findFact("fault")).contains("missing-job");
                    assertThat(finding.path()).isEqualTo("job[invoice].present");
                    assertThat(finding.nodes()).hasToString("[primary site, failover site]");
                });
    }

    @Test
    void anotherDateOfAChargeIsOneDifference() throws IOException {
        Shop shop = new Shop();
        shop.next = "2027-02-28";
        assertThat(open(new Shop(), shop, "SUB-15")).extracting(Finding::path).containsExactly("charges");
    }

    private List<String> faults(Shop primary, Shop failover, String... checks) throws IOException {
        return open(primary, failover, checks).stream()
                .map(finding ->
                        finding.check() + " " + finding.findFact("fault").orElse("no fault") + " " + finding.nodes())
                .toList();
    }

    private List<Finding> open(Shop primary, Shop failover, String... checks) throws IOException {
        stacks.node(Role.PRIMARY, "web1", primary::answer);
        stacks.node(Role.FAILOVER, "web1", failover::answer);
        return stacks.findings(CONTRACT, checks).stream()
                .filter(Finding::isOpen)
                .toList();
    }

    /** A shop with one canary and two jobs. */
    private static final class Shop {
        private int charges = 1;
        private Duration late = Duration.ofMillis(100);
        private String next = "2027-02-27";
        private String jobs =
                "{\"name\":\"charge\",\"due\":\"2026-11-01T02:00:00Z\",\"done\":\"2026-11-01T02:00:00.500Z\"},"
                        + "{\"name\":\"remind\",\"due\":null,\"done\":null}";
        private String id = "c1";
        private final List<String> sent = new ArrayList<>();
        private int refusal;
        private int failingStarts;
        private int failingEnds;
        private int ends;
        private Optional<Instant> due = Optional.empty();

        synchronized void answer(HttpExchange exchange) throws IOException {
            if (exchange.getRequestURI().getPath().equals("/canary") && failingStarts > 0) {
                failingStarts--;
                exchange.sendResponseHeaders(500, -1);
                exchange.close();
                return;
            }
            if (exchange.getRequestMethod().equals("DELETE")) {
                ends++;
                exchange.sendResponseHeaders(ends <= failingEnds ? 500 : 204, -1);
                exchange.close();
                return;
            }
            if (exchange.getRequestMethod().equals("POST")) {
                sent.add(exchange.getRequestURI().getPath() + " "
                        + exchange.getRequestHeaders().getFirst("Content-Type").replaceAll(";.*", "")
                        + " "
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                if (refusal > 0) {
                    exchange.sendResponseHeaders(refusal, -1);
                    exchange.close();
                    return;
                }
            }
            String body = switch (exchange.getRequestURI().getPath()) {
                case "/jobs" -> "{\"jobs\":[" + jobs + "]}";
                case "/next" -> "{\"zone\":\"UTC\",\"charges\":[\"2027-01-31T02:00:00Z\",\"" + next + "T02:00:00Z\"]}";
                case "/canary" -> {
                    due = Optional.of(Instant.now().plusSeconds(1));
                    yield "{\"id\":\"" + id + "\",\"dueAt\":\"" + due.get() + "\"}";
                }
                case "/canary/c1" -> "{\"charges\":[" + charged() + "]}";
                default -> "{}";
            };
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }

        private String charged() {
            Instant at = due.orElseThrow().plus(late);
            String charge = "{\"at\":\"" + at + "\",\"by\":\"ada@customer.test\"}";
            return Instant.now().isBefore(at) || charges == 0 ? "" : charge + ("," + charge).repeat(charges - 1);
        }
    }
}
