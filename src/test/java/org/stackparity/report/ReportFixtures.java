package org.stackparity.report;

import static org.stackparity.model.Family.DATA;
import static org.stackparity.model.Family.DNS;
import static org.stackparity.model.Family.FUNCTIONAL;
import static org.stackparity.model.Family.LATENCY;
import static org.stackparity.model.Family.LOCALE;
import static org.stackparity.model.Family.NETWORK;
import static org.stackparity.model.Family.SESSION;
import static org.stackparity.model.Family.SUBSCRIPTION;
import static org.stackparity.model.Family.TLS;
import static org.stackparity.model.FindingKind.ACCEPTED;
import static org.stackparity.model.FindingKind.DIFFERENT;
import static org.stackparity.model.FindingKind.MISSING_ON_FAILOVER;
import static org.stackparity.model.FindingKind.MISSING_ON_PRIMARY;
import static org.stackparity.model.FindingKind.NOISE;
import static org.stackparity.model.FindingKind.NOT_APPLICABLE;
import static org.stackparity.model.FindingKind.NOT_OBSERVED;
import static org.stackparity.model.FindingKind.NOT_PROVEN;
import static org.stackparity.model.FindingKind.UNHEALTHY;
import static org.stackparity.model.Role.FAILOVER;
import static org.stackparity.model.Role.PRIMARY;
import static org.stackparity.model.Severity.BLOCKER;
import static org.stackparity.model.Severity.CRITICAL;
import static org.stackparity.model.Severity.MAJOR;
import static org.stackparity.model.Severity.MINOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stackparity.model.Case;
import org.stackparity.model.Comparison;
import org.stackparity.model.Coverage;
import org.stackparity.model.Fault;
import org.stackparity.model.Judgement.Promises;
import org.stackparity.model.NodeRef;
import org.stackparity.model.ParityReport;
import org.stackparity.model.PathRule;
import org.stackparity.model.Question;
import org.stackparity.model.Verdict;

/**
 * Reports as they come out of real nights; each side has values of its own, so that a swap shows.
 * Long, since a report has much to say and each fixture says all of it.
 */
final class ReportFixtures {
    private static final NodeRef WEB1 = new NodeRef(FAILOVER, "web1");
    private static final NodeRef WEB2 = new NodeRef(FAILOVER, "web2");
    private static final NodeRef JOBS1 = new NodeRef(FAILOVER, "jobs1");
    private static final NodeRef SITE = new NodeRef(FAILOVER, NodeRef.SITE);
    private static final PathRule SAME = PathRule.of("*", Comparison.SAME);
    private static final List<String> PAGES = List.of(
            "/", "/products", "/products/mug-blue", "/cart", "/checkout", "/login", "/about", "/shipping", "/terms");
    private static final List<String> LOCALES = List.of("en-US", "de-DE", "fr-FR", "ja-JP", "ar");
    private static final Map<String, List<String>> TITLES = Map.of(
            "de-DE",
                    List.of(
                            "Willkommen",
                            "Produkte",
                            "Blaue Tasse",
                            "Warenkorb",
                            "Zur Kasse",
                            "Anmelden",
                            "Über uns",
                            "Versand",
                            "AGB"),
            "fr-FR",
                    List.of(
                            "Bienvenue",
                            "Produits",
                            "Tasse bleue",
                            "Panier",
                            "Passer commande",
                            "Connexion",
                            "À propos",
                            "Livraison",
                            "Conditions"),
            "ja-JP", List.of("ようこそ", "商品一覧", "青いマグ", "カート", "レジに進む", "ログイン", "会社概要", "配送", "利用規約"),
            "ar",
                    List.of(
                            "مرحبًا",
                            "المنتجات",
                            "كوب أزرق",
                            "سلة التسوق",
                            "إتمام الشراء",
                            "تسجيل الدخول",
                            "من نحن",
                            "الشحن",
                            "الشروط"),
            "en-US",
                    List.of(
                            "Welcome",
                            "Products",
                            "Blue mug",
                            "Cart",
                            "Check out",
                            "Sign in",
                            "About us",
                            "Shipping",
                            "Terms"));

    private ReportFixtures() {}

