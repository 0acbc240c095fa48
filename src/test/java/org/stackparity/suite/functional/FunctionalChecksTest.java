package org.stackparity.suite.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.stackparity.suite.trial.Contracts.contract;
import static org.stackparity.suite.trial.Contracts.page;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stackparity.environment.Contract;
import org.stackparity.environment.Contract.ApiCall;
import org.stackparity.environment.Contract.Journey;
import org.stackparity.environment.Contract.Route;
import org.stackparity.environment.Contract.Step;
import org.stackparity.environment.Secret;
import org.stackparity.model.Case;
import org.stackparity.model.Fault;
import org.stackparity.model.Observation;
import org.stackparity.model.Outcome;
import org.stackparity.model.Role;
import org.stackparity.suite.trial.TinyStack;
import org.stackparity.suite.trial.TinyStack.Reply;
import org.stackparity.suite.trial.Trial;

/**
 * What the functional checks record of two tiny stacks.
 * Long, since there is one test for each thing that a check tells apart.
 */
class FunctionalChecksTest {
    private static final String SECRET = "correct-horse-7351";

    private final TinyStack primary = new TinyStack(Role.PRIMARY, 1);
    private final TinyStack failover = new TinyStack(Role.FAILOVER, 2);

    @TempDir
    private Path scratch;

    @AfterEach
    void stop() {
        primary.close();
        failover.close();
    }

    @Test
    void tellsBuildsAndMissingFields() {
        primary.on("GET /version", request -> Reply.json("{\"build\": \"7\", \"git\": {\"commit\": \"abc\"}}"));
        failover.on("GET /version", request -> Reply.json("{\"build\": \"6\", \"git\": {}}"));
        Trial trial =
                run(contract().version("/version", "/build", "/git/commit").build(), "FUN-01");

        assertThat(trial.one(Role.PRIMARY, Case.WHOLE, "n1").values())
                .containsExactly(entry("build", "7"), entry("git.commit", "abc"));
        Observation old = trial.one(Role.FAILOVER, Case.WHOLE, "n2");
        assertThat(old.values()).containsExactly(entry("build", "6"));
        assertThat(kinds(old)).containsExactly("missing-field");
    }

    @Test
    void countsSporadicErrorsAndNamesAPathThatAlwaysFails() {
        AtomicInteger asked = new AtomicInteger();
        for (TinyStack stack : List.of(primary, failover)) {
            stack.on("GET /", request -> Reply.html("<p>hi</p>")).on("GET /api", request -> Reply.json("{\"a\": 1}"));
        }
        failover.on(
                "n1",
                "GET /",
                request -> asked.incrementAndGet() % 10 == 0 ? Reply.text(503, "busy") : Reply.html("<p>hi</p>"));
        failover.on("n2", "GET /api", request -> Reply.text(500, "oops"));
        Trial trial = run(contract().smoke("/", "/api").build(), "FUN-02");

        Case all = Case.of("smoke", "all paths");
        Case home = Case.of("smoke", "/");
        Case api = Case.of("smoke", "/api");
        assertThat(trial.of(Role.PRIMARY))
                .allSatisfy(one -> assertThat(one.faults()).isEmpty());
        assertThat(trial.one(Role.PRIMARY, all, "n1").values())
                .containsEntry("rate.requests", "80")
                .containsEntry("rate.errors", "0");
        assertThat(trial.one(Role.PRIMARY, home, "n1").values())
                .containsEntry("requests", "40")
                .containsEntry("body-class", "text/html with content");
        assertThat(trial.one(Role.PRIMARY, api, "n1").values()).containsEntry("body-class", "application/json [a]");
        assertThat(trial.one(Role.FAILOVER, all, "n1").values()).containsEntry("rate.errors", "4");
        assertThat(trial.one(Role.FAILOVER, home, "n1").faults()).isEmpty();
        assertThat(trial.one(Role.FAILOVER, home, "n1").values())
                .containsEntry("errors", "4")
                .containsEntry("errorKinds", "http-503 4")
                .containsEntry("status", "200");
        assertThat(trial.one(Role.FAILOVER, api, "n2").faults())
                .containsExactly(new Fault(
                        "http-500", "", "/api failed on n2 in all 40 answers; the last: GET /api answered [500]."));
    }

