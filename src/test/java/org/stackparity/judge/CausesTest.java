package org.stackparity.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stackparity.model.Case;
import org.stackparity.model.Cause;
import org.stackparity.model.CheckId;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.NodeRef;
import org.stackparity.model.Role;
import org.stackparity.model.Severity;

/**
 * Each rule explains what its fact predicts, and leaves an independent fault in its shadow a cause of its own.
 * Long, since every rule is tried in the shadow of the others, over the same findings.
 */
class CausesTest {
    private static final NodeRef WEB1 = new NodeRef(Role.FAILOVER, "web1");
    private static final NodeRef WEB2 = new NodeRef(Role.FAILOVER, "web2");
    private static final NodeRef JOBS = new NodeRef(Role.FAILOVER, "jobs1");
    private static final NodeRef SITE = new NodeRef(Role.FAILOVER, NodeRef.SITE);
    private static final Case OS = Case.of("host-role", "jobs").with("layer", "os");
    private static final Case CHARGE = Case.of("job", "charge-subscriptions").with("host-role", "jobs");
    private static final Case REPORT = Case.of("job", "send-reports").with("host-role", "jobs");
    private static final Case CANARY = Case.of("subscription", "canary");
    private static final Case STORE =
            Case.of("dependency", "session store").with("kind", "sessions").with("host-role", "web");
    private static final Case DATABASE =
            Case.of("dependency", "database").with("kind", "database").with("host-role", "web");
    private static final Case TRAFFIC = Case.of("traffic", "requests");

    private final List<Finding> findings = new ArrayList<>();

    @Nested
    class ClockOffset {
        @Test
        void explainsSchedulesAndChargesThatItMoves() {
            eightHours();
            fault(
                    "SUB-07",
                    CANARY,
                    "lateness",
                    "not-charged",
                    "The canary was due at [2012-10-04T02:00:00Z] and was not charged within [25000 ms] after it",
                    SITE);
            fault(
                    "SUB-06",
                    Case.of("ledger", "/api/jobs"),
                    "job[charge].lateness",
                    "late-job",
                    "The run of job[charge] that was due at [x] finished at [y], 28800000 ms late; expected at most 10000 ms",
                    SITE);
            fact("lateMillis", "28800000");
            assertThat(causes()).hasSize(1);
            Cause cause = causes().get(0);
            assertThat(cause.rule()).isEqualTo("clock-offset");
            assertThat(cause.fact())
                    .isEqualTo("failover runs charge-subscriptions 8 h 00 min later: offset of failover jobs1 is"
                            + " [UTC-08:00], agreed is [UTC]");
            assertThat(cause.findings()).hasSameSizeAs(findings);
        }

        @Test
        void leavesAScheduleMovedByAnotherAmount() {
            eightHours();
            different("SUB-03", REPORT, "next[2012-10 #1]", "2012-10-01T06:00:00Z", "2012-10-01T07:30:00Z", JOBS);
            different("SUB-03", REPORT, "next[2012-10 #2]", "2012-10-02T06:00:00Z", "2012-10-02T07:30:00Z", JOBS);
            different("SUB-03", REPORT, "instants[2012-10].digest", "aa", "bb", JOBS);
            assertThat(rules()).containsExactly("clock-offset", "moved-schedule");
            assertThat(causes().get(0).findings())
                    .noneMatch(finding -> finding.subject().equals(REPORT));
        }

        @Test
        void namesTheDatabaseWhoseZoneItIs() {
            different("SUB-01", Case.of("layer", "database"), "offset", "+00:00", "-08:00", WEB1, WEB2);
            assertThat(causes()).hasSize(1);
            assertThat(causes().get(0).fact())
                    .isEqualTo("the database of failover reckons with a day that begins 8 h 00 min later: offset of the"
                            + " database behind failover web1, web2 is [UTC-08:00], agreed is [UTC]");
            assertThat(causes().get(0).advice()).contains("the database server");
        }

        @Test
        void namesTheProcessWhoseZoneItIs() {
            different("SUB-01", Case.of("host-role", "jobs").with("layer", "cron"), "offset", "+00:00", "-08:00", JOBS);
            assertThat(causes().get(0).fact()).contains("offset of cron on failover jobs1 is [UTC-08:00]");
        }

        @Test
        void findsTheMovedInstantsBehindANewFirstOne() {
            different("SUB-01", OS, "offset", "+00:00", "+09:00", JOBS);
            different("SUB-03", CHARGE, "next[2012-10 #1]", "2012-10-01T02:00:00Z", "2012-10-01T17:00:00Z", JOBS);
            different("SUB-03", CHARGE, "next[2012-10 #2]", "2012-10-02T02:00:00Z", "2012-10-02T17:00:00Z", JOBS);
            different("SUB-03", CHARGE, "next[2012-10 #3]", "2012-10-03T02:00:00Z", "2012-10-03T17:00:00Z", JOBS);
            different("SUB-03", CHARGE, "instants[2012-10].digest", "aa", "bb", JOBS);
            assertThat(rules()).containsExactly("clock-offset");
            assertThat(causes().get(0).fact()).contains("9 h 00 min earlier");
        }

        @Test
        void takesSummerTimeForPartOfIt() {
            different("SUB-01", OS, "offset", "+00:00", "-08:00", JOBS);
            different("SUB-01", OS, "offset-june", "+00:00", "-07:00", JOBS);
            different("SUB-01", OS, "offset-december", "+00:00", "-08:00", JOBS);
            different("SUB-03", CHARGE, "next[2012-10 #1]", "2012-11-03T02:00:00Z", "2012-11-03T09:00:00Z", JOBS);
            different("SUB-03", CHARGE, "next[2012-10 #2]", "2012-11-05T02:00:00Z", "2012-11-05T10:00:00Z", JOBS);
            different("SUB-03", CHARGE, "instants[2012-10].count", "400", "401", JOBS);
            assertThat(rules()).containsExactly("clock-offset");
        }

        @Test
        void tellsTwoShiftsOfOneHostApart() {
            different("SUB-01", OS, "offset", "+00:00", "-08:00", JOBS);
            different("SUB-01", Case.of("host-role", "jobs").with("layer", "jobs"), "offset", "+00:00", "-07:00", JOBS);
            assertThat(rules()).containsExactly("clock-offset", "clock-offset");
        }

        @Test
        void leavesAChargeThatIsLateByAnotherAmount() {
            eightHours();
            fault(
                    "SUB-07",
                    CANARY,
                    "lateness",
                    "late-charge",
                    "The canary was due at [2012-10-04T02:00:00Z] and charged at [2012-10-04T02:00:40Z], seen [40000 ms] after it was due",
                    SITE);
            fact("lateMillis", "40000");
            assertThat(rules()).containsExactly("clock-offset", "likeness");
        }

        @Test
        void leavesAChargeThatThePrimaryMissed() {
            eightHours();
            fault(
                    "SUB-07",
                    CANARY,
                    "lateness",
                    "not-charged",
                    "was not charged",
                    new NodeRef(Role.PRIMARY, NodeRef.SITE));
            assertThat(rules()).containsExactly("clock-offset", "likeness");
        }

        @Test
        void leavesAScheduleThatIsGone() {
            eightHours();
            fault("SUB-03", REPORT, "next", "missing-schedule", "No line of [etc/crontab] has the command", JOBS);
            assertThat(rules()).containsExactly("clock-offset", "likeness");
        }
    }

    @Nested
    class Catalogs {
        @Test
        void explainTheDefaultLanguageInTheirLocale() {
            missingCatalog();
            assertThat(rules()).containsExactly("missing-catalog");
            assertThat(causes().get(0).fact())
                    .isEqualTo("catalog de-DE is missing on failover web2: pages fall back to the default language");
            assertThat(causes().get(0).findings()).hasSameSizeAs(findings);
        }