    static ParityReport go() {
        ReportBuilder report = base().finding(
                        "FUN-06",
                        Case.of("page", "/no-such-page"),
                        "body.lines",
                        ACCEPTED,
                        "main\tThis page does not exist.",
                        "main\tThis page does not exist. You are on our second site.",
                        "Accepted until 2012-12-01 by store-team: the second site says where it is.",
                        List.of(SITE),
                        Map.of("known", "known-differences.yaml:3"),
                        "primary:21",
                        "failover:22")
                .finding(
                        "FUN-04",
                        Case.of("page", "/"),
                        "main.recommendations",
                        NOISE,
                        "mug-red",
                        "mug-green",
                        "Differs within each stack alike.",
                        List.of(),
                        Map.of("samples", "44"))
                .finding(
                        "HDR-06",
                        Case.WHOLE,
                        "header.server",
                        DIFFERENT,
                        "nginx/1.2.3",
                        "nginx/1.2.4",
                        "The value differs and is stable on each stack.",
                        List.of(WEB2),
                        Map.of(),
                        "primary:31",
                        "failover:32")
                .finding(
                        "SUB-07",
                        Case.of("job", "charge-subscriptions"),
                        "",
                        NOT_APPLICABLE,
                        null,
                        null,
                        "The failover's jobs are disarmed by design; only a drill proves this.",
                        List.of(),
                        Map.of())
                .observation(PRIMARY, 31, "HDR-06", Case.WHOLE, "web1", Map.of("header.server", "nginx/1.2.3"))
                .observation(FAILOVER, 32, "HDR-06", Case.WHOLE, "web2", Map.of("header.server", "nginx/1.2.4"))
                .ruling(
                        Question.SWITCHOVER,
                        Verdict.GO,
                        "All required checks were observed, and no open finding is a blocker or critical.")
                .ruling(Question.EMERGENCY, Verdict.GO, "The failover has no fault of its own.")
                .ruling(Question.FAILBACK, Verdict.GO, "All required checks were observed in both directions.")
                .note("1 known difference was not needed: known-differences.yaml:12.");
        return report.build(Question.SWITCHOVER, new Promises(212, 240, 20, 8));
    }

    /** The night of 3 October 2012, as the suite would have told it a day before. */
    static ParityReport noGo() {
        ReportBuilder report = base();
        lateSubscriptions(report);
        missingCatalogs(report);
        farSessions(report);
        faultySwitch(report);
        report.finding(
                        "LOC-05",
                        Case.of("locale", "fr-FR").with("vector", "currency"),
                        "formatted",
                        DIFFERENT,
                        "1\u202f234,50\u00a0€",
                        "1\u00a0234,50\u00a0€",
                        "The value differs and is stable on each stack.",
                        List.of(WEB1, WEB2),
                        Map.of("samples", "44"),
                        "primary:61",
                        "failover:62")
                .observation(
                        PRIMARY,
                        61,
                        "LOC-05",
                        Case.of("locale", "fr-FR").with("vector", "currency"),
                        "web1",
                        Map.of("formatted", "1\u202f234,50\u00a0€", "input", "1234.5"))
                .observation(
                        FAILOVER,
                        62,
                        "LOC-05",
                        Case.of("locale", "fr-FR").with("vector", "currency"),
                        "web1",
                        Map.of("formatted", "1\u00a0234,50\u00a0€", "input", "1234.5"))
                .ruling(
                        Question.SWITCHOVER,
                        Verdict.NO_GO,
                        "50 open findings are blockers or critical; 4 causes explain 49 of them.",
                        "The heaviest: charge-subscriptions fires 8 h later on arizona.")
                .ruling(
                        Question.EMERGENCY,
                        Verdict.NO_GO,
                        "48 blockers are faults of arizona itself.",
                        "The last good evidence of dallas is 3 h old.")
                .ruling(Question.FAILBACK, Verdict.NO_GO, "50 open findings are blockers or critical.")
                .note(
                        "The known difference at known-differences.yaml:12 expired on 2012-09-30; its finding is open again.");
        return report.build(Question.SWITCHOVER, new Promises(158, 240, 20, 8));
    }