    /** Eighty waits of a second and more, shared by four places, would take all others with them. */
    @Test
    void provesTheRateOfANodeThatFailsSlowlyWithoutAskingItForAll() {
        for (TinyStack stack : List.of(primary, failover)) {
            stack.on("GET /", request -> Reply.html("<p>hi</p>"));
        }
        failover.on("n2", "GET /", request -> {
            LockSupport.parkNanos(Duration.ofMillis(1100).toNanos());
            return Reply.text(500, "no connection in the pool");
        });
        Instant start = Instant.now();
        Trial trial = run(contract().smoke("/").build(), "FUN-02");

        Case all = Case.of("smoke", "all paths");
        Observation slow = trial.one(Role.FAILOVER, all, "n2");
        assertThat(Integer.parseInt(slow.values().get("rate.errors"))).isBetween(12, 30);
        assertThat(slow.values().get("rate.requests")).isEqualTo(slow.values().get("rate.errors"));
        assertThat(kinds(trial.one(Role.FAILOVER, Case.of("smoke", "/"), "n2"))).containsExactly("http-500");
        assertThat(trial.one(Role.FAILOVER, all, "n1").values())
                .containsEntry("rate.requests", "80")
                .containsEntry("rate.errors", "0");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void asksTheEntranceForWhatCustomersAskAndComparesItWithTheOtherEntrance() {
        AtomicInteger asked = new AtomicInteger();
        for (TinyStack stack : List.of(primary, failover)) {
            stack.withEntrance()
                    .on("GET /", request -> Reply.html("<p>hi</p>"))
                    .on("GET /health", request -> Reply.text(200, "up"))
                    .on("site", "GET /health", request -> Reply.text(404, "nothing for you"));
        }
        failover.on(
                "site",
                "GET /",
                request -> asked.incrementAndGet() % 4 == 0 ? Reply.text(404, "not a shop") : Reply.html("<p>hi</p>"));
        Trial trial = run(contract().pages(page("/")).smoke("/health", "/").build(), "FUN-02");

        assertThat(trial.of(Role.PRIMARY))
                .allSatisfy(one -> assertThat(one.faults()).isEmpty())
                .extracting(one -> one.subject() + " " + one.node())
                .contains("/health n1", "/ n1", "/ site", "all paths site")
                .doesNotContain("/health site", "/ n3");
        Case all = Case.of("entrance", "all paths");
        assertThat(trial.one(Role.PRIMARY, all, "site").values()).containsEntry("rate.errors", "0");
        assertThat(trial.one(Role.FAILOVER, all, "site").values())
                .containsEntry("rate.requests", "80")
                .containsEntry("rate.errors", "20")
                .containsEntry("errorKinds", "http-404 20");
    }

    /** So that none is left to be sent alone, when all others have ended. */
    @Test
    void asksTheEntranceAsOftenAsTheRateOfAllRequestsNeeds() {
        for (TinyStack stack : List.of(primary, failover)) {
            stack.withEntrance().on("GET *", request -> Reply.html("<p>hi</p>"));
        }
        Contract contract = contract().pages(page("/")).smoke("/", "/health").build();
        Trial trial = run(contract, "FUN-02", "NET-02");

        Case all = Case.of("entrance", "all paths");
        for (Role role : Role.values()) {
            assertThat(trial.of(role))
                    .filteredOn(one -> one.subject().equals(all))
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(one.values()).containsEntry("rate.requests", "250"));
            assertThat(trial.of(role))
                    .filteredOn(one -> one.subject().equals(Case.of("entrance", "requests")))
                    .extracting(one -> one.values().get("rate.requests"))
                    .first()
                    .isEqualTo("500");
        }
    }