        @Test
        void leaveABrokenPageBesideAMissingOne() {
            missingCatalog();
            fault("LOC-03", page("/checkout", "de-DE"), "", "http-500", "/checkout answers 500", WEB2);
            fault("LOC-03", page("/cart", "de-DE"), "phrase", "missing-phrase", "/cart does not show its phrase", WEB2);
            fault("LOC-04", Case.of("locale", "de-DE"), "", "http-500", "/checkout answers 500", WEB2);
            assertThat(causes()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(causes().get(0).findings())
                    .noneMatch(finding ->
                            finding.findFact("fault").filter("http-500"::equals).isPresent())
                    .noneMatch(finding -> finding.subject().equals(page("/cart", "de-DE")));
        }

        @Test
        void leaveOtherLocalesAndNodes() {
            missingCatalog();
            fault("LOC-03", page("/", "fr-FR"), "text", "fallback-language", "/ · fr-FR is in en-US: x", WEB2);
            fact("locale", "en-US");
            fault(
                    "LOC-03",
                    page("/about", "de-DE"),
                    "text",
                    "fallback-language",
                    "/about · de-DE is in en-US: x",
                    WEB1);
            fact("locale", "en-US");
            assertThat(causes()).hasSize(3);
        }

        @Test
        void explainPagesThatFallBackInPart() {
            missingCatalog();
            line("LOC-03", page("/about", "de-DE"), "text[main]", "Über uns", "About us", WEB2);
            findings.add(finding(
                    "LOC-03",
                    page("/about", "de-DE"),
                    "text.fallback[main]",
                    FindingKind.MISSING_ON_PRIMARY,
                    Severity.BLOCKER,
                    Optional.empty(),
                    Optional.of("About us"),
                    Map.of("landmark", "main"),
                    WEB2));
            line("LOC-03", page("/about", "de-DE"), "text[main]", "12 Filialen", "9 Filialen", WEB2);
            assertThat(rules()).containsExactly("missing-catalog", "likeness");
            assertThat(causes().get(1).findings()).hasSize(1);
            assertThat(causes().get(1).fact()).contains("9 Filialen");
        }

        @Test
        void explainOtherWordsWhereTheyAreStale() {
            staleCatalog();
            line("LOC-03", page("/", "de-DE"), "text[main]", "In den Warenkorb", "In den Korb", WEB1);
            assertThat(rules()).containsExactly("stale-catalog");
        }

        @Test
        void explainOtherWordsByAnotherFile() {
            otherCatalog();
            line("LOC-03", page("/", "de-DE"), "text[main]", "In den Warenkorb", "Add to cart", WEB1);
            different("LOC-04", Case.of("locale", "de-DE"), "untranslated.count", "3", "9", WEB1);
            assertThat(rules()).containsExactly("other-catalog");
            assertThat(causes().get(0).fact()).isEqualTo("catalog de-DE is other than the primary's on failover web1");
        }

        @Test
        void leaveWhatAnotherFileDoesNotPredict() {
            otherCatalog();
            line("LOC-03", page("/products", "de-DE"), "text[main]", "12,50 €", "13,50 €", WEB1);
            line("LOC-03", page("/", "fr-FR"), "text[main]", "Panier", "Corbeille", WEB1);
            line("LOC-03", page("/", "de-DE"), "text[main]", "In den Warenkorb", "In den Korb", WEB2);
            fault(
                    "LOC-03",
                    page("/", "de-DE"),
                    "lang",
                    "wrong-language",
                    "/ says lang=[en-US]; expected [de-DE].",
                    WEB1);
            assertThat(rules()).hasSize(5).containsOnlyOnce("other-catalog");
        }

        private void otherCatalog() {
            Case catalog = Case.of("locale", "de-DE").with("host-role", "web");
            different("LOC-02", catalog, "catalog.digest", "03c742b2", "3515c50f", WEB1);
            different("LOC-02", catalog, "catalog.size", "6573", "6441", WEB1);
        }

        @Test
        void leaveARealTextDifferenceBesideAStaleOne() {
            staleCatalog();
            line("LOC-03", page("/", "de-DE"), "text[main]", "In den Warenkorb", "In den Korb", WEB1);
            line("LOC-03", page("/products", "de-DE"), "text[main]", "12,50 €", "13,50 €", WEB1);
            line("LOC-03", page("/about", "de-DE"), "text[aside]", "Frankfurt", "Mainz", WEB1);
            line("LOC-03", page("/about", "fr-FR"), "text[aside]", "Francfort", "Mayence", WEB1);
            findings.add(finding(
                    "LOC-03",
                    page("/login", "de-DE"),
                    "text[main]",
                    FindingKind.MISSING_ON_FAILOVER,
                    Severity.BLOCKER,
                    Optional.of("Passwort vergessen?"),
                    Optional.empty(),
                    Map.of("landmark", "main"),
                    WEB1));
            assertThat(causes().get(0).rule()).isEqualTo("stale-catalog");
            assertThat(causes().get(0).findings()).hasSize(2);
            assertThat(causes()).hasSize(5);
        }
    }

    @Nested
    class ForeignStore {
        @Test
        void explainsItsSocketsAndWhatWaitsForIt() {
            foreignStore();
            assertThat(rules()).containsExactly("foreign-session-store");
            assertThat(causes().get(0).fact())
                    .isEqualTo("failover web1, web2 keep their sessions in the primary's site: session store is"
                            + " [10.1.0.25:6379], and every page waits for it");
        }

        @Test
        void leavesSessionsThatEndBetweenItsNodesSinceAnotherSecretShowsTheSame() {
            foreignStore();
            different("SES-02", page("/cart", "en-US"), "neighbours-cookie", "continues", "new session", WEB1, WEB2);
            assertThat(rules()).containsExactly("foreign-session-store", "likeness");
        }

        @Test
        void namesTheStoreByItsNameWhereOneIsConfigured() {
            foreignStore();
            findings.replaceAll(finding -> finding.findFact("endpoint")
                    .map(any -> finding.withFact("endpoint", "redis.shop.internal:6379"))
                    .orElse(finding));
            assertThat(rules()).containsExactly("foreign-session-store");
            assertThat(causes().get(0).fact())
                    .contains("session store is [redis.shop.internal:6379], which is [10.1.0.25:6379]");
        }

        @Test
        void isOneForANameThatLeadsToSeveralAddresses() {
            foreignStore();
            fault("SES-04", STORE, "address", "foreign-address", "The address is [10.1.0.26:6379]", WEB1, WEB2);
            fact("address", "10.1.0.26:6379");
            assertThat(rules()).containsExactly("foreign-session-store");
        }

        @Test
        void leavesAPageThatIsSlowBySeconds() {
            foreignStore();
            slow("/products", "service.p50", 3_000, WEB1);
            assertThat(rules()).containsExactly("foreign-session-store", "likeness");
            assertThat(causes().get(1).findings()).hasSize(1);
        }

        @Test
        void leavesASocketToAnotherAddress() {
            foreignStore();
            for (String other : List.of("10.1.0.25:63790", "110.1.0.25:6379", "10.1.0.40:5432")) {
                fault(
                        "NET-10",
                        Case.of("host-role", "web"),
                        "socket[" + other + "]",
                        "socket-into-other-site",
                        "A process of web1 of arizona is connected to [" + other
                                + "], which stands in the other site, dallas.",
                        WEB1,
                        WEB2);
                fact("address", other);
            }
            assertThat(causes()).hasSize(4);
        }

        @Test
        void leavesAStoreThatDoesNotAnswerAndAFarDatabase() {
            foreignStore();
            fault(
                    "LAT-02",
                    STORE,
                    "rtt",
                    "unreachable",
                    "The server of [session store] took none of 20 connections",
                    WEB1);
            fault("LAT-02", DATABASE, "rtt", "over-budget", "A round trip to [database] takes 48.0 ms", WEB1);
            fact("roundTripMillis", "48.0");
            assertThat(causes()).hasSize(3);
        }
    }

