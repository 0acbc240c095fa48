package org.stackparity.lab;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A host of the lab. Each has an SSH server beside its services; names are the same on both sites.
 *
 * @param name also its name in the network of its site
 * @param number the last part of its address there
 * @param services as runit knows them
 * @param port where customers or checks are answered; empty for one that answers its own site only
 * @param answers a command that succeeds when the services answer, be it with an error
 * @param health a command that succeeds when they are healthy
 */
record HostPlan(String name, int number, List<String> services, Optional<Integer> port, String answers, String health) {
    static final int SSH = 22;
    static final int HTTPS = 443;
    static final int HTTP = 8080;
    static final int POSTGRESQL = 5432;
    static final int REDIS = 6379;
    static final int PROVIDER_HTTP = 8090;
    static final HostPlan EDGE =
            web("edge1", 10, "nginx", Optional.of(HTTPS), "https://127.0.0.1/health/ready -H Host:shop.parity.test");
    static final HostPlan DATABASE = new HostPlan(
            "db1",
            20,
            List.of("postgres"),
            Optional.empty(),
            "/usr/lib/postgresql/15/bin/pg_isready -q -h 127.0.0.1",
            "/usr/lib/postgresql/15/bin/pg_isready -q -h 127.0.0.1");
    static final HostPlan SESSIONS =
            new HostPlan("cache1", 25, List.of("redis"), Optional.empty(), "redis-cli ping", "redis-cli ping");
    static final HostPlan JOBS = new HostPlan("jobs1", 30, List.of("cron"), Optional.empty(), "true", "pgrep -x cron");
    /** The payment provider, whom both sites share. */
    static final HostPlan PROVIDER =
            web("payments", 40, "app", Optional.empty(), "http://127.0.0.1:" + PROVIDER_HTTP + "/ping");

    HostPlan {
        services = List.copyOf(services);
    }

    /** @param which from 1 */
    static HostPlan web(int which) {
        return web(
                "web" + which,
                EDGE.number + which,
                "app",
                Optional.of(HTTP),
                "http://127.0.0.1:" + HTTP + "/health/ready");
    }

    /** Healthy is what answers well again and again: a balancer sends every second request to another node. */
    private static HostPlan web(String name, int number, String service, Optional<Integer> port, String url) {
        String ask = " -o /dev/null " + url;
        String again = "for i in 1 2 3 4; do curl -skf" + ask + " || exit 1; done";
        return new HostPlan(name, number, List.of(service), port, "curl -sk" + ask, "sh -c '" + again + "'");
    }

    /** The hosts that each site has, in the order in which they need each other. */
    static List<HostPlan> ofEachSite() {
        return List.of(DATABASE, SESSIONS, web(1), web(2), JOBS, EDGE);
    }

    /**
     * The plan of a host by its name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static HostPlan find(String name) {
        return Stream.concat(ofEachSite().stream(), Stream.of(PROVIDER))
                .filter(plan -> plan.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no host [" + name + "] in the lab"));
    }
}