    /** One node of a pool that is taken in turn is no fault of a path, so each path meets each node now and then. */
    @Test
    void doesNotKeepStepWithAPoolThatIsTakenInTurn() {
        AtomicInteger taken = new AtomicInteger();
        for (TinyStack stack : List.of(primary, failover)) {
            stack.withEntrance().oneAtATime().on("GET *", request -> Reply.html("<p>hi</p>"));
        }
        for (String path : List.of("/", "/a", "/b")) {
            failover.on(
                    "site",
                    "GET " + path,
                    request ->
                            taken.getAndIncrement() % 3 == 2 ? Reply.text(404, "not a shop") : Reply.html("<p>hi</p>"));
        }
        Trial trial = run(
                contract()
                        .pages(page("/"), page("/a"), page("/b"))
                        .smoke("/", "/a", "/b")
                        .build(),
                "FUN-02");

        for (String path : List.of("/", "/a", "/b")) {
            assertThat(trial.one(Role.FAILOVER, Case.of("entrance", path), "site")
                            .faults())
                    .as(path)
                    .isEmpty();
        }
        assertThat(trial.one(Role.FAILOVER, Case.of("entrance", "all paths"), "site")
                        .values())
                .containsEntry("rate.errors", "26");
    }

    @ParameterizedTest
    @CsvSource({
        "smoke,    all paths, GET / n1=40 GET / n2=40 GET /health n1=40 GET /health n2=40",
        "smoke,    /health,   GET /health n1=40 GET /health n2=40",
        "entrance, all paths, GET / site=80",
    })
    void asksInALaterPassOnlyForWhatIsStillOpen(String dimension, String path, String expected) {
        Map<String, AtomicInteger> asked = new ConcurrentSkipListMap<>();
        primary.withEntrance();
        failover.withEntrance();
        for (String page : List.of("GET /", "GET /health")) {
            primary.on(page, request -> Reply.html("<p>hi</p>"));
            for (String node : List.of("n1", "n2", "site")) {
                failover.on(node, page, request -> {
                    asked.computeIfAbsent(page + " " + node, any -> new AtomicInteger())
                            .incrementAndGet();
                    return Reply.html("<p>hi</p>");
                });
            }
        }
        Contract contract = contract().pages(page("/")).smoke("/health", "/").build();
        Case only = Case.of(dimension, path);
        Trial trial = Trial.runCase(primary, failover, contract, scratch, "FUN-02", only);

        assertThat(trial.of(Role.FAILOVER)).isNotEmpty().allSatisfy(one -> {
            assertThat(one.subject()).isEqualTo(only);
            assertThat(one.faults()).isEmpty();
        });
        assertThat(asked.entrySet().stream().map(Object::toString)).containsExactly(expected.split(" (?=GET)"));
    }

    @Test
    void doesNotTakeASmokePathThatIsNotThereForHealthy() {
        for (TinyStack stack : List.of(primary, failover)) {
            stack.on("GET /gone", request -> Reply.text(404, "not here"))
                    .on("GET /closed", request -> Reply.text(403, "go away"))
                    .on("GET /limited", request -> Reply.text(429, "slow down"));
        }
        Trial trial = run(contract().smoke("/gone", "/closed", "/limited").build(), "FUN-02");

        assertThat(kinds(trial.one(Role.PRIMARY, Case.of("smoke", "/gone"), "n1")))
                .containsExactly("http-404");
        for (String unseen : List.of("/closed", "/limited")) {
            assertThat(trial.one(Role.FAILOVER, Case.of("smoke", unseen), "n2").outcome())
                    .isEqualTo(Outcome.ABORTED);
        }
    }