    @Nested
    class DistantServer {
        @Test
        void explainsWhatWaitsForAServerInTheOtherSite() {
            far("over-budget", "A round trip from web1 to [database] at [10.1.0.20:5432] takes 50.7 ms at best.");
            fact("roundTripMillis", "50.7");
            far("foreign-address", "The address of [database] on web1 is [10.1.0.20:5432], in the other site.");
            fact("address", "10.1.0.20:5432");
            fault(
                    "NET-10",
                    Case.of("host-role", "web"),
                    "socket[10.1.0.20:5432]",
                    "socket-into-other-site",
                    "A process of web1 is connected to [10.1.0.20:5432]",
                    WEB1);
            fact("address", "10.1.0.20:5432");
            slow("/products", "service.p50", 307, WEB1);
            assertThat(rules()).containsExactly("foreign-server");
            assertThat(causes().get(0).fact())
                    .isEqualTo("failover web1 asks for database outside of the own site: [10.1.0.20:5432], and pages"
                            + " wait for it");
        }

        @Test
        void saysHowFarAServerOfTheOwnSiteIs() {
            far("over-budget", "A round trip from web1 to [database] at [10.2.0.20:5432] takes 50.7 ms at best.");
            fact("roundTripMillis", "50.7");
            slow("/products", "service.p50", 307, WEB1);
            slow("/products", "service.p50", 307, WEB2);
            slow("/about", "service.p50", 2_000, WEB1);
            assertThat(rules()).containsExactly("distant-server", "likeness", "likeness");
            assertThat(causes().get(0).fact())
                    .isEqualTo("failover web1 is far from database: A round trip from web1 to [database] at"
                            + " [10.2.0.20:5432] takes 50.7 ms at best, and pages wait for it");
        }

        /** A slow server shows at some pages by a quantile and at others by the middle of the pairs. */
        @Test
        void isOneWhereverItShows() {
            slow("/products", "service.p95", 307, WEB1);
            slow("/about", "service.location", 290, WEB1);
            assertThat(rules()).containsExactly("likeness");
        }

        private void far(String fault, String message) {
            fault("LAT-02", DATABASE, fault.equals("over-budget") ? "rtt" : "address", fault, message, WEB1);
        }
    }

    @Nested
    class Capacity {
        private static final Case APP = Case.of("process", "app").with("host-role", "web");

        @Test
        void explainsSlowPagesOfANodeWithLessThanAProcessor() {
            different("LAT-07", APP, "processors", "2", "0.1", WEB2);
            different("LAT-07", APP, "memory.mib", "8000", "512", WEB2);
            slow("/products", "service.p95", 40, WEB2);
            slow("/about", "service.p95", 40, WEB2);
            assertThat(rules()).containsExactly("capacity");
            assertThat(causes().get(0).fact())
                    .isEqualTo("failover web2 has less for app: memory.mib [512], primary [8000]; processors [0.1],"
                            + " primary [2]; pages wait for it");
        }

        @Test
        void explainsNoSlowPagesOfAnotherNodeOrWhereAProcessorIsLeft() {
            different("LAT-07", APP, "processors", "2", "0.1", WEB2);
            slow("/products", "service.p95", 40, WEB1);
            assertThat(rules()).containsExactly("capacity", "likeness");
            findings.clear();
            different("LAT-07", APP, "processors", "2", "1", WEB2);
            slow("/products", "service.p95", 40, WEB2);
            assertThat(rules()).containsExactly("capacity", "likeness");
            findings.clear();
            different("LAT-07", APP, "processors", "0.5", "0.4", WEB2);
            slow("/products", "service.p95", 40, WEB2);
            assertThat(rules()).containsExactly("capacity", "likeness");
        }

        @Test
        void isOneForEachProcessHoweverUnlikeTheNodesAre() {
            different("LAT-07", APP, "memory.mib", "8000", "511", WEB1);
            different("LAT-07", APP, "memory.mib", "8000", "512", WEB2);
            different("LAT-07", Case.of("process", "jobs"), "processors", "2", "1", WEB1);
            assertThat(causes())
                    .extracting(Cause::fact)
                    .containsExactlyInAnyOrder(
                            "failover web1, web2 have less for app: memory.mib [511], primary [8000]; memory.mib [512],"
                                    + " primary [8000]",
                            "failover web1 has less for jobs: processors [1], primary [2]");
        }
    }

    @Nested
    class Entrance {
        @Test
        void explainsWhatFailsWhereCustomersEnterOnly() {
            smoke(70, SITE);
            fault("FUN-02", Case.of("entrance", "/"), "", "http-404", "/ failed on site in all 20 answers", SITE);
            assertThat(rules()).containsExactly("entrance");
            assertThat(causes().get(0).fact())
                    .isEqualTo(
                            "failover fails where customers enter, which the nodes behind do not explain: 70 of 150 [http-404]");
            assertThat(causes().get(0).findings()).hasSize(2);
        }

        @Test
        void leavesWhatFailsOnANodeAsWell() {
            smoke(70, SITE);
            smoke(140, WEB2);
            assertThat(rules()).doesNotContain("entrance");
        }

        @Test
        void explainsTheRateOfAllRequestsThere() {
            entrance(9, 0, "GET /\nGET /cart");
            assertThat(rules()).containsExactly("entrance");
        }

        @Test
        void leavesTheRateThatFailingNodesExplain() {
            badLink();
            entrance(9, 0, "GET /\nGET /cart");
            assertThat(rules()).containsExactly("sporadic-errors");
        }

        /** Journeys enter where customers do, and nobody else may send what they send. */
        @Test
        void leavesTheRateOfRequestsThatFailEachTime() {
            entrance(9, 9, "POST /checkout");
            assertThat(rules()).doesNotContain("entrance", "sporadic-errors");
        }

        private void entrance(int errors, int lasting, String requests) {
            fault("NET-02", Case.of("entrance", "requests"), "rate", "error-rate", errors + " of 600 fail", SITE);
            fact("errors", Integer.toString(errors));
            fact("samples", "600");
            fact("acceptable", "0.001");
            fact("lasting", Integer.toString(lasting));
            fact("requests", requests);
        }

        @Test
        void leavesWhatOtherChecksFindThere() {
            smoke(70, SITE);
            fault("SUB-08", CANARY, "charges", "charged-twice", "The canary was charged [2] times", SITE);
            assertThat(rules()).containsExactlyInAnyOrder("entrance", "likeness");
        }
    }

    @Nested
    class MovedSchedule {
        @Test
        void saysByHowMuchWhereAllInstantsMoveAlike() {
            daily(CHARGE, 10);
            different("SUB-03", CHARGE, "instants[2012-10].digest", "aa", "bb", JOBS);
            different("SUB-03", CHARGE, "instants[2012-11].digest", "cc", "dd", JOBS);
            assertThat(rules()).containsExactly("moved-schedule");
            assertThat(causes().get(0).fact())
                    .isEqualTo("failover jobs1 runs charge-subscriptions 8 h 00 min later: at [2012-10-01T10:00:00Z],"
                            + " agreed is [2012-10-01T02:00:00Z]");
        }

        @Test
        void showsTheLineOfTheCrontab() {
            daily(CHARGE, 10);
            Case crontab = Case.of("crontab", "/etc/crontab").with("host-role", "jobs");
            different("SUB-02", crontab, "entry[charge-subscriptions].schedule", "0 2 * * *", "0 10 * * *", JOBS);
            different("SUB-02", crontab, "entry[send-reports].schedule", "0 4 * * *", "0 5 * * *", JOBS);
            assertThat(rules()).containsExactly("moved-schedule", "likeness");
            assertThat(causes().get(0).fact())
                    .isEqualTo("failover jobs1 runs charge-subscriptions 8 h 00 min later: schedule is [0 10 * * *],"
                            + " agreed is [0 2 * * *]");
        }