    static ParityReport undecided() {
        ReportBuilder report = base().unfinished()
                .partial()
                .finding(
                        "FUN-02",
                        Case.of("page", "/health/ready"),
                        "",
                        NOT_OBSERVED,
                        null,
                        null,
                        "failover web2 could not be reached: connect to 10.20.0.12:443 timed out after 5 s.",
                        List.of(WEB2),
                        Map.of("kind", "connect-timeout"),
                        "failover:7")
                .finding(
                        "LAT-01",
                        Case.of("endpoint", "/cart"),
                        "p95",
                        NOT_PROVEN,
                        "182 ms",
                        "204 ms",
                        "The bound of the ratio is 1.61 at 24 samples; 1.50 must be excluded.",
                        List.of(SITE),
                        Map.of("ratio", "1.12", "bound", "1.61", "samples", "24"))
                .unseen(FAILOVER, 7, "FUN-02", Case.of("page", "/health/ready"), "web2", "connect timed out after 5 s")
                .ruling(
                        Question.SWITCHOVER,
                        Verdict.UNDECIDED,
                        "The evidence of arizona is partial: the recording did not finish.",
                        "FUN-02 functional.smoke has no observation of failover web2.")
                .ruling(Question.EMERGENCY, Verdict.UNDECIDED, "The evidence of arizona is partial.")
                .ruling(Question.FAILBACK, Verdict.UNDECIDED, "The evidence of arizona is partial.");
        return report.build(Question.SWITCHOVER, new Promises(117, 240, 20, 8));
    }

    /** Values that want to be mark-up, commands, or more than fits. */
    static ParityReport hostile() {
        String script = "</script><script>alert('x')</script><img src=x onerror=alert(1)>\"'`${7*7}";
        String ansi = "\u001b[2J\u001b]0;owned\u0007\u0000\u0008red\u001b[31m\r\nsecond line";
        String markdown = "|cell|\n```\n# head [link](javascript:alert(1)) @everyone #12 ![i](http://evil/x.png) ]]>";
        String bidi = "\u202Eevil\u202C \u2066x\u2069 \u061C مرحبا \uFEFF\u200B";
        String surrogates = "a\uD800b\uDC00c\uFFFE\uFFFFd 😀";
        String huge = "<b>" + "x".repeat(1_000_000);
        Case subject = Case.of("page", "/\"><script>alert(2)</script>").with("locale", "\u202Ear");
        NodeRef node = new NodeRef(FAILOVER, "web1<script>\u001b[1m");
        ReportBuilder report = new ReportBuilder()
                .named("pair<script>", "dallas\u202E", "<b>arizona</b>\u001b[31m")
                .check("FUN-04", "functional.read-journeys", FUNCTIONAL, CRITICAL, "Pages say the same.", SAME, subject)
                .finding(
                        "FUN-04",
                        subject,
                        "script",
                        DIFFERENT,
                        script,
                        ansi,
                        ansi,
                        List.of(node),
                        Map.of(script, ansi),
                        script)
                .finding("FUN-04", subject, "markdown", DIFFERENT, markdown, bidi, markdown, List.of(node), Map.of())
                .finding(
                        "FUN-04",
                        subject,
                        "surrogates",
                        DIFFERENT,
                        surrogates,
                        surrogates + "\uD83D",
                        bidi,
                        List.of(node),
                        Map.of(),
                        "failover:3")
                .finding("FUN-04", subject, "huge", DIFFERENT, huge + "1", huge + "2", huge, List.of(), Map.of())
                .finding("FUN-04", subject, "huge.missing", MISSING_ON_PRIMARY, null, huge, script, List.of(), Map.of())
                .finding(
                        "FUN-04",
                        subject,
                        "lines\u0000",
                        DIFFERENT,
                        "a\n".repeat(5_000),
                        "b\n".repeat(5_000),
                        surrogates,
                        List.of(),
                        Map.of())
                .observation(
                        FAILOVER,
                        3,
                        "FUN-04",
                        subject,
                        "web1<script>",
                        Map.of("surrogates", surrogates, script, huge, "ansi", ansi),
                        new Fault("http-500", "", script))
                .ruling(Question.SWITCHOVER, Verdict.NO_GO, script, ansi, markdown, bidi, surrogates, huge)
                .ruling(Question.EMERGENCY, Verdict.NO_GO, script)
                .ruling(Question.FAILBACK, Verdict.NO_GO, huge)
                .note(script)
                .note(bidi)
                .note(ansi);
        report.cause(
                script,
                markdown,
                CRITICAL,
                List.of(node),
                ansi + huge,
                finding -> finding.path().equals("script"));
        return report.build(Question.SWITCHOVER, new Promises(0, 6, 0, 0));
    }