    @Test
    void findsARouteThatNeitherStackHas() {
        Trial trial = run(contract().routes(new Route("GET", "/orders", "*/*")).build(), "FUN-03");

        assertThat(kinds(trial.one(Role.PRIMARY, route("GET /orders"), "n1"))).containsExactly("missing-route");
        assertThat(kinds(trial.one(Role.FAILOVER, route("GET /orders"), "n2"))).containsExactly("missing-route");
    }

    @Test
    void doesNotTakeWhatIsMaskedAltogetherForTheSame() {
        for (TinyStack stack : List.of(primary, failover)) {
            stack.on("GET /config", request -> Reply.json("{\"shipping\": \"" + request.node() + "\"}"))
                    .on("GET /", request -> Reply.html("<main>Shop of " + request.node() + "</main>"));
        }
        Contract contract = contract()
                .configuration("/config")
                .pages(new Contract.Page("/", Optional.empty(), true, Map.of(), 200))
                .identity("json:", "css:body")
                .build();
        Trial trial = run(contract, "FUN-04", "FUN-07");

        assertThat(trial.one(Role.PRIMARY, Case.WHOLE, "n1").outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(trial.one(Role.FAILOVER, Case.of("page", "/"), "n2").outcome())
                .isEqualTo(Outcome.ABORTED);
    }

    @Test
    void doesNotTakeARefusalForTheAnswerOfACall() {
        for (TinyStack stack : List.of(primary, failover)) {
            stack.on(
                            "GET /api/closed",
                            request ->
                                    Reply.json("{\"error\": \"who are you\"}").withStatus(401))
                    .on(
                            "GET /api/bad",
                            request -> Reply.json("{\"error\": \"no\"}").withStatus(400));
        }
        Trial trial = run(contract().api(call("/api/closed"), call("/api/bad")).build(), "FUN-04");

        assertThat(trial.one(Role.PRIMARY, Case.of("api", "/api/closed"), "n1").outcome())
                .isEqualTo(Outcome.ABORTED);
        assertThat(kinds(trial.one(Role.FAILOVER, Case.of("api", "/api/bad"), "n2")))
                .containsExactly("http-400");
    }

    @Test
    void doesNotTakeAnEmptyConfigurationForOne() {
        for (TinyStack stack : List.of(primary, failover)) {
            stack.on("GET /config", request -> Reply.json("{}"));
        }
        Trial trial = run(contract().configuration("/config").build(), "FUN-07");

        assertThat(trial.one(Role.PRIMARY, Case.WHOLE, "n1").outcome()).isEqualTo(Outcome.ABORTED);
    }

    @Test
    void tellsWhetherARouteExistsAndWhoMayUseIt() {
        primary.on("GET /account", request -> Reply.redirect(303, "/login"))
                .on("GET /orders", request -> Reply.html("<p>orders</p>"))
                .on(
                        "GET /maintenance",
                        request -> Reply.html("<p>back soon</p>").withStatus(503));
        failover.on("GET /account", request -> Reply.html("<p>hello</p>"))
                .on("n2", "GET /account", request -> Reply.text(500, "oops"));
        Contract contract = contract()
                .routes(new Route("GET", "/account", "*/*"), new Route("GET", "/orders", "*/*"))
                .pages(new Contract.Page("/maintenance", Optional.empty(), true, Map.of(), 503))
                .build();
        Trial trial = run(contract, "FUN-03");

        assertThat(trial.one(Role.PRIMARY, route("GET /account"), "n1").values())
                .containsEntry("status-class", "3xx to /login")
                .containsEntry("sign-in", "required");
        assertThat(trial.one(Role.FAILOVER, route("GET /account"), "n1").values())
                .containsEntry("sign-in", "not required");
        assertThat(kinds(trial.one(Role.FAILOVER, route("GET /account"), "n2"))).containsExactly("http-500");
        assertThat(trial.one(Role.PRIMARY, route("GET /orders"), "n1").values()).containsEntry("exists", "yes");
        assertThat(trial.one(Role.FAILOVER, route("GET /orders"), "n1").values())
                .containsEntry("exists", "no [404]");
        assertThat(trial.one(Role.PRIMARY, route("GET /maintenance"), "n1").outcome())
                .isEqualTo(Outcome.PASSED);
    }

    /** A redirect to another place is another answer; what only its query or the stack's own host says is not. */
    @Test
    void tellsWhereARouteLeads() {
        AtomicInteger token = new AtomicInteger();
        primary.on(
                        "GET /account",
                        request ->
                                Reply.redirect(303, "http://" + TinyStack.HOST + "/login?t=" + token.incrementAndGet()))
                .on("GET /orders", request -> Reply.redirect(302, "/account/orders"));
        failover.on(
                        "GET /account",
                        request ->
                                Reply.redirect(303, "http://" + TinyStack.HOST + "/login?t=" + token.incrementAndGet()))
                .on("GET /orders", request -> Reply.redirect(302, "/account/orders"))
                .on("n2", "GET /orders", request -> Reply.redirect(302, "http://10.1.0.7:8080/orders#all"));
        Trial trial = run(
                contract()
                        .routes(new Route("GET", "/account", "*/*"), new Route("GET", "/orders", "*/*"))
                        .build(),
                "FUN-03");

        for (Role role : Role.values()) {
            assertThat(trial.one(role, route("GET /account"), "n1").values())
                    .containsEntry("status-class", "3xx to http://«own-host»/login");
            assertThat(trial.one(role, route("GET /orders"), "n1").values())
                    .containsEntry("status-class", "3xx to /account/orders");
        }
        Observation away = trial.one(Role.FAILOVER, route("GET /orders"), "n2");
        assertThat(away.values()).containsEntry("status-class", "3xx to http://«own-host»/orders");
        assertThat(away.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo("other-stack");
            assertThat(fault.message()).contains("[10.1.0.7:8080]");
        });
    }