        @Test
        void doesNotSayByHowMuchWhereItRunsMoreOftenToo() {
            daily(CHARGE, 10);
            different("SUB-03", CHARGE, "instants[2012-11].count", "30", "20", JOBS);
            assertThat(causes().get(0).fact())
                    .startsWith("failover jobs1 runs charge-subscriptions at other times: at [2012-10-01T10:00:00Z]");
        }

        @Test
        void doesNotTakeAnInstantMoreForAShift() {
            different("SUB-03", CHARGE, "next[2012-10 #1]", "2012-10-02T02:00:00Z", "2012-10-01T02:00:00Z", JOBS);
            different("SUB-03", CHARGE, "next[2012-10 #2]", "2012-10-04T02:00:00Z", "2012-10-02T02:00:00Z", JOBS);
            assertThat(causes().get(0).fact()).contains("at other times");
        }

        @Test
        void showsTheMonthWhereNothingElseDiffers() {
            different("SUB-03", CHARGE, "instants[2013-02].count", "28", "27", JOBS);
            assertThat(causes().get(0).fact())
                    .isEqualTo("failover jobs1 runs charge-subscriptions at other times: instants[2013-02].count [27],"
                            + " primary [28]");
        }

        @Test
        void isOneCauseAJob() {
            daily(CHARGE, 10);
            daily(REPORT, 4);
            assertThat(causes())
                    .extracting(Cause::fact)
                    .anyMatch(fact -> fact.contains("charge-subscriptions 8 h 00 min later"))
                    .anyMatch(fact -> fact.contains("send-reports 2 h 00 min later"))
                    .hasSize(2);
        }

        @Test
        void leavesAScheduleThatIsMissing() {
            daily(CHARGE, 10);
            fault("SUB-03", REPORT, "", "missing-schedule", "No line has the command", JOBS);
            assertThat(rules()).containsExactly("moved-schedule", "likeness");
        }

        private void daily(Case job, int hour) {
            for (int day = 1; day <= 5; day++) {
                different(
                        "SUB-03",
                        job,
                        "next[2012-10 #" + day + "]",
                        "2012-10-0" + day + "T02:00:00Z",
                        String.format("2012-10-%02dT%02d:00:00Z", day, hour),
                        JOBS);
            }
        }
    }

    @Nested
    class StoppedProcess {
        private static final Case CRON = Case.of("host-role", "jobs").with("layer", "cron");
        private static final Case LEDGER = Case.of("ledger", "/api/jobs");

        @Test
        void explainsWorkThatIsNotDone() {
            fault("SUB-01", CRON, "", "process-not-running", "cron does not run on jobs1", JOBS);
            fault("SUB-06", LEDGER, "job[heartbeat].lateness", "late-job", "none finished since", SITE);
            fault("SUB-08", CANARY, "charges", "not-charged", "was not charged within [7000 ms]", SITE);
            assertThat(causes()).hasSize(1);
            assertThat(causes().get(0).fact())
                    .isEqualTo("cron does not run on failover jobs1: jobs and charges do not come");
        }

        @Test
        void leavesACanaryThatIsChargedTwiceAndThePrimary() {
            NodeRef primary = new NodeRef(Role.PRIMARY, NodeRef.SITE);
            fault("SUB-01", CRON, "", "process-not-running", "cron does not run on jobs1", JOBS);
            fault("SUB-08", CANARY, "charges", "charged-twice", "was charged [2] times", SITE);
            fault("SUB-07", CANARY, "lateness", "not-charged", "was not charged", primary);
            assertThat(rules()).containsExactly("stopped-process", "likeness", "likeness");
        }
    }

    @Nested
    class FailingNode {
        private static final Case PING =
                Case.of("dependency", "database").with("kind", "database").with("host-role", "web");

        @Test
        void namesTheServerThatANodeDoesNotReach() {
            deadNode(WEB2, "http-500");
            smoke(74, SITE);
            closedLink();
            assertThat(causes()).hasSize(1);
            assertThat(causes().get(0).fact())
                    .isEqualTo("failover web2 does not reach database: The server of [database] at [db1:5432] took none"
                            + " of 5 connections from web2; 100 % of requests fail");
        }

        @Test
        void isACauseWhereNothingFailsYet() {
            closedLink();
            assertThat(rules()).containsExactly("unreachable-dependency");
        }

        @Test
        void leavesANodeThatReachesItsServers() {
            deadNode(WEB2, "http-500");
            closedLink();
            fault("FUN-04", Case.of("page", "/"), "", "http-500", "/ answers 500", WEB1);
            assertThat(rules()).containsExactly("unreachable-dependency", "likeness");
        }

        @Test
        void leavesWhatIsNoFailedRequest() {
            deadNode(WEB2, "http-500");
            closedLink();
            different("FUN-07", Case.WHOLE, "flag", "on", "off", WEB2);
            fault("HDR-01", Case.of("page", "/"), "", "no-csp", "/ has no Content-Security-Policy", WEB2);
            assertThat(rules()).containsExactly("unreachable-dependency", "likeness", "likeness");
        }

        @Test
        void leavesAnEntranceThatFailsMoreOftenThanTheNode() {
            closedLink();
            smoke(75, WEB2);
            smoke(140, SITE);
            assertThat(rules()).contains("unreachable-dependency").hasSize(2);
        }

        @Test
        void foldsNodesThatFailNearlyAllInOneWay() {
            deadNode(WEB1, "connection-refused");
            deadNode(WEB2, "connection-refused");
            assertThat(causes()).hasSize(1);
            assertThat(causes().get(0).fact())
                    .isEqualTo("failover web1, web2 fail 100 % of requests [connection-refused]");
        }

        /** A smoke path that fails on the primary as well is one finding of both. */
        @Test
        void isOneForNodesOfBothStacks() {
            NodeRef primary = new NodeRef(Role.PRIMARY, "web2");
            smoke(150, primary, WEB2);
            fault("FUN-04", Case.of("page", "/"), "", "http-500", "/ answers 500", primary, WEB2);
            assertThat(causes()).hasSize(1);
            assertThat(causes().get(0).fact())
                    .isEqualTo("primary web2 and failover web2 fail 100 % of requests [http-500]");
        }

        @Test
        void leavesFindingsOfNodesThatFailInDifferentWays() {
            smoke(150, WEB1, WEB2);
            fault("FUN-04", Case.of("page", "/"), "", "http-500", "/ answers 500", WEB2);
            assertThat(rules()).containsExactly("failing-node", "likeness");
        }

        @Test
        void leavesANodeThatFailsFewerThanHalf() {
            smoke(60, WEB2);
            fault("FUN-04", Case.of("page", "/cart"), "", "http-500", "/cart answers 500", WEB2);
            assertThat(rules()).doesNotContain("failing-node");
        }

        private void deadNode(NodeRef node, String kind) {
            smoke(150, node);
            for (String path : List.of("/", "/cart", "/checkout")) {
                fault("FUN-04", Case.of("page", path), "", kind, path + " answers nothing", node);
                fault("HDR-04", Case.of("redirect", path), "end", kind, "The redirects end at " + path, node);
            }
        }

        private void closedLink() {
            fault(
                    "LAT-02",
                    PING,
                    "rtt",
                    "unreachable",
                    "The server of [database] at [db1:5432] took none of 5 connections from web2.",
                    WEB2);
        }
    }

    @Nested
    class SporadicErrors {
        @Test
        void explainsRequestsThatFailNowAndThenOnTheSameNode() {
            badLink();
            assertThat(rules()).containsExactly("sporadic-errors");
            assertThat(causes().get(0).fact())
                    .isEqualTo(
                            "sporadic errors between failover web2 and database: 1.5 % (10 of 650) of connections are"
                                    + " reset");
        }