    /** 2,000 findings over 500 pages: three that differ by page, and a footer that differs alike on all. */
    static ParityReport large() {
        List<Case> cases = new ArrayList<>();
        for (int page = 0; page < 125; page++) {
            for (String locale : LOCALES.subList(0, 4)) {
                cases.add(Case.of("page", "/products/" + page).with("locale", locale));
            }
        }
        ReportBuilder report = new ReportBuilder()
                .check(
                        "FUN-04",
                        "functional.read-journeys",
                        FUNCTIONAL,
                        CRITICAL,
                        "Every page says the same on both stacks.",
                        PathRule.of("lines", Comparison.LINES),
                        cases.toArray(Case[]::new));
        long seq = 0;
        for (Case subject : cases) {
            seq += 2;
            String body = "main\tProduct " + subject + "\n" + "main\tSome text of this product.\n".repeat(60);
            report.finding(
                            "FUN-04",
                            subject,
                            "lines",
                            DIFFERENT,
                            body + "footer\t© 2011 Foxy\nfooter\tImprint",
                            body + "footer\t© 2012 Foxy\nfooter\tImprint",
                            "The lines differ in footer.",
                            List.of(WEB1),
                            Map.of("landmark", "footer"),
                            "primary:" + seq,
                            "failover:" + (seq + 1))
                    .finding(
                            "FUN-04",
                            subject,
                            "title",
                            DIFFERENT,
                            "Product " + subject,
                            "Produkt " + subject,
                            "The value differs.",
                            List.of(WEB2),
                            Map.of(),
                            "primary:" + seq,
                            "failover:" + (seq + 1))
                    .finding(
                            "FUN-04",
                            subject,
                            "price",
                            DIFFERENT,
                            "1,2" + seq + ".00",
                            "1.2" + seq + ",00",
                            "The value differs.",
                            List.of(WEB1, WEB2),
                            Map.of(),
                            "primary:" + seq)
                    .finding(
                            "FUN-04",
                            subject,
                            "stock",
                            MISSING_ON_FAILOVER,
                            "in stock " + seq,
                            null,
                            "The failover has no value.",
                            List.of(WEB1),
                            Map.of(),
                            "failover:" + (seq + 1))
                    .observation(PRIMARY, seq, "FUN-04", subject, "web1", Map.of("lines", body, "title", "Product"))
                    .observation(
                            FAILOVER, seq + 1, "FUN-04", subject, "web2", Map.of("lines", body, "title", "Produkt"));
        }
        return report.ruling(Question.SWITCHOVER, Verdict.NO_GO, "2,000 open findings are critical.")
                .ruling(Question.EMERGENCY, Verdict.GO, "No blocker is a fault of arizona.")
                .ruling(Question.FAILBACK, Verdict.NO_GO, "2,000 open findings are critical.")
                .build(Question.SWITCHOVER, new Promises(0, 500, 0, 0));
    }