    @Test
    void readsPagesAndCallsByKeyAndFindsTheOtherStackInThem() {
        primary.on("GET /", request -> Reply.html("<main id=m>Fjord<p>12,50&nbsp;€</p></main>"))
                .on("GET /api", request -> Reply.json("[{\"sku\": \"b\", \"price\": 1.50}, {\"sku\": \"a\"}]"));
        failover.on("GET /", request -> Reply.html("<main id=m>Fjord <a href='http://10.1.0.7:8080/x'>old</a></main>"))
                .on("GET /api", request -> Reply.json("[{\"sku\": \"a\"}, {\"sku\": \"b\", \"price\": 1.5}]"));
        Contract contract = contract()
                .pages(page("/"))
                .api(new ApiCall("/api", Map.of(), List.of()))
                .build();
        Trial trial = run(contract, "FUN-04");

        assertThat(trial.one(Role.PRIMARY, Case.of("page", "/"), "n1").values())
                .containsEntry("text", "main#m\tFjord\nmain#m\t12,50\u00a0€")
                .containsEntry("structure", "main#m\tmain id=m");
        Observation linked = trial.one(Role.FAILOVER, Case.of("page", "/"), "n1");
        assertThat(linked.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo("other-stack");
            assertThat(fault.message()).contains("[10.1.0.7:8080]");
        });
        assertThat(linked.findValue("structure").orElseThrow()).contains("a href=http://«own-host»/x");
        assertThat(trial.one(Role.PRIMARY, Case.of("api", "/api"), "n1").values())
                .containsEntry("body[sku=b].price", "1.50")
                .containsEntry("body[sku=a].sku", "a");
        assertThat(trial.one(Role.FAILOVER, Case.of("api", "/api"), "n1").values())
                .containsEntry("body[sku=b].price", "1.5");
    }

    @Test
    void walksAJourneyWithItsSecretAndNamesTheStepThatFails() {
        for (TinyStack stack : List.of(primary, failover)) {
            stack.on(
                            "GET /login",
                            request -> Reply.html("<main><form><input name=csrf value=t0k></form></main>")
                                    .with("Set-Cookie", "sid=s1; Path=/"))
                    .on("POST /login", request -> login(request.body(), request.header("Cookie")))
                    .on(
                            "GET /account?tab=1",
                            request ->
                                    Reply.html("<main><b class=n>2</b><b class=n>3</b><i>" + SECRET + "</i></main>"));
        }
        failover.on("n2", "GET /account?tab=1", request -> Reply.text(500, "oops"));
        Trial trial = run(
                contract().journeys(signIn()).build(), Map.of("${env:PW}", new Secret("${env:PW}", SECRET)), "FUN-05");

        Case subject = Case.of("journey", "sign-in");
        assertThat(trial.one(Role.PRIMARY, subject, "n1").values())
                .containsExactly(
                        entry("step[1].status", "200"),
                        entry("step[2].status", "303"),
                        entry("step[3].numbers", "2; 3"),
                        entry("step[3].said", "${env:PW}"),
                        entry("step[3].status", "200"));
        Observation broken = trial.one(Role.FAILOVER, subject, "n2");
        assertThat(broken.faults())
                .containsExactly(new Fault(
                        "http-500", "", "Step 3 of sign-in (GET ${next}) answered [500]; expected [below 400]."));
        assertThat(trial.of(Role.FAILOVER).toString() + trial.of(Role.PRIMARY)).doesNotContain(SECRET);
    }

    @Test
    void saysWhichRequestOfAJourneyFailsSoThatJourneysWithTheSameOneAreOneCause() {
        for (TinyStack stack : List.of(primary, failover)) {
            stack.on("GET /login", request -> Reply.html("<form><input name=csrf value=t0k></form>"));
        }
        failover.on("POST /login", request -> Reply.text(500, "oops"));
        Trial trial = run(
                contract().journeys(signIn()).build(), Map.of("${env:PW}", new Secret("${env:PW}", SECRET)), "FUN-05");

        assertThat(trial.one(Role.FAILOVER, Case.of("journey", "sign-in"), "n2").faults())
                .containsExactly(new Fault(
                                "http-500", "", "Step 2 of sign-in (POST /login) answered [500]; expected [below 400].")
                        .with("request", "POST /login"));
    }

    @Test
    void storesNothingPrivateThatAJourneyObserves() {
        for (TinyStack stack : List.of(primary, failover)) {
            stack.on(
                            "GET /account",
                            request -> Reply.html(
                                    "<main><p>Hello <b class=who>Ada <u>Lovelace</u></b></p><i>n1</i></main>"))
                    .on(
                            "GET /me",
                            request -> Reply.json(
                                    "{\"who\": {\"name\": \"Ada Lovelace\", \"since\": 1843}, \"born\": {\"year\": 1815}, \"node\": \"n1\"}"));
        }
        Journey account = new Journey(
                "account",
                true,
                List.of(
                        step(
                                "GET",
                                "/account",
                                Map.of(),
                                Map.of(),
                                Map.of("hello", "css:p", "by", "css:i", "last", "css:.who u")),
                        step(
                                "GET",
                                "/me",
                                Map.of(),
                                Map.of(),
                                Map.of("who", "json:/who", "by", "json:/node", "born", "json:/born/year"))));
        Trial trial = run(
                contract()
                        .journeys(account)
                        .identity("css:i", "json:/node")
                        .privateValues("css:.who", "json:/who/name", "json:/born")
                        .build(),
                "FUN-05",
                "FUN-20");

        Map<String, String> observed =
                trial.one(Role.PRIMARY, Case.of("journey", "account"), "n1").values();
        assertThat(observed)
                .containsEntry("step[1].by", "«identity»")
                .containsEntry("step[2].by", "«identity»")
                .hasEntrySatisfying("step[1].hello", value -> assertThat(value).matches("Hello «[0-9a-f]{12}:Aa Aa»"))
                .hasEntrySatisfying("step[1].last", value -> assertThat(value).matches("«[0-9a-f]{12}:Aa»"))
                .hasEntrySatisfying("step[2].born", value -> assertThat(value).matches("«[0-9a-f]{12}:9»"))
                .hasEntrySatisfying(
                        "step[2].who",
                        value -> assertThat(value).matches("\\{\"name\":\"«[0-9a-f]{12}:Aa Aa»\",\"since\":1843}"));
        assertThat(trial.of(Role.PRIMARY).toString()).doesNotContain("Lovelace").doesNotContain("1815");
        assertThat(trial.one(Role.PRIMARY, Case.of("mask", "private css:.who"), "site")
                        .values())
                .containsEntry("uses", "1");
    }

    private static Reply login(String body, String cookie) {
        boolean right = body.equals("user=ada&password=" + SECRET + "&csrf=t0k") && cookie.equals("sid=s1");
        return right ? Reply.redirect(303, "/account?tab=1") : Reply.text(403, body + cookie);
    }

    private static Journey signIn() {
        Map<String, String> form = new java.util.LinkedHashMap<>();
        form.put("user", "ada");
        form.put("password", "${env:PW}");
        form.put("csrf", "${csrf}");
        return new Journey(
                "sign-in",
                true,
                List.of(
                        step("GET", "/login", Map.of(), Map.of("csrf", "css:input[name=csrf]@value"), Map.of()),
                        step("POST", "/login", form, Map.of("next", "header:Location"), Map.of()),
                        step("GET", "${next}", Map.of(), Map.of(), Map.of("numbers", "css:.n", "said", "css:i"))));
    }

    private static Step step(
            String method,
            String path,
            Map<String, String> form,
            Map<String, String> take,
            Map<String, String> observe) {
        return new Step(method, path, form, Optional.empty(), take, observe, Optional.empty());
    }

    @Test
    void comparesTheShapeOfErrors() {
        primary.on(
                        "GET /api/none",
                        request -> Reply.json("{\"error\": {\"status\": 404}}").withStatus(404))
                .on(
                        "GET /none",
                        request ->
                                Reply.html("<main><h1>Nothing here</h1></main>").withStatus(404));
        failover.on(
                "GET /api/none", request -> Reply.json("{\"message\": \"no\"}").withStatus(404));
        Contract contract = contract()
                .errorPages(new Route("GET", "/api/none", "*/*"), new Route("GET", "/none", "text/html"))
                .build();
        Trial trial = run(contract, "FUN-06");

        assertThat(trial.one(Role.PRIMARY, route("GET /api/none"), "n1").values())
                .containsEntry("status", "404")
                .containsEntry("json.error.status", "number");
        assertThat(trial.one(Role.FAILOVER, route("GET /api/none"), "n1").values())
                .containsEntry("json.message", "string");
        assertThat(trial.one(Role.PRIMARY, route("GET /none"), "n1").values())
                .containsEntry("text", "main\tNothing here");
        assertThat(trial.one(Role.FAILOVER, route("GET /none"), "n1").values())
                .containsEntry("content-type", "text/plain")
                .containsEntry("text", "\tnot here");
    }

    @Test
    void readsTheConfigurationLeafByLeaf() {
        primary.on(
                "GET /config", request -> Reply.json("{\"features\": {\"gift-notes\": true}, \"site\": \"dallas\"}"));
        failover.on(
                "GET /config", request -> Reply.json("{\"features\": {\"gift-notes\": false}, \"site\": \"arizona\"}"));
        Trial trial =
                run(contract().configuration("/config").identity("json:/site").build(), "FUN-07");

        assertThat(trial.one(Role.PRIMARY, Case.WHOLE, "n1").values())
                .containsExactly(entry("features.gift-notes", "true"), entry("site", "«identity»"));
        assertThat(trial.one(Role.FAILOVER, Case.WHOLE, "n2").values())
                .containsExactly(entry("features.gift-notes", "false"), entry("site", "«identity»"));
    }

    @Test
    void comparesTheLoginsOfUrlsInTheConfigurationWithoutShowingThem() {
        String form = "{\"sessions.url\": \"redis://:%s@redis:6379/0\", \"repo\": \"https://ghp_abc@github.com/x\","
                + " \"db\": \"postgres://app:hun/ter2@db.%s.internal/shop\"}";
        primary.on("GET /config", request -> Reply.json(form.formatted("hunter2", "dallas")));
        failover.on("GET /config", request -> Reply.json(form.formatted("hunter3", "arizona")));
        Trial trial = run(contract().configuration("/config").build(), "FUN-07");

        Map<String, String> ofPrimary =
                trial.one(Role.PRIMARY, Case.WHOLE, "n1").values();
        Map<String, String> ofFailover =
                trial.one(Role.FAILOVER, Case.WHOLE, "n1").values();
        String sessions = "[\"sessions.url\"]";
        assertThat(ofPrimary.toString() + ofFailover).doesNotContain("hun", "ter2", "ghp");
        assertThat(ofPrimary).containsEntry("repo", ofFailover.get("repo")).containsEntry("db", ofFailover.get("db"));
        assertThat(ofPrimary.get("db")).endsWith("@«own-internal»/shop");
        assertThat(ofPrimary.get(sessions)).endsWith("@redis:6379/0").isNotEqualTo(ofFailover.get(sessions));
    }

    @Test
    void comparesSecretsOfTheConfigurationWithoutShowingThem() {
        primary.on("GET /config", request -> Reply.json(settings("hunter2-dallas", "same-token-1")));
        failover.on("GET /config", request -> Reply.json(settings("hunter2-phoenix", "same-token-1")));
        Trial trial = run(contract().configuration("/config").build(), "FUN-07");

        Map<String, String> ofPrimary =
                trial.one(Role.PRIMARY, Case.WHOLE, "n1").values();
        Map<String, String> ofFailover =
                trial.one(Role.FAILOVER, Case.WHOLE, "n2").values();
        assertThat(ofPrimary.toString() + ofFailover).doesNotContain("hunter2", "same-token");
        assertThat(ofPrimary)
                .containsEntry("keyboard", "de")
                .containsEntry("monkeys", "3")
                .containsEntry("auth.tokenRequired", "true")
                .containsEntry("mail.apiToken", ofFailover.get("mail.apiToken"));
        for (String path : List.of(
                "db.password", "credentials.user", "signingKey", "access-keys[0]", "settings[key=SMTP_SECRET].value")) {
            assertThat(ofPrimary.get(path)).as(path).startsWith("«").isNotEqualTo(ofFailover.get(path));
        }
    }

    private static String settings(String secret, String token) {
        return """
                {"keyboard": "de", "monkeys": 3, "auth": {"tokenRequired": true}, "mail": {"apiToken": "%2$s"},
                 "db": {"password": "%1$s"}, "credentials": {"user": "%1$s"}, "signingKey": "%1$s",
                 "access-keys": ["%1$s"], "settings": [{"key": "SMTP_SECRET", "value": "%1$s"}]}
                """.formatted(secret, token);
    }

    private Trial run(Contract contract, String... ids) {
        return run(contract, Map.of(), ids);
    }

    private Trial run(Contract contract, Map<String, Secret> secrets, String... ids) {
        return Trial.run(primary, failover, contract, secrets, scratch, ids);
    }

    private static Contract.ApiCall call(String path) {
        return new Contract.ApiCall(path, Map.of(), List.of());
    }

    private static Case route(String name) {
        return Case.of("route", name);
    }

    private static List<String> kinds(Observation observation) {
        return observation.faults().stream().map(Fault::kind).toList();
    }
}
