package org.stackparity.environment;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stackparity.model.Role;

/**
 * What has to be the same on both stacks. Everything is optional in the file: what is left out is an empty list or an
 * empty Optional here, and the checks that need it are not covered. Long, since
 * the file has so many keys, each a small record.
 *
 * @param locales BCP 47 tags, the default language first
 * @param smoke paths that every node answers again and again, for error rates
 * @param redirects paths of the stack, and urls of other schemes and host names, that answer with a redirect whose chain is compared
 * @param configuration path of a JSON document with the effective configuration
 * @param formats path of a JSON document with formatted values, asked in every locale
 * @param runtime path of a JSON document with versions of runtime and locale data
 * @param errors the two rates that every node's requests are judged by
 * @param identity selectors of what may differ between sites and nodes by nature
 * @param privateValues selectors of personal data; stored as fingerprint and shape only
 * @param allow safety classes beyond reading that are allowed: {@code sandbox-writes}
 * @param budget the longest that a run may take
 */
public record Contract(
        List<String> locales,
        LocaleSelection localeSelection,
        List<Page> pages,
        List<ApiCall> api,
        List<Route> routes,
        List<Route> errorPages,
        Optional<VersionEndpoint> version,
        Optional<String> configuration,
        List<String> smoke,
        Optional<Cors> cors,
        List<String> redirects,
        List<Journey> journeys,
        Optional<Catalogs> catalogs,
        Optional<String> formats,
        Optional<String> runtime,
        List<ProcessRef> processes,
        Optional<Subscriptions> subscriptions,
        Optional<Latency> latency,
        ErrorRates errors,
        List<Dependency> dependencies,
        List<String> identity,
        List<String> privateValues,
        Optional<String> signIn,
        List<String> allow,
        Duration budget) {
    public static final Duration DEFAULT_BUDGET = Duration.ofMinutes(10);

    private static final int OK = 200;
    private static final int FIRST_ERROR = 400;

    /**
     * The contract of a stack beside itself: each half is meant to do what the stack does, and nothing may be written, since
     * two halves would meet as one customer.
     */
    Contract ofOneStack(Role role) {
        return new Contract(
                locales,
                localeSelection,
                pages,
                api,
                routes,
                errorPages,
                version,
                configuration,
                smoke,
                cors,
                redirects,
                journeys,
                catalogs,
                formats,
                runtime,
                processes,
                subscriptions.map(some -> some.ofOneStack(role)),
                latency,
                errors,
                dependencies,
                identity,
                privateValues,
                signIn,
                List.of(),
                budget);
    }

    public Contract {
        locales = List.copyOf(locales);
        pages = List.copyOf(pages);
        api = List.copyOf(api);
        routes = List.copyOf(routes);
        errorPages = List.copyOf(errorPages);
        smoke = List.copyOf(smoke);
        redirects = List.copyOf(redirects);
        journeys = List.copyOf(journeys);
        processes = List.copyOf(processes);
        dependencies = List.copyOf(dependencies);
        identity = List.copyOf(identity);
        privateValues = List.copyOf(privateValues);
        allow = List.copyOf(allow);
    }

    /**
     * The status that the contract says to belong to a method and path, as a route, an error page, a page or a call; empty
     * where it says none. The 200 of pages and calls is not meant: it may stand at the end of redirects.
     */
    public Optional<Integer> declaredStatus(String method, String path) {
        Stream<Optional<Integer>> written = Stream.concat(routes.stream(), errorPages.stream())
                .filter(route -> route.method().equals(method) && route.path().equals(path))
                .map(Route::status);
        Stream<Optional<Integer>> shown = Stream.concat(
                pages.stream().filter(page -> page.path().equals(path)).map(page -> Optional.of(page.status())),
                api.stream().filter(call -> call.path().equals(path)).map(call -> Optional.of(call.status())));
        return Stream.concat(written, method.equals("GET") ? shown.filter(status -> status.get() != OK) : Stream.of())
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * Whether a status is a healthy answer to a GET of the path: the one that the contract declares for it, or else any
     * below 400. What both stacks answer alike may be wrong on both.
     */
    public boolean isHealthy(String path, int status) {
        return declaredStatus("GET", path).map(declared -> declared == status).orElse(status < FIRST_ERROR);
    }

    /**
     * The paths that customers ask for where they enter: the smoke paths that are pages or calls, or else the first page or
     * call; empty where there is none. What only balancers ask, like a health check, may well be hidden from customers.
     */
    public List<String> pathsOfTheEntrance() {
        Set<String> ofCustomers = new LinkedHashSet<>();
        pages.forEach(page -> ofCustomers.add(page.path()));
        api.forEach(call -> ofCustomers.add(call.path()));
        List<String> paths = smoke.stream().filter(ofCustomers::contains).toList();
        return paths.isEmpty() ? ofCustomers.stream().limit(1).toList() : paths;
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /**
     * How a visitor says which language he wants.
     *
     * @param value the name of the header, cookie or query parameter, or the path's prefix with {@code {locale}} for the
     *     tag or {@code {language}} for its language alone
     */
    public record LocaleSelection(Kind kind, String value) {
        public static final LocaleSelection DEFAULT = new LocaleSelection(Kind.HEADER, "Accept-Language");

        /** Where the tag goes: a header or cookie of that name, a query parameter, or a path prefix template. */
        public enum Kind {
            HEADER,
            COOKIE,
            QUERY,
            PATH
        }
    }

    /**
     * A page that customers see.
     *
     * @param marker a selector ({@code css:…}) that must match before the page counts as seen; empty: {@code css:main},
     *     or {@code css:body} on pages without one
     * @param localised false where it is only asked in the default language
     * @param phrases locale to a phrase that must stand on the page in that locale; may be empty
     * @param status the HTTP status that belongs to the page, 200 for most
     */
    public record Page(
            String path, Optional<String> marker, boolean localised, Map<String, String> phrases, int status) {
        public Page {
            phrases = ordered(phrases);
        }
    }

    /**
     * A read-only API call whose JSON is compared.
     *
     * @param arrays JSON pointer of an array to the name of the field that is its key
     * @param identity JSON pointers that may differ by nature; {@code *} stands for any one step
     * @param status the HTTP status that belongs to the call, 200 for most
     */
    public record ApiCall(String path, Map<String, String> arrays, List<String> identity, int status) {
        public ApiCall {
            arrays = ordered(arrays);
            identity = List.copyOf(identity);
        }

        /** A call that is answered with 200. */
        public ApiCall(String path, Map<String, String> arrays, List<String> identity) {
            this(path, arrays, identity, OK);
        }
    }

    /**
     * A method and a path, asked without a session; status class, content type and required sign-in are compared.
     *
     * @param accept the media type that is asked for, <code>*&#47;*</code> where the file names none
     * @param status the HTTP status that belongs to it; empty for any by which a route exists, and for an error page any
     *     from 400 to 499
     */
    public record Route(String method, String path, String accept, Optional<Integer> status) {
        /** Methods that change nothing on a server that keeps to RFC 9110, section 9.2.1. */
        private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

        /** A route without a status of its own. */
        public Route(String method, String path, String accept) {
            this(method, path, accept, Optional.empty());
        }

        /** Whether asking may change something, so that it needs {@code sandbox-writes}. */
        public boolean writes() {
            return !SAFE.contains(method);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** Where a node says what it runs, and which fields of the JSON answer say it (JSON pointers). */
    public record VersionEndpoint(String path, List<String> fields) {
        public VersionEndpoint {
            fields = List.copyOf(fields);
        }
    }

    /** Cross-origin policy: a path, origins that must be let in and origins that must not. */
    public record Cors(String path, List<String> allowed, List<String> denied) {
        public Cors {
            allowed = List.copyOf(allowed);
            denied = List.copyOf(denied);
        }
    }

    /**
     * A walk through the shop.
     *
     * @param writes true where it writes (safety class S2) and so needs {@code sandbox-writes}
     */
    public record Journey(String name, boolean writes, List<Step> steps) {
        public Journey {
            steps = List.copyOf(steps);
        }
    }

    /**
     * One request of a journey.
     *
     * @param form fields to send url-encoded; values may name what an earlier step took as {@code ${name}}, and a secret
     *     as <code>${env:NAME}</code>, whose value is in {@link Pair#secrets()}
     * @param json a JSON body as text, in which the same may stand; empty for none
     * @param take name to selector ({@code css:…@attribute}, {@code json:/pointer}, {@code header:…}, {@code cookie:…})
     * @param observe name to selector; the values are compared between the stacks
     * @param status the expected status; empty for any below 400
     */
    public record Step(
            String method,
            String path,
            Map<String, String> form,
            Optional<String> json,
            Map<String, String> take,
            Map<String, String> observe,
            Optional<Integer> status) {
        public Step {
            form = ordered(form);
            take = ordered(take);
            observe = ordered(observe);
        }
    }

    /** Where compiled message catalogs and their sources lie on the hosts of a role; {@code {locale}} is replaced. */
    public record Catalogs(String hostRole, String compiled, String source) {}

    /** A running process whose environment is compared; the pid file is relative to the login folder or absolute. */
    public record ProcessRef(String name, String hostRole, String pidFile) {}

    /**
     * Subscriptions and other scheduled work.
     *
     * @param horizon how far ahead the schedules are compared as instants
     * @param nextCharges paths of dry runs that answer with instants of future charges
     */
    public record Subscriptions(
            List<Schedule> schedules,
            Optional<Ledger> ledger,
            List<String> nextCharges,
            Optional<Canary> canary,
            Duration horizon) {
        /** Over a year, so that every change of daylight-saving time is in it. */
        public static final Duration DEFAULT_HORIZON = Duration.ofDays(400);

        Subscriptions ofOneStack(Role role) {
            return new Subscriptions(
                    schedules.stream().map(each -> each.ofOneStack(role)).toList(),
                    ledger,
                    nextCharges,
                    canary,
                    horizon);
        }

        public Subscriptions {
            schedules = List.copyOf(schedules);
            nextCharges = List.copyOf(nextCharges);
        }
    }

    /**
     * A job and where its schedule is written.
     *
     * @param crontab file on the hosts of the role
     * @param command the word by which its line is found
     * @param armed where the site says whether its jobs run; empty if it does not say
     * @param armedOn {@code primary}, {@code failover}, {@code both}, or {@code neither} of a stack beside itself
     */
    public record Schedule(
            String name, String hostRole, String crontab, String command, Optional<Setting> armed, String armedOn) {
        private static final String BOTH = "both";

        /** Whether the job is meant to run on the stack of a role. */
        public boolean isMeantFor(Role role) {
            return armedOn.equals(BOTH) || armedOn.equals(role.word());
        }

        /** Where the job is meant to run, in words. */
        public String meantOn() {
            return switch (armedOn) {
                case BOTH -> "both sites";
                case "neither" -> "neither";
                default -> "the " + armedOn + " only";
            };
        }

        Schedule ofOneStack(Role role) {
            return new Schedule(name, hostRole, crontab, command, armed, isMeantFor(role) ? BOTH : "neither");
        }
    }

    /** A key in a properties file on a host. */
    public record Setting(String file, String key) {}

    /**
     * The record of jobs that ran.
     *
     * @param jobs JSON pointer of the array; each entry has a name, a due and a finished instant (field names given)
     * @param tolerance the largest lateness that is healthy
     * @param every by name of a job, how often it comes on either stack; may be empty
     */
    public record Ledger(
            String path,
            String jobs,
            String nameField,
            String dueField,
            String finishedField,
            Duration tolerance,
            Map<String, Duration> every) {
        public Ledger {
            every = Map.copyOf(every);
        }
    }

    /**
     * A subscription in the sandbox tenant that falls due within the run.
     *
     * @param start the request that makes it, {@code {seconds}} in its body is replaced
     * @param idField JSON pointer of its id in the answer
     * @param watch path of its state, {@code {id}} is replaced
     * @param charges JSON pointer of the array of charges; each has an instant at {@code atField}
     * @param tolerance how late it may be charged
     */
    public record Canary(
            Step start,
            String idField,
            String dueField,
            Duration dueIn,
            String watch,
            Optional<Step> end,
            String charges,
            String atField,
            int count,
            Duration tolerance) {}

    /**
     * How much slower the failover may be.
     *
     * @param margin a fraction: 0.5 allows the failover 50 % more than the primary
     * @param floor a difference below it is never a violation, and one above nothing proves parity alone
     * @param quantiles fractions, like 0.5 and 0.95
     * @param ceiling the longest that a quantile may be where there is no primary to compare with
     * @param sessionEndpoints those of the endpoints that use the session
     */
    public record Latency(
            double margin,
            Duration floor,
            List<Double> quantiles,
            Duration ceiling,
            List<String> endpoints,
            List<String> sessionEndpoints,
            int samples,
            Duration budget) {
        public static final double DEFAULT_MARGIN = 0.5;
        public static final Duration DEFAULT_FLOOR = Duration.ofMillis(25);
        public static final List<Double> DEFAULT_QUANTILES = List.of(0.5, 0.95);
        public static final Duration DEFAULT_CEILING = Duration.ofMillis(1500);
        public static final int DEFAULT_SAMPLES = 80;
        public static final Duration DEFAULT_BUDGET = Duration.ofMinutes(3);

        /**
         * A stack that answers few endpoints is not asked for many at once: it would be timed under our own load. With 2 in
         * place of 3, p95 of the lab's stacks is 1.8 × their p50 in place of 1.55 ×, and that wants more samples.
         */
        private static final int ENDPOINTS_OF_A_PAIR = 3;

        public static final int FEWEST_AT_ONCE = 2;
        private static final int MOST_AT_ONCE = 8;

        public Latency {
            quantiles = List.copyOf(quantiles);
            endpoints = List.copyOf(endpoints);
            sessionEndpoints = List.copyOf(sessionEndpoints);
        }

        /**
         * How many pairs of samples may be under way at once, also where few endpoints are still open.
         *
         * @param nodes of the stack that has more of them
         */
        public int pairsAtOnce(int nodes) {
            return Math.max(FEWEST_AT_ONCE, Math.min(MOST_AT_ONCE, endpoints.size() * nodes / ENDPOINTS_OF_A_PAIR));
        }
    }

    /** Two error rates as fractions: below the first is fine, above the second is not. */
    public record ErrorRates(double acceptable, double unacceptable) {
        public static final ErrorRates DEFAULT = new ErrorRates(0.001, 0.01);
    }

    /**
     * A server that the hosts of a role talk to.
     *
     * @param kind {@code database}, {@code sessions} or any other word; causes are named by it
     * @param address where its {@code host:port} is written on the hosts
     * @param local true where it has to stand in the own site
     * @param budget the longest round trip that is healthy
     * @param soak whether hosts may open many short connections to it, for its error rate
     */
    public record Dependency(
            String name, String kind, String hostRole, Setting address, boolean local, Duration budget, boolean soak) {}
}