        /** A request uses a link several times, so that requests prove what too few connections do not. */
        @Test
        void namesTheLinkBehindWhoseConnectionsAreTooFewToProveIt() {
            traffic(97, 0, "GET /");
            unprovenLink("database", 6, WEB1);
            unprovenLink("database", 3, WEB2);
            unprovenLink("session store", 1, WEB2);
            assertThat(causes())
                    .singleElement()
                    .satisfies(cause -> assertThat(cause.fact())
                            .isEqualTo(
                                    "sporadic errors on failover web1, web2: 5.4 % (97 of 1780) of requests fail; 0.8 % (9 of"
                                            + " 1200) of connections to database are reset"));
        }

        @Test
        void namesNoLinkThatFailsNoMoreOftenThanIsAccepted() {
            traffic(97, 0, "GET /");
            unprovenLink("database", 2, WEB1);
            unprovenLink("database", 1, WEB2);
            unprovenLink("database", 40, new NodeRef(Role.PRIMARY, "web1"));
            assertThat(causes().get(0).fact())
                    .isEqualTo("sporadic errors on failover web1, web2: 5.4 % (97 of 1780) of requests fail");
        }

        private void unprovenLink(String dependency, int errorsOf600, NodeRef node) {
            findings.add(finding(
                    "NET-02",
                    Case.of("dependency", dependency),
                    "rate",
                    FindingKind.NOT_PROVEN,
                    Severity.BLOCKER,
                    Optional.empty(),
                    Optional.of(errorsOf600 + " of 600"),
                    Map.of("errors", Integer.toString(errorsOf600), "samples", "600"),
                    node));
        }

        @Test
        void explainsTheCustomersWhoMeetTheNode() {
            badLink();
            smoke(2, SITE);
            assertThat(rules()).containsExactly("sporadic-errors");
        }

        @Test
        void leavesAnEntranceThatFailsFarMoreOften() {
            badLink();
            smoke(70, SITE);
            assertThat(rules()).containsExactly("sporadic-errors", "entrance");
        }

        @Test
        void leavesAPageThatAlwaysFails() {
            badLink();
            findings.add(finding(
                    "FUN-04",
                    Case.of("page", "/checkout"),
                    "",
                    FindingKind.UNHEALTHY,
                    Severity.CRITICAL,
                    Optional.empty(),
                    Optional.of("answers 500"),
                    Map.of("fault", "http-500", "errors", "3", "samples", "3"),
                    WEB2));
            assertThat(rules()).containsExactly("sporadic-errors", "likeness");
        }

        @Test
        void leavesAPageThatFailedInBothAnswersSoFar() {
            badLink();
            fault("FUN-04", Case.of("page", "/checkout"), "", "http-500", "/checkout answers 500", WEB2);
            fact("errors", "2");
            fact("samples", "2");
            assertThat(rules()).containsExactly("sporadic-errors", "likeness");
        }

        @Test
        void takesTheOneAnswerOfACheckThatAsksOnce() {
            badLink();
            findings.add(finding(
                    "SUB-01",
                    Case.of("layer", "database"),
                    "",
                    FindingKind.UNHEALTHY,
                    Severity.BLOCKER,
                    Optional.empty(),
                    Optional.of("GET /api/runtime answered [500]"),
                    Map.of("fault", "http-500", "errors", "1", "samples", "1"),
                    WEB2));
            assertThat(rules()).containsExactly("sporadic-errors");
        }

        /** A walk is many requests at once, and a shortened run has one or two. */
        @ParameterizedTest
        @CsvSource({"1, sporadic-errors", "2, sporadic-errors", "3, sporadic-errors;likeness"})
        void takesAJourneyForItsOwnFaultWhereThreeWalksFailed(int walks, String rules) {
            badLink();
            findings.add(finding(
                    "FUN-05",
                    Case.of("journey", "order-history"),
                    "",
                    FindingKind.UNHEALTHY,
                    Severity.CRITICAL,
                    Optional.empty(),
                    Optional.of("Step 7 answered [500]"),
                    Map.of("fault", "http-500", "errors", Integer.toString(walks), "samples", Integer.toString(walks)),
                    WEB2));
            assertThat(rules()).containsExactly(rules.split(";"));
        }

        /** The tally counts whatever fails, and 32 of 1780 requests are those of four journeys that never get through. */
        @Test
        void leavesARateToTheRequestsThatMakeIt() {
            refusedOrders();
            traffic(32, 32, "POST /checkout\nPOST /api/checkout");
            assertThat(rules()).containsExactly("likeness", "likeness");
            assertThat(causes().get(0).fact())
                    .isEqualTo("failover web1, web2 at declined-card, guest-checkout, order-history: Step 4 of"
                            + " declined-card (POST /checkout) answered [500]");
            assertThat(causes().get(0).severity()).isEqualTo(Severity.BLOCKER);
            assertThat(causes().get(1).fact()).contains("POST /api/checkout");
        }

        @Test
        void isMoreThanTheRequestsThatMakeItWhereOthersFailAsWell() {
            refusedOrders();
            traffic(48, 32, "POST /checkout\nPOST /api/checkout\nGET /");
            assertThat(rules()).containsExactly("sporadic-errors", "likeness", "likeness");
            assertThat(causes().get(0).fact())
                    .isEqualTo(
                            "sporadic errors on failover web1, web2: 2.7 % (48 of 1780) of requests fail; 32 of them are"
                                    + " requests that fail each time");
        }

        @Test
        void leavesTheRateOfThePathsToThePageThatNodesAlwaysFailAlsoWhereCustomersEnter() {
            lasting("FUN-02", Case.of("smoke", "/checkout"), "/checkout failed in all 20 answers", 4);
            rate("FUN-02", Case.of("smoke", "all paths"), 40, 160, 40, "GET /checkout", WEB1, WEB2);
            rate("FUN-02", Case.of("entrance", "all paths"), 29, 160, 0, "GET /checkout", SITE);
            traffic(132, 130, "GET /checkout\nGET /about");
            assertThat(rules()).containsExactly("likeness");
            assertThat(causes().get(0).fact())
                    .isEqualTo("failover web1, web2 at /checkout: /checkout failed in all 20 answers");
            assertThat(causes().get(0).findings()).hasSize(4);
        }

        @Test
        void isAtTheEntranceWhatTheNodesDoNotFail() {
            lasting("FUN-02", Case.of("smoke", "/checkout"), "/checkout failed in all 20 answers", 4);
            rate("FUN-02", Case.of("smoke", "all paths"), 40, 160, 40, "GET /checkout", WEB1, WEB2);
            rate("FUN-02", Case.of("entrance", "all paths"), 29, 160, 0, "GET /checkout\nGET /", SITE);
            assertThat(rules()).containsExactly("likeness", "likeness");
        }

        private void refusedOrders() {
            step("api-checkout", "Step 3 of api-checkout (POST /api/checkout) answered [500]", "POST /api/checkout");
            step("declined-card", "Step 4 of declined-card (POST /checkout) answered [500]", "POST /checkout");
            step("guest-checkout", "Step 5 of guest-checkout (POST /checkout) answered [500]", "POST /checkout");
            step("order-history", "Step 6 of order-history (POST /checkout) answered [500]", "POST /checkout");
        }

        private void step(String journey, String message, String request) {
            lasting("FUN-05", Case.of("journey", journey), message, 8);
            fact("request", request);
        }

        private void lasting(String check, Case subject, String message, int answers) {
            findings.add(finding(
                    check,
                    subject,
                    "",
                    FindingKind.UNHEALTHY,
                    Severity.CRITICAL,
                    Optional.empty(),
                    Optional.of(message),
                    Map.of(
                            "fault",
                            "http-500",
                            "errors",
                            Integer.toString(answers),
                            "samples",
                            Integer.toString(answers)),
                    WEB1,
                    WEB2));
        }