    private static ReportBuilder base() {
        return new ReportBuilder()
                .check(
                        "FUN-01",
                        "functional.build",
                        FUNCTIONAL,
                        BLOCKER,
                        "Every node of both sites runs the same build.",
                        SAME,
                        Case.WHOLE)
                .check(
                        "FUN-02",
                        "functional.smoke",
                        FUNCTIONAL,
                        BLOCKER,
                        "Every node by itself answers the most important requests.",
                        SAME,
                        cases("page", "/health/ready", "/", "/api/products"))
                .check(
                        "FUN-04",
                        "functional.read-journeys",
                        FUNCTIONAL,
                        CRITICAL,
                        "A visitor reads the same on both sites.",
                        PathRule.of("*", Comparison.LINES),
                        cases("page", PAGES))
                .check(
                        "FUN-06",
                        "functional.error-pages",
                        FUNCTIONAL,
                        MAJOR,
                        "A visitor who goes astray is told so in the same way.",
                        PathRule.of("*", Comparison.LINES),
                        cases("page", "/no-such-page", "DELETE /about", "/api/no-such-thing"))
                .check(
                        "HDR-06",
                        "functional.server-names",
                        FUNCTIONAL,
                        MINOR,
                        "Both sites tell strangers equally little about themselves.",
                        SAME,
                        Case.WHOLE)
                .check(
                        "LOC-02",
                        "locale.catalogs",
                        LOCALE,
                        BLOCKER,
                        "Every translation that the primary has is compiled on every failover node.",
                        PathRule.of("*", Comparison.SUBSET),
                        cases("locale", LOCALES))
                .check(
                        "LOC-03",
                        "locale.page-language",
                        LOCALE,
                        BLOCKER,
                        "Every page speaks the visitor's language.",
                        SAME,
                        grid())
                .check(
                        "LOC-05",
                        "locale.formats",
                        LOCALE,
                        CRITICAL,
                        "Numbers, prices and dates are written the same, to the character.",
                        SAME,
                        Case.of("locale", "de-DE").with("vector", "currency"),
                        Case.of("locale", "fr-FR").with("vector", "currency"),
                        Case.of("locale", "ja-JP").with("vector", "currency"))
                .check(
                        "SUB-01",
                        "subscription.time-zone",
                        SUBSCRIPTION,
                        BLOCKER,
                        "Every layer that schedules work has the same offset to UTC.",
                        SAME,
                        cases("host role", "web", "jobs"))
                .check(
                        "SUB-03",
                        "subscription.next-fires",
                        SUBSCRIPTION,
                        BLOCKER,
                        "Every job fires at the same instants on both sites.",
                        SAME,
                        cases("job", "charge-subscriptions", "send-reminders", "close-trials"))
                .check(
                        "SUB-07",
                        "subscription.canary",
                        SUBSCRIPTION,
                        CRITICAL,
                        "A subscription that is due is charged on time.",
                        SAME,
                        Case.of("job", "charge-subscriptions"))
                .check(
                        "LAT-01",
                        "latency.endpoints",
                        LATENCY,
                        CRITICAL,
                        "Pages are not slower on the failover than the margin allows.",
                        new PathRule(
                                "*",
                                Comparison.PAIRED_RATIO,
                                Map.of("margin", "1.5", "floorMillis", "25", "quantiles", "p50 p95")),
                        cases("endpoint", "/", "/cart", "/api/products"))
                .check(
                        "LAT-02",
                        "latency.dependencies",
                        LATENCY,
                        BLOCKER,
                        "Every web node is near to what it depends on.",
                        SAME,
                        cases("dependency", "database", "session store"))
                .check(
                        "SES-04",
                        "session.store-place",
                        SESSION,
                        BLOCKER,
                        "Sessions are kept on the site that serves them.",
                        SAME,
                        Case.of("host role", "web"))
                .check(
                        "NET-02",
                        "network.soak",
                        NETWORK,
                        BLOCKER,
                        "No link inside a site loses requests.",
                        new PathRule("*", Comparison.ERROR_RATE, Map.of("acceptable", "0.1%", "unacceptable", "1%")),
                        Case.of("link", "web → database"))
                .check(
                        "NET-10",
                        "network.cross-site",
                        NETWORK,
                        BLOCKER,
                        "No failover host depends on the primary's network.",
                        SAME,
                        cases("host role", "web", "jobs"))
                .check(
                        "TLS-01",
                        "tls.certificates",
                        TLS,
                        BLOCKER,
                        "Every node shows a valid certificate.",
                        SAME,
                        Case.of("host", "shop.example"))
                .leftOut(
                        "DAT-01",
                        "data.replication-lag",
                        DATA,
                        BLOCKER,
                        "The failover's data are fresh.",
                        Coverage.NOT_COVERED,
                        "The contract declares no heartbeat table.")
                .leftOut(
                        "DNS-02",
                        "dns.ttl",
                        DNS,
                        CRITICAL,
                        "A switched name is forgotten soon.",
                        Coverage.NOT_COVERED,
                        "The contract declares no switched names.")
                .leftOut(
                        "LAT-08",
                        "latency.peak-load",
                        LATENCY,
                        CRITICAL,
                        "The failover carries the primary's peak.",
                        Coverage.NOT_AUTHORISED,
                        "It needs S3; the contract allows S0, S1 and sandbox writes.")
                .leftOut(
                        "SUB-08",
                        "subscription.once",
                        SUBSCRIPTION,
                        BLOCKER,
                        "A charge happens once over both sites.",
                        Coverage.NOT_APPLICABLE,
                        "The failover's jobs are disarmed by design; only a drill proves this.")
                .took(FUNCTIONAL, 41_250)
                .took(LOCALE, 63_400)
                .took(SUBSCRIPTION, 18_020)
                .took(LATENCY, 92_700)
                .took(SESSION, 3_105)
                .took(NETWORK, 33_900)
                .took(TLS, 840);
    }

