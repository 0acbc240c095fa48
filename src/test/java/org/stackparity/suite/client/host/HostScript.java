package org.stackparity.suite.client.host;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stackparity.environment.Contract;
import org.stackparity.environment.Environment;
import org.stackparity.suite.junit.Load;

/**
 * What a host is asked in one pass, as a script for a POSIX shell. Every path and key of the contract is one quoted
 * argument; the answers are framed by a random word.
 *
 * @param mark the random word
 * @param limit how long the script may take
 */
record HostScript(String mark, String text, Duration limit) {
    /** The key of the last part; an answer without it is cut off. */
    static final String LAST = "last";

    /** What the script says of a pid file whose process runs no more. */
    static final String GONE = "no process has the number";

    /** What to do where the script may not read what it needs of a process. */
    static final String RIGHTS = "log in as the process's user, or give the login the two lines for sudoers that"
            + " environments/example/primary.yaml shows";

    private static final int SOCKET_SAMPLES = 8;
    private static final String SOCKET_PAUSE = "0.2";
    /** Round trips to a dependency; the fastest of them tells its distance. */
    static final int PINGS = 15;
    /** 600 connects: Wald's test accepts 0.1 % against 1 % after 332 clean ones, and after 587 if one fails. */
    static final int BATCHES = 30;

    /** Open at the same time: few, since a server counts them against its limit before anybody has logged in. */
    static final int BATCH = 20;

    private static final double SHORTEST_PAUSE_SECONDS = 0.15;
    /** For pings and connects themselves, on a busy host too. */
    private static final int SLACK_SECONDS = 10;
    /** A connect that takes longer hangs; two SYNs may be lost, which are sent again after 1 s and 2 s. */
    private static final int HUNG_SECONDS = 4;

    private static final String CONNECTS = ScriptWriter.resource("host-connects.bash");

    /** Which of the costly parts are wanted. */
    record Wanted(boolean sockets, boolean soak) {
        static Wanted by(Set<String> askedIds) {
            return new Wanted(askedIds.contains("NET-10") || askedIds.contains("SES-04"), askedIds.contains("NET-02"));
        }
    }

    /** The script for one host: whatever the contract declares for the roles that it plays. */
    static HostScript of(
            Contract contract, Environment environment, Environment.Host host, Probes probes, Wanted wanted) {
        ScriptWriter script = new ScriptWriter();
        String epochs = probes.all().stream()
                .map(Instant::getEpochSecond)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
        script.fact("machine", "machine");
        script.fact("zone", "zone " + epochs);
        for (Contract.ProcessRef process : contract.processes()) {
            if (host.roles().contains(process.hostRole())) {
                String pidFile = Quoted.word(process.pidFile());
                script.fact(key("process", process.name()), "process " + pidFile + " " + epochs);
                script.fact(key("capacity", process.name()), "capacity " + pidFile);
                if (wanted.sockets()) {
                    script.fact(
                            key("sockets", process.name()),
                            "sockets " + pidFile + " " + SOCKET_SAMPLES + " " + SOCKET_PAUSE);
                }
            }
        }
        contract.catalogs()
                .filter(catalogs -> host.roles().contains(catalogs.hostRole()))
                .ifPresent(catalogs -> {
                    for (String locale : contract.locales()) {
                        script.file(catalogs.compiled().replace("{locale}", locale));
                        script.file(catalogs.source().replace("{locale}", locale));
                    }
                });
        contract.subscriptions().ifPresent(subscriptions -> schedules(script, subscriptions, host));
        double share = environment.web().limits().connectsPerSecond()
                * Load.SHARE_OF_CONNECTS
                / Math.max(1, soaking(contract, environment));
        return end(script, dependencies(script, contract, host, 0, wanted.soak() ? BATCHES : 0, BATCH / share));
    }

    /** The script that times round trips to a host's dependencies, and nothing else. */
    static HostScript roundTrips(Contract contract, Environment.Host host) {
        ScriptWriter script = new ScriptWriter();
        return end(script, dependencies(script, contract, host, PINGS, 0, 0));
    }

    /** How many hosts soak their dependencies at the same time. */
    private static long soaking(Contract contract, Environment environment) {
        return environment.hosts().stream()
                .filter(host -> dependsOnSomething(contract, host))
                .count();
    }

    static boolean dependsOnSomething(Contract contract, Environment.Host host) {
        return contract.dependencies().stream()
                .anyMatch(dependency -> host.roles().contains(dependency.hostRole()));
    }

    private static HostScript end(ScriptWriter script, Duration limit) {
        script.fact(LAST, "true");
        return new HostScript(script.mark(), script.text(), limit);
    }

    private static void schedules(ScriptWriter script, Contract.Subscriptions subscriptions, Environment.Host host) {
        Set<String> crontabs = new LinkedHashSet<>();
        for (Contract.Schedule schedule : subscriptions.schedules()) {
            if (host.roles().contains(schedule.hostRole())) {
                crontabs.add(schedule.crontab());
                schedule.armed()
                        .ifPresent(armed ->
                                script.fact(key("setting", armed.file(), armed.key()), "setting " + arguments(armed)));
            }
        }
        crontabs.forEach(crontab -> script.fact(key("text", crontab), "text " + Quoted.word(crontab)));
    }

    /** Where the dependencies are; round trips to them and connections, where such are wanted. */
    private static Duration dependencies(
            ScriptWriter script, Contract contract, Environment.Host host, int pings, int batches, double fairPause) {
        Duration limit = Duration.ofSeconds(5);
        double pause = Math.max(SHORTEST_PAUSE_SECONDS, fairPause);
        long seconds = (long) Math.ceil(batches * pause) + SLACK_SECONDS;
        for (Contract.Dependency dependency : contract.dependencies()) {
            if (!host.roles().contains(dependency.hostRole())) {
                continue;
            }
            String setting = arguments(dependency.address());
            script.fact(key("endpoint", dependency.name()), "endpoint " + setting);
            int soaked = dependency.soak() ? batches : 0;
            if (pings == 0 && soaked == 0) {
                continue;
            }
            script.fact(
                    key("connects", dependency.name()),
                    String.join(
                            " ",
                            "connects",
                            setting,
                            Long.toString(seconds + HUNG_SECONDS),
                            Quoted.word(CONNECTS),
                            Quoted.word(dependency.kind()),
                            Integer.toString(pings),
                            Integer.toString(soaked),
                            Integer.toString(BATCH),
                            BigDecimal.valueOf(pause).toPlainString(),
                            Long.toString(seconds)));
            limit = limit.plusSeconds(seconds + HUNG_SECONDS);
        }
        return limit.compareTo(Shell.LIMIT) < 0 ? Shell.LIMIT : limit;
    }

    private static String arguments(Contract.Setting setting) {
        return Quoted.word(setting.file()) + " " + Quoted.word(setting.key());
    }

    /** The name of a part, as one word whatever the contract's names contain. */
    static String key(String... words) {
        return List.of(words).stream()
                .map(word -> URLEncoder.encode(word, StandardCharsets.UTF_8))
                .collect(Collectors.joining(":"));
    }
}