        private void traffic(int errors, int lasting, String requests) {
            rate("NET-02", TRAFFIC, errors, 1780, lasting, requests, WEB1, WEB2);
        }

        private void rate(
                String check, Case subject, int errors, int samples, int lasting, String requests, NodeRef... nodes) {
            fault(check, subject, "rate", "error-rate", errors + " of " + samples + " fail", nodes);
            fact("errors", Integer.toString(errors));
            fact("samples", Integer.toString(samples));
            fact("acceptable", "0.001");
            fact("lasting", Integer.toString(lasting));
            fact("requests", requests);
        }

        /** What fails counts as slower than all else, so that one in twenty makes p95 endless. */
        @Test
        void explainsAQuantileWithoutABound() {
            badLink();
            endless("0.95");
            assertThat(rules()).containsExactly("sporadic-errors");
        }

        @Test
        void leavesAQuantileThatTheLinkCannotMakeEndless() {
            badLink();
            endless("0.50");
            assertThat(rules()).containsExactly("sporadic-errors", "likeness");
        }

        private void endless(String quantile) {
            slow("/", "service.p" + quantile, 0, WEB2);
            fact("quantile", quantile);
            fact("excessMillis", "Infinity");
            fact("ratio", "Infinity");
            fact("samples", "80");
        }

        @Test
        void leavesAPageThatFailsFarMoreOften() {
            badLink();
            findings.add(finding(
                    "FUN-04",
                    Case.of("page", "/checkout"),
                    "",
                    FindingKind.UNHEALTHY,
                    Severity.CRITICAL,
                    Optional.empty(),
                    Optional.of("answers 500"),
                    Map.of("fault", "http-500", "errors", "12", "samples", "26", "sporadic", "true"),
                    WEB2));
            assertThat(rules()).containsExactly("sporadic-errors", "likeness");
        }

        @Test
        void leavesOtherNodes() {
            badLink();
            findings.add(finding(
                    "FUN-04",
                    Case.of("page", "/"),
                    "",
                    FindingKind.UNHEALTHY,
                    Severity.CRITICAL,
                    Optional.empty(),
                    Optional.of("answers 502"),
                    Map.of("fault", "http-502", "errors", "2", "samples", "14", "sporadic", "true"),
                    WEB1));
            assertThat(rules()).containsExactly("sporadic-errors", "likeness");
        }
    }

    @Nested
    class OtherBuild {
        @Test
        void explainsItsNameWhereverItStands() {
            different("FUN-01", Case.WHOLE, "build", "2012.41", "2012.40", WEB2);
            line("FUN-04", Case.of("page", "/"), "text[footer]", "Release 2012.41", "Release 2012.40", WEB2);
            assertThat(rules()).containsExactly("other-build");
        }

        @Test
        void leavesWhatOnlyLooksLikeIt() {
            different("FUN-01", Case.WHOLE, "build", "41", "40", WEB2);
            different("FUN-04", Case.of("api", "/cart"), "body.total", "41", "40", WEB2);
            different("FUN-07", Case.WHOLE, "flag", "on", "off", WEB2);
            assertThat(rules()).containsExactly("other-build", "likeness", "likeness");
        }

        @Test
        void leavesAVersionPageThatFails() {
            fault("FUN-01", Case.WHOLE, "", "http-500", "/api/version answers 500", WEB2);
            assertThat(rules()).containsExactly("likeness");
        }
    }

    @Nested
    class OtherLocaleData {
        @Test
        void explainsTheSameNumbersWrittenOtherwise() {
            different("LOC-08", Case.WHOLE, "icu", "79.1", "71.1", WEB2);
            different("LOC-05", Case.of("locale", "en-US"), "times.short", "3:04\u202FPM", "3:04 PM", WEB2);
            line(
                    "LOC-03",
                    page("/about", "en-US"),
                    "text[main]",
                    "Open until 5:00\u202FPM",
                    "Open until 5:00 PM",
                    WEB2);
            assertThat(rules()).containsExactly("other-locale-data");
            assertThat(causes().get(0).fact())
                    .isEqualTo("failover web2 runs another runtime or locale data: icu [71.1], primary [79.1];"
                            + " 2 formatted values are written otherwise");
        }

        @Test
        void leavesAnotherNumberAnotherWordAndAnotherNode() {
            different("LOC-08", Case.WHOLE, "icu", "79.1", "71.1", WEB2);
            different("LOC-05", Case.of("locale", "en-US"), "money", "$1,204.50", "$1,204.05", WEB2);
            line("LOC-03", page("/", "en-US"), "text[main]", "Open until 5:00\u202FPM", "Closed from 5:00 PM", WEB2);
            different("LOC-05", Case.of("locale", "en-US"), "times.short", "3:04\u202FPM", "3:04 PM", WEB1);
            assertThat(rules()).containsExactlyInAnyOrder("other-locale-data", "likeness", "likeness", "likeness");
        }
    }

    @Nested
    class OtherDocument {
        private final Case notFound = Case.of("error-page", "GET /no-such-page");

        @Test
        void explainsWhatStoodInThePage() {
            different("FUN-06", notFound, "content-type", "text/html", "text/plain", WEB1);
            line("FUN-06", notFound, "structure[main]", "h1", "", WEB1);
            line("FUN-06", notFound, "text[main]", "Back to the shop", "Not found", WEB1);
            assertThat(rules()).containsExactly("other-document");
            assertThat(causes().get(0).fact())
                    .isEqualTo(
                            "failover web1 at GET /no-such-page: content-type is [text/plain], agreed is [text/html]");
        }

        @Test
        void leavesFaultsOtherPagesOtherNodesAndAnotherCharset() {
            different("FUN-06", notFound, "content-type", "text/html", "text/plain", WEB1);
            fault("FUN-06", notFound, "text", "other-stack", "The page names dallas", WEB1);
            line("FUN-06", Case.of("error-page", "DELETE /about"), "text[main]", "Back", "Forward", WEB1);
            line("FUN-06", notFound, "text[header]", "Shop", "Shops", WEB2);
            different("FUN-06", notFound, "status", "404", "410", WEB1);
            different("HDR-05", page("/", "en-US"), "content-type", "text/html", "text/html; charset=utf-8", WEB1);
            line("FUN-04", page("/", "en-US"), "text[main]", "A", "B", WEB1);
            assertThat(rules()).hasSize(7).containsOnlyOnce("other-document");
        }
    }

    @Nested
    class MissingRecord {
        private static final String BREW_SCALE = "body.items[sku=brew-scale].";

        @Test
        void explainsItsFieldsTheLinesThatSayThemAndTheCount() {
            lost();
            missing("FUN-04", page("/products", "en-US"), "structure[main]", "a href=/products/brew-scale");
            missing("LOC-03", page("/products", "de-DE"), "text[main]", "Libra");
            missing("LOC-03", page("/products", "de-DE"), "text[main]", "44,00\u00a0\u20ac");
            different("FUN-04", api(), "body.total", "24", "23", WEB1, WEB2);
            assertThat(rules()).containsExactly("missing-record");
            assertThat(causes().get(0).fact())
                    .isEqualTo("failover web1, web2 lack a record of body.items at /api/products: [sku=brew-scale] with"
                            + " name [Libra], price [44.00], sku [brew-scale]");
        }