    private static void lateSubscriptions(ReportBuilder report) {
        Case jobs = Case.of("host role", "jobs");
        report.finding(
                        "SUB-01",
                        jobs,
                        "offset",
                        DIFFERENT,
                        "UTC+00:00",
                        "UTC-08:00",
                        "The offset to UTC differs.",
                        List.of(JOBS1),
                        Map.of("layer", "host"),
                        "primary:41",
                        "failover:42")
                .observation(PRIMARY, 41, "SUB-01", jobs, "jobs1", Map.of("offset", "UTC+00:00", "zone", "Etc/UTC"))
                .observation(
                        FAILOVER,
                        42,
                        "SUB-01",
                        jobs,
                        "jobs1",
                        Map.of("offset", "UTC-08:00", "zone", "America/Los_Angeles"));
        for (String job : List.of("charge-subscriptions", "send-reminders")) {
            String hour = job.startsWith("charge") ? "05" : "07";
            String late = job.startsWith("charge") ? "13" : "15";
            report.finding(
                    "SUB-03",
                    Case.of("job", job),
                    "next",
                    DIFFERENT,
                    "2012-10-04T" + hour + ":00:00Z",
                    "2012-10-04T" + late + ":00:00Z",
                    "The next 400 instants are all 8 h later on the failover.",
                    List.of(JOBS1),
                    Map.of("shift", "PT8H", "instants", "400"),
                    "primary:43",
                    "failover:44");
        }
        report.observation(
                        PRIMARY,
                        43,
                        "SUB-03",
                        Case.of("job", "charge-subscriptions"),
                        "jobs1",
                        Map.of("next", "2012-10-04T05:00:00Z", "expression", "0 5 * * *"))
                .observation(
                        FAILOVER,
                        44,
                        "SUB-03",
                        Case.of("job", "charge-subscriptions"),
                        "jobs1",
                        Map.of("next", "2012-10-04T13:00:00Z", "expression", "0 5 * * *"))
                .cause(
                        "clock-offset",
                        "arizona charges subscriptions 8 h later than dallas, because the time zone of jobs1 is UTC-08:00, not UTC.",
                        BLOCKER,
                        List.of(JOBS1),
                        "Set the time zone of arizona jobs1 to UTC and restart its cron daemon. Then run SUB-01 and SUB-03 again.",
                        finding -> finding.check().value().startsWith("SUB-"));
    }

    private static void missingCatalogs(ReportBuilder report) {
        for (String locale : LOCALES.subList(1, 5)) {
            report.finding(
                    "LOC-02",
                    Case.of("locale", locale),
                    "messages.mo",
                    MISSING_ON_FAILOVER,
                    "sha256:9c1f" + locale.length() + locale.hashCode(),
                    null,
                    "The compiled catalog is missing on failover web1 and web2.",
                    List.of(WEB1, WEB2),
                    Map.of(),
                    "primary:11",
                    "failover:12");
            for (int page = 0; page < PAGES.size(); page++) {
                Case subject = Case.of("page", PAGES.get(page)).with("locale", locale);
                report.finding(
                        "LOC-03",
                        subject,
                        "title",
                        UNHEALTHY,
                        TITLES.get(locale).get(page),
                        TITLES.get("en-US").get(page),
                        "The page is in English; expected " + locale + ".",
                        List.of(WEB1, WEB2),
                        Map.of("fault", "fallback-language"),
                        "primary:13",
                        "failover:14");
            }
        }
        Case checkout = Case.of("page", "/checkout").with("locale", "ar");
        report.observation(
                        PRIMARY,
                        13,
                        "LOC-03",
                        checkout,
                        "web1",
                        Map.of("title", "إتمام الشراء", "html.lang", "ar", "html.dir", "rtl"))
                .observation(
                        FAILOVER,
                        14,
                        "LOC-03",
                        checkout,
                        "web1",
                        Map.of("title", "Check out", "html.lang", "en", "html.dir", "ltr"),
                        new Fault("fallback-language", "title", "The title is [Check out]; expected ar."))
                .cause(
                        "missing-catalog",
                        "The catalogs de-DE, fr-FR, ja-JP and ar are missing on arizona web1 and web2, so that 9 pages are in English in 4 languages.",
                        BLOCKER,
                        List.of(WEB1, WEB2),
                        "Compile the catalogs on arizona web1 and web2 (msgfmt), and add the step to the deployment of that site.",
                        finding -> finding.check().value().matches("LOC-0[23]"));
    }

