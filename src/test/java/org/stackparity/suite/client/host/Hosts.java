package org.stackparity.suite.client.host;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.stackparity.environment.Contract;
import org.stackparity.environment.Environment;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.Scope;
import org.stackparity.suite.junit.Waiting;

/**
 * The hosts of one environment in one pass: each is asked once, all at the same time, as soon as the first check or
 * {@link HostsEarly} wants them. Only hosts are asked that a case of the pass needs.
 */
public final class Hosts implements AutoCloseable {
    /** LIMIT: most hosts that are asked at the same time. */
    private static final int MOST_AT_ONCE = 16;

    private final Environment environment;
    private final Probes probes;
    private final Map<String, Future<HostFacts>> answers = new LinkedHashMap<>();
    private final ExecutorService threads;

    private Hosts(Environment environment, Probes probes, List<Environment.Host> hosts, Asking asking) {
        this.environment = environment;
        this.probes = probes;
        threads = Executors.newFixedThreadPool(Math.max(1, Math.min(MOST_AT_ONCE, hosts.size())), task -> {
            Thread thread = new Thread(task, "hosts-of-" + environment.name());
            thread.setDaemon(true);
            return thread;
        });
        for (Environment.Host host : hosts) {
            answers.put(host.name(), threads.submit(() -> ask(host, asking.script(host))));
        }
    }

    /** The hosts of the pass's environment; the first call begins to ask them. */
    public static Hosts of(Scope pass) {
        return pass.shared(Hosts.class, Hosts::askAll);
    }

    private static Hosts askAll(Scope pass) {
        Contract contract = pass.contract();
        Probes probes = Probes.at(
                Instant.now(),
                contract.subscriptions().map(Contract.Subscriptions::horizon).orElse(Duration.ZERO));
        HostScript.Wanted wanted = HostScript.Wanted.by(pass.asked().stream()
                .map(planned -> planned.check().id().value())
                .collect(Collectors.toSet()));
        return new Hosts(
                pass.environment(),
                probes,
                asked(pass),
                host -> HostScript.of(contract, pass.environment(), host, probes, wanted));
    }

    /**
     * The same hosts, asked for nothing but round trips to their dependencies, once they have nothing else to do for us: a
     * busy host takes its time for everything.
     */
    public static Hosts atRest(Scope pass) {
        return pass.shared(AtRest.class, AtRest::of).hosts();
    }

    /** What the host told that a target names as its node. */
    public static HostFacts facts(CheckTarget target) {
        return of(target.pass()).facts(target.node());
    }

    /** The instants at which every host of the pass was asked for its UTC offset. */
    public Probes probes() {
        return probes;
    }

    /**
     * What a host told.
     *
     * @throws NotObservedException if it told nothing, with the reason
     */
    public HostFacts facts(String host) {
        Future<HostFacts> answer = answers.get(host);
        if (answer == null) {
            throw new NotObservedException("The host [" + host + "] of " + environment.name() + " was not asked.");
        }
        return Waiting.on(answer, "host " + host);
    }

    /** Waits until every host has answered or was given up, so that nothing runs beside a measurement. */
    public void awaitAll() {
        for (String host : answers.keySet()) {
            try {
                facts(host);
            } catch (NotObservedException e) {
                continue;
            }
        }
    }

    private HostFacts ask(Environment.Host host, HostScript script) {
        String name = host.name() + " of " + environment.name();
        try {
            String printed = Shell.into(environment, host).run(script.text(), script.limit());
            return new HostFacts(HostAnswers.parse(name, script.mark(), printed));
        } catch (CutOffException e) {
            return new HostFacts(HostAnswers.untilCutOff(name, script.mark(), e));
        }
    }

    /** The hosts that a case of the pass is asked of, in the order of the environment's file. */
    private static List<Environment.Host> asked(Scope pass) {
        Set<String> names = new LinkedHashSet<>();
        pass.askedWith("host-role").forEach(planned -> names.addAll(planned.nodesOf(pass.role())));
        List<Environment.Host> hosts = new ArrayList<>(pass.environment().hosts());
        hosts.removeIf(host -> !names.contains(host.name()));
        return hosts;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** What one host is asked. */
    private interface Asking {
        HostScript script(Environment.Host host);
    }

    /** One per pass. */
    private record AtRest(Hosts hosts) implements AutoCloseable {
        static AtRest of(Scope pass) {
            Hosts busy = Hosts.of(pass);
            busy.awaitAll();
            Contract contract = pass.contract();
            List<Environment.Host> hosts = new ArrayList<>(asked(pass));
            hosts.removeIf(host -> !HostScript.dependsOnSomething(contract, host));
            return new AtRest(
                    new Hosts(pass.environment(), busy.probes(), hosts, host -> HostScript.roundTrips(contract, host)));
        }

        @Override
        public void close() {
            hosts.close();
        }
    }
}