        @Test
        void leavesOtherLinesOtherCountsAndOtherNodes() {
            lost();
            missing("LOC-03", page("/products", "de-DE"), "text[main]", "Libra ist unsere neue Waage");
            missing("LOC-03", page("/products", "de-DE"), "text[aside]", "45,00\u00a0\u20ac");
            different("FUN-04", api(), "body.pages", "24", "22", WEB1, WEB2);
            line("FUN-04", page("/cart", "en-US"), "text[main]", "12 in stock", "11 in stock", WEB1, WEB2);
            line("FUN-04", page("/", "en-US"), "text[main]", "brew-scale", "brew-tool", WEB1);
            assertThat(rules()).hasSize(6).containsOnlyOnce("missing-record");
        }

        /** A table that was not copied at all is one cause, and found in the time that one row takes. */
        @Test
        @Timeout(20)
        void explainsAWholeTableAtOnce() {
            for (int row = 0; row < 5_000; row++) {
                String at = "body.items[sku=item-" + row + "].";
                missing("FUN-04", api(), at + "sku", "item-" + row);
                missing("FUN-04", api(), at + "name", "Name " + row);
                missing("FUN-04", page("/products", "en-US"), "text[main]", "Name " + row);
            }
            assertThat(rules()).containsExactly("missing-record");
        }

        @Test
        void saysHowManyAreTooMany() {
            for (String sku : List.of("a1", "a2", "a3", "a4")) {
                findings.add(finding(
                        "FUN-04",
                        api(),
                        "body.items[sku=" + sku + "].sku",
                        FindingKind.MISSING_ON_PRIMARY,
                        Severity.CRITICAL,
                        Optional.empty(),
                        Optional.of(sku),
                        Map.of(),
                        WEB1));
            }
            different("FUN-04", api(), "body.total", "24", "28", WEB1);
            assertThat(rules()).containsExactly("missing-record");
            assertThat(causes().get(0).fact())
                    .startsWith("failover web1 has 4 records that the primary has not of body.items at /api/products:"
                            + " [sku=a1], [sku=a2], [sku=a3] and 1 more");
        }

        private Case api() {
            return Case.of("api", "/api/products");
        }

        private void lost() {
            missing("FUN-04", api(), BREW_SCALE + "sku", "brew-scale");
            missing("FUN-04", api(), BREW_SCALE + "name", "Libra");
            missing("FUN-04", api(), BREW_SCALE + "price", "44.00");
        }

        private void missing(String check, Case subject, String path, String value) {
            findings.add(finding(
                    check,
                    subject,
                    path,
                    FindingKind.MISSING_ON_FAILOVER,
                    Severity.CRITICAL,
                    Optional.of(value),
                    Optional.empty(),
                    Map.of(),
                    WEB1,
                    WEB2));
        }
    }

    @Test
    void foldsANameInThePlaceOfAnotherIntoOneCause() {
        for (int link = 0; link < 50; link++) {
            line(
                    "FUN-04",
                    Case.of("page", "/" + link % 7),
                    "structure[main #" + link + "]",
                    "a[href=https://shop.example.com/products/" + link + "]",
                    "a[href=http://10.2.0.11:8080/products/" + link + "]",
                    WEB1);
        }
        line("FUN-04", Case.of("page", "/"), "text[price]", "Total 12.00", "Total 11.00", WEB1);
        line("FUN-04", Case.of("page", "/"), "text[year]", "since 2012", "since 2011", WEB1);
        assertThat(causes()).hasSize(3);
        assertThat(causes().get(0).findings()).hasSize(50);
    }

    @Test
    void foldsAnAmountInThePlaceOfAnotherHoweverALanguageWritesIt() {
        line("LOC-03", page("/shipping", "en-US"), "text[main]", "19%", "16%", WEB1);
        line("LOC-03", page("/shipping", "de-DE"), "text[main]", "19\u00a0%", "16\u00a0%", WEB1);
        line(
                "LOC-03",
                page("/checkout", "fr-FR"),
                "text[select]",
                "Allemagne (19\u00a0%)",
                "Allemagne (16\u00a0%)",
                WEB1);
        line("LOC-03", page("/shipping", "ar"), "text[main]", "\u0661\u0669\u066a", "\u0661\u0666\u066a", WEB1);
        different("FUN-05", Case.of("journey", "a"), "step[4].tax", "\u20ac1,005.68", "\u20ac1,004.78", WEB1);
        different("FUN-05", Case.of("journey", "b"), "step[6].tax", "1.005,68", "1.004,78", WEB1);
        assertThat(causes()).extracting(cause -> cause.findings().size()).containsExactlyInAnyOrder(4, 2);
    }

    @Test
    void leavesOtherAmountsSmallNumbersAndVersionsApart() {
        different("FUN-05", Case.of("journey", "a"), "step[4].total", "35.58", "34.68", WEB1);
        different("FUN-05", Case.of("journey", "b"), "step[4].total", "36.58", "34.68", WEB1);
        line("FUN-04", page("/", "en-US"), "text[main]", "12 reviews", "11 reviews", WEB1);
        line("FUN-04", page("/", "de-DE"), "text[main]", "12 Bewertungen", "11 Bewertungen", WEB1);
        line("FUN-04", page("/cart", "en-US"), "text[main]", "12 in stock", "11 in stock", WEB1);
        line("FUN-04", page("/about", "en-US"), "text[main]", "19% of 12", "16% of 11", WEB1);
        assertThat(causes()).hasSize(5);
    }

    @Test
    void foldsEqualDifferencesIntoOneCause() {
        for (int page = 0; page < 500; page++) {
            line("FUN-04", Case.of("page", "/" + page), "text[footer]", "© 2012", "© 2011", WEB1, WEB2);
        }
        assertThat(causes()).hasSize(1);
        assertThat(causes().get(0).findings()).hasSize(500);
        assertThat(causes().get(0).fact()).contains("and 499 more");
    }

    @Test
    void foldsAPageThatFailsInEveryLocaleIntoOneCause() {
        for (String locale : List.of("de-DE", "fr-FR", "ja-JP")) {
            fault("LOC-03", page("/checkout", locale), "", "http-500", "/checkout · " + locale + " answers 500", WEB1);
        }
        fault("FUN-03", Case.of("route", "GET /checkout"), "", "http-500", "GET /checkout answers 500", WEB1);
        assertThat(causes()).hasSize(1);
    }

    @Test
    void ranksTheFourOfTheOutageFirst() {
        for (int i = 0; i < 40; i++) {
            different("FUN-07", Case.WHOLE, "flag-" + i, "on", "off", WEB1);
            line("FUN-04", Case.of("page", "/" + i), "text[footer]", "© 2012", "© 2011", WEB1, WEB2);
        }
        eightHours();
        missingCatalog();
        foreignStore();
        badLink();
        assertThat(causes().subList(0, 4))
                .extracting(Cause::rule)
                .containsExactlyInAnyOrder(
                        "clock-offset", "missing-catalog", "foreign-session-store", "sporadic-errors");
        assertThat(causes().subList(0, 4)).allMatch(cause -> cause.severity() == Severity.BLOCKER);
        assertThat(causes().subList(0, 4)).extracting(Cause::fact).anyMatch(fact -> fact.contains("8 h 00 min later"));
    }

    @Test
    void saysWhatToDoAboutEveryCause() {
        eightHours();
        missingCatalog();
        foreignStore();
        badLink();
        different("FUN-07", Case.WHOLE, "flag", "on", "off", WEB1);
        assertThat(causes()).allMatch(cause -> !cause.advice().isBlank());
    }

    private List<Cause> causes() {
        List<Finding> sorted = findings.stream()
                .sorted(java.util.Comparator.comparing(Finding::check)
                        .thenComparing(Finding::subject)
                        .thenComparing(Finding::path))
                .toList();
        return Causes.of(sorted.stream().filter(Finding::isOpen).toList(), sorted);
    }

    private List<String> rules() {
        return causes().stream().map(Cause::rule).toList();
    }