    private static void farSessions(ReportBuilder report) {
        Case store = Case.of("dependency", "session store");
        report.finding(
                        "SES-04",
                        Case.of("host role", "web"),
                        "address",
                        UNHEALTHY,
                        "10.10.0.40:6379",
                        "10.10.0.40:6379",
                        "The session store of arizona stands in the network of dallas (10.10.0.0/16).",
                        List.of(WEB1, WEB2),
                        Map.of("fault", "foreign-network"),
                        "failover:52")
                .finding(
                        "NET-10",
                        Case.of("host role", "web"),
                        "sockets",
                        UNHEALTHY,
                        "",
                        "web1 → 10.10.0.40:6379 (12 sockets)\nweb2 → 10.10.0.40:6379 (9 sockets)",
                        "Live sockets lead into the primary's network.",
                        List.of(WEB1, WEB2),
                        Map.of("fault", "foreign-network"),
                        "failover:52")
                .finding(
                        "LAT-02",
                        store,
                        "rtt",
                        UNHEALTHY,
                        "0.4 ms",
                        "41.7 ms",
                        "The session store answers after 41.7 ms; its budget is 10 ms.",
                        List.of(WEB1, WEB2),
                        Map.of("fault", "over-budget", "budget", "10 ms"))
                .finding(
                        "LAT-01",
                        Case.of("endpoint", "/cart"),
                        "p95",
                        DIFFERENT,
                        "182 ms",
                        "611 ms",
                        "The failover is proven slower: the bound of the ratio is 3.11.",
                        List.of(SITE),
                        Map.of("ratio", "3.36", "bound", "3.11", "samples", "64"))
                .observation(
                        FAILOVER,
                        52,
                        "SES-04",
                        Case.of("host role", "web"),
                        "web1",
                        Map.of("address", "10.10.0.40:6379", "sockets", "12"),
                        new Fault("foreign-network", "address", "10.10.0.40 is in 10.10.0.0/16 of dallas."))
                .cause(
                        "far-dependency",
                        "The sessions of arizona web1 and web2 are kept in dallas: their store 10.10.0.40:6379 is in the network of dallas.",
                        BLOCKER,
                        List.of(WEB1, WEB2),
                        "Point sessions.address of arizona to its own store, and close the firewall from arizona to 10.10.0.40.",
                        finding -> finding.check().value().matches("SES-04|NET-10|LAT-0[12]"));
    }

    private static void faultySwitch(ReportBuilder report) {
        report.finding(
                        "NET-02",
                        Case.of("link", "web → database"),
                        "errors",
                        UNHEALTHY,
                        "0 of 3,000",
                        "87 of 3,000",
                        "2.9 % of the requests from web1 and web2 to the database failed; 0.1 % is acceptable.",
                        List.of(WEB1, WEB2),
                        Map.of("fault", "error-rate", "errors", "87", "samples", "3000"))
                .finding(
                        "FUN-02",
                        Case.of("page", "/api/products"),
                        "status",
                        UNHEALTHY,
                        "200",
                        "500",
                        "6 of 200 answers were 500.",
                        List.of(WEB1, WEB2),
                        Map.of("fault", "http-500", "errors", "6", "samples", "200"))
                .cause(
                        "lossy-link",
                        "2.9 % of the requests between arizona's web nodes and its database fail.",
                        BLOCKER,
                        List.of(WEB1, WEB2),
                        "Look at the switch between web and database of arizona: error counters of its ports, cabling, duplex. Replace it before a switchover.",
                        finding -> finding.check().value().matches("NET-02|FUN-02"));
    }

    private static Case[] grid() {
        List<Case> cases = new ArrayList<>();
        for (String page : PAGES) {
            for (String locale : LOCALES) {
                cases.add(Case.of("page", page).with("locale", locale));
            }
        }
        return cases.toArray(Case[]::new);
    }

    private static Case[] cases(String dimension, String... values) {
        return cases(dimension, List.of(values));
    }

    private static Case[] cases(String dimension, List<String> values) {
        return values.stream().map(value -> Case.of(dimension, value)).toArray(Case[]::new);
    }
}