    private void eightHours() {
        different("SUB-01", OS, "offset", "+00:00", "-08:00", JOBS);
        different("SUB-01", OS, "offset-june", "+00:00", "-08:00", JOBS);
        fault(
                "SUB-01",
                Case.of("host-role", "jobs").with("layer", "jobs"),
                "layers",
                "layers-disagree",
                "The layer [jobs] of jobs1 has UTC+00:00 (Etc/UTC), but the layer below it has UTC-08:00 (Etc/GMT+8)",
                JOBS);
        fact("offset", "+00:00");
        fact("offsetBelow", "-08:00");
        for (int day = 1; day <= 5; day++) {
            different(
                    "SUB-03",
                    CHARGE,
                    "next[2012-10 #" + day + "]",
                    "2012-10-0" + day + "T02:00:00Z",
                    "2012-10-0" + day + "T10:00:00Z",
                    JOBS);
        }
        different("SUB-03", CHARGE, "instants[2012-10].digest", "aa", "bb", JOBS);
        different("SUB-03", CHARGE, "instants[2012-10].count", "430", "429", JOBS);
    }

    private void missingCatalog() {
        fault(
                "LOC-02",
                Case.of("locale", "de-DE").with("host-role", "web"),
                "catalog",
                "missing-catalog",
                "The compiled catalog [locale/de-DE/messages.mo] of de-DE is missing on web2.",
                WEB2);
        for (String path : List.of("/", "/login", "/products")) {
            fault(
                    "LOC-03",
                    page(path, "de-DE"),
                    "text",
                    "fallback-language",
                    path + " · de-DE is in en-US: 14 of 16 sentences, like [Add to cart].",
                    WEB2);
            fact("locale", "en-US");
        }
        fault(
                "LOC-03",
                page("/", "de-DE"),
                "phrase",
                "missing-phrase",
                "/ does not show its phrase [Zur Kasse].",
                WEB2);
        fault("LOC-03", page("/", "de-DE"), "lang", "wrong-language", "/ says lang=[en-US]; expected [de-DE].", WEB2);
        fact("locale", "en-US");
        different("LOC-04", Case.of("locale", "de-DE"), "untranslated.count", "3", "61", WEB2);
        fault(
                "LOC-04",
                Case.of("locale", "de-DE"),
                "untranslated",
                "fallback-language",
                "web2 shows 11 of 12 pages of de-DE in en-US, like /; 61 of 64 pieces of text are not translated.",
                WEB2);
        fact("locale", "en-US");
    }

    private void staleCatalog() {
        fault(
                "LOC-02",
                Case.of("locale", "de-DE").with("host-role", "web"),
                "catalog",
                "stale-catalog",
                "The compiled catalog of de-DE on web1 is older than its source",
                WEB1);
    }

    private void foreignStore() {
        for (String check : List.of("SES-04", "LAT-02")) {
            fault(
                    check,
                    STORE,
                    "address",
                    "foreign-address",
                    "The address of [session store] on web1 of arizona is [10.1.0.25:6379], which stands in the other"
                            + " site, dallas; expected one in arizona.",
                    WEB1,
                    WEB2);
            fact("address", "10.1.0.25:6379");
            fact("endpoint", "10.1.0.25:6379");
            fact("site", "other");
        }
        fault(
                "LAT-02",
                STORE,
                "rtt",
                "over-budget",
                "A round trip from web1 to [session store] takes 52.125 ms in the median of 20; expected at most 10 ms.",
                WEB1,
                WEB2);
        fact("roundTripMillis", "48.0");
        fault(
                "NET-10",
                Case.of("host-role", "web"),
                "socket[10.1.0.25:6379]",
                "socket-into-other-site",
                "A process of web1 of arizona is connected to [10.1.0.25:6379], which stands in the other site, dallas.",
                WEB1,
                WEB2);
        fact("address", "10.1.0.25:6379");
        slow("/cart", "service.p50", 104, WEB1);
        slow("/cart", "service.p95", 160, WEB2);
    }

    private void badLink() {
        findings.add(finding(
                "NET-02",
                DATABASE,
                "rate",
                FindingKind.UNHEALTHY,
                Severity.BLOCKER,
                Optional.empty(),
                Optional.of("10 of 650"),
                Map.of("fault", "error-rate", "errors", "10", "samples", "650"),
                WEB2));
        findings.add(finding(
                "NET-02",
                TRAFFIC,
                "rate",
                FindingKind.UNHEALTHY,
                Severity.BLOCKER,
                Optional.empty(),
                Optional.of("12 of 900"),
                Map.of("fault", "error-rate", "errors", "12", "samples", "900"),
                WEB2));
        smoke(4, WEB2);
        findings.add(finding(
                "FUN-04",
                Case.of("page", "/products"),
                "",
                FindingKind.UNHEALTHY,
                Severity.CRITICAL,
                Optional.empty(),
                Optional.of("answers 502"),
                Map.of("fault", "http-502", "errors", "2", "samples", "14", "sporadic", "true"),
                WEB2));
    }

    private void smoke(int errorsOf150, NodeRef... nodes) {
        findings.add(finding(
                "FUN-02",
                Case.of(List.of(nodes).contains(SITE) ? "entrance" : "smoke", "all paths"),
                "rate",
                FindingKind.UNHEALTHY,
                Severity.BLOCKER,
                Optional.empty(),
                Optional.of(errorsOf150 + " of 150"),
                Map.of(
                        "fault",
                        "error-rate",
                        "errors",
                        Integer.toString(errorsOf150),
                        "samples",
                        "150",
                        "rate",
                        Double.toString(errorsOf150 / 150.0)),
                nodes));
    }

    private static Case page(String path, String locale) {
        return Case.of("page", path).with("locale", locale);
    }

    private void slow(String endpoint, String path, double excess, NodeRef... nodes) {
        findings.add(finding(
                "LAT-01",
                Case.of("endpoint", endpoint),
                path,
                FindingKind.DIFFERENT,
                Severity.CRITICAL,
                Optional.of("20.00 ms"),
                Optional.of((20 + excess) + " ms"),
                Map.of("ratio", "3.00", "excessMillis", Double.toString(excess)),
                nodes));
    }

    /** Adds a fact to the last finding. */
    private void fact(String name, String value) {
        findings.add(findings.remove(findings.size() - 1).withFact(name, value));
    }

    private void different(String check, Case subject, String path, String primary, String failover, NodeRef... nodes) {
        findings.add(finding(
                check,
                subject,
                path,
                FindingKind.DIFFERENT,
                Severity.BLOCKER,
                Optional.of(primary),
                Optional.of(failover),
                Map.of(),
                nodes));
    }

    private void line(String check, Case subject, String path, String primary, String failover, NodeRef... nodes) {
        String landmark = path.substring(path.indexOf('[') + 1, path.length() - 1);
        findings.add(finding(
                check,
                subject,
                path,
                FindingKind.DIFFERENT,
                Severity.CRITICAL,
                Optional.of(primary),
                Optional.of(failover),
                Map.of("landmark", landmark),
                nodes));
    }

    private void fault(String check, Case subject, String path, String fault, String message, NodeRef... nodes) {
        findings.add(finding(
                check,
                subject,
                path,
                FindingKind.UNHEALTHY,
                Severity.BLOCKER,
                Optional.empty(),
                Optional.of(message),
                Map.of("fault", fault, "errors", "1", "samples", "1"),
                nodes));
    }

    private static Finding finding(
            String check,
            Case subject,
            String path,
            FindingKind kind,
            Severity severity,
            Optional<String> primary,
            Optional<String> failover,
            Map<String, String> facts,
            NodeRef... nodes) {
        return new Finding(
                new CheckId(check),
                subject,
                path,
                kind,
                severity,
                primary,
                failover,
                List.of(nodes),
                failover.orElse("differs in every answer"),
                new TreeMap<>(facts),
                List.of("failover:7"));
    }
}
